"""Where the sentences of a paragraph begin and end."""

import re
from collections.abc import Iterator

_CAPITAL = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_END = re.compile(rf"(?<=[^\W\d_]{{2}}|\d[\d)%]|[)”\"%]\w|\w[)”\"%])[.!?…](?:[”\")])?\s+(?=[“\"(]?[{_CAPITAL}])")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The spans of a paragraph's sentences."""
    last = 0
    for match in _END.finditer(text):
        yield last, match.end() - (len(match.group()) - len(match.group().rstrip()))
        last = match.end()
    yield last, len(text)
