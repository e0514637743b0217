"""Sections, tasks, assignments, deadlines and reports in the forms that documents give them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from longdan.core.documents import Document, Programs, SourceFile, read
from longdan.core.plans.draft import PlanDraft, Role, Section
from longdan.core.plans.reading import read_plan

HEAD = """ỦY BAN NHÂN DÂN TỈNH AN HÒA
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 15/KH-UBND
An Hòa, ngày 04 tháng 01 năm 2026
KẾ HOẠCH
NÂNG CAO CHỈ SỐ PAPI NĂM 2026
Thực hiện Kế hoạch số 12/KH-UBND ngày 05/12/2025 của UBND tỉnh, UBND tỉnh ban hành Kế hoạch như sau:
"""
FOOT = """
Nơi nhận:
- Bộ Nội vụ;
- Lưu: VT.
CHỦ TỊCH
Nguyễn Văn An
"""


FORMS = yaml.safe_load(Path(__file__).with_name("forms.yaml").read_text(encoding="utf-8"))


def cases(*kinds: str) -> pytest.MarkDecorator:
    """One test for each form of these kinds."""
    chosen = [form for kind in kinds for form in FORMS[kind]]
    return pytest.mark.parametrize(
        ("body", "expected"), [pytest.param(form["body"], form.get("expected"), id=form["form"]) for form in chosen]
    )


def document_of(body: str) -> Document:
    return read([SourceFile("a.txt", (HEAD + body + FOOT).encode())], Programs())


def draft_of(body: str) -> PlanDraft:
    return read_plan(document_of(body))


def shape(sections: tuple[Section, ...]) -> list[Any]:
    """Numbers with what is below them; run-in items in brackets."""
    return [_shape(one) for one in sections]


def _shape(section: Section) -> Any:
    number = f"({section.number})" if section.run_in else section.number
    return [number, *shape(section.sections)] if section.sections else number


@cases("sections")
def test_sections_are_found_with(body: str, expected: list[Any]) -> None:
    assert shape(draft_of(body).sections) == expected


ORG = "IV. TỔ CHỨC THỰC HIỆN\n"
WORK = "III. NHIỆM VỤ\n1. Công khai\n"


@cases("assignments")
def test_assignments_are_read_from(body: str, expected: list[Any]) -> None:
    assert [[one.agency, one.role.value] for one in draft_of(body).assignments] == expected


def test_whom_the_plan_asks_and_with_whom_agencies_work() -> None:
    body = ORG + "1. Đề nghị Ủy ban MTTQ Việt Nam tỉnh, Hội Nông dân tỉnh: phối hợp với Sở Y tế, Sở Tư pháp giám sát."
    (one,) = draft_of(body).assignments
    assert (one.agency, one.requested, one.cooperating) == (
        "Ủy ban MTTQ Việt Nam tỉnh, Hội Nông dân tỉnh",
        True,
        ("Sở Y tế", "Sở Tư pháp"),
    )


@cases("deadlines")
def test_deadlines_are_read_from(body: str, expected: list[Any]) -> None:
    assert [[one.date, one.relation] for one in draft_of(WORK + "- " + body).deadlines] == expected


@cases("reports")
def test_reports_are_read_from(body: str, expected: list[Any]) -> None:
    found = draft_of(ORG + "1. Các sở, ban, ngành\n- " + body).report_periods
    assert [[one.kind, one.due, one.due_recurring, one.due_day, one.from_date] for one in found] == expected


def test_attribute_lines_complete_all_tasks_above_them() -> None:
    body = (
        WORK + "- Niêm yết giá.\n- Kiểm tra giá.\nĐơn vị thực hiện: Sở Y tế.\nSản phẩm: Báo cáo.\n"
        "Thời gian: Hằng năm.\n- Tập huấn.\nĐơn vị chủ trì: Sở Nội vụ."
    )
    found = [(one.text, one.lead + one.responsible, one.product, one.recurrence) for one in draft_of(body).tasks]
    assert found == [
        ("Niêm yết giá.", ("Sở Y tế",), "Báo cáo", "Hằng năm"),
        ("Kiểm tra giá.", ("Sở Y tế",), "Báo cáo", "Hằng năm"),
        ("Tập huấn.", ("Sở Nội vụ",), None, None),
    ]


def test_a_relative_deadline_keeps_its_words() -> None:
    (task,) = draft_of(ORG + "1. Sở Y tế: Gửi kế hoạch trong 10 ngày kể từ ngày nhận được Kế hoạch này.").tasks
    assert task.due_raw == "trong 10 ngày kể từ ngày nhận được Kế hoạch này"


def test_only_dashes_that_are_no_attributes_are_counted() -> None:
    body = (
        WORK + "- Niêm yết giá.\n+ Giá thuốc.\n- Cơ quan chủ trì: Sở Y tế.\n- Thời gian thực hiện: Hằng năm.\n"
        "2. Thanh tra\n- Một.\n- Hai."
    )
    assert draft_of(body).bullets == (("III.1", 1), ("III.2", 2))


def test_what_a_plan_of_another_agency_must_hold() -> None:
    body = (
        ORG + "1. Các sở, ngành\nXây dựng kế hoạch của cơ quan. Kế hoạch phải đảm bảo các yêu cầu sau:\n"
        "- Ban hành chậm nhất ngày 10/02/2026.\n- Đủ 08 nội dung."
    )
    found = draft_of(body).demands
    assert [(one.text, one.due) for one in found] == [
        ("Xây dựng kế hoạch của cơ quan.", None),
        ("Ban hành chậm nhất ngày 10/02/2026.", "2026-02-10"),
        ("Đủ 08 nội dung.", None),
    ]
    assert {one.of for one in found} == {("Các sở, ngành",)}


def test_what_a_plan_must_hold_is_no_task_and_the_day_of_its_issue_is_that_of_the_task_before() -> None:
    body = (
        ORG + "1. Các sở, ngành\na) Xây dựng kế hoạch\nCăn cứ Kế hoạch này, xây dựng kế hoạch của cơ quan. Kế hoạch phải đáp ứng "
        "các yêu cầu sau:\n- Ban hành chậm nhất ngày 10/02/2026.\n- Đủ 08 nội dung.\nb) Báo cáo\nBáo cáo kết quả hằng quý."
    )
    assert [(task.text, task.due) for task in draft_of(body).tasks][:1] == [
        ("Căn cứ Kế hoạch này, xây dựng kế hoạch của cơ quan.", "2026-02-10")
    ]
    assert not [task for task in draft_of(body).tasks if "08 nội dung" in task.text or task.text.startswith("Ban hành")]


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("Hoàn thành trước ngày 30/6/2026.", "2026-06-30"),
        ("Thời điểm ban hành chậm nhất ngày 10/02/2026.", "2026-02-10"),
    ],
)
def test_a_sentence_of_nothing_but_its_deadline_belongs_to_the_task_before_it(sentence: str, due: str) -> None:
    found = draft_of(f"II. NHIỆM VỤ\n1. Hồ sơ\n- Lập danh sách hồ sơ còn tồn.\n- {sentence}\n").tasks
    assert [(task.text, task.due) for task in found] == [("Lập danh sách hồ sơ còn tồn.", due)]


def test_a_sentence_that_says_what_is_done_by_its_day_is_a_task() -> None:
    found = draft_of("II. NHIỆM VỤ\n1. Hồ sơ\n- Lập danh sách.\n- Hoàn thành chuyển đổi trước ngày 30/9/2027.\n").tasks
    assert [task.due for task in found] == [None, "2027-09-30"]


@cases("tables")
def test_tables_of_tasks_are_read_with(body: str, expected: None) -> None:
    document = read([SourceFile("a.txt", (HEAD + ORG + "1. Sở Y tế: Kiểm tra." + FOOT + body).encode())], Programs())
    rows = [one for one in read_plan(document).tasks if one.section.startswith("Phụ lục I, I")]
    assert [(one.text, one.lead, one.due, one.recurrence) for one in rows] == [
        ("Niêm yết giá thuốc", ("Sở Y tế",), "2026-03", None),
        ("Kiểm tra", (), None, "Hằng năm"),
    ]


@pytest.mark.parametrize("end", range(1, 75, 3))
def test_a_table_that_breaks_off_is_read_as_far_as_it_goes(end: int) -> None:
    annex = "PHỤ LỤC I\n| STT | Nhiệm vụ | Cơ quan chủ trì |\n| 1 | Niêm yết giá thuốc | Sở Y tế |\n"
    document = read([SourceFile("a.txt", (HEAD + ORG + "1. Sở Y tế: Kiểm tra." + FOOT + annex[:end]).encode())], Programs())
    assert [one.text for one in read_plan(document).tasks if not one.section.startswith("Phụ lục")] == ["Sở Y tế: Kiểm tra."]


@cases("sections", "assignments")
def test_every_statement_quotes_the_document(body: str, expected: list[Any]) -> None:
    document = document_of(body)
    draft = read_plan(document)
    quotes = [
        one.quote
        for one in (*draft.tasks, *draft.assignments, *draft.deadlines, *draft.report_periods, *draft.demands, *draft.sections)
    ]
    assert [document.text[quote.start : quote.end] for quote in quotes] == [quote.text for quote in quotes]
    assert all(0 < quote.confidence <= 1 for quote in quotes)


def test_to_whom_a_telegram_goes_is_no_task() -> None:
    body = "Chủ tịch UBND tỉnh điện:\n- Giám đốc Sở Y tế;\n- Chủ tịch UBND các xã.\n1. Sở Y tế mở thêm 02 bàn tiếp đón."
    assert [task.text for task in draft_of(body).tasks] == ["Sở Y tế mở thêm 02 bàn tiếp đón."]


def test_what_an_amendment_says_anew_is_ordered_and_what_it_repeals_is_not() -> None:
    body = (
        'Điều 1. Sửa đổi Kế hoạch, như sau:\n1. Sửa đổi khoản 2: "Sở Tư pháp chủ trì rà soát văn bản".\n'
        '2. Bổ sung khoản 5: "Giao Sở Y tế chủ trì kết nối dữ liệu".\n3. Bãi bỏ khoản 4 Mục IV.'
    )
    draft = draft_of(body)
    told = [(one.agency, one.role) for one in draft.assignments]
    assert (told, len(draft.tasks)) == ([("Sở Tư pháp", Role.LEAD), ("Sở Y tế", Role.LEAD)], 2)


def test_what_is_measured_is_no_task() -> None:
    led = "2.1. Sở Tài chính chủ trì, phối hợp với Thuế tỉnh theo dõi kết quả thu, trong đó trọng tâm:\n"
    body = "II. NHIỆM VỤ\n2. Thu ngân sách\n" + led + "- Tỷ lệ thu so với dự toán cao hơn năm trước.\n- Số hóa hồ sơ thuế.\n"
    assert [task.text for task in draft_of(body).tasks] == ["Số hóa hồ sơ thuế."]


def test_who_leads_what_is_only_measured_has_the_sentence_as_a_task() -> None:
    led = "2.1. Sở Tài chính chủ trì theo dõi kết quả thu ngân sách, trong đó trọng tâm:\n"
    body = "II. NHIỆM VỤ\n2. Thu ngân sách\n" + led + "- Tỷ lệ thu so với dự toán.\n- Mức độ nợ đọng thuế.\n"
    assert [(task.text[:11], task.lead) for task in draft_of(body).tasks] == [("Sở Tài chính"[:11], ("Sở Tài chính",))]
