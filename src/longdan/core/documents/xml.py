"""Parsing XML that a stranger sent: no entities, no network, bounded size."""

from typing import Any

from lxml import etree

from longdan.core.documents.limits import MOST_XML
from longdan.core.documents.refusals import refusal
from longdan.core.documents.sources import SourceFile

Element = Any  # lxml has no types of its own


def parsed(content: bytes, file: SourceFile) -> Element:
    """The root element; a document type declaration is refused, as office files have none and bombs need one."""
    if len(content) > MOST_XML:
        raise refusal("documents.too-long", file.name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        code = "documents.unsafe-xml" if b"<!ENTITY" in content[:4096] else "documents.damaged"
        raise refusal(code, file.name, reason="XML sai cú pháp") from error
    if root.getroottree().docinfo.doctype:
        raise refusal("documents.unsafe-xml", file.name)
    return root
