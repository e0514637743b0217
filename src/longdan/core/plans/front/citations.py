"""References to documents by their numbers: "Quyết định số 108/QĐ-UBND ngày 21/01/2021"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from longdan.core.plans.front.document_types import TYPE_CODES
from longdan.core.plans.words.stream import UPPER, phrases

_WORD = rf"[{UPPER}][{UPPER}A-Za-zđ]*\d{{0,3}}"
_LINK = r"(?:\s?[-–‑]\s?|\s?&\s?)"
SYMBOL = rf"{_WORD}(?:{_LINK}{_WORD})*(?:/{_WORD})?"
_SERIAL = r"(?<![\w/.,-])(\d{1,6}[a-zđ]{0,2})"
NUMBER = re.compile(
    rf"{_SERIAL}\s?/\s?(?:((?:19|20)\d\d)\s?/\s?)?({_WORD}(?:{_LINK}{_WORD})*)(?![{UPPER}\w])"  # 13/2018/NĐ-CP, 108/QĐ-UBND
    rf"|{_SERIAL}\s?[-–‑]\s?({_WORD}\s?/\s?{_WORD}(?:{_LINK}{_WORD})*)(?!\w)"  # of the Party: 17-NQ/TU
)
_DAY = r"(?P<day>\d{1,2})\s*(?:[/.-]\s*(?P<month>\d{1,2})\s*[/.-]|tháng\s*(?P<month_word>\d{1,2})\s*năm)\s*(?P<year>\d{4})(?!\d)"
_DATE_AFTER = re.compile(rf"[\s,(]*(?:ban hành\s*)?(?:cùng\s*)?ngày\s*{_DAY}", re.IGNORECASE)
_BY_ISSUER = r"\s+(?:của|do)\s(?:(?!\b(?:về|từ|đến|trước|sau|kể)\b)[^,;:.()“”\"\d]){3,70}?"
_DATE_LATER = re.compile(rf"{_BY_ISSUER}[\s,(]*ngày\s*{_DAY}")
_JOINED = re.compile(r"\s*(?:,|;|và|,\s*và)\s*(?:số\s*)?")
_ORGANISATIONS = ("UBND", "HĐND", "TTg", "CP", "TW", "TU", "BNV", "BTTTT", "BTP", "BTC", "VPCP", "BKHĐT", "BCĐ", "MTTQ")
_MISSPELT = {"ND": "NĐ", "QD": "QĐ", "CD": "CĐ"}
_TYPE_WORDS = phrases(
    "quyết định", "nghị quyết", "kế hoạch", "chỉ thị", "công văn", "văn bản", "thông báo", "báo cáo", "tờ trình", "kết luận",
    "thông tư", "nghị định", "luật", "hướng dẫn", "đề án", "chương trình",
)  # fmt: skip
_NAMED = re.compile(rf"{_TYPE_WORDS}\s+(?:số\s*:?\s*)?$", re.IGNORECASE)
_DATE_BEFORE = re.compile(rf"[Nn]gày\s*{_DAY}[,\s]+[^.;:\d]{{3,90}}?(?:ban\s+hành|ký|phê\s+duyệt)\s+[^.;:,\d]{{3,40}}?số\s*$")
_LICENCE = re.compile(r"giấy\s+phép(?:\s+[^\d.;:]{1,80})?\s*:?\s*$", re.IGNORECASE)  # of a site, that stands at its foot
_ALSO_ISSUED = re.compile(rf"(?:(?!ngày\s+\d)[^.]){{0,400}}?(?:;|\bvà)\s*(?:và\s+)?{_TYPE_WORDS}\s+số\s*:?\s*", re.IGNORECASE)
_OWN_FORMS = re.compile(r"(?:mẫu|biểu|phiếu|phụ lục|điều|khoản)\s*(?:số\s*)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Citation:
    number: str
    issued: date | None
    start: int
    end: int

    @property
    def as_written(self) -> str:
        return f"{self.number} {self.issued.isoformat()}" if self.issued else self.number


def find(words: str, start: int = 0, end: int | None = None) -> list[Citation]:
    """Every reference between two positions of a stream, in order."""
    found = list(_numbers(words, start, len(words) if end is None else end))
    opened = _dates_of_openings(words, found)
    dates = [_date_after(words, number_end) or before for (_, _, number_end), before in zip(found, opened, strict=True)]
    for at in reversed(range(len(found) - 1)):  # "số 01/NQ-CP, 02/NQ-CP ngày 05/01/2024" gives both their date
        if dates[at] is None and _JOINED.fullmatch(words, found[at][2], found[at + 1][1]):
            dates[at] = dates[at + 1]
    return [Citation(number, issued, begin, stop) for (number, begin, stop), issued in zip(found, dates, strict=True)]


def _dates_of_openings(words: str, found: list[tuple[str, int, int]]) -> list[date | None]:
    """ "Ngày 10/4/2024, Bộ Nội vụ ban hành Quyết định số 1 về …; Quyết định số 2 …": the day of both."""
    dates = [_date_before(words, start) for _, start, _ in found]
    for at in range(1, len(found)):
        if dates[at] is None and dates[at - 1] and _ALSO_ISSUED.fullmatch(words, found[at - 1][2], found[at][1]):
            dates[at] = dates[at - 1]
    return dates


def _numbers(words: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    for match in NUMBER.finditer(words, start, end):
        serial, year, symbol, party_serial, party_symbol = match.groups()
        before = words[max(0, match.start() - 30) : match.start()]
        named = bool(_NAMED.search(before))
        number = f"{party_serial}-{symbol_of(party_symbol)}" if party_serial else state_number(serial, year, symbol, named=named)
        licence = _LICENCE.search(words, max(0, match.start() - 110), match.start())
        if number and not licence and not _OWN_FORMS.search(before):
            yield number, match.start(), match.end()


def state_number(serial: str, year: str | None, symbol: str, *, named: bool = False) -> str | None:
    """A number of the State's form; None where no symbol stands behind the stroke ("24/7", "01/TCD") and no document is named."""
    symbol = symbol_of(symbol)
    if year is None and "-" not in symbol and not named:
        return None
    return "/".join(part for part in (serial, year, symbol) if part)


def symbol_of(words: str) -> str:
    """A symbol as it is meant: no blanks inside, a lost hyphen set, "ND-CP" as "NĐ-CP"."""
    symbol = re.sub(r"[–‑]", "-", re.sub(r"\s", "", words))
    head, link, rest = symbol.partition("-")
    if link:
        return f"{_MISSPELT.get(head, head)}-{rest}"
    for code in (*TYPE_CODES, *_MISSPELT):
        if symbol.startswith(code) and symbol[len(code) :].startswith(_ORGANISATIONS):
            return f"{_MISSPELT.get(code, code)}-{symbol[len(code) :]}"
    return symbol


def _date_after(words: str, position: int) -> date | None:
    for pattern in (_DATE_AFTER, _DATE_LATER):
        if match := pattern.match(words, position):
            return _date(match)
    return None


def _date_before(words: str, position: int) -> date | None:
    match = _DATE_BEFORE.search(words, max(0, position - 170), position)
    return _date(match) if match else None


def _date(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["year"]), int(match["month"] or match["month_word"]), int(match["day"]))
    except ValueError:
        return None


def listed(citations: Sequence[Citation], also: Sequence[Citation] = ()) -> tuple[str, ...]:
    """Each number once, with its date where any of its mentions gives one, be it among those that are ``also`` at hand."""
    dates: dict[str, date | None] = {}
    known = {citation.number: citation.issued for citation in also if citation.issued}
    for citation in citations:
        dates[citation.number] = dates.get(citation.number) or citation.issued or known.get(citation.number)
    return tuple(Citation(number, issued, 0, 0).as_written for number, issued in dates.items())
