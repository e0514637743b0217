"""How plans write scores, ranks, groups, rates and counts of things."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from longdan.core.plans.stream import UPPER

NUMBER = r"\d{1,3}(?:\.\d{3})+(?![\d.,])|\d+(?:[.,]\d+)?"
_AT_LEAST = r"(?:ít\s+nhất|tối\s+thiểu|không\s+thấp\s+hơn|không\s+dưới|≥|>=|từ\s+trên|từ|đạt\s+và\s+vượt|tăng\s+từ)"
_MORE = r"(?:trên|hơn|cao\s+hơn|lớn\s+hơn|vượt|>)"
_AT_MOST = r"(?:tối\s+đa|không\s+quá|không\s+vượt\s+quá|dưới|≤|<=|<|nhỏ\s+hơn|còn)"
_BOUND = rf"(?:(?P<ge>{_AT_LEAST})|(?P<gt>{_MORE})|(?P<le>{_AT_MOST}))"
_UP = r"(?P<up>\s*(?:trở\s+lên|hoặc\s+cao\s+hơn))"
_RANGE = rf"(?P<n>{NUMBER})(?:\s*(?:%|điểm|bậc)?\s*(?:-|–|đến)\s*(?:{NUMBER}))?"
RATE = re.compile(rf"(?:{_BOUND}\s*)?(?<![\d.,/]){_RANGE}\s*(?:%|phần\s+trăm){_UP}?", re.IGNORECASE)
SCORE = re.compile(rf"(?:{_BOUND}\s*)?(?<![\d.,/]){_RANGE}\s*(?:/\s*(?P<of>\d+)\s*)?điểm(?!\s*(?:cầu|đến|bưu|trường|tiếp|nghẽn|nóng|số\s+\d)){_UP}?", re.IGNORECASE)
RANK_CHANGE = re.compile(rf"(?P<way>tăng|giảm|nâng|cải\s+thiện|tụt|lùi|vượt)(?:\s+(?:thêm|lên|được|khoảng))*\s*(?:{_BOUND}\s*)?{_RANGE}\s*(?:bậc|hạng|thứ\s+hạng){_UP}?", re.IGNORECASE)
RANK_CHANGE_TOO = re.compile(
    rf"(?P<way>tăng|giảm)\s+(?:lên\s+)?(?:{NUMBER})\s*(?:điểm|%)\s*(?:,|và|,\s*và)\s*(?P<n>\d{{1,2}})\s*(?:bậc|hạng)", re.IGNORECASE  # "tăng 4,64 điểm và 20 bậc"
)
RANK = re.compile(
    rf"(?:(?:xếp|đứng)(?:\s+(?:hạng|thứ\s+hạng|thứ|vị\s+trí|ở|trong|từ|hạng\s+thứ|vị\s+thứ))*|thứ\s+hạng(?:\s+\w+){{0,2}}?|vị\s+trí(?:\s+thứ)?|hạng(?:\s+thứ)?|vị\s+thứ)"
    rf"\s*:?\s*(?P<n>\d{{1,2}})(?!\d)(?:\s*[-–]\s*\d{{1,2}}(?!\d))?(?:\s*/\s*(?P<of>\d{{2,3}}))?(?!\s*(?:%|điểm|[.,]\d|/\d|năm|bậc|nhiệm|mục))",
    re.IGNORECASE,
)
TOP = re.compile(
    rf"(?:nhóm|top|tốp|(?:nằm|đứng|xếp|lọt)\s+(?:trong|vào))(?:\s+(?:các|những|trong))?\s+(?P<n>\d{{1,2}})(?!\d)(?:\s*/\s*(?P<of>\d{{2,3}}))?\s*(?:tỉnh|địa\s+phương|đơn\s+vị|thành\s+phố|dẫn|đứng|đầu|cao|cả\s+nước|[.,;{UPPER}])",
    re.IGNORECASE,
)
_LEVEL = (
    r"(?:trung\s+bình\s+cao|trung\s+bình\s+thấp|trung\s+bình\s*-?\s*khá|trung\s+bình|cao\s+nhất|thấp\s+nhất|dẫn\s+đầu(?:\s+(?:cả\s+nước|toàn\s+quốc))?|rất\s+tốt|tốt|khá|cao)"
    r"(?:\s*\(\s*nhóm\s+[\w]+\s*\))?(?:\s+trở\s+lên)?"
)
GROUP = re.compile(
    rf"(?:\bnhóm|\bxếp\s+loại|chất\s+lượng\s+điều\s+hành|\bđạt\s+mức)\b[^.;:%\d]{{0,90}}?[\s“\"'](?P<level>{_LEVEL})(?!\w)|\b[Nn]hóm\s*[“\"']?(?P<letter>[A-E])(?!\w)",
    re.IGNORECASE,
)
_TWO_WORDS = (
    r"(?:cơ|doanh|đơn|mô|hội|thủ|dịch|sáng|sản|cán|công|tiêu|dự|thành|lĩnh|chuyên|phóng|nhiệm|hợp|hộ|nền|giải|hệ|trung|khu|cụm|cổng)"
    r"\s+(?:quan|nghiệp|vị|hình|nghị|thảo|tục|vụ|kiến|phẩm|bộ|chức|chí|án|viên|vực|mục|đề|sự|tác\s+xã|gia\s+đình|tảng|pháp|thống|tâm|công\s+nghiệp|dân|thông\s+tin)"
)
COUNT = re.compile(
    rf"(?:(?P<ge>ít\s+nhất|tối\s+thiểu|không\s+dưới|≥)|(?P<le>không\s+quá|tối\s+đa|≤))(?:\s+(?:là|có|được|tại|từ))*\s*(?P<n>\d{{1,3}}(?:\.\d{{3}})+|\d{{1,6}})(?!\d|[.,/]\d)\s*"
    rf"(?!%|điểm|bậc|hạng|năm|tháng|tuần|quý|triệu|tỷ|tỉ\s|đồng|lần|mét|km|ha\b|m2|số\b)(?P<unit>(?:{_TWO_WORDS})|[^\W\d_]+)",
    re.IGNORECASE,
)
_OF_TIME = ("ngày", "giờ", "phút")
INDEX_VALUE = re.compile(rf"(?:đạt|được|lên|mức)\s+(?:{_BOUND}\s*)?(?P<n>0[.,]\d{{2,4}})(?![\d%]|\s*(?:%|điểm|/)){_UP}?", re.IGNORECASE)  # DTI: 0,6874

_WORTH_READING = re.compile(r"\d|nhóm|xếp loại|mức|chất lượng", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure in a text, between ``start`` and ``end``."""

    kind: str  # rank | score | group | rate | count
    value: float | str
    start: int
    end: int
    unit: str | None = None
    op: str | None = None
    of: int | None = None
    change: int = 0  # 1: a rise by the value, -1: a fall


def number(written: str, *, thousands: bool = True) -> float:
    """"87,07", "85.42", "05", "1.250" as numbers."""
    if thousands and re.fullmatch(r"\d{1,3}(?:\.\d{3})+", written):
        return float(written.replace(".", ""))
    return float(written.replace(",", "."))


def find(words: str, start: int, end: int) -> list[Measure]:
    """Every figure between two positions, in order; no two of them share their words."""
    found: list[Measure] = []
    for measure in _candidates(words, start, end):
        if all(measure.end <= other.start or other.end <= measure.start for other in found):
            found.append(measure)
    return sorted(found, key=lambda each: each.start)


def _candidates(words: str, start: int, end: int) -> Iterator[Measure]:
    if _WORTH_READING.search(words, start, end) is None:
        return
    yield from (_rank_change(match) for match in RANK_CHANGE.finditer(words, start, end))
    yield from (_second_change(match) for match in RANK_CHANGE_TOO.finditer(words, start, end))
    yield from (_rate(words, match) for match in RATE.finditer(words, start, end))
    yield from (_score(words, match) for match in SCORE.finditer(words, start, end))
    yield from (_rank(match, "<=") for match in TOP.finditer(words, start, end) if not COUNT.search(words, max(start, match.start() - 60), match.start()))
    yield from (_rank(match, None) for match in RANK.finditer(words, start, end))
    yield from (_group(match) for match in GROUP.finditer(words, start, end))
    yield from (_index_value(match) for match in INDEX_VALUE.finditer(words, start, end))
    yield from (count for match in COUNT.finditer(words, start, end) if (count := _count(match)))


def _rank_change(match: re.Match[str]) -> Measure:
    fall = match["way"].lower() in {"giảm", "tụt", "lùi"}
    return Measure("rank", number(match["n"]), *match.span(), "bậc", _op(match), change=-1 if fall else 1)


def _second_change(match: re.Match[str]) -> Measure:
    fall = match["way"].lower() == "giảm"
    return Measure("rank", number(match["n"]), match.start("n"), match.end(), "bậc", change=-1 if fall else 1)


def _rate(words: str, match: re.Match[str]) -> Measure:
    return Measure("rate", number(match["n"], thousands=False), *match.span(), "%", _op(match), change=_change(words, match.start()))


def _score(words: str, match: re.Match[str]) -> Measure:
    unit = f"điểm/{match['of']}" if match["of"] else "điểm"
    return Measure("score", number(match["n"], thousands=False), *match.span(), unit, _op(match), change=_change(words, match.start()))


def _rank(match: re.Match[str], op: str | None) -> Measure:
    return Measure("rank", float(match["n"]), *match.span(), "hạng", op, int(match["of"]) if match["of"] else None)


def _group(match: re.Match[str]) -> Measure:
    return Measure("group", re.sub(r"\s+", " ", match["level"] or match["letter"]), *match.span())


def _index_value(match: re.Match[str]) -> Measure:
    return Measure("score", number(match["n"], thousands=False), *match.span(), None, _op(match))


def _count(match: re.Match[str]) -> Measure | None:
    """Things counted; days and hours are a time limit unless they are the most that may pass."""
    unit = re.sub(r"\s+", " ", match["unit"])
    if match["ge"] and unit.split()[0].lower() in _OF_TIME:
        return None
    return Measure("count", number(match["n"]), *match.span(), unit, _op(match))


def _change(words: str, start: int) -> int:
    before = re.sub(r"\s+", " ", words[max(0, start - 25) : start]).lower().rstrip()
    if re.search(r"(?:tăng|nâng|cao hơn)(?: thêm| lên| được)?$|cao hơn(?: so với)?(?: năm \d{4})?(?: là)?$", before):
        return 1
    return -1 if re.search(r"(?:giảm|thấp hơn)(?: đi| xuống)?$|thấp hơn(?: so với)?(?: năm \d{4})?(?: là)?$", before) else 0


def _op(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    if groups.get("ge") or groups.get("up"):
        return ">="
    if groups.get("gt"):
        return ">"
    return "<=" if groups.get("le") else None
