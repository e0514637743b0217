"""What a piece of a document's text looks like: a heading, a line of capitals, a name."""

import re

from longdan.core.documents import wrapping_words as words

LONGEST_HEADING = 260


def mixed(after: str) -> bool:
    """Whether the next words are written with small letters, from a capital on."""
    if not after[:1].isupper():
        return False
    letters = next((word for word in re.findall(r"[^\W\d_]+", after[:80]) if len(word) > 1 or not word.isupper()), "")
    return bool(letters) and not letters.isupper()


def capitals(text: str) -> bool:
    """Whether the text is written in capitals (numbers, marks and bracketed remarks apart); one abbreviation is not."""
    bare = re.sub(r"\([^)]*\)?", "", text)
    if bare != bare.upper():
        return False
    return len([word for word in re.findall(r"[^\W\d_]+", bare) if len(word) > 1]) > 1


def is_name(text: str) -> bool:
    parts = text.split()
    return 2 <= len(parts) <= 5 and all(part[0].isupper() and part[1:].islower() for part in parts)


def is_heading(text: str) -> bool:
    """Whether the text can stand as a heading: short, numbered, bulleted or in capitals, no sentence ended in it."""
    if len(text) > LONGEST_HEADING or words.RUN_IN.match(text) or words.SENTENCE_WITHIN.search(text):
        return False
    return (
        bool(words.NUMBER.match(text) or words.DIVISION.match(text) or words.BULLET.match(text))
        or capitals(text)
        or labelled_line(text)
    )


def labelled_line(text: str) -> bool:
    return bool(
        words.LABEL.match(text)
        or words.RECIPIENTS.match(text)
        or words.NUMBER_LINE.match(text)
        or words.PLACE_DATE_LINE.match(text)
    )


def complete(before: str) -> bool:
    """Whether a heading may end here."""
    last = before.rsplit(" ", 1)[-1]
    if before.endswith((",", "-", "–", "/", "(", "&", ";")) or last.lower() in words.CONNECTORS:
        return False
    return not (words.UNNAMED.search(before) or words.INCOMPLETE.search(before))


def abbreviated(after: str) -> bool:
    """Whether the first word has two capitals: UBND, DNNVV, IoT."""
    return sum(letter.isupper() for letter in after.split(" ", 1)[0]) > 1


def opens_document(before: str) -> bool:
    """A title in small letters, before the preamble."""
    return len(before) < LONGEST_HEADING and before[:1].isupper() and not words.FULL_STOP.search(before)
