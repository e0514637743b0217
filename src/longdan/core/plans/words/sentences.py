"""Where the sentences of a paragraph begin and end."""

import re
from collections.abc import Iterator

_CAPITAL = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_END = re.compile(rf"(?<=[^\W\d_]{{2}}|\d[\d)%]|[)”\"%]\w|\w[)”\"%])[.!?…](?:[”\")])?\s+(?=[“\"(]?[{_CAPITAL}])")
_LONGEST = (
    4_000  # letters; the longest seen has 2,600. A longer one is read in parts, as each of its words is asked about all others
)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The spans of a paragraph's sentences, none longer than any that is written."""
    last = 0
    for match in _END.finditer(text):
        yield from _parts(text, last, match.end() - (len(match.group()) - len(match.group().rstrip())))
        last = match.end()
    yield from _parts(text, last, len(text))


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        half, limit = start + _LONGEST // 2, start + _LONGEST
        cut = text.rfind("; ", half, limit) + 1 or text.rfind(" ", half, limit) + 1 or limit
        yield start, cut
        start = cut
    yield start, end
