"""Reading documents: files of many formats become one text whose passages know their places."""

from longdan.core.documents.model import Document, Kind, Passage, Place, document, normalised
from longdan.core.documents.programs import Cancelled, ConvertDoc, ProgramFailed, Programs, Progress, Recognise, Word
from longdan.core.documents.reading import read
from longdan.core.documents.sheets import Grid, read_grids
from longdan.core.documents.sources import SourceFile

__all__ = [
    "Cancelled",
    "ConvertDoc",
    "Document",
    "Grid",
    "Kind",
    "Passage",
    "Place",
    "ProgramFailed",
    "Programs",
    "Progress",
    "Recognise",
    "SourceFile",
    "Word",
    "document",
    "normalised",
    "read",
    "read_grids",
]
