"""Names of agencies that are whole as they stand, so that what follows them in small letters is what the agency does."""

import re

from longdan.core.plans.words.agency_names import KNOWN, UNITS
from longdan.core.plans.words.agency_words import AFTER_NAMES, BODIES
from longdan.core.plans.words.stream import UPPER


def _any(words: tuple[str, ...]) -> str:
    longest_first = "|".join(sorted(words, key=len, reverse=True))
    return f"(?:{longest_first})".replace(" ", r"\s+")


_WORD = rf"[{UPPER}][\w’']*"
_PLACE = rf"{_WORD}(?:\s+(?:-\s+)?{_WORD}){{0,3}}"
_UNIT = _any(UNITS)
_UNITS = rf"(?:(?:các|cấp)\s+)?{_UNIT}(?:(?:\s*,|\s+và)\s+(?:các\s+)?{_UNIT})*"
_MORE = rf"(?:(?:\s*,|\s+và)\s+(?:{_UNIT}\s+)?{_PLACE})"
_WHERE = rf"{_UNITS}(?::\s+{_PLACE}{_MORE}+|(?:\s+{_PLACE}{_MORE}*)?)"
_COMMITTEE = r"(?:UBND|Ủy\s+ban\s+nhân\s+dân|HĐND|Hội\s+đồng\s+nhân\s+dân)"
_LED = (
    r"(?:(?:[Cc]hủ\s+tịch|[Gg]iám\s+đốc|[Cc]hánh(?=\s+[VT])|[Ll]ãnh\s+đạo|[Tt]hủ\s+trưởng"
    r"|[Tt]rưởng(?=\s+Phòng|\s+Công\s+an))\s+)*"
)
_BODY = (
    rf"(?:(?:Sở|Phòng|Bộ|Ban|Thanh\s+tra\s+Sở)\s+{_any(KNOWN)}(?:\s+(?:{_WHERE}|{_WORD}\s+{_WORD}))?"
    rf"|(?:(?:Văn\s+phòng\s+)?{_COMMITTEE}(?:\s+và\s+{_COMMITTEE})?|{_any(BODIES)})\s+{_WHERE}"
    r"|[Tt]ổ\s+trưởng\s+(?:các\s+)?tổ\s+dân\s+phố|[Tt]rưởng\s+(?:các\s+)?(?:thôn|bản|ấp|xóm|khóm|khu\s+phố|tổ\s+dân\s+phố|phòng)"
    r"|Văn\s+phòng\s+(?:Sở|Ban|Cục|Chi\s+cục|Tỉnh\s+ủy|Thành\s+ủy|Đảng\s+ủy)"
    rf"|(?:[Cc]ác\s+)?[Ss]ở,\s+(?:[Bb]an,\s+)?[Nn]gành(?:\s+{_UNITS})?)"
)
_NAME = rf"{_LED}{_BODY}(?:\s*\([^()]*\))?"
_WHOLE = re.compile(rf"(?>{_NAME}(?:(?:\s*[,;]|\s+và)\s+{_NAME})*)(?=\s+(?P<next>\w+(?:\s+\w+)?))")
_GOES_ON = re.compile(rf"{_any(AFTER_NAMES)}(?!\w)|cùng\s+(?:với|các|[{UPPER}])")
_PARTS = {part.strip().lower() for field in KNOWN for part in re.split(r",|\svà\s|\s-\s", field)}  # "Phòng Kinh tế hạ tầng"


def whole_end(name: str) -> int | None:
    """Where a name ends that the words begin with, where it surely does: behind it stands a small letter that begins no
    further part of a name. ``name``: with tone marks of the new style."""
    match = _WHOLE.match(name)
    if match is None or not match["next"][0].islower() or _GOES_ON.match(match["next"]) or match["next"] in _PARTS:
        return None
    return match.end()
