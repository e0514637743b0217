"""How plans write scores, ranks, groups, rates and counts of things."""

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass

from longdan.core.plans.words.stream import UPPER, phrases

NUMBER = r"\d{1,3}(?:\.\d{3})+(?![\d.,])|\d+(?:[.,]\d+)?"
_AT_LEAST = phrases("ít nhất", "tối thiểu", "không thấp hơn", "không dưới", "≥", ">=", "từ trên", "từ", "đạt và vượt", "tăng từ")
_MORE = phrases("trên", "hơn", "cao hơn", "lớn hơn", "vượt", ">")
_AT_MOST = phrases("tối đa", "không quá", "không vượt quá", "dưới", "≤", "<=", "<", "nhỏ hơn", "còn")
_BOUND = rf"(?:(?:(?P<ge>{_AT_LEAST})|(?P<gt>{_MORE})|(?P<le>{_AT_MOST}))\s*)?"
_OF_LEVEL = phrases(
    "và", "hoặc", "nhóm", "loại", "mức", "đạt", "có", "khá", "tốt", "giỏi", "cao", "cấp", "bậc", "hạng", "học", "lớp"
)
_UP = rf"(?P<up>(?:\s+(?!{_OF_LEVEL}\b)[^\W\d_]+){{0,3}}?\s*(?:trở\s+lên|hoặc\s+cao\s+hơn))?"  # "25% GRDP trở lên"
_RANGE = rf"(?<![\d.,/])(?P<n>{NUMBER})(?:\s*(?:%|điểm|bậc)?\s*(?:-|–|đến)\s*(?:{NUMBER}))?"
_OTHER_POINTS = phrases("cầu", "đến", "bưu", "trường", "tiếp", "nghẽn", "nóng", r"số \d")  # "điểm cầu", "điểm đến": no score
_PERCENT = r"\d{1,3}(?:[.,]\d+)?"
RATE = re.compile(
    rf"{_BOUND}(?<![\d.,/])(?P<n>{_PERCENT})(?:\s*%?\s*(?:-|–|đến)\s*{_PERCENT})?\s*(?:%|phần\s+trăm){_UP}", re.IGNORECASE
)
SCORE = re.compile(rf"{_BOUND}{_RANGE}\s*(?:/\s*(?P<of>\d+)\s*)?điểm(?!\s*{_OTHER_POINTS}){_UP}", re.IGNORECASE)
INDEX_VALUE = re.compile(  # DTI is published between 0 and 1: "đạt 0,6874"
    rf"(?:đạt|được|lên|mức)\s+{_BOUND}(?P<n>0[.,]\d{{2,4}})(?![\d%]|\s*(?:%|điểm|/)){_UP}", re.IGNORECASE
)
RANK_CHANGE = re.compile(
    rf"(?P<way>tăng|giảm|nâng|cải\s+thiện|tụt|lùi|vượt)(?:\s+(?:thêm|lên|được|khoảng))*\s*{_BOUND}{_RANGE}\s*(?:bậc|hạng|thứ\s+hạng){_UP}",
    re.IGNORECASE,
)
RANK_CHANGE_TOO = re.compile(  # "tăng 4,64 điểm và 20 bậc"
    rf"(?P<way>tăng|giảm)\s+(?:lên\s+)?(?:{NUMBER})\s*(?:điểm|%)\s*(?:,|và|,\s*và)\s*(?P<n>\d{{1,2}})\s*(?:bậc|hạng)",
    re.IGNORECASE,
)
_PLACED = phrases("hạng", "thứ hạng", "thứ", "vị trí", "ở", "trong", "từ", "hạng thứ", "vị thứ")
_OTHER_FIGURES = phrases("%", "điểm", r"[.,]\d", r"/\d", "năm", "bậc", "nhiệm", "mục")
_NO_RANK = rf"(?!\s*{_OTHER_FIGURES})"
RANK = re.compile(
    rf"(?:(?:xếp|đứng)(?:\s+{_PLACED})*|thứ\s+hạng(?:\s+\w+){{0,2}}?|vị\s+trí(?:\s+thứ)?|hạng(?:\s+thứ)?|vị\s+thứ)"
    rf"\s*:?\s*(?P<n>\d{{1,2}})(?!\d)(?:\s*[-–]\s*\d{{1,2}}(?!\d))?(?:\s*/\s*(?P<of>\d{{2,3}}))?{_NO_RANK}",
    re.IGNORECASE,
)
_RANKED = phrases("tỉnh", "địa phương", "đơn vị", "thành phố", "dẫn", "đứng", "đầu", "cao", "cả nước")
TOP = re.compile(
    rf"(?:nhóm|top|tốp|(?:nằm|đứng|xếp|lọt)\s+(?:trong|vào))(?:\s+(?:các|những|trong))?\s+(?P<n>\d{{1,2}})(?!\d)(?:\s*/\s*(?P<of>\d{{2,3}}))?"
    rf"\s*(?:{_RANKED}|[.,;{UPPER}])",
    re.IGNORECASE,
)
_LEVELS = phrases(
    "trung bình cao", "trung bình thấp", "trung bình -? ?khá", "trung bình", "cao nhất", "thấp nhất",
    "dẫn đầu(?: (?:cả nước|toàn quốc))?", "rất tốt", "tốt", "khá", "cao",
)  # fmt: skip
_LEVEL = rf"{_LEVELS}(?:\s*\(\s*nhóm\s+[\w]+\s*\))?(?:\s+trở\s+lên)?"
GROUP = re.compile(
    rf"(?:\bnhóm|\bxếp\s+loại|chất\s+lượng\s+điều\s+hành|\bđạt\s+mức)\b[^.;:%\d]{{0,90}}?[\s“\"'](?P<level>{_LEVEL})(?!\w|\s+nhất)"
    r"|\b[Nn]hóm\s*[“\"']?(?P<letter>[A-E])(?!\w)",
    re.IGNORECASE,
)
_THINGS = (
    "cơ quan", "cán bộ", "cơ sở", "công chức", "chuyên mục", "chuyên đề", "dịch vụ", "doanh nghiệp", "dự án", "đơn vị",
    "giải pháp", "hệ thống", "hội nghị", "hội thảo", "hợp tác xã", "hộ gia đình", "lĩnh vực", "mô hình", "nền tảng",
    "nhiệm vụ", "phóng sự", "sáng kiến", "sản phẩm", "thành viên", "thủ tục", "tiêu chí", "trung tâm",
)  # fmt: skip
_NOT_COUNTED = phrases(
    "%", "điểm", "bậc", "hạng", "năm", "tháng", "tuần", "quý", "triệu", "tỷ", r"tỉ\b", "đồng", "lần", "mét", "km", r"ha\b",
    "m2", "tuổi", r"số\b",
)  # fmt: skip
_WHOLE = r"(?:\d{1,3}(?:\.\d{3})+|\d{1,6})(?!\d|[.,/]\d)"
COUNT = re.compile(
    r"(?:(?P<ge>ít\s+nhất|tối\s+thiểu|không\s+dưới|≥)|(?P<le>không\s+(?:vượt\s+)?quá|tối\s+đa|≤|dưới))(?:\s+(?:là|có|được|tại|từ))*\s*"
    rf"(?P<n>{_WHOLE})\s*(?!{_NOT_COUNTED})(?P<unit>{phrases(*_THINGS)}|[^\W\d_]+)",
    re.IGNORECASE,
)
BARE_COUNT = re.compile(rf"(?<![\d.,/])(?<!\bsố\s)(?P<n>{_WHOLE})\s+(?P<unit>{phrases(*_THINGS)})(?!\w)", re.IGNORECASE)
_WORTH_READING = re.compile(r"\d|nhóm|xếp loại|mức|chất lượng", re.IGNORECASE)
_OF_TIME = ("ngày", "giờ", "phút")


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
    """ "87,07", "85.42", "05", "1.250" as numbers."""
    if thousands and re.fullmatch(r"\d{1,3}(?:\.\d{3})+", written):
        return float(written.replace(".", ""))
    return float(written.replace(",", "."))


def find(words: str, start: int, end: int) -> list[Measure]:
    """Every figure between two positions, in order; no two of them share their words."""
    found: list[Measure] = []  # in order
    for measure in _candidates(words, start, end):
        at = bisect(found, measure.start, key=_start)
        if (at == 0 or found[at - 1].end <= measure.start) and (at == len(found) or measure.end <= found[at].start):
            found.insert(at, measure)
    return found


def _start(measure: Measure) -> int:
    return measure.start


def _candidates(words: str, start: int, end: int) -> Iterator[Measure]:
    if _WORTH_READING.search(words, start, end) is None:
        return
    yield from (_rank_change(match) for match in RANK_CHANGE.finditer(words, start, end))
    yield from (_second_change(match) for match in RANK_CHANGE_TOO.finditer(words, start, end))
    yield from (_rate(words, match) for match in RATE.finditer(words, start, end))
    yield from (_score(words, match) for match in SCORE.finditer(words, start, end))
    yield from (
        _rank(match, "<=")
        for match in TOP.finditer(words, start, end)
        if not COUNT.search(words, max(start, match.start() - 60), match.start())
    )
    yield from (_rank(match, None) for match in RANK.finditer(words, start, end))
    yield from (_group(match) for match in GROUP.finditer(words, start, end))
    yield from (_index_value(match) for match in INDEX_VALUE.finditer(words, start, end))
    yield from (count for match in COUNT.finditer(words, start, end) if (count := _count(match)))
    yield from (count for match in BARE_COUNT.finditer(words, start, end) if (count := _count(match)))


def _rank_change(match: re.Match[str]) -> Measure:
    fall = match["way"].lower() in {"giảm", "tụt", "lùi"}
    return Measure("rank", number(match["n"]), *match.span(), "bậc", _op(match), change=-1 if fall else 1)


def _second_change(match: re.Match[str]) -> Measure:
    fall = match["way"].lower() == "giảm"
    return Measure("rank", number(match["n"]), match.start("n"), match.end(), "bậc", change=-1 if fall else 1)


def _rate(words: str, match: re.Match[str]) -> Measure:
    return Measure(
        "rate", number(match["n"], thousands=False), *match.span(), "%", _op(match), change=_change(words, match.start())
    )


def _score(words: str, match: re.Match[str]) -> Measure:
    unit = f"điểm/{match['of']}" if match["of"] else "điểm"
    return Measure(
        "score", number(match["n"], thousands=False), *match.span(), unit, _op(match), change=_change(words, match.start())
    )


def _rank(match: re.Match[str], op: str | None) -> Measure:
    return Measure("rank", float(match["n"]), *match.span(), "hạng", op, int(match["of"]) if match["of"] else None)


def _group(match: re.Match[str]) -> Measure:
    return Measure("group", re.sub(r"\s+", " ", match["level"] or match["letter"]), *match.span())


def _index_value(match: re.Match[str]) -> Measure:
    return Measure("score", number(match["n"], thousands=False), *match.span(), None, _op(match))


def _count(match: re.Match[str]) -> Measure | None:
    """Things counted; days and hours are a time limit unless they are the most that may pass."""
    unit = re.sub(r"\s+", " ", match["unit"])
    if match.groupdict().get("ge") and unit.split()[0].lower() in _OF_TIME:
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
