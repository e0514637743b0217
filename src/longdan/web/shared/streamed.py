"""A long list as an Excel file that leaves while it is made: its first rows are under way before the last are read."""

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from django.http import StreamingHttpResponse
from django.utils.timezone import localtime, make_naive

from longdan.web.shared.workbooks import LONGEST_CELL, XLSX, Column, Value, file_name, sheet_name

AT_ONCE = 1 << 16  # bytes, about, that leave together
FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001  # from which Excel counts days
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
PLAIN, BOLD, MOMENT, WRAPPED = range(4)  # the looks of cells, by their place in the styles
_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_KINDS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_KINDS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_KINDS}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet {_MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="hh:mm\\ dd/mm/yyyy"/></numFmts>'
    '<fonts count="2"><font><sz val="12"/><name val="Times New Roman"/></font>'
    '<font><b/><sz val="12"/><name val="Times New Roman"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/>'
    '<xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/>'
    '<xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>',
}


def streamed(name: str, columns: Sequence[Column], rows: Iterable[Sequence[Value]], file: str) -> StreamingHttpResponse:
    """One sheet of any length as a file to be saved; words stay words, whatever they begin with."""
    response = StreamingHttpResponse(workbook_in_parts(name, columns, rows), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{file_name(file)}.xlsx"'
    return response


class _Leaving:
    """Takes what the archive writes, and gives it away in portions."""

    def __init__(self) -> None:
        self.kept: list[bytes] = []
        self.size = 0

    def write(self, some: bytes) -> int:
        self.kept.append(bytes(some))
        self.size += len(some)
        return len(some)

    def flush(self) -> None:
        """Nothing is held back."""

    def take(self) -> bytes:
        given, self.kept, self.size = b"".join(self.kept), [], 0
        return given


def workbook_in_parts(name: str, columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> Iterator[bytes]:
    """The bytes of an .xlsx with one sheet, in portions; only one portion is in memory at a time."""
    out = _Leaving()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:  # type: ignore[call-overload]
        book = f'<sheets><sheet name={quoteattr(sheet_name(name))} sheetId="1" r:id="rId1"/></sheets>'
        for path, part in _PARTS.items():
            archive.writestr(path, _HEAD + part)
        archive.writestr("xl/workbook.xml", f'{_HEAD}<workbook {_MAIN} xmlns:r="{_KINDS}">{book}</workbook>')
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            for line in _sheet(columns, rows):
                sheet.write(line.encode())
                if out.size > AT_ONCE:
                    yield out.take()
    yield out.take()


def _sheet(columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> Iterator[str]:
    pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    widths = "".join(
        f'<col min="{place}" max="{place}" width="{one.width}" customWidth="1"/>' for place, one in enumerate(columns, 1)
    )
    yield f'{_HEAD}<worksheet {_MAIN}><sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>'
    yield f"<cols>{widths}</cols><sheetData>"
    yield _row([one.title for one in columns], [BOLD] * len(columns))
    looks = [WRAPPED if one.wraps else PLAIN for one in columns]
    for row in rows:
        yield _row(row, looks)
    yield "</sheetData></worksheet>"


def _row(values: Sequence[Value], looks: Sequence[int]) -> str:
    return "<row>" + "".join(map(_cell, values, looks)) + "</row>"


def _cell(value: Value, look: int) -> str:
    match value:
        case None | "":
            return f'<c s="{look}"/>'
        case datetime():
            days = (make_naive(localtime(value)) - FIRST_DAY).total_seconds() / 86400
            return f'<c s="{MOMENT}"><v>{days:.6f}</v></c>'
        case int() | float():
            return f'<c s="{look}"><v>{value}</v></c>'
        case _:
            words = escape(_UNWRITABLE.sub("", str(value)[:LONGEST_CELL]))
            return f'<c s="{look}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'
