"""Documents drawn as blocks, their statements marked."""

from dataclasses import dataclass

from longdan.core.documents.model import Kind
from longdan.web.shared.sheets import Break, Drawing, Paragraph, Table, blocks


@dataclass(frozen=True)
class Piece:
    text: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Passage:
    pieces: tuple[Piece, ...]
    start: int = 0
    kind: str = Kind.PARAGRAPH
    page: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None


def cell(words: str, row: int, column: int) -> Passage:
    return Passage((Piece(words),), kind=Kind.CELL, table=1, row=row, column=column)


def test_a_new_page_is_said_once() -> None:
    pages = [Passage((Piece(f"đoạn {number}"),), page=page) for number, page in enumerate((1, 1, 2, 2, None, 3))]
    assert [block.page for block in blocks(pages, Drawing()) if isinstance(block, Break)] == [2, 3]


def test_cells_stand_in_their_rows_and_columns_and_a_gap_stays_empty() -> None:
    table = next(iter(blocks([cell("a", 1, 1), cell("b", 1, 2), cell("c", 2, 2), cell("d", 2, 2)], Drawing())))
    assert isinstance(table, Table)
    assert [[[run.text for run in part] for each in row for part in each] for row in table.rows] == [
        [["a"], ["b"]],
        [["c"], ["d"]],
    ]
    assert table.rows[1][0] == ()


def test_links_lead_to_the_first_words_of_a_statement_only() -> None:
    parts = (Piece("Sở Nội vụ ", ("t1",)), Piece("trước 30/6", ("t1", "d1")), Piece(" báo cáo", ("t1",)))
    (paragraph,) = blocks([Passage(parts)], Drawing())
    assert isinstance(paragraph, Paragraph)
    assert [run.first for run in paragraph.runs] == ["t1", "d1", ""]
    assert [run.item for run in paragraph.runs] == ["t1", "d1", "t1"]


def test_a_discarded_statement_looks_so_even_where_it_was_doubtful() -> None:
    both = frozenset({"t1"})
    (paragraph,) = blocks([Passage((Piece("chữ", ("t1",)),))], Drawing(doubtful=both, gone=both))
    assert isinstance(paragraph, Paragraph)
    assert paragraph.runs[0].look == "gone"


def test_headings_and_capitals_look_like_themselves_and_rulings_are_left_out() -> None:
    lines = [
        Passage((Piece("KẾ HOẠCH"),)),
        Passage((Piece("-----"),)),
        Passage((Piece("1. Mục đích"),), start=9),
        Passage((Piece("Câu."),)),
    ]
    looks = [block.look for block in blocks(lines, Drawing(headings=frozenset({9}))) if isinstance(block, Paragraph)]
    assert looks == ["capital", "heading", ""]
