"""Writes the tables of a sample document as a workbook, one sheet each."""

import io
import zipfile
from xml.sax.saxutils import escape

from tests.samples.docx_files import member
from tests.samples.source import Block

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = f"""{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" \
ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
<Override PartName="/xl/worksheets/sheet1.xml" \
ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""

SHEETS = '<sheets><sheet name="Phụ lục" sheetId="1" r:id="rId1"/></sheets>'
BOOK = f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{RELATED}">{SHEETS}</workbook>'


def write_xlsx(lines: list[str], table: Block) -> bytes:
    """A sheet with title lines above a table."""
    rows = [[line] for line in lines] + table.rows
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relationships("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": relationships("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": sheet(rows),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(member(name), content)
    return out.getvalue()


def relationships(kind: str, target: str) -> str:
    link = f'<Relationship Id="rId1" Type="{RELATED}/{kind}" Target="{target}"/>'
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{link}</Relationships>'


def sheet(rows: list[list[str]]) -> str:
    written = "".join(
        f'<row r="{number}">' + "".join(cell(f"{chr(65 + at)}{number}", text) for at, text in enumerate(row)) + "</row>"
        for number, row in enumerate(rows, 1)
    )
    return f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{written}</sheetData></worksheet>'


def cell(place: str, text: str) -> str:
    if text.isdigit():
        return f'<c r="{place}"><v>{text}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(text)}</t></is></c>' if text else ""
