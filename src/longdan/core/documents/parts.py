"""What one reader finds in one file: its passages in reading order."""

from collections.abc import Iterable
from dataclasses import dataclass

from longdan.core.documents import legacy
from longdan.core.documents.model import Part


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of one file, before they are joined with those of its companions."""

    parts: tuple[Part, ...]
    pages: int | None = None
    recognised: bool = False


def reading(parts: Iterable[Part], *, pages: int | None = None, recognised: bool = False) -> Reading:
    """The parts that have words."""
    return Reading(tuple(part for part in parts if not part[0].isspace() and part[0]), pages, recognised)


def in_unicode(parts: list[Part]) -> list[Part]:
    """The parts, repaired where the file as a whole was typed in a legacy encoding that its format hides."""
    whole = "\n".join(words for words, _, _ in parts)
    if legacy.repaired(whole) == whole:
        return parts
    return [(legacy.repaired(words), place, kind) for words, place, kind in parts]
