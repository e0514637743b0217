"""Small Word packages written by hand, so that a test shows the very XML it is about."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from longdan.core.documents import Document, Programs, SourceFile, read

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_ROOTS = {"numbering": "numbering", "styles": "styles", "footnotes": "footnotes", "header": "hdr"}


def word_file(body: str, **parts: str) -> bytes:
    """A package with this body; ``parts`` (numbering, styles, footnotes, header) are the insides of the roots of other parts."""
    relations = "".join(f'<Relationship Id="r{name}" Type="{_TYPE}{name}" Target="{name}.xml"/>' for name in parts)
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{relations}</Relationships>",
        **{f"word/{name}.xml": f"<w:{_ROOTS[name]} {NAMESPACES}>{inside}</w:{_ROOTS[name]}>" for name, inside in parts.items()},
    }
    return packed({name: text.encode() for name, text in files.items()})


def packed(files: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return out.getvalue()


def read_word(body: str, **parts: str) -> Document:
    return read([SourceFile("kế hoạch.docx", word_file(body, **parts))], Programs())


def paragraph(words: str, properties: str = "") -> str:
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def item(words: str, list_id: int, level: int = 0) -> str:
    return paragraph(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def level(at: int, form: str, text: str, extra: str = "") -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{extra}<w:lvlText w:val="{text}"/></w:lvl>'


def definition(at: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{at}">{"".join(levels)}</w:abstractNum>'


def numbered_list(at: int, abstract: int, extra: str = "") -> str:
    return f'<w:num w:numId="{at}"><w:abstractNumId w:val="{abstract}"/>{extra}</w:num>'


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<') else paragraph(content)}</w:tc>"
