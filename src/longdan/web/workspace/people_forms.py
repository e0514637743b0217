"""What administrators send about people and posts."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from longdan.app.agencies.models import Role
from longdan.app.people.actions.posts import Name, Seat

MISSING = {"required": _("Ô này còn để trống.")}
NO_DAY = {"invalid": _("Ghi ngày theo dạng 31/12/2026."), **MISSING}


def day(label: Any, **more: Any) -> forms.DateField:
    """A day, typed as officials write it: a browser's own calendar may put the month first."""
    widget = forms.DateInput(format="%d/%m/%Y", attrs={"inputmode": "numeric", "placeholder": "01/03/2026"})
    return forms.DateField(label=label, widget=widget, error_messages=NO_DAY, **more)


def text(label: Any, *, most: int = 150, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, error_messages=MISSING, **more)


class Who(forms.Form):
    """A person: name, sign-in name, address for mail."""

    full_name = text(_("Họ và tên"))
    username = text(_("Tên đăng nhập"), help_text=_("Chữ thường không dấu, ví dụ chilt."))
    email = forms.EmailField(
        label=_("Thư điện tử"),
        required=False,
        max_length=254,
        help_text=_("Để nhận thư mời và thư đặt lại mật khẩu; có thể để trống."),
        error_messages={"invalid": _("Ghi dạng ten@tinh.gov.vn, hoặc để trống.")},
    )

    def name(self) -> Name:
        sent = self.cleaned_data
        return Name(sent["full_name"], sent["username"], sent["email"])


class Place(forms.Form):
    """A post: where, as what, since when."""

    agency = forms.TypedChoiceField(label=_("Cơ quan"), coerce=int, error_messages=MISSING)
    role = forms.ChoiceField(label=_("Vai trò"), choices=Role.choices, error_messages=MISSING)
    title = text(_("Chức vụ"), help_text=_("Như ghi trên văn bản, ví dụ Phó Giám đốc."))
    since = day(_("Từ ngày"))

    def __init__(self, data: Any = None, *, agencies: tuple[tuple[int, str], ...], on: date) -> None:
        super().__init__(data, initial={"since": on, "role": Role.AGENCY_STAFF})
        self.fields["agency"].choices = [("", _("Chọn cơ quan")), *agencies]  # type: ignore[attr-defined]

    def seat(self) -> Seat:
        sent = self.cleaned_data
        return Seat(sent["agency"], Role(sent["role"]), sent["title"], sent["since"])


class NewPerson(Who, Place):
    """A person with a first post; a sign-in name is made where none is given."""

    field_order = ("full_name", "email", "username", "agency", "title", "role", "since")

    def __init__(self, data: Any = None, *, agencies: tuple[tuple[int, str], ...], on: date) -> None:
        super().__init__(data, agencies=agencies, on=on)
        self.fields["username"].required = False
        self.fields["username"].help_text = _("Để trống thì phần mềm đặt, ví dụ chilt cho Lê Thị Chi.")


class Mended(forms.Form):
    """The title and the role of a post that goes on."""

    title = text(_("Chức vụ"))
    role = forms.ChoiceField(label=_("Vai trò"), choices=Role.choices, error_messages=MISSING)


class HandOver(forms.Form):
    """Who takes a post over, and when: somebody of the province, or somebody new."""

    to = forms.TypedChoiceField(label=_("Người nhận"), coerce=int, required=False, empty_value=None)
    full_name = text(_("Họ và tên người mới"), required=False)
    username = text(_("Tên đăng nhập của người mới"), required=False, help_text=_("Để trống thì phần mềm đặt."))
    email = forms.EmailField(label=_("Thư điện tử của người mới"), required=False, max_length=254)
    title = text(_("Chức vụ"))
    effective = day(_("Từ ngày"))

    def __init__(self, *arguments: Any, people: tuple[tuple[int, str], ...], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["to"].choices = [("", _("Người mới, ghi bên dưới")), *people]  # type: ignore[attr-defined]

    def receiver(self) -> int | Name:
        sent = self.cleaned_data
        chosen: int | None = sent["to"]
        return chosen if chosen is not None else Name(sent["full_name"], sent["username"], sent["email"])


class Ending(forms.Form):
    """The first day on which a post is held no more."""

    until = day(_("Thôi giữ từ ngày"))
