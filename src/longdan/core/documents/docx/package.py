"""The parts of a Word package: its body, and what the body refers to."""

import posixpath
from dataclasses import dataclass
from zipfile import ZipFile

from longdan.core.documents import xml, zips
from longdan.core.documents.limits import MOST_XML
from longdan.core.documents.refusals import refusal
from longdan.core.documents.sources import SourceFile
from longdan.core.documents.xml import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_BODY = "word/document.xml"
_SINGLE = ("styles", "numbering", "footnotes", "endnotes")
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class WordPackage:
    """Roots of the parts; None where the package has no such part."""

    body: Element
    styles: Element | None
    numbering: Element | None
    footnotes: Element | None
    endnotes: Element | None
    headers: tuple[Element, ...]


def opened(file: SourceFile) -> WordPackage:
    """The package of a file; raises the problem that stops its reading."""
    with zips.opened(file) as package:
        reader = _Parts(file, package)
        root = reader.root(_BODY)
        body = root.find(W + "body") if root is not None else None
        if body is None:
            raise refusal("documents.damaged", file.name, reason="thiếu phần thân văn bản")
        by_type = reader.related()
        single = {kind: reader.root(next(iter(by_type.get(kind, ())), "")) for kind in _SINGLE}
        headers = tuple(root for path in by_type.get("header", ()) if (root := reader.root(path)) is not None)
        return WordPackage(body, headers=headers, **single)


class _Parts:
    """Reads parts of one package, each at most once."""

    def __init__(self, file: SourceFile, package: ZipFile) -> None:
        self.file, self.package = file, package
        self.names = frozenset(package.namelist())

    def root(self, path: str) -> Element | None:
        if path not in self.names:
            return None
        content = zips.member(self.package, path, MOST_XML, self.file)
        # Files in the "strict" form differ only in their namespaces.
        return xml.parsed(content.replace(_STRICT, W[1:-1].encode()), self.file)

    def related(self) -> dict[str, list[str]]:
        """Paths of the parts that the body refers to, by the last word of their relation's type."""
        relations = self.root(posixpath.join("word", "_rels", "document.xml.rels"))
        found: dict[str, list[str]] = {}
        for relation in relations.iter(_RELATION) if relations is not None else ():
            target = relation.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("word", target))
            found.setdefault(relation.get("Type", "").rsplit("/", 1)[-1], []).append(path)
        return found
