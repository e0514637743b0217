"""Words that say "agencies" without telling which: "các cơ quan, đơn vị liên quan"."""

import re

from longdan.core.plans.words.agencies import fold

_KINDS = r"(?:cơ\s+quan|đơn\s+vị|tổ\s+chức|cá\s+nhân|địa\s+phương|đoàn\s+thể|sở|ban|ngành|lực\s+lượng)"
_WHICH = (
    r"(?:(?:có\s+)?liên\s+quan|hữu\s+quan|khác|chức\s+năng|chuyên\s+môn|cùng\s+cấp|theo\s+quy\s+định"
    r"|(?:được\s+(?:giao|phân\s+công)\s+)?(?:chủ\s+trì|phối\s+hợp)"
    r"|(?:cấp\s+|của\s+|trong\s+|thuộc\s+|trên\s+địa\s+bàn\s+)?(?:tỉnh|thành\s+phố|huyện|xã|phường)|các\s+cấp|nêu\s+trên)"
)
_VAGUE = re.compile(
    rf"(?:thủ\s+trưởng\s+|lãnh\s+đạo\s+|người\s+đứng\s+đầu\s+)?(?:tất\s+cả\s+)?(?:các|những|một\s+số|mọi|mỗi)?\s*"
    rf"{_KINDS}(?:(?:\s*,|\s+và)\s+(?:các\s+)?{_KINDS})*(?:\s*,?\s+{_WHICH})*"
)


def names_nobody(name: str) -> bool:
    """Whether words that are matched to no agency and to no group name none, either: nobody can be asked who they are."""
    return bool(_VAGUE.fullmatch(fold(name).strip(" .,;:")))
