"""Targets and past results, kept apart."""

import pytest

from longdan.core.documents.model import Kind, Place, document
from longdan.core.plans.draft import Baseline, Target
from longdan.core.plans.figures import baselines, targets
from longdan.core.plans.front import heading
from longdan.core.plans.reading import read_plan
from tests.core.plans.written import document_of, plan


def aims(body: str, **changed: str) -> list[Target]:
    document = document_of(plan(body=body, **changed))
    return list(targets.read(document, heading.read(document)))


def results(bases: str, **changed: str) -> list[Baseline]:
    document = document_of(plan(bases=bases, **changed))
    return list(baselines.read(document, heading.read(document)))


@pytest.mark.parametrize(
    ("line", "kind", "value", "op", "index"),
    [
        (
            "phấn đấu xếp vào nhóm các tỉnh, thành phố đạt điểm trung bình cao trở lên",
            "group",
            "trung bình cao trở lên",
            None,
            "PAPI",
        ),
        ("Đến năm 2025 đứng trong nhóm các tỉnh đạt mức Trung bình (nhóm 3)", "group", "Trung bình (nhóm 3)", None, "PAPI"),
        ("Phấn đấu Chỉ số PAPI tăng ít nhất 05 bậc so với năm 2023", "rank", 5, ">=", "PAPI"),
        ("Phấn đấu Chỉ số PCI xếp hạng thứ 20/63 tỉnh, thành phố", "rank", 20, None, "PCI"),
        ("Phấn đấu Chỉ số PCI thuộc nhóm 15 tỉnh dẫn đầu cả nước", "rank", 15, "<=", "PCI"),
        ("Phấn đấu Chỉ số PAPI đạt từ 43,5 điểm trở lên", "score", 43.5, ">=", "PAPI"),
        ("Phấn đấu kết quả Chỉ số SIPAS đạt trên 85%", "score", 85, ">", "SIPAS"),
        ("Phấn đấu Chỉ số DTI đạt từ 0,72 trở lên", "score", 0.72, ">=", "DTI"),
        ("Tỷ lệ hồ sơ giải quyết đúng hạn đạt từ 98,5% trở lên", "rate", 98.5, ">=", None),
        ("Có ≥ 30% doanh nghiệp ứng dụng công nghệ số", "rate", 30, ">=", None),
        ("100% cơ quan công khai thủ tục hành chính", "rate", 100, None, None),
        ("Hoàn thành đạt và vượt 100% chỉ tiêu được giao", "rate", 100, ">=", None),
        ("Dưới 2% hồ sơ trễ hẹn", "rate", 2, "<=", None),
        ("Tổ chức ít nhất 02 cuộc đối thoại với doanh nghiệp", "count", 2, ">=", None),
        ("Hỗ trợ tối thiểu 1.200 doanh nghiệp dùng nền tảng số", "count", 1200, ">=", None),
        ("Thành lập mới 1.200 doanh nghiệp", "count", 1200, None, None),
        ("Kinh tế số chiếm tối thiểu 18% GRDP", "rate", 18, ">=", None),
        ("Kinh tế số chiếm 25% GRDP trở lên", "rate", 25, ">=", None),
        ("Phấn đấu 60% lao động thạo nghề cấp hai trở lên", "rate", 60, None, None),
        ("Phấn đấu có 800 doanh nghiệp công nghệ số", "count", 800, None, None),
        ("Số ca ngộ độc thực phẩm không quá 07 ca", "count", 7, "<=", None),
        ("Số ca ngộ độc thực phẩm cấp tính dưới 7 người/100.000 dân", "count", 7, "<=", None),
        ("Chỉ số PAPI đạt từ 41,5 điểm, thoát khỏi nhóm thấp nhất", "score", 41.5, ">=", "PAPI"),
        ("Chỉ số PAPI đạt từ 41,5 điểm, không để xếp vào nhóm trung bình thấp", "score", 41.5, ">=", "PAPI"),
    ],
)
def test_a_target_is_read_with_its_kind_and_its_value(
    line: str, kind: str, value: float | str, op: str | None, index: str | None
) -> None:
    found = aims(f"II. MỤC TIÊU\n- {line}.")
    assert [(each.kind, each.value, each.op, each.index) for each in found] == [(kind, value, op, index)]


@pytest.mark.parametrize(
    "body",
    [
        "II. NHIỆM VỤ\n- Năm 2023, tỷ lệ hồ sơ đúng hạn đạt 97,5%, tăng 3,1% so với năm 2022.",
        "I. KẾT QUẢ ĐẠT ĐƯỢC\n- 100% xã có Bộ phận một cửa; tỷ lệ hài lòng đạt 90%.",
        "PHẦN I. KẾT QUẢ THỰC HIỆN NĂM 2023\nI. Thể chế\n1. Đã ban hành 100% văn bản.",
        "II. NHIỆM VỤ\n- Tỉnh nằm trong nhóm B (nhóm đạt kết quả từ trên 80% đến dưới 90%).",
        "II. KINH PHÍ\n- Doanh nghiệp được hỗ trợ 50% chi phí tư vấn; lãi suất 6%/năm.",
        "II. NHIỆM VỤ\n- Hủy kết quả của cơ sở có trên 10% số phiếu không đúng; mỗi quý khảo sát ít nhất 100 người bệnh.",
        "II. NHIỆM VỤ\n- Vốn góp của tỉnh chiếm 30% tổng vốn; tỉnh có 12 xã, với 40% dân số ở nông thôn, gần 20% là nữ.",
        "II. MỤC TIÊU\n- Trẻ em dưới 16 tuổi được tham gia; cơ sở có dưới 3 tháng hoạt động được hướng dẫn.",
        "II. NHIỆM VỤ\n- Niêm yết ít nhất 30 ngày; mỗi lớp không quá 40 người; hoạt động 24/7.",
        "II. NHIỆM VỤ\n- Đăng công khai hằng tháng; nhắc tên cơ quan có tỷ lệ quá hạn trên 5%.",
        "II. NHIỆM VỤ\n- Sắp xếp lại 05 phòng; rà soát tiêu chí 3.4.1; 3.4.2.",
    ],
)
def test_past_results_definitions_and_time_limits_are_no_targets(body: str) -> None:
    assert aims(body) == []


@pytest.mark.parametrize(
    ("line", "kind", "value", "op"),
    [
        ("Về chính quyền số: Đưa 50% hồ sơ được xử lý trực tuyến", "rate", 50, None),
        ("Tiếp công dân thường xuyên, giải quyết trên 90% đơn khiếu nại", "rate", 90, ">"),
        ("Tiết kiệm điện, giảm 5% chi phí điện năng", "rate", 5, None),
        ("Lập hồ sơ sức khỏe điện tử cho trên 95% người dân", "rate", 95, ">"),
        ("Củng cố đội ngũ, mỗi thôn có ít nhất 01 tổ hòa giải", "count", 1, ">="),
    ],
)
def test_an_order_that_says_how_much_is_to_be_done_sets_a_target(line: str, kind: str, value: float, op: str | None) -> None:
    assert [(each.kind, each.value, each.op) for each in aims(f"II. NHIỆM VỤ\n- {line}.")] == [(kind, value, op)]


def test_a_target_is_due_by_the_year_that_it_names_and_else_by_the_year_of_the_plan() -> None:
    found = aims(
        "II. MỤC TIÊU\n- Đến hết năm 2030: Có ≥ 60% hộ dùng nước sạch.\n- 100% xã có trạm y tế.\n"
        "- Chỉ số PAPI tăng ít nhất 03 bậc so với năm 2023."
    )
    assert [each.by for each in found] == ["2030", "2024", "2024"]


def test_a_section_of_results_and_targets_is_read_sentence_by_sentence() -> None:
    found = aims(
        "I. KẾT QUẢ NĂM 2023 VÀ MỤC TIÊU NĂM 2024\n1. Năm 2023, Chỉ số PAPI đạt 41 điểm.\n2. Chỉ số PAPI đạt từ 43 điểm trở lên."
    )
    assert [each.value for each in found] == [43]


def test_each_clause_of_a_paragraph_is_a_target_of_its_own() -> None:
    found = aims("II. NHIỆM VỤ\n- Kiểm tra văn bản: đảm bảo 100% văn bản được xử lý; 100% văn bản sai phạm được kiến nghị xử lý.")
    assert [each.text for each in found] == [
        "Kiểm tra văn bản: đảm bảo 100% văn bản được xử lý",
        "100% văn bản sai phạm được kiến nghị xử lý",
    ]


def test_a_target_shows_its_words() -> None:
    document = document_of(plan(body="II. MỤC TIÊU\n1. Phấn đấu Chỉ số PAPI đạt trên 43 điểm."))
    quotes = [each.quote for each in targets.read(document, heading.read(document))]
    assert [document.text[quote.start : quote.end] for quote in quotes] == ["Phấn đấu Chỉ số PAPI đạt trên 43 điểm"]


def test_results_of_several_indices_are_told_apart() -> None:
    found = results(
        "Năm 2023, Chỉ số hài lòng (SIPAS) tỉnh Hải Đông đạt 87,07%, xếp hạng 31/63 tỉnh, thành phố, tăng 3,1% và "
        "tăng 8 bậc so với năm 2022; "
        "Chỉ số cải cách hành chính (PAR INDEX) đạt 87,11/100 điểm, xếp hạng 23/63, giảm 13 bậc so với năm 2022 "
        "và nằm trong nhóm B."
    )
    assert [
        (each.index, each.year, each.score, each.unit, each.rank, each.of, each.score_change, each.rank_change, each.group)
        for each in found
    ] == [
        ("SIPAS", 2023, 87.07, "%", 31, 63, 3.1, 8, None),
        ("PAR INDEX", 2023, 87.11, "điểm/100", 23, 63, None, -13, "B"),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Chỉ số PAPI năm 2021 đạt 40,5 điểm, xếp thứ 50/60, năm 2022 đạt 42,04 điểm, xếp thứ 35/61.",
            [("PAPI", 2021, 40.5, 50, None), ("PAPI", 2022, 42.04, 35, None)],
        ),
        (
            "Chỉ số PCI năm 2022 đạt 67,2 điểm, xếp thứ 33/63 (tăng 4,64 điểm và 20 bậc so với năm 2021).",
            [("PCI", 2022, 67.2, 33, 20)],
        ),
        ("Chỉ số DTI năm 2022 đạt 0,6874, xếp hạng 17/63, giảm 02 bậc.", [("DTI", 2022, 0.6874, 17, -2)]),
        ("Năm 2023, nội dung “Quản trị môi trường” chỉ đạt 3,21 điểm.", [("PAPI", 2023, 3.21, None, None)]),
        ("Chỉ số PAPI của tỉnh đạt 41 điểm, xếp thứ 40/63.", [("PAPI", 2023, 41.0, 40, None)]),
        ("Nhóm B là nhóm đạt kết quả Chỉ số PAR INDEX từ trên 80% đến dưới 90%.", []),
        ("Phấn đấu năm 2024 Chỉ số PAPI đạt từ 44 điểm trở lên, xếp thứ 10/63.", []),
        ("Chỉ số PAPI được công bố ngày 12/4/2023.", []),
    ],
)
def test_a_past_result_is_read_with_its_year(words: str, expected: list[tuple[str, int, float, int | None, int | None]]) -> None:
    assert [(each.index, each.year, each.score, each.rank, each.rank_change) for each in results(words)] == expected


def test_a_past_result_is_never_a_target_too() -> None:
    told = "Năm 2023, Chỉ số PAPI của tỉnh đạt 41 điểm, xếp thứ 40/63."
    assert aims(f"I. MỤC ĐÍCH\n- {told}") == []
    assert len(results(told)) == 1


ROWS = (
    ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian"),
    ("1", "Bảo đảm 100% hồ sơ được số hóa khi tiếp nhận", "Sở Nội vụ", "Quý IV/2024"),
    ("2", "Công khai 100% thủ tục hành chính tại xã", "Sở Tư pháp", "Tháng 6/2024"),
)


def test_what_a_table_of_tasks_demands_stands_with_its_tasks_and_not_among_the_targets() -> None:
    lines = plan(body="II. MỤC TIÊU\n1. 100% xã có trạm y tế.") + "\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ"
    parts = [(line, Place("a.docx", paragraph=at), Kind.PARAGRAPH) for at, line in enumerate(lines.splitlines(), 1)]
    cells = [
        (cell, Place("a.docx", table=1, row=row, column=column), Kind.CELL)
        for row, cells in enumerate(ROWS, 1)
        for column, cell in enumerate(cells, 1)
    ]
    draft = read_plan(document("a.docx", [*parts, *cells]))
    assert [each.text for each in draft.targets] == ["100% xã có trạm y tế"]
    assert ("Sở Tư pháp",) in [task.lead for task in draft.tasks]
