"""Nothing in an annex that earns points is left out unseen: codes typed as numbers, rows without a code, points in a title."""

import re
from decimal import Decimal

import pytest

from longdan.core.catalogue.annexes import read_annex
from longdan.core.catalogue.annexes.summary import draft_text
from longdan.core.catalogue.exchange import exchange_file, read_exchange
from longdan.core.documents import Document, Programs, read
from longdan.core.documents.sheets import Value
from longdan.core.documents.sources import SourceFile
from tests.core.catalogue.annex_files import docx_annex
from tests.core.catalogue.spreadsheets import spreadsheet
from tests.core.catalogue.test_annexes import HEAD, drafted

HEADER = ("STT", "Tiêu chí", "Điểm tối đa", "Cách chấm")
Cells = tuple[Value, ...]
TYPED: tuple[Cells, ...] = (
    HEADER,
    (1, "Chỉ đạo", 5, ""),
    (1.1, "Kế hoạch", 3, "Đạt: 3 điểm; Không đạt: 0 điểm"),
    (1.2, "Báo cáo", 2, "Đúng hạn: 2; Chậm: 1; Không gửi: 0"),
    (2, "Thể chế", 3, ""),
    (2.1, "Rà soát", 3, "Đạt: 3; Không đạt: 0"),
    ("", "Tổng", 8, ""),
)


def typed(rows: tuple[Cells, ...]) -> Document:
    return read([spreadsheet({"Phụ lục": rows}, "phu-luc.xlsx")], Programs())


def test_codes_typed_as_numbers_are_codes_and_a_bare_tong_is_the_total() -> None:
    _, index = drafted(typed(TYPED))
    assert [(node.code, node.most) for node in index.nodes] == [
        ("total", Decimal(8)),
        ("1", Decimal(5)),
        ("1.1", Decimal(3)),
        ("1.2", Decimal(2)),
        ("2", Decimal(3)),
        ("2.1", Decimal(3)),
    ]


def test_the_tenth_row_typed_as_a_number_is_told_as_what_it_is() -> None:
    rows = (*TYPED[:4], (1.1, "Mục thứ mười", 1, ""), *TYPED[4:])
    assert any("1.10 thành 1.1" in one.what for one in read_annex(typed(rows), HEAD).problems)


LOOSE: list[tuple[tuple[Cells, ...], list[str]]] = [
    ((("", "Điểm thưởng sáng kiến", 2, ""), ("", "Điểm trừ vi phạm", 1, "")), ["Điểm thưởng sáng kiến", "Điểm trừ vi phạm"]),
    ((("a)", "Ban hành", 1, "Đạt: 1; Không đạt: 0"), ("b)", "Thực hiện", 1, "")), ["Ban hành", "Thực hiện"]),
    ((("", "Thưởng", "hai điểm", ""),), ["Thưởng"]),
]


@pytest.mark.parametrize(("rows", "titles"), LOOSE, ids=["bonus", "letters", "words"])
def test_a_row_with_points_and_no_code_is_told_and_changes_no_rule(rows: tuple[Cells, ...], titles: list[str]) -> None:
    draft, index = drafted(typed((*TYPED[:4], *rows, *TYPED[4:])))
    told = [problem.what for problem in draft.problems]
    assert (told, index.by_code()["1.2"]) == (
        [f"dòng “{row[1]}” có điểm ({row[2]}) mà không có mã" for row in rows if row[1] in titles],
        drafted(typed(TYPED))[1].by_code()["1.2"],
    )


def test_a_row_with_points_above_all_codes_is_told_too() -> None:
    draft = read_annex(typed((HEADER, ("", "Chỉ đạo", 5, ""), *TYPED[1:])), HEAD)
    assert [problem.what for problem in draft.problems] == ["dòng “Chỉ đạo” có điểm (5) mà không có mã"]


@pytest.mark.parametrize(("after", "loose"), [((), False), ((("", "Điểm thưởng", "1", ""),), True)])
def test_levels_on_rows_of_their_own_lead_down_to_none(after: tuple[tuple[str, ...], ...], loose: bool) -> None:
    rows = (HEADER, ("1", "Công khai", "2", ""), ("", "Đủ", "2", ""), ("", "Một phần", "1", ""), ("", "Không", "0", ""), *after)
    assert any(one.code == "catalogue.points-without-code" for one in read_annex(docx_annex(rows), HEAD).problems) is loose


def test_points_in_the_title_of_a_domain_are_its_most_points() -> None:
    rows = (HEADER, ("I. CHỈ ĐẠO, ĐIỀU HÀNH (6 điểm)", "", "", ""), ("1", "Kế hoạch", "6 điểm", "Có: 6 điểm\nKhông: 0 điểm"))
    node = drafted(docx_annex(rows))[1].by_code()["I"]
    assert (node.title.vi, node.most) == ("CHỈ ĐẠO, ĐIỀU HÀNH", Decimal(6))


def test_rows_whose_points_the_annex_does_not_tell_are_named() -> None:
    draft, _ = drafted(docx_annex((HEADER, ("1", "Chỉ đạo", "", ""), ("1.1", "Kế hoạch", "2", ""), ("", "Tổng", "2", ""))))
    assert re.search(r"chưa cho biết điểm tối đa của: 1\.$", draft_text(draft), re.MULTILINE)


WORDS = "Đủ, đúng hạn: 4 điểm; thiếu 1 báo cáo: 2 điểm; thiếu từ 2 báo cáo trở lên: 0 điểm"


def test_the_note_keeps_the_words_as_printed_and_the_rule_is_read_from_them() -> None:
    draft, index = drafted(docx_annex((HEADER, ("1", "Báo cáo", "4", WORDS))))
    assert (index.by_code()["1"].note, draft.proposals[0].words, draft.proposals[0].kind) == (
        f"Cách chấm theo phụ lục:\n{WORDS}",
        WORDS,
        "levels",
    )


def test_a_note_of_several_lines_goes_through_a_spreadsheet_unchanged() -> None:
    rows = (HEADER, ("1", "Báo cáo", "4", ""), ("", "Đủ: 4", "", ""), ("", "Thiếu: 0", "", ""), ("", "Tổng", "4", ""))
    _, index = drafted(docx_annex(rows))
    assert read_exchange(SourceFile("bo.xlsx", exchange_file(index))).index == index
