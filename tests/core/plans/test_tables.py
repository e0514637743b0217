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


MARKS = ("TT", "Chỉ tiêu", "ĐVT", "Kết quả năm 2023", "Mục tiêu năm 2024", "Năm 2025")
GOALS = (
    MARKS,
    ("1", "Chỉ số cải cách hành chính (PAR INDEX)", "Điểm", "86,12", "≥ 87", "88,5"),
    ("2", "Xếp hạng PAR INDEX", "Thứ hạng", "31", "28", "25"),
    ("3", "Tỷ lệ hồ sơ nộp trực tuyến", "%", "62,5", "70", "từ 80 trở lên"),
)


def test_a_table_of_figures_sets_a_target_for_each_year() -> None:
    draft = read_plan(with_table(GOALS))
    assert [(one.kind, one.op, one.value, one.unit, one.by, one.index) for one in draft.targets] == [
        ("score", ">=", 87, "điểm", "2024", "PAR INDEX"),
        ("score", None, 88.5, "điểm", "2025", "PAR INDEX"),
        ("rank", None, 28, "hạng", "2024", "PAR INDEX"),
        ("rank", None, 25, "hạng", "2025", "PAR INDEX"),
        ("rate", None, 70, "%", "2024", None),
        ("rate", ">=", 80, "%", "2025", None),
    ]
    assert [(one.index, one.year, one.score, one.rank) for one in draft.baselines] == [
        ("PAR INDEX", 2023, 86.12, None),
        ("PAR INDEX", 2023, None, 31),
    ]
    assert not [task for task in draft.tasks if task.text in {row[1] for row in GOALS}]


def test_a_target_of_a_table_quotes_the_row_and_says_its_figure() -> None:
    document = with_table(GOALS)
    first = read_plan(document).targets[0]
    assert document.text[first.quote.start : first.quote.end] == "Chỉ số cải cách hành chính (PAR INDEX)"
    assert first.text == "Chỉ số cải cách hành chính (PAR INDEX): ≥ 87 điểm (năm 2024)"


def test_who_watches_a_target_is_told_with_it() -> None:
    rows = (("STT", "Nội dung", "Mục tiêu 2024", "Cơ quan theo dõi"), ("1", "Quản trị điện tử", "3,60", "Sở Nội vụ"))
    (target,) = read_plan(with_table(rows)).targets
    assert target.text == "Quản trị điện tử: 3,60 (năm 2024); Cơ quan theo dõi: Sở Nội vụ"


def test_a_table_of_tasks_with_a_column_of_plans_stays_one() -> None:
    rows = (("TT", "Nội dung công việc", "Cơ quan chủ trì", "Kế hoạch năm 2024"), ("1", "Kiểm tra 05 xã", "Sở Nội vụ", "Quý II"))
    draft = read_plan(with_table(rows))
    assert ([task.lead for task in draft.tasks if task.text == "Kiểm tra 05 xã"], draft.targets) == ([("Sở Nội vụ",)], ())
