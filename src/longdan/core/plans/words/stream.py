"""A document's words as one stream, in which wraps, table bars and ruled lines are blanks of the same length."""

import re
import unicodedata
from functools import lru_cache

from longdan.core.documents.model import Document, normalised
from longdan.core.plans.draft import Quote

_LATIN = [chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00))]
UPPER = "".join(letter for letter in _LATIN if letter.isupper())  # for character classes: [{UPPER}]
LOWER = "".join(letter for letter in _LATIN if letter.islower())

_LOOKALIKES = str.maketrans("Ððɖ", "Đđđ")  # letters of other alphabets that old fonts and scans put for đ
_BLANKS = re.compile(r"[|\n\t]|[-_=*~–—]{3,}")
_OLD_TONES = dict(
    zip(
        "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split(),
        "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split(),
        strict=True,
    )
)
_OLD_TONES |= {old.upper(): new.upper() for old, new in _OLD_TONES.items()}
_OLD_TONES |= {old.capitalize(): new.capitalize() for old, new in _OLD_TONES.items()}
_OLD_TONE = re.compile(rf"(?<![qQ])(?:{'|'.join(_OLD_TONES)})(?!\w)")


def stream(document: Document) -> str:
    """The whole text, as long as document.text, so that a position in the one is the same position in the other."""
    return _streamed(document.text)


@lru_cache(maxsize=4)
def _streamed(text: str) -> str:
    blanked = _BLANKS.sub(lambda found: " " * len(found[0]), text.translate(_LOOKALIKES))
    return _OLD_TONE.sub(lambda found: _OLD_TONES[found[0]], blanked)


def phrases(*words: str) -> str:
    """An alternation for a regular expression, the longest first; a blank stands for any white space."""
    return "(?:" + "|".join(re.sub(r" +", r"\\s+", phrase) for phrase in sorted(words, key=len, reverse=True)) + ")"


def plain(words: str) -> str:
    """Words as a reader says them: without table bars, ruled lines and doubled blanks."""
    return normalised(_BLANKS.sub(" ", words))


def quote(document: Document, start: int, end: int, confidence: float = 1.0) -> Quote:
    """The document's words between two positions, without the blanks and table bars around them."""
    words = document.text[start:end]
    start += len(words) - len(words.lstrip(" \n|"))
    words = words.strip(" \n|")
    return Quote(words, start, start + len(words), confidence)


@lru_cache(maxsize=4)
def bare(words: str) -> str:
    """A stream without its accents and strokes, letter for letter: for words that a scan may have accented wrongly."""
    return "".join(_bare_letter(letter) for letter in words)


@lru_cache(maxsize=1024)
def _bare_letter(letter: str) -> str:
    return "D" if letter == "Đ" else "d" if letter == "đ" else unicodedata.normalize("NFD", letter)[0]


def in_capitals(word: str) -> bool:
    """Whether a word is written in capital letters; digits and signs alone are neither capitals nor small letters."""
    return any(letter.isupper() for letter in word) and not any(letter.islower() for letter in word)


def has_small(word: str) -> bool:
    return any(letter.islower() for letter in word)
