"""Reads a scoring text that gives a share of the most points: every clause of it must be understood, else none is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from longdan.core.catalogue.annexes.scoring import percents
from longdan.core.vietnamese import fold

_FIGURE = r"\d+(?:[.,]\d+)?"
# A new clause begins after a sign, and before words that open one, as the lines of a cell may have been lost.
_CLAUSES = re.compile(r";|\n|\.\s+|,?\s+(?=trong đó\b|nếu\b|trường hợp\b|[ab]\s+là\b)|,\s+(?=[ab]\s*[:=])", re.IGNORECASE)
_LEAD = (
    r"(?:thì\s+)?(?:(?:số\s+)?điểm(?:\s+đánh giá)?\s*)?(?:được\s+)?"
    r"(?:(?:tính\s+)?(?:điểm\s+)?(?:theo\s+)?công thức(?:\s+sau)?|=|là|bằng)?\s*:?\s*"
)
_TIMES = rf"\s*(?:[*×x]|\.(?=\S))\s*(?:điểm tối đa|(?P<{{}}>{_FIGURE}))(?:\s*(?:điểm|đ))?"
_FORMULA = re.compile(
    rf"(?:(?P<range>[^:;]*%[^:;]*?)\s*(?::|thì|,)\s*)?{_LEAD}(?:"
    rf"(?:tỷ lệ\s*)?\(?\s*(?P<above>[ab])\s*/\s*(?P<below>[ab])\s*\)?{_TIMES.format('times')}"
    rf"|\(?\s*(?P<named>tỷ lệ[^;:()/\d]*?){_TIMES.format('share')}\s*\)?\s*/\s*100\s*%?)",
    re.IGNORECASE,
)
_MEANING = re.compile(r"(?:trong đó|với)?\s*[:,]?\s*(?P<letter>[ab])\s*(?:là|:|=)\s*(?P<meaning>.+)", re.IGNORECASE)
_NO_MEANING = re.compile(r"\d|\b(?:điểm|thì|nếu|trừ|càng)\b", re.IGNORECASE)
_GIVES = r"\s*(?::|thì|,|=|→|-|–)?\s*(?:(?:số\s+)?điểm(?:\s+đánh giá)?)?\s*(?:được|là|bằng|=|:)?\s*"
_FLOOR = re.compile(
    rf"(?P<of>[^\d;:<>≤≥]*?)(?:dưới|<|nhỏ hơn|thấp hơn)\s*(?P<floor>{_FIGURE})\s*(?P<percent>%)?[^\d;:<>≤≥]*?{_GIVES}"
    r"(?:0(?:[.,]0+)?(?:\s*(?:điểm|đ))?|không (?:được|có|tính) điểm)",
    re.IGNORECASE,
)
_FULL = re.compile(
    rf"(?P<of>[^\d;:<>≤≥]*?)100\s*%[^\d;:<>≤≥]*?{_GIVES}(?:(?P<points>{_FIGURE})(?:\s*(?:điểm|đ))?|điểm tối đa)", re.IGNORECASE
)
_EMPTY = re.compile(rf"trong đó|với|{_LEAD}", re.IGNORECASE)
_AGAINST = ("khong", "chua", "qua han", "tre", "cham", "muon", "sai", "vi pham", "ton dong")  # more of it is worse
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Share:
    """What is divided by what ("", "" for a share that is given itself), what the letters mean, the percent of the floor."""

    above: str
    below: str
    meanings: dict[str, str]
    floor: Decimal


def read_share(words: Sequence[str], most: Decimal) -> Share | str:
    """The share that the clauses of a cell tell; else, in words, what is not understood."""
    read = [(_clause(clause), clause) for clause in _clauses(words)]
    strange = next((clause for found, clause in read if found is None), None)
    if strange is not None:
        return f"trong cách chấm có câu máy chưa hiểu: “{strange[:80]}”"
    by_form = {form: [found for found, _ in read if found and found.re is form] for form in _FORMS}
    meanings = {found["letter"].casefold(): found["meaning"].strip() for found in by_form[_MEANING]}
    shares = {(_lower(found["above"]), _lower(found["below"])) for found in by_form[_FORMULA]}
    if len(shares) != 1:
        return "công thức không phải là một tỷ lệ nhân điểm tối đa"
    [(above, below)] = shares
    if any(_decimal(points) not in (None, most) for points in _points(by_form)):
        return "công thức hoặc mức đủ điểm khác điểm tối đa"
    floors = {_percent(found) for found in by_form[_FLOOR]}
    if len(floors) > 1 or any(not _fits(found["range"], floors) for found in by_form[_FORMULA]):
        return "không rõ dưới ngưỡng của công thức được bao nhiêu điểm"
    if against := next(filter(_is_against, _of_what(by_form, meanings.get(above, ""))), None):
        return f"tỷ lệ đếm điều càng ít càng tốt: “{against.strip()[:80]}”"
    return Share(above, below, meanings, floors.pop() if floors else Decimal(0))


_FORMS = (_FORMULA, _MEANING, _FLOOR, _FULL, _EMPTY)
_ByForm = dict[re.Pattern[str], list[re.Match[str]]]


def _clauses(words: Sequence[str]) -> list[str]:
    cut = (clause.strip(" .,:-+•") for line in words for clause in _CLAUSES.split(line))
    return [clause for clause in cut if clause]


def _clause(clause: str) -> re.Match[str] | None:
    """The form that the whole of a clause has."""
    found = next((found for form in _FORMS if (found := form.fullmatch(clause))), None)
    return None if found and found.re is _MEANING and _NO_MEANING.search(found["meaning"]) else found


def _points(found: _ByForm) -> list[str | None]:
    return [one for formula in found[_FORMULA] for one in (formula["times"], formula["share"])] + [
        full["points"] for full in found[_FULL]
    ]


def _of_what(found: _ByForm, numerator: str) -> list[str]:
    """The words for what the shares are of."""
    said = [one for formula in found[_FORMULA] for one in (formula["range"], formula["named"])]
    return [numerator, *filter(None, said), *(one["of"] for form in (_FLOOR, _FULL) for one in found[form])]


def _fits(words: str | None, floors: set[Decimal]) -> bool:
    """Whether the range of a formula goes from the floor to a hundred percent."""
    if words is None:
        return True
    band = percents(words)
    if band is None or (band.high is not None and band.high != _HUNDRED):
        return False
    return band.low is None or (band.low_included and floors == {band.low})


def _percent(floor: re.Match[str]) -> Decimal:
    number = Decimal(floor["floor"].replace(",", "."))
    return number if floor["percent"] or number > 1 else Decimal(f"{(number * _HUNDRED).normalize():f}")  # 80, as people write it


def _is_against(words: str) -> bool:
    told = f" {fold(words)} "
    return any(f" {one} " in told for one in _AGAINST)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text.replace(",", "."))


def _lower(text: str | None) -> str:
    return (text or "").casefold()
