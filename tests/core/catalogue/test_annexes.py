"""The annex of a decision becomes a draft: its tree, its points, rules where they are plain, everything else unknown."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from longdan.core.catalogue.annexes import AnnexHead, read_annex
from longdan.core.catalogue.annexes.proposing import propose
from longdan.core.catalogue.annexes.rows import AnnexRow
from longdan.core.catalogue.annexes.scoring import statements_of
from longdan.core.catalogue.indices import Index, Missing, Standing, UnitLevel, read_edition, rules
from longdan.core.catalogue.indices.draft import EditionDraft
from longdan.core.catalogue.indices.notation import KINDS
from longdan.core.catalogue.indices.writing import edition_text
from longdan.core.documents import Document
from longdan.core.problems import ProblemsFound
from tests.core.catalogue.annex_files import ANNEX, HEADER, docx_annex, xlsx_annex
from tests.core.catalogue.test_editions import reading

HEAD = AnnexHead(
    index="bo-tinh",
    edition="2026",
    title="Bộ tiêu chí của tỉnh",
    standing=Standing.OWN,
    act="Quyết định 01/QĐ-UBND ngày 05/01/2026",
    responsible="Sở Nội vụ",
    level=UnitLevel.COMMUNE,
    years="2026-",
    state=date(2026, 11, 21),
)


def drafted(document: Document) -> tuple[EditionDraft, Index]:
    draft = read_annex(document, HEAD)
    assert draft.index is not None
    return draft, draft.index


@pytest.fixture(scope="module", params=[docx_annex, xlsx_annex], ids=["docx", "xlsx"])
def annex(request: pytest.FixtureRequest) -> tuple[EditionDraft, Index]:
    return drafted(request.param(ANNEX))


def test_an_annex_in_order_has_no_problems(annex: tuple[EditionDraft, Index]) -> None:
    assert (annex[0].problems, annex[0].ready) == ((), True)


def test_the_tree_has_the_codes_the_parents_and_the_points_of_the_annex(annex: tuple[EditionDraft, Index]) -> None:
    assert [(node.code, node.parent, node.most) for node in annex[1].nodes][:5] == [
        ("total", None, Decimal(11)),
        ("1", "total", Decimal(8)),
        ("1.1", "1", Decimal(3)),
        ("1.1.1", "1.1", Decimal(1)),
        ("1.1.2", "1.1", Decimal(2)),
    ]


def test_rules_are_proposed_where_the_words_are_plain(annex: tuple[EditionDraft, Index]) -> None:
    kinds = {proposal.code: proposal.kind for proposal in annex[0].proposals}
    plain = {"1.1.1": "levels", "1.1.2": "proportion", "1.2": "bands", "1.3": "yes-no", "1.4": "proportion"}
    assert kinds == plain | {"2.1": "unknown", "2.2": "unknown"}


def test_what_stays_unknown_says_why_and_keeps_the_words(annex: tuple[EditionDraft, Index]) -> None:
    node = annex[1].by_code()["2.2"]
    told = next(proposal for proposal in annex[0].proposals if proposal.code == "2.2")
    assert (Missing.RULE in node.unknown, "Hội đồng xem xét" in node.note, bool(told.why)) == (True, True, True)


def test_the_letters_of_a_formula_become_inputs_with_their_meanings(annex: tuple[EditionDraft, Index]) -> None:
    assert {one.code: one.title.vi for one in annex[1].inputs} == {
        "1.4.a": "số hồ sơ đã giải quyết",
        "1.4.b": "số hồ sơ giải quyết đúng hạn",
    }


def test_each_row_cites_its_place_in_the_annex() -> None:
    _, index = drafted(docx_annex(ANNEX))
    assert index.by_code()["1.1.1"].source.at == "bảng 1, dòng 4"


def test_the_draft_written_as_a_file_reads_back_the_same(annex: tuple[EditionDraft, Index], tmp_path: Path) -> None:
    (file := tmp_path / "2026.yaml").write_text(edition_text(annex[1]), encoding="utf-8")
    assert read_edition(file) == annex[1]


def test_a_table_goes_on_after_a_page_with_or_without_its_header() -> None:
    whole = [node.code for node in drafted(docx_annex(ANNEX))[1].nodes]
    parts = [docx_annex(ANNEX[:6], ANNEX[6:]), docx_annex(ANNEX[:6], (HEADER, *ANNEX[6:]))]
    assert [[node.code for node in drafted(part)[1].nodes] for part in parts] == [whole, whole]


def test_the_row_that_numbers_the_columns_is_no_criterion() -> None:
    numbers = ("(1)", "(2)", "(3)", "(4)", "(5)")
    assert len(drafted(docx_annex((HEADER, numbers, *ANNEX[1:])))[1].nodes) == len(ANNEX) - 1


def test_statements_on_rows_of_their_own_belong_to_the_row_above() -> None:
    rows = (HEADER, ("1", "Công khai", "2", "", ""), ("", "Công khai đủ", "2", "", ""), ("", "Không công khai: 0", "", "", ""))
    assert drafted(docx_annex(rows))[1].by_code()["1"].rule == reading(
        "rule: {kind: levels, points: {Công khai đủ: 2, Không công khai: 0}}", "1"
    )


def test_numbers_under_roman_heads_are_told_apart() -> None:
    rows = (HEADER, ("I", "Một", "2", "", ""), ("1", "A", "2", "", ""), ("II", "Hai", "3", "", ""), ("1", "B", "3", "", ""))
    assert [node.code for node in drafted(docx_annex(rows))[1].nodes] == ["total", "I", "I.1", "II", "II.1"]


def test_a_code_at_the_beginning_of_the_title_is_found() -> None:
    rows = (("Nội dung", "Điểm tối đa"), ("1. Chỉ đạo", "2"), ("1.1. Kế hoạch", "2"))
    assert [(node.code, node.title.vi) for node in drafted(docx_annex(rows))[1].nodes[1:]] == [
        ("1", "Chỉ đạo"),
        ("1.1", "Kế hoạch"),
    ]


# row of the annex, column, what stands there instead, the place, the words
WRONG = [
    (4, 2, "2,0", "phu-luc.docx, bảng 1, dòng 3 (mục 1.1)", "cộng lại được 4 điểm, mục này ghi 3"),
    (12, 2, "100", "phu-luc.docx, bảng 1, dòng 12 (mục total)", "cộng lại được 11 điểm, mục này ghi 100"),
    (4, 2, "một", "phu-luc.docx, bảng 1, dòng 4 (most)", "“một” không phải là số"),
    (5, 0, "1.1.1", "phu-luc.docx, bảng 1, dòng 5 (code)", "“1.1.1” đã có"),
    (4, 0, "1.7.1", "phu-luc.docx, bảng 1, dòng 4 (mã)", "mục 1.7.1 không có mục 1.7 ở trên"),
]


@pytest.mark.parametrize(("row", "column", "words", "where", "told"), WRONG)
def test_a_mistake_of_the_annex_is_told_by_table_and_row(row: int, column: int, words: str, where: str, told: str) -> None:
    rows = [list(cells) for cells in ANNEX]
    rows[row - 1][column] = words
    problems = [str(problem) for problem in read_annex(docx_annex(rows), HEAD).problems]
    assert any(one.startswith(f"{where}: ") and told in one for one in problems), problems


def test_a_survey_part_other_than_declared_is_told() -> None:
    head = AnnexHead(**{name: getattr(HEAD, name) for name in HEAD.__slots__} | {"survey_points": Decimal(3)})
    assert any("khai 3" in problem.what for problem in read_annex(docx_annex(ANNEX), head).problems)


STRANGE = (
    ("TT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"),
    ("I. CHỈ ĐẠO", "I. CHỈ ĐẠO", "4,5 điểm", ""),
    ("1", "Kế hoạch", "02 điểm", "Đạt: 2; không đạt: 0"),
    ("(*)", "Chỉ áp dụng với xã", "", ""),
    ("2", "Báo cáo", "2,5đ", "Đạt: 2,5; không đạt: 0"),
    ("", "Ghi chú: tính theo năm báo cáo", "", ""),
    ("", "Cộng lĩnh vực I", "4,5", ""),
    ("", "TỔNG CỘNG", "4,5", ""),
)


def test_notes_and_subtotals_between_rows_are_no_scoring() -> None:
    draft = read_annex(docx_annex(STRANGE), HEAD)
    assert draft.index
    rows = {node.code: (node.most, type(node.rule)) for node in draft.index.nodes if "." in node.code}
    assert rows == {"I.1": (Decimal(2), rules.YesNo), "I.2": (Decimal("2.5"), rules.YesNo)}
    notes = [node.note for node in draft.index.nodes]
    assert [note for note in notes if "Chỉ áp dụng với xã" in note or "Ghi chú: tính theo năm báo cáo" in note] == notes[2:]
    assert draft.problems == ()


def test_a_table_without_numbers_of_rows_is_told_as_that() -> None:
    table = (("Tiêu chí", "Điểm tối đa"), ("Kế hoạch", "2"))
    with pytest.raises(ProblemsFound, match="không dòng nào có số thứ tự"):
        read_annex(docx_annex(table), HEAD)


def test_a_thousand_with_a_point_is_not_taken_for_one() -> None:
    table = (HEADER[:3], ("1", "Chỉ đạo", "1.000"))
    assert any("“1.000 điểm” không phải là số" in str(one) for one in read_annex(docx_annex(table), HEAD).problems)


def test_a_document_without_a_table_of_criteria_is_refused() -> None:
    with pytest.raises(ProblemsFound, match="không có bảng nào"):
        read_annex(docx_annex((("TT", "Nhiệm vụ", "Cơ quan"), ("1", "Rà soát", "Sở Nội vụ"))), HEAD)


# the most points, the scoring text, the rule as a file would have it
PLAIN = [
    ("1", "Ban hành: 1 điểm; không ban hành: 0 điểm", "yes-no"),
    ("1", "Có: 1; Không: 0", "yes-no"),
    ("1", "Có kế hoạch: 1; không kế hoạch: 0", "yes-no"),
    ("2", "Đúng hạn: 2. Chậm: 1. Không gửi: 0", "{kind: levels, points: {Đúng hạn: 2, Chậm: 1, Không gửi: 0}}"),
    (
        "1.5",
        "Từ 95% trở lên được 1,5 điểm; từ 80% đến dưới 95% được 1 điểm; dưới 80% được 0 điểm",
        "{kind: bands, points: {từ 95: 1.5, từ 80 đến dưới 95: 1, dưới 80: 0}}",
    ),
    ("2", "≥90%: 2\n80% - dưới 90%: 1\n<80%: 0", "{kind: bands, points: {từ 90: 2, từ 80 đến dưới 90: 1, dưới 80: 0}}"),
    ("2", "Tính theo công thức: (tỷ lệ hồ sơ đúng hạn x 2)/100%", "proportion"),
    ("2", "Từ 70% trở lên: (tỷ lệ đúng hạn x điểm tối đa)/100%; dưới 70%: 0", "{kind: proportion, none_below: 70}"),
]


@pytest.mark.parametrize(("most", "words", "rule"), PLAIN)
def test_a_plain_scoring_text_becomes_its_rule(most: str, words: str, rule: str) -> None:
    row = AnnexRow(1, "", "1.1", "Tiêu chí", most, tuple(statements_of(words)))
    assert propose(row, Decimal(most)).rule == reading(f"rule: {rule}")


SHARED = [
    ("Tính theo công thức (b/a) × điểm tối đa. Nếu tỷ lệ b/a < 0,8 thì điểm đánh giá là 0", 80),
    ("Tỷ lệ (b/a) × 2. Trường hợp tỷ lệ b/a dưới 70% thì điểm đánh giá là 0 điểm", 70),
    ("Điểm đánh giá được tính theo công thức: (b/a)*2,00. Nếu tỷ lệ b/a < 0,80 thì điểm đánh giá là 0", 80),
    ("Từ 80% trở lên: (b/a) × điểm tối đa; dưới 80%: 0", 80),
    ("100%: 2; dưới 100%: (b/a) x 2", 0),
    ("Dưới 80% thì điểm đánh giá là 0. Từ 80% trở lên: (b/a) × điểm tối đa", 80),
    ("Hoàn thành dưới 50% kế hoạch thì không được điểm; (b/a) x 2 điểm", 50),
]
LETTERS = "a là tổng số hồ sơ, b là số hồ sơ đúng hạn"


@pytest.mark.parametrize(("words", "floor"), SHARED)
@pytest.mark.parametrize("between", [". Trong đó: ", "; ", "\nTrong đó: ", " Trong đó "])
def test_a_share_keeps_its_floor_in_whichever_words_it_is_told(words: str, between: str, floor: int) -> None:
    row = AnnexRow(1, "", "1.1", "Tiêu chí", "2", tuple(statements_of(f"{words}{between}{LETTERS}")))
    proposed = propose(row, Decimal(2))
    assert (proposed.rule, dict(proposed.inputs)) == (
        rules.Proportion("1.1.b", "1.1.a", Decimal(floor), Decimal(100)),
        {"1.1.a": "tổng số hồ sơ", "1.1.b": "số hồ sơ đúng hạn"},
    ), proposed


UNCLEAR = [
    ("2", "", "không ghi cách chấm"),
    ("2", "Căn cứ hồ sơ, hội đồng chấm điểm", "không ghi thành từng mức điểm"),
    ("2", "Đạt: 1; không đạt: 0", "mức cao nhất khác điểm tối đa"),
    ("2", "Trên 90%: 2; đạt một phần: 1; không: 0", "có mức ghi theo phần trăm, có mức không"),
    ("2", "(b/a) × điểm tối đa", "không rõ a, b"),
    ("2", "Từ 95% trở lên: 2; dưới 95% tính theo công thức (tỷ lệ đúng hạn x 2)/100%", "chưa hiểu: “Từ 95% trở lên: 2”"),
    ("2", "Tính theo công thức của Bộ Nội vụ", "chưa hiểu: “Tính theo công thức của Bộ Nội vụ”"),
    ("2", "(b/a) × điểm tối đa. Trong đó: a là số giao; b là số xong; hoàn thành sớm: 1", "chưa hiểu: “hoàn thành sớm: 1”"),
    ("2", f"(b/a) × điểm tối đa, trong đó {LETTERS}; tỷ lệ càng thấp càng tốt", "chưa hiểu: “tỷ lệ càng thấp càng tốt”"),
    ("2", "(b/a) × 2; a là tổng số hồ sơ; b là số hồ sơ quá hạn", "càng ít càng tốt: “số hồ sơ quá hạn”"),
    ("2", f"Tính theo công thức (1 - b/a) × 2; {LETTERS}", "chưa hiểu: “Tính theo công thức (1 - b/a) × 2”"),
    ("2", f"b/a × 2 nếu b/a ≥ 0,6; ngược lại 0 điểm; {LETTERS}", "chưa hiểu: “nếu b/a ≥ 0,6”"),
    ("2", f"(b/a) × 1,5; {LETTERS}", "khác điểm tối đa"),
    ("2", f"Đạt 100%: 1; dưới 100%: (b/a) × 2; {LETTERS}", "khác điểm tối đa"),
    ("2", f"Từ 80% trở lên: (b/a) × 2; {LETTERS}", "không rõ dưới ngưỡng"),
    ("2", f"Từ 80% trở lên: (b/a) × 2; dưới 70%: 0; {LETTERS}", "không rõ dưới ngưỡng"),
    ("2", f"(b/a) × 2; dưới 70%: 0; dưới 80%: 0; {LETTERS}", "không rõ dưới ngưỡng"),
    ("2", f"(b/a) × 2; b/a ≤ 0,8: 0; {LETTERS}", "chưa hiểu: “b/a ≤ 0,8: 0”"),
    ("2", f"(b/a) × 2; (a/b) × 2; {LETTERS}", "không phải là một tỷ lệ"),
    ("2", "(b/a) × 2; a là số giao, nếu chậm thì trừ 1; b là số xong", "chưa hiểu: “nếu chậm thì trừ 1”"),
    ("2", "Đạt từ 50% trở lên được điểm tối đa; dưới 50% tính (b/a) × điểm tối đa", "chưa hiểu"),
    ("2", "Tốt: 2; Tốt: 1", "hai mức cùng tên"),
    ("2", "Từ 90% trở lên: 2; từ 70% đến dưới 90%: 1", "không ghi dưới các khoảng ấy"),
]


@pytest.mark.parametrize(("most", "words", "why"), UNCLEAR)
def test_a_scoring_text_that_is_not_plain_stays_unknown_with_the_reason(most: str, words: str, why: str) -> None:
    proposed = propose(AnnexRow(1, "", "1.1", "Tiêu chí", most, tuple(statements_of(words))), Decimal(most))
    assert (KINDS[type(proposed.rule)].kind, why in proposed.why) == ("unknown", True), proposed


SECOND = (
    HEADER,
    ("1", "CHUYỂN ĐỔI SỐ", "4", "", ""),
    ("1.1", "Hồ sơ trực tuyến", "4", "Đạt: 4; không đạt: 0", ""),
    ("", "TỔNG CỘNG", "4", "", ""),
)


@pytest.mark.parametrize(("part", "codes", "total"), [(1, 10, "11"), (2, 2, "4")])
def test_of_two_sets_in_one_file_the_one_is_taken_that_was_chosen(part: int, codes: int, total: str) -> None:
    index = read_annex(docx_annex(ANNEX, SECOND), replace(HEAD, part=part)).index
    assert index is not None
    assert (len(index.nodes) - 1, index.total.most) == (codes, Decimal(total))


@pytest.mark.parametrize(
    ("part", "says"),
    [
        (None, "tệp có 2 bộ tiêu chí, mỗi bộ đánh số lại từ đầu: bộ 1 có 10 dòng, từ bảng 1, dòng 2 (“1 CÔNG TÁC CHỈ ĐẠO"),
        (None, "bộ 2 có 2 dòng, từ bảng 2, dòng 2 (“1 CHUYỂN ĐỔI SỐ”)"),
        (None, "ô “Bộ thứ mấy trong tệp”"),
        (3, "không có bộ thứ 3"),
    ],
)
def test_two_sets_in_one_file_are_told_with_what_to_write(part: int | None, says: str) -> None:
    with pytest.raises(ProblemsFound, match=re.escape(says)):
        read_annex(docx_annex(ANNEX, SECOND), replace(HEAD, part=part))


def test_a_header_printed_again_on_the_next_page_begins_no_new_set() -> None:
    assert [node.code for node in drafted(docx_annex(ANNEX[:6], (HEADER, *ANNEX[6:])))[1].nodes][-3:] == ["2", "2.1", "2.2"]


def test_a_code_that_is_there_twice_in_one_table_is_a_mistake_and_no_new_set() -> None:
    draft = read_annex(docx_annex((*ANNEX[:-1], ANNEX[1], ANNEX[-1])), HEAD)
    assert any("đã có ở dòng" in one.what for one in draft.problems)
