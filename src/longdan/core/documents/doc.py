"""Reading old Word files (.doc) with the help of an outside program."""

import re
from collections.abc import Iterator
from dataclasses import replace

from longdan.core.documents import xml
from longdan.core.documents.counting import FORMS
from longdan.core.documents.docx.reading import read_docx
from longdan.core.documents.model import Kind, Part, Place
from longdan.core.documents.parts import Reading, in_unicode, reading
from longdan.core.documents.programs import ProgramFailed, Programs, Progress
from longdan.core.documents.refusals import refusal
from longdan.core.documents.sources import SourceFile
from longdan.core.documents.wrapping import unwrapped
from longdan.core.documents.xml import Element

_DOCTYPE = re.compile(r"<!DOCTYPE[^>]*>")
_LISTS = {
    "arabic": "decimal",
    "loweralpha": "lowerLetter",
    "upperalpha": "upperLetter",
    "lowerroman": "lowerRoman",
    "upperroman": "upperRoman",
}
_NO_WORDS = frozenset({"bookinfo", "colspec", "footnoteref"})
_LINES = frozenset({"para", "title", "entry", "subtitle"})


def read_doc(file: SourceFile, programs: Programs, progress: Progress) -> Reading:
    """Paragraphs and tables of an old Word file."""
    if programs.convert_doc is None:
        raise refusal("documents.doc-converter-missing", file.name)
    try:
        converted = programs.convert_doc(file.content)
    except ProgramFailed as error:
        raise refusal("documents.program-failed", file.name, reason=error) from error
    if isinstance(converted, bytes):
        return read_docx(SourceFile(file.name, converted), programs, progress)
    book = xml.parsed(_DOCTYPE.sub("", converted, count=1).encode(), file)
    return reading(in_unicode(list(_Book(file.name).parts(book))))


class _Book:
    """One pass through a DocBook document as antiword writes it."""

    def __init__(self, name: str) -> None:
        self._name, self._paragraphs, self._tables = name, 0, 0

    def parts(self, element: Element, mark: str = "") -> Iterator[Part]:
        """The passages under an element; ``mark`` is the number of the list item that it begins."""
        for child in element:
            if child.tag == "informaltable":
                yield from self._table(child)
            elif child.tag in ("orderedlist", "itemizedlist"):
                yield from self._list(child)
            elif child.tag == "footnote":
                yield " ".join(child.itertext()), Place(self._name), Kind.FOOTNOTE
            elif child.tag in _LINES and child.find(".//informaltable") is None:
                yield from self._paragraph(child, mark)
            elif child.tag not in _NO_WORDS:
                yield from self.parts(child, mark)

    def _paragraph(self, element: Element, mark: str) -> Iterator[Part]:
        text = "".join(_words(element)).strip("\n ")
        for words in unwrapped(f"{mark} {text}".splitlines()):
            self._paragraphs += 1
            yield words, Place(self._name, paragraph=self._paragraphs), Kind.PARAGRAPH
        for note in element.iter("footnote"):
            yield " ".join(note.itertext()), Place(self._name), Kind.FOOTNOTE

    def _list(self, element: Element) -> Iterator[Part]:
        form = FORMS[_LISTS.get(element.get("numeration", "arabic"), "decimal")]
        for number, item in enumerate(element.findall("listitem"), 1):
            yield from self.parts(item, f"{form(number)}." if element.tag == "orderedlist" else "-")

    def _table(self, table: Element) -> Iterator[Part]:
        self._tables += 1
        for row, cells in enumerate(table.iter("row"), 1):
            for column, cell in enumerate(cells.findall("entry"), 1):
                place = Place(self._name, None, None, self._tables, row, column)
                for at, words in enumerate(unwrapped("".join(_words(cell)).splitlines()), 1):
                    yield words, replace(place, paragraph=at), Kind.CELL


def _words(element: Element) -> Iterator[str]:
    """The text under an element without its notes."""
    yield element.text or ""
    for child in element:
        if child.tag != "footnote":
            yield from _words(child)
        yield child.tail or ""
