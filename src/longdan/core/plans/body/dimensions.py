"""Which content of an index a section of a plan serves."""

import re

from longdan.core.plans.body.sections import is_title
from longdan.core.plans.words.agencies import fold
from longdan.core.plans.words.outline import Node

# The contents of PAPI, in the words by which titles name them.
_PAPI = (
    ("Tham gia của người dân ở cấp cơ sở", r"tham gia của người dân"),
    ("Công khai, minh bạch trong việc ra quyết định", r"công khai,? minh bạch trong|công khai,? minh bạch$"),
    ("Trách nhiệm giải trình với người dân", r"trách nhiệm giải trình"),
    ("Kiểm soát tham nhũng trong khu vực công", r"kiểm soát tham nhũng"),
    ("Thủ tục hành chính công", r"thủ tục hành chính công"),
    ("Cung ứng dịch vụ công", r"cung ứng dịch vụ công"),
    ("Quản trị môi trường", r"quản trị môi trường|nghiêm túc trong bảo vệ môi trường"),
    ("Quản trị điện tử", r"quản trị điện tử"),
)
_NAMES = tuple((name, re.compile(pattern)) for name, pattern in _PAPI)
_QUOTED = re.compile(
    r"(?:nội dung|lĩnh vực|chỉ số(?: nội dung)?|trục nội dung)\s*:?\s*[“\"](?P<name>[^”\"]+)[”\"]", re.IGNORECASE
)
_NAMED = re.compile(r"^(?:các )?(?:nội dung|lĩnh vực|chỉ số nội dung)(?:\s+\d+)?\s*:\s*(?P<name>.+)$", re.IGNORECASE)


def dimension(node: Node) -> str | None:
    """The content that the nearest title names, in the title's own words; None where no title does."""
    for above in node.ancestors():
        if is_title(above) and (name := _named(above.words)):
            return name
    return None


def _named(title: str) -> str | None:
    for pattern in (_QUOTED, _NAMED):
        if match := pattern.search(title):
            return match.group("name").strip(" .:;")
    folded = fold(title)
    return next((name for name, pattern in _NAMES if pattern.search(folded)), None)
