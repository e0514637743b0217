"""Tables as departments and committees set them: who does the work of each row."""

import pytest

from longdan.core.documents.model import Document, Kind, Place, document
from longdan.core.plans.reading import read_plan
from tests.core.plans.written import plan

Rows = tuple[tuple[str, ...], ...]


def with_table(rows: Rows, body: str = "II. NHIỆM VỤ") -> Document:
    """A small plan whose table stands behind its text; lines of a cell are paragraphs of their own."""
    lines = [(line, Place("a.docx", paragraph=at), Kind.PARAGRAPH) for at, line in enumerate(plan(body=body).splitlines(), 1)]
    cells = [
        (line, Place("a.docx", table=1, row=at, column=column), Kind.CELL)
        for at, row in enumerate(rows, 1)
        for column, cell in enumerate(row, 1)
        for line in cell.splitlines()
    ]
    return document("a.docx", [*lines, *cells])


BOTH = ("TT", "Nhiệm vụ", "Cơ quan chủ trì/phối hợp", "Thời hạn")
APART = ("TT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp")


@pytest.mark.parametrize(
    ("rows", "lead", "responsible", "cooperating"),
    [
        ((BOTH, ("1", "Xây kho dữ liệu", "Chủ trì: Sở Y tế; Phối hợp: Sở Tài chính", "")), ("Sở Y tế",), (), ("Sở Tài chính",)),
        ((BOTH, ("1", "Phủ sóng 5G", "Sở Y tế chủ trì; UBND các phường phối hợp", "")), ("Sở Y tế",), (), ("UBND các phường",)),
        (
            (BOTH, ("1", "Phủ sóng 5G", "Sở Y tế chủ trì, phối hợp với Sở Tài chính", "")),
            ("Sở Y tế",),
            (),
            ("Sở Tài chính",),
        ),
        ((BOTH, ("1", "Đào tạo nghề", "Sở Nội vụ\nSở Y tế", "")), (), ("Sở Nội vụ", "Sở Y tế"), ()),
        (
            (APART, ("1", "Công khai giá", "Sở Y tế", "- Sở Nội vụ\n- Sở Tài chính")),
            ("Sở Y tế",),
            (),
            ("Sở Nội vụ", "Sở Tài chính"),
        ),
        ((APART, ("1", "Công khai giá", "Sở Giáo dục và\nĐào tạo", "")), ("Sở Giáo dục và Đào tạo",), (), ()),
    ],
)
def test_the_cells_of_a_row_say_who_does_its_work(
    rows: Rows, lead: tuple[str, ...], responsible: tuple[str, ...], cooperating: tuple[str, ...]
) -> None:
    (task,) = [task for task in read_plan(with_table(rows)).tasks if task.text == rows[1][1]]
    assert (task.lead, task.responsible, task.cooperating) == (lead, responsible, cooperating)
