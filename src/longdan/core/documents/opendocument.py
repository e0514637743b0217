"""Looking through an OpenDocument spreadsheet (.ods) before it is read into memory."""

from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from longdan.core.documents import zips
from longdan.core.documents.limits import MOST_CELLS, MOST_ROWS, MOST_XML
from longdan.core.documents.refusals import refusal
from longdan.core.documents.sources import SourceFile

SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def is_spreadsheet(package: ZipFile, file: SourceFile) -> bool:
    """Whether a package says at its beginning that it is a spreadsheet (ODF 1.3, part 2, 3.3)."""
    return "mimetype" in package.namelist() and zips.member(package, "mimetype", 200, file).strip().startswith(SPREADSHEET)


def check_spreadsheet(package: ZipFile, file: SourceFile) -> None:
    """Refuses a sheet that is locked, or that its repeated cells make too large: one cell may stand for a million."""
    manifest = "META-INF/manifest.xml"
    if manifest in package.namelist() and b"encryption-data" in zips.member(package, manifest, MOST_XML, file):
        raise refusal("documents.encrypted", file.name)
    content = zips.member(package, "content.xml", MOST_XML, file)
    if b"<!DOCTYPE" in content[:4096]:
        raise refusal("documents.unsafe-xml", file.name)
    rows = etree.iterparse(BytesIO(content), tag=f"{_TABLE}table-row", resolve_entities=False, no_network=True, load_dtd=False)
    try:
        filled = cells = 0
        for _, row in rows:
            width = _width(row)
            times = _repeated(row, "number-rows-repeated") if width else 0
            filled, cells = filled + times, cells + times * width
            if filled > MOST_ROWS or cells > MOST_CELLS:
                raise refusal("documents.too-many-rows", file.name, sheet=_sheet(row))
            row.clear()
    except etree.XMLSyntaxError as error:
        raise refusal("documents.damaged", file.name, reason="XML sai cú pháp") from error


def _width(row: etree._Element) -> int:
    """How far the cells of a row reach that say something."""
    place = last = 0
    for cell in row:
        place += _repeated(cell, "number-columns-repeated")
        if f"{_OFFICE}value-type" in cell.attrib or len(cell):
            last = place
    return last


def _repeated(element: etree._Element, name: str) -> int:
    written = element.get(f"{_TABLE}{name}", "1")
    return int(written) if written.isdecimal() and len(written) < 10 else MOST_CELLS + 1


def _sheet(row: etree._Element) -> str:
    table = row.getparent()
    while table is not None and table.tag != f"{_TABLE}table":
        table = table.getparent()
    return "" if table is None else str(table.get(f"{_TABLE}name", ""))
