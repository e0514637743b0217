"""Reading plain text: lines become paragraphs, nothing is lost or reordered."""

from longdan.core.documents.encodings import decoded
from longdan.core.documents.model import Kind, Place
from longdan.core.documents.parts import Reading, reading
from longdan.core.documents.programs import Programs, Progress
from longdan.core.documents.sources import SourceFile
from longdan.core.documents.wrapping import unwrapped


def read_text(file: SourceFile, programs: Programs, progress: Progress) -> Reading:
    """The paragraphs of a text file."""
    return reading(paragraphs(decoded(file.content), file.name))


def paragraphs(text: str, name: str) -> list[tuple[str, Place, Kind]]:
    """The paragraphs of lines of text, numbered from 1."""
    return [(words, Place(name, paragraph=at), Kind.PARAGRAPH) for at, words in enumerate(unwrapped(text.splitlines()), 1)]
