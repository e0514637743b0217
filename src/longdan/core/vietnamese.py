"""Vietnamese words made comparable: folded for search, keyed for sorting."""

import re
import unicodedata
from collections.abc import Iterable

LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}  # huyền hỏi ngã sắc nặng, in dictionary order
_RANK = {letter: f"{rank:02d}" for rank, letter in enumerate(LETTERS, start=20)}
_D = str.maketrans({"Đ": "D", "đ": "d", "Ð": "D"})


def fold(words: str) -> str:
    """Lower case without diacritics, marks between words one space: what a search compares."""
    bare = "".join(c for c in unicodedata.normalize("NFD", words.translate(_D)) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", bare.casefold()))


def spelt(words: str) -> str:
    """Lower case with diacritics, the same wherever a tone mark was put ("Hoà", "Hòa"): tells "Thành" from "Thạnh"."""
    return " ".join(map(_spelt, re.findall(r"\w+", unicodedata.normalize("NFC", words).casefold().replace("ð", "đ"))))


def _spelt(word: str) -> str:
    letters = [_apart(character) for character in word]
    return "".join(letter for letter, _ in letters) + "".join(str(tone) for _, tone in letters if tone)


def found_in(text: str, words: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Where folded words stand in a text as it is written: spans in order, those that touch made one."""
    letters, places = [], []
    for place, written in enumerate(text):
        for letter in unicodedata.normalize("NFD", written.translate(_D)).casefold():
            if not unicodedata.combining(letter):
                letters.append(letter)
                places.append(place)
    folded = "".join(letters)
    found = (match.span() for word in words if word for match in re.finditer(re.escape(word), folded))
    spans: list[tuple[int, int]] = []
    for start, end in sorted((places[first], places[last - 1] + 1) for first, last in found):
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return tuple(spans)


def sort_key(words: str) -> str:
    """A string of digits whose order is that of a Vietnamese dictionary, under every collation of every database.

    Letters decide before tones; numbers count by value ("Phường 2" before "Phường 10").
    """
    ranks, tones = [], []
    text = re.sub(r"\d+", lambda number: number[0].zfill(6), unicodedata.normalize("NFC", words).lower())
    for character in text:
        letter, tone = _apart(character)
        ranks.append(_RANK.get(letter) or (f"1{letter}" if letter.isdecimal() and letter.isascii() else "01"))
        tones.append(str(tone))
    return "".join(ranks) + "00" + "".join(tones)


def _apart(character: str) -> tuple[str, int]:
    """A letter without its tone, and the tone."""
    parts = unicodedata.normalize("NFD", character)
    tone = next((TONES[part] for part in parts if part in TONES), 0)
    return unicodedata.normalize("NFC", "".join(part for part in parts if part not in TONES)), tone
