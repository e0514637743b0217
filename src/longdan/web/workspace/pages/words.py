"""Words of the plan language as screens write them: kinds of reports and targets, days that come again, years."""

import re
from datetime import date

from django.utils.formats import get_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from longdan.core.problems import Problem

REPORT_KINDS = {
    "monthly": gettext_lazy("Báo cáo tháng"),
    "quarterly": gettext_lazy("Báo cáo quý"),
    "six_month": gettext_lazy("Báo cáo 6 tháng"),
    "nine_month": gettext_lazy("Báo cáo 9 tháng"),
    "annual": gettext_lazy("Báo cáo năm"),
}
SIGNS = {">=": gettext_lazy("từ %(value)s"), "<=": gettext_lazy("không quá %(value)s"), ">": gettext_lazy("trên %(value)s")}
FIELDS = {
    "text": gettext_lazy("Nội dung"),
    "product": gettext_lazy("Sản phẩm"),
    "due": gettext_lazy("Thời hạn"),
    "recurrence": gettext_lazy("Lặp lại"),
    "dimension": gettext_lazy("Nội dung của chỉ số"),
    "lead": gettext_lazy("Chủ trì"),
    "responsible": gettext_lazy("Thực hiện"),
    "cooperate": gettext_lazy("Phối hợp"),
}


def roles() -> tuple[tuple[str, str], ...]:
    return tuple((one, str(FIELDS[one])) for one in ("lead", "responsible", "cooperate"))


def day(iso: date | str | None) -> str:
    """A day, or an ISO day or month, as officials write it."""
    if not iso:
        return ""
    if isinstance(iso, date):
        return f"{iso:%d/%m/%Y}"
    return "/".join(reversed(iso.split("-")))


def report_due(kind: str, due: date | str | None, recurring: str | None, day_of_month: int | None) -> str:
    """When a report of a kind is due: once, every year, or on a day of every month or of every quarter's last."""
    if due:
        return day(due)
    if recurring:
        return _("%(day)s hằng năm") % {"day": day(recurring)}
    if not day_of_month:
        return ""
    words = _("ngày %(day)s tháng cuối quý") if kind == "quarterly" else _("ngày %(day)s hằng tháng")
    return words % {"day": day_of_month}


def window(first: date | str | None, last: date | str | None) -> str:
    """From when to when the figures of a report run."""
    parts = ((_("từ %(day)s"), day(first)), (_("đến %(day)s"), day(last)))
    return " ".join(words % {"day": when} for words, when in parts if when)


def years(first: int | None, last: int | None) -> str:
    if first is None:
        return ""
    if last in (None, first):
        return _("Năm %(year)s") % {"year": first}
    return _("Giai đoạn %(first)s–%(last)s") % {"first": first, "last": last}


def value(sign: str | None, number: object, unit: str | None) -> str:
    """A target's value with its sign and unit: "từ 85 %"."""
    written = comma(number) if isinstance(number, float) else str(number)
    whole = written.removesuffix(f"{get_format('DECIMAL_SEPARATOR')}0")
    said = f"{whole} {unit or ''}".strip()
    return SIGNS[sign] % {"value": said} if sign in SIGNS else said


def comma(number: object) -> str:
    """A number with the decimal comma, in English with a point."""
    return re.sub(r"(?<=\d)\.(?=\d)", get_format("DECIMAL_SEPARATOR"), str(number))


def told(problem: Problem) -> str:
    """A problem in one line: what is wrong, and how to mend it."""
    return f"{problem.what[:1].upper()}{problem.what[1:]}; {problem.fix}."


def listed(parts: list[str]) -> str:
    """ "a, b và c"."""
    return _(" và ").join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)
