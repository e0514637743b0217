"""Lines that say of the task above them who leads, who joins, when and with what product."""

import re
from dataclasses import dataclass
from enum import StrEnum

from longdan.core.documents import wrapping_words
from longdan.core.plans.words.agencies import fold


class Attribute(StrEnum):
    LEAD = "lead"
    COOPERATING = "cooperating"
    RESPONSIBLE = "responsible"
    TIME = "time"
    PRODUCT = "product"
    CONTENT = "content"
    OTHER = "other"


# Looked for in the label's words, in this order.
_KINDS = (
    (Attribute.CONTENT, r"^nội dung"),
    (Attribute.LEAD, r"chủ trì"),
    (Attribute.COOPERATING, r"phối hợp|cùng thực hiện|tham gia"),
    (Attribute.TIME, r"^(?:thời (?:gian|hạn|điểm)|tiến độ|lộ trình|hoàn thành)"),
    (Attribute.PRODUCT, r"^(?:sản phẩm|kết quả)"),
    (
        Attribute.RESPONSIBLE,
        r"^(?:các )?(?:cơ quan|đơn vị|cấp|bộ phận|phòng)|^(?:đầu mối|phân công|trách nhiệm|người|cá nhân|lãnh đạo|thực hiện)",
    ),
)
_MARKS = re.compile(r"^(?:(?:[-+*•(]|[a-zđ]\)|\d{1,2}[.)])\s*)+")
_LABEL = re.compile(wrapping_words.LABEL.pattern, re.IGNORECASE)
_KIND = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)


@dataclass(frozen=True, slots=True)
class AttributeLine:
    kind: Attribute
    value: str
    start: int  # of the value, in the line


def attribute(text: str) -> AttributeLine | None:
    """What an attribute line says; None where the paragraph is no such line."""
    match = _LABEL.match(text)
    if not match:
        return None
    label = fold(_MARKS.sub("", match.group()).rstrip(" :"))
    kind = next((kind for kind, pattern in _KIND if pattern.search(label)), Attribute.OTHER)
    value = text[match.end() :]
    start = match.end() + len(value) - len(value.lstrip())
    if value.count(")") > value.count("("):
        value = value.rstrip(" .;").removesuffix(")")
    return AttributeLine(kind, value.strip(), start)
