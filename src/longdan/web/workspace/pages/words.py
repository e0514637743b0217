"""Words of the plan language as screens write them: kinds of reports and targets, days that come again, years."""

import re
from datetime import date

from longdan.core.problems import Problem

REPORT_KINDS = {
    "monthly": "Báo cáo tháng",
    "quarterly": "Báo cáo quý",
    "six_month": "Báo cáo 6 tháng",
    "nine_month": "Báo cáo 9 tháng",
    "annual": "Báo cáo năm",
}
SIGNS = {">=": "từ", "<=": "không quá", ">": "trên"}
FIELDS = {
    "text": "Nội dung",
    "product": "Sản phẩm",
    "due": "Thời hạn",
    "recurrence": "Lặp lại",
    "dimension": "Nội dung của chỉ số",
    "lead": "Chủ trì",
    "responsible": "Thực hiện",
    "cooperate": "Phối hợp",
}
ROLES = (("lead", "Chủ trì"), ("responsible", "Thực hiện"), ("cooperate", "Phối hợp"))


def day(iso: date | str | None) -> str:
    """A day, or an ISO day or month, as officials write it."""
    if not iso:
        return ""
    if isinstance(iso, date):
        return f"{iso:%d/%m/%Y}"
    return "/".join(reversed(iso.split("-")))


def report_due(due: date | str | None, recurring: str | None, day_of_month: int | None) -> str:
    """When a report is due: once, every year, or on a day of every month."""
    if due:
        return day(due)
    if recurring:
        return f"{day(recurring)} hằng năm"
    return f"ngày {day_of_month} hằng tháng" if day_of_month else ""


def window(first: date | str | None, last: date | str | None) -> str:
    """From when to when the figures of a report run."""
    parts = (("từ", day(first)), ("đến", day(last)))
    return " ".join(f"{word} {when}" for word, when in parts if when)


def years(first: int | None, last: int | None) -> str:
    if first is None:
        return ""
    return f"Năm {first}" if last in (None, first) else f"Giai đoạn {first}–{last}"


def value(sign: str | None, number: object, unit: str | None) -> str:
    """A target's value with its sign and unit: "từ 85 %"."""
    written = comma(number) if isinstance(number, float) else str(number)
    return " ".join(part for part in (SIGNS.get(sign or "", ""), written.removesuffix(",0"), unit or "") if part)


def comma(number: object) -> str:
    """A number with the decimal comma."""
    return re.sub(r"(?<=\d)\.(?=\d)", ",", str(number))


def told(problem: Problem) -> str:
    """A problem in one line: what is wrong, and how to mend it."""
    return f"{problem.what[:1].upper()}{problem.what[1:]}; {problem.fix}."


def listed(parts: list[str]) -> str:
    """ "a, b và c"."""
    return " và ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)
