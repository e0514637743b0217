"""Sheets as OpenDocument programs save them, made in one line."""

import zipfile
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from xml.sax.saxutils import escape

SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"
_URN = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = " ".join(f'xmlns:{name}="{_URN}:{name}:1.0"' for name in ("office", "table", "text"))
EMPTY_TAIL = (
    '<table:table-row table:number-rows-repeated="1048550"><table:table-cell table:number-columns-repeated="16384"/>'
    "</table:table-row>"
)  # with which LibreOffice ends every sheet


def cell(value: object, times: int = 1) -> str:
    repeated = f' table:number-columns-repeated="{times}"' if times > 1 else ""
    match value:
        case None | "":
            return f"<table:table-cell{repeated}/>"
        case date():
            kind, words = f'office:value-type="date" office:date-value="{value:%Y-%m-%d}"', f"{value:%d/%m/%Y}"
        case int() | float():
            kind, words = f'office:value-type="float" office:value="{value}"', str(value)
        case _:
            kind, words = 'office:value-type="string"', escape(str(value))
    return f"<table:table-cell{repeated} {kind}><text:p>{words}</text:p></table:table-cell>"


def row(*cells: str, times: int = 1) -> str:
    repeated = f' table:number-rows-repeated="{times}"' if times > 1 else ""
    return f"<table:table-row{repeated}>{''.join(cells)}</table:table-row>"


def ods(rows: Sequence[str], *, name: str = "Nhiệm vụ", manifest: str = "", head: str = "", kind: str = SPREADSHEET) -> bytes:
    table = f'<table:table table:name="{name}">{"".join(rows)}</table:table>'
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<office:document-content {_NAMES} office:version="1.3"><office:body>'
        f"<office:spreadsheet>{table}</office:spreadsheet></office:body></office:document-content>"
    )
    entry = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}">{manifest}</manifest:file-entry>'
    listed = f'<?xml version="1.0"?><manifest:manifest xmlns:manifest="{_URN}:manifest:1.0">{entry}</manifest:manifest>'
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", kind)
        package.writestr("content.xml", content)
        package.writestr("META-INF/manifest.xml", listed)
    return kept.getvalue()


def sheet(rows: Sequence[Sequence[object]]) -> bytes:
    """Rows of values as a sheet with its long empty tail."""
    return ods([*(row(*map(cell, values)) for values in rows), EMPTY_TAIL])
