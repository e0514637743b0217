"""Two versions of words beside each other: what stays, what goes, what comes."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one look: same, gone or new."""

    text: str
    look: str = ""


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Both versions as one text, word by word; where most words differ the old version whole, then the new one."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    same = sum(len("".join(old[a:b]).split()) for tag, a, b, _, _ in steps if tag == "equal")
    if before and after and 2 * same < max(len(before.split()), len(after.split())):
        return Piece(before, "gone"), Piece(after, "new")
    found: list[Piece] = []
    for tag, a, b, c, d in steps:
        if tag == "equal":
            found.append(Piece("".join(old[a:b])))
            continue
        found += [Piece("".join(old[a:b]), "gone")] if a < b else []
        found += [Piece("".join(new[c:d]), "new")] if c < d else []
    return tuple(found)
