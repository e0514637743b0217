"""Whether a text reads as Vietnamese: the share of its words that are Vietnamese syllables."""

import re
import unicodedata

_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_ONSET_LETTERS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x"
_NUCLEUS_LETTERS = (
    "a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iêu iu oa oai oao oay oă oe oeo oi oo ôi ơi ua uâ uây uê ui uô uôi "
    "uơ ưa ưi ươ ươi ươu ưu uy uya uyê uyu yê yêu ya ye yo yu"
)
_CODA_LETTERS = "c ch m n ng nh p t"
_ONSETS = frozenset(_ONSET_LETTERS.split()) | {""}
_NUCLEI = frozenset(_NUCLEUS_LETTERS.split())
_CODAS = frozenset(_CODA_LETTERS.split()) | {""}
_SYLLABLE = re.compile(r"(?P<onset>[^aăâeêioôơuưy]*)(?P<nucleus>[aăâeêioôơuưy]+)(?P<coda>[^aăâeêioôơuưy]*)")
_WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")


def is_syllable(word: str) -> bool:
    """Whether the word could be Vietnamese by its letters, in any letter case and normal form."""
    letters = unicodedata.normalize("NFD", word.lower())
    if sum(mark in _TONES for mark in letters) > 1:
        return False
    plain = unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in _TONES))
    if not (found := _SYLLABLE.fullmatch(plain)):
        return False
    onset, nucleus, coda = found.group("onset", "nucleus", "coda")
    if onset in ("g", "q") and len(nucleus) > 1 and nucleus[0] in "iu":
        nucleus = nucleus[1:]
    return onset in _ONSETS and nucleus in _NUCLEI and coda in _CODAS


def share(text: str, most_words: int = 3000) -> float:
    """How much of the text is Vietnamese syllables, between 0 and 1; abbreviations of capitals count neither way."""
    words = [word for word in _WORD.findall(text[: most_words * 8]) if len(word) > 1 and not _abbreviation(word)]
    return sum(map(is_syllable, words)) / len(words) if words else 0.0


def _abbreviation(word: str) -> bool:
    return len(word) <= 6 and word.isascii() and word.isupper()
