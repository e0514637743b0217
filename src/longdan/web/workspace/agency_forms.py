"""What people say of agencies: names, days, documents; who ends and who carries on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from longdan.app.agencies.actions.changing import ADDABLE, Order
from longdan.app.agencies.models import AgencyKind, Post
from longdan.app.agencies.queries import Standing, Wanted, agency_typed
from longdan.app.reform.actions import STAYS
from longdan.app.reform.previewing import Asked, without_basis
from longdan.core.problems import Problem, ProblemsFound


class OrderForm(forms.Form):
    """From which day, by which document."""

    on = forms.DateField(label=_("Có hiệu lực từ ngày"), widget=forms.DateInput(attrs={"placeholder": "01/03/2026"}))
    basis = forms.CharField(label=_("Căn cứ"), max_length=300, required=False, help_text=_("Số, ký hiệu quyết định, nếu có."))

    def order(self) -> Order:
        return Order(self.cleaned_data["on"], self.cleaned_data["basis"].strip())


class NewAgency(OrderForm):
    name = forms.CharField(label=_("Tên đầy đủ"), max_length=250)
    short_name = forms.CharField(label=_("Tên gọi tắt"), max_length=100, required=False)
    kind = forms.ChoiceField(label=_("Loại"))
    within = forms.CharField(
        label=_("Thuộc cơ quan"),
        max_length=250,
        required=False,
        help_text=_("Để trống nếu trực thuộc tỉnh."),
    )
    field_order = ("name", "short_name", "kind", "within", "on", "basis")

    def __init__(self, *arguments: Any, kinds: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*arguments, **options)
        cast(forms.ChoiceField, self.fields["kind"]).choices = kinds

    def parent(self, post: Post, on: date) -> int | None:
        typed = self.cleaned_data["within"].strip()
        return agency_typed(post, typed, on=on).pk if typed else None


class Renaming(OrderForm):
    name = forms.CharField(label=_("Tên đầy đủ mới"), max_length=250)
    short_name = forms.CharField(label=_("Tên gọi tắt"), max_length=100, required=False)
    field_order = ("name", "short_name", "on", "basis")


def wanted(asked: QueryDict) -> Wanted:
    """What of the list the address asks for."""
    ended = asked.get("tinh-trang") == "da-cham-dut"
    return Wanted(
        asked.get("tim", "").strip()[:200],
        asked.get("loai", ""),
        Standing.ENDED if ended else Standing.THERE,
        asked.get("xep") == "nguoc",
    )


@dataclass(frozen=True, slots=True)
class Typed:
    """The fields of a reform as they were typed; names on lines of their own."""

    ending: str = ""
    heirs: str = ""
    day: str = ""
    basis: str = ""
    kind: str = ""


def reform_typed(sent: QueryDict) -> Typed:
    return Typed(*(sent.get(name, "").strip() for name in ("ket-thuc", "ke-thua", "tu-ngay", "can-cu", "loai")))


def reform(post: Post, typed: Typed, *, on: date) -> Asked:
    """The reform that was typed; refused with everything that is wrong in it."""
    problems: list[Problem] = []
    ending: list[int] = []
    for name in filter(str.strip, typed.ending.splitlines()):
        try:
            ending.append(agency_typed(post, name, on=on).pk)
        except ProblemsFound as refused:
            problems += refused.problems
    day = _day(typed.day)
    if day is None:
        what = f"“{typed.day}” không phải một ngày" if typed.day else "chưa ghi ngày"
        problems.append(Problem("web.day", "có hiệu lực từ ngày", what, "viết ngày/tháng/năm, ví dụ 01/03/2026"))
    order = Order(day or on, typed.basis[:300])
    problems += without_basis(order)
    if problems:
        raise ProblemsFound(problems)
    heirs = tuple(line.strip() for line in typed.heirs.splitlines() if line.strip())
    kind = AgencyKind(typed.kind) if typed.kind in ADDABLE else AgencyKind.DEPARTMENT
    return Asked(tuple(dict.fromkeys(ending)), heirs, order, kind)


def _day(typed: str) -> date | None:
    try:
        return forms.DateField().clean(typed)
    except forms.ValidationError:
        return None


def choices(sent: QueryDict) -> dict[str, int]:
    """Which heir takes which thing, as chosen in the preview: each by itself, else as all; what is no choice leaves it there."""
    all_to = sent.get("tat-ca", "")
    chosen: dict[str, Any] = {key.removeprefix("viec-"): value for key, value in sent.items() if key.startswith("viec-")}
    return {key: _place(value or all_to) for key, value in chosen.items()}


def _place(value: str) -> int:
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 4 else STAYS
