"""What people send about indices: a file, and what they say of it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from longdan.app.indices.models import SourceKind
from longdan.app.indices.queries import STANDINGS_OF_ANNEX, UNIT_LEVELS
from longdan.core.documents.sources import SourceFile
from longdan.core.problems import Problem, ProblemsFound
from longdan.web.workspace.pages.indices import LEVELS, STANDINGS

NAME = r"^[a-z0-9][a-z0-9-]*$"
SHORT: dict[str, Any] = {
    "regex": NAME,
    "max_length": 60,
    "error_messages": {"invalid": gettext_lazy("chỉ gồm chữ thường không dấu, số, gạch nối")},
}


class SheetForm(forms.Form):
    """A spreadsheet of the software's own form: it says all by itself."""

    document = forms.FileField(label=gettext_lazy("Tệp"), allow_empty_file=True)

    def source(self) -> SourceFile:
        """The file; raises every field that is wrong."""
        if not self.is_valid():
            raise ProblemsFound([self._told(name, errors) for name, errors in self.errors.items()])
        file = self.cleaned_data["document"]
        return SourceFile(file.name or "tep", file.read())

    def said(self) -> dict[str, str]:
        """What was said of the file beside itself."""
        return {name: str(value).strip() for name, value in self.cleaned_data.items() if name != "document"}

    def _told(self, name: str, errors: Iterable[object]) -> Problem:
        label = str(self.fields[name].label)
        return Problem("web.index-source", label, " ".join(str(error) for error in errors), _("điền lại ô này rồi gửi lần nữa"))


class AnnexForm(SheetForm):
    """The annex of a decision, which does not say which index it is and from when it holds."""

    index = forms.RegexField(label=gettext_lazy("Tên ngắn của chỉ số"), help_text=gettext_lazy("ví dụ par-index"), **SHORT)
    edition = forms.RegexField(label=gettext_lazy("Tên ngắn của bộ"), help_text=gettext_lazy("ví dụ 2026"), **SHORT)
    title = forms.CharField(label=gettext_lazy("Tên đầy đủ"), max_length=300)
    act = forms.CharField(label=gettext_lazy("Số, ngày quyết định ban hành"), max_length=300)
    responsible = forms.CharField(label=gettext_lazy("Cơ quan ban hành"), max_length=300)
    standing = forms.ChoiceField(label=gettext_lazy("Tính chất"), choices=[(key, STANDINGS[key]) for key in STANDINGS_OF_ANNEX])
    level = forms.ChoiceField(label=gettext_lazy("Đối tượng được chấm"), choices=[(key, LEVELS[key]) for key in UNIT_LEVELS])
    years = forms.RegexField(
        label=gettext_lazy("Các năm áp dụng"), regex=r"^\d{4}(-(\d{4})?)?$", max_length=9,
        help_text=gettext_lazy("2026, 2026-2030, hoặc 2026- nếu chưa biết năm cuối"),
        error_messages={"invalid": gettext_lazy("viết như 2026, 2026-2030 hoặc 2026-")},
    )  # fmt: skip
    part = forms.RegexField(
        label=gettext_lazy("Bộ thứ mấy trong tệp"), regex=r"^[1-9]\d?$", max_length=2, required=False,
        help_text=gettext_lazy("để trống nếu tệp chỉ có một bộ"),
        error_messages={"invalid": gettext_lazy("viết số thứ tự: 1, 2, …")},
    )  # fmt: skip


class FiguresForm(SheetForm):
    """Figures of an edition; the choices come from those in use."""

    edition = forms.ChoiceField(label=gettext_lazy("Bộ chỉ số"))

    def __init__(self, *args: Any, editions: Iterable[tuple[str, str]] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["edition"].choices = list(editions)  # type: ignore[attr-defined]

    def said(self) -> dict[str, str]:
        index, _, name = self.cleaned_data["edition"].partition("/")
        return {"index": index, "edition": name}


class ResultsForm(SheetForm):
    """Published results of all provinces, a sheet or a row for each year."""

    index = forms.ChoiceField(label=gettext_lazy("Chỉ số"))

    def __init__(self, *args: Any, editions: Iterable[tuple[str, str]] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        names = dict.fromkeys(key.partition("/")[0] for key, _ in editions)
        self.fields["index"].choices = [(name, name.upper()) for name in names]  # type: ignore[attr-defined]


FORMS: dict[str, type[SheetForm]] = {
    SourceKind.SHEET: SheetForm,
    SourceKind.ANNEX: AnnexForm,
    SourceKind.RESULTS: ResultsForm,
    SourceKind.FIGURES: FiguresForm,
}
