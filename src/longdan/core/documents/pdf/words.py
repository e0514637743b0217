"""The words of a PDF page, those in legacy fonts turned into Unicode."""

from collections import Counter
from typing import Any

from longdan.core.documents import legacy
from longdan.core.documents.programs import Word


def words(page: Any) -> list[Word]:
    """The words with their places; letters drawn twice to look bold count once."""
    found = page.dedupe_chars(tolerance=0.6).extract_words(
        x_tolerance_ratio=0.18, y_tolerance=2, keep_blank_chars=False, return_chars=True, use_text_flow=False
    )
    return [_word(each) for each in found]


def _word(found: dict[str, Any]) -> Word:
    font = Counter(character["fontname"] for character in found["chars"]).most_common(1)[0][0]
    text = found["text"]
    if len(text) == 1 and "\ue000" <= text <= "\uf8ff":  # the bullet of a symbol font, which has no letter
        text = "-"
    if encoding := legacy.of_font(font):
        text = legacy.converted(text, encoding)
        text = text.upper() if legacy.draws_capitals(font) else text
    size = max(character["size"] for character in found["chars"])
    return Word(text, found["x0"], found["top"], found["x1"], found["bottom"], size)
