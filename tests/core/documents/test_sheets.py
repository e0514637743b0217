"""Spreadsheets: cells with their places, titles as paragraphs, values as people write them."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from longdan.core.documents import Document, Kind, Programs, SourceFile, read

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KINDS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
Values = list[list[str | float]]


def workbook(sheets: dict[str, str]) -> bytes:
    """A workbook whose sheets are given by name as the insides of <worksheet>."""
    names = list(sheets)
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="{_KINDS}.worksheet+xml"/>'
        for at, _ in enumerate(names, 1)
    )
    entries = "".join(f'<sheet name="{name}" sheetId="{at}" r:id="r{at}"/>' for at, name in enumerate(names, 1))
    related = "".join(
        f'<Relationship Id="r{at}" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at, _ in enumerate(names, 1)
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/'
        'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KINDS}.sheet.main+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>{entries}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{related}</Relationships>',
        **{
            f"xl/worksheets/sheet{at}.xml": f'<worksheet xmlns="{_MAIN}">{sheets[name]}</worksheet>'
            for at, name in enumerate(names, 1)
        },
    }
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, text in files.items():
            package.writestr(name, text)
    return out.getvalue()


def sheet(rows: Values, merged: str = "") -> str:
    cells = "".join(
        f'<row r="{at}">{"".join(_cell(value, at, column) for column, value in enumerate(row) if value != "")}</row>'
        for at, row in enumerate(rows, 1)
    )
    ranges = f'<mergeCells count="1"><mergeCell ref="{merged}"/></mergeCells>' if merged else ""
    return f"<sheetData>{cells}</sheetData>{ranges}"


def _cell(value: str | float, row: int, column: int) -> str:
    at = f"{chr(ord('A') + column)}{row}"
    if isinstance(value, str):
        return f'<c r="{at}" t="inlineStr"><is><t>{value}</t></is></c>'
    return f'<c r="{at}"><v>{value}</v></c>'


def read_sheets(**sheets: str) -> Document:
    return read([SourceFile("phụ lục.xlsx", workbook(sheets))], Programs())


ANNEX: Values = [
    ["PHỤ LỤC NHIỆM VỤ"],
    [],
    ["TT", "Nhiệm vụ", "Chủ trì"],
    [1.0, "Công khai thủ tục", "Sở Nội vụ"],
    ["", "", "Sở Tư pháp"],
]


def test_a_sheet_is_a_table_under_its_title() -> None:
    document = read_sheets(Sheet1=sheet(ANNEX))
    assert [(p.text, p.kind.value, p.place.row, p.place.column) for p in document.passages] == [
        ("PHỤ LỤC NHIỆM VỤ", "paragraph", 1, 1),
        *(("TT", "cell", 3, 1), ("Nhiệm vụ", "cell", 3, 2), ("Chủ trì", "cell", 3, 3)),
        *(("1", "cell", 4, 1), ("Công khai thủ tục", "cell", 4, 2), ("Sở Nội vụ", "cell", 4, 3), ("Sở Tư pháp", "cell", 5, 3)),
    ]


def test_merged_cells_say_how_far_they_reach() -> None:
    document = read_sheets(Sheet1=sheet([["a", "b"], ["", "c"]], merged="A1:A2"))
    assert [(p.text, p.place.rows) for p in document.passages] == [("a", 2), ("b", 1), ("c", 1)]


def test_each_sheet_is_a_table_of_its_own_and_its_name_a_paragraph() -> None:
    document = read_sheets(**{"Phụ lục 1": sheet([["a", "b"]]), "Phụ lục 2": sheet([["c", "d"]])})
    assert [(p.text, p.place.table) for p in document.passages if p.kind is Kind.CELL] == [("a", 1), ("b", 1), ("c", 2), ("d", 2)]
    assert [p.text for p in document.passages if p.kind is Kind.PARAGRAPH] == ["Phụ lục 1", "Phụ lục 2"]


VALUES = {5.0: "5", 87.5: "87,5", 0.1: "0,1"}


@pytest.mark.parametrize(("value", "written"), VALUES.items())
def test_numbers_are_written_as_people_write_them(value: float, written: str) -> None:
    assert read_sheets(Sheet1=sheet([["Điểm", value]])).passages[1].text == written
