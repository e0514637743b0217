"""The national and provincial indices that plans speak of, with the names that documents give them."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IndexName:
    code: str
    names: tuple[str, ...]  # as regular expressions; a blank stands for any white space


INDEX_NAMES = (
    IndexName("PAPI", (r"PAPI", r"hiệu quả quản trị (?:và|,) ?hành chính công")),
    IndexName(
        "SIPAS",
        (
            r"SIPAS",
            r"chỉ số (?:đo lường )?(?:mức độ |về )?(?:sự )?hài lòng",
            r"đo lường (?:mức độ )?(?:sự )?hài lòng của (?:người dân|tổ chức|cá nhân)",
            r"hài lòng (?:về|đối với) sự phục vụ hành chính",
        ),
    ),
    IndexName("PAR INDEX", (r"PAR[ -]?IN?DEX", r"chỉ số (?:đánh giá )?(?:công tác )?(?:cải cách hành chính|CCHC)", r"PARINDEX")),
    IndexName("PCI", (r"PCI", r"năng lực cạnh tranh cấp tỉnh")),
    IndexName("DTI", (r"DTI", r"chỉ số (?:đánh giá )?(?:mức độ )?chuyển đổi số")),
    IndexName("ICT INDEX", (r"ICT[ -]?INDEX", r"sẵn sàng (?:cho )?phát triển và ứng dụng (?:công nghệ thông tin|CNTT)")),
    IndexName(
        "PACA",
        (
            r"PACA(?: INDEX)?",
            r"chỉ số (?:đánh giá )?(?:công tác )?phòng,? ?chống tham nhũng",
            r"đánh giá công tác phòng,? ?chống tham nhũng",
        ),
    ),
    IndexName("DDCI", (r"DDCI", r"năng lực cạnh tranh (?:cấp )?(?:các )?(?:sở|huyện|cấp huyện|cơ sở)")),
    IndexName("PGI", (r"PGI", r"chỉ số xanh(?: cấp tỉnh)?")),
)
_GROUPS = "|".join(f"(?P<i{at}>{'|'.join(name.names)})".replace(" ", r"\s+") for at, name in enumerate(INDEX_NAMES))
_NAME = re.compile(rf"(?<![\w-])(?:{_GROUPS})(?!\w)", re.IGNORECASE)


def mentions(words: str, start: int = 0, end: int | None = None) -> list[tuple[str, int, int]]:
    """Every mention of an index as (code, start, end), in order; a name with its code in brackets behind it is two mentions."""
    found = _NAME.finditer(words, start, len(words) if end is None else end)
    return [(INDEX_NAMES[int((match.lastgroup or "i0")[1:])].code, match.start(), match.end()) for match in found]


def codes(words: str) -> tuple[str, ...]:
    """The indices that a text names, each once, in order."""
    return tuple(dict.fromkeys(code for code, _, _ in mentions(words)))
