"""What the readers borrow from outside: recognising print, converting old Word files, telling how far they are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page, with its box from the upper left corner.

    ``size`` is the height of its type, ``line`` the number of the line that the recogniser saw it in; 0 where nobody told.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float = 0.0
    line: int = 0


class ProgramFailed(Exception):
    """An outside program ended in an error or took too long; the text says which and why, in Vietnamese."""


class Cancelled(Exception):
    """The person who waited for the reading called it off."""


Recognise = Callable[[bytes], Sequence[Word]]  # a page as PNG in grey, to words with boxes in pixels
ConvertDoc = Callable[[bytes], str | bytes]  # an old Word file, to DocBook XML or to a .docx
Progress = Callable[[int, int], None]  # called before each page with (page, pages); raises Cancelled to stop


@dataclass(frozen=True, slots=True)
class Programs:
    """The outside programs that this machine has; None where one is missing."""

    recognise: Recognise | None = None
    convert_doc: ConvertDoc | None = None


def no_progress(page: int, pages: int) -> None:
    """Nobody waits."""
