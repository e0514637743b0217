"""A task list leaves as a sheet, is edited, and comes back by a preview; whatever changed meanwhile is met place by place.

Longer than 300 lines because each kind of cell, each way to spoil it and each meeting of two changes has its row here.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime

import pytest

from longdan.app.agencies.models import Agency
from longdan.app.plans import actions
from longdan.app.plans.models import Assignment, AssignmentState, Plan, Reading, ReadingState, Task
from longdan.app.plans.previewing import Doubt, preview
from longdan.app.plans.queries import task_sheet
from longdan.app.plans.queries.sheets import SheetColumn
from longdan.app.work import actions as work
from longdan.core.documents.programs import Programs
from longdan.core.documents.sources import SourceFile
from longdan.core.problems import ProblemsFound
from longdan.web.shared.workbooks import Column, Sheet, workbook
from longdan.web.workspace.task_sheets import task_sheet as as_sheet
from tests.builders import AT, ON, WORDS, a_plan, confirmed, the_assignment
from tests.cast import Cast
from tests.core.documents.open_sheets import sheet as open_sheet

COLUMNS = list(SheetColumn)
Rows = list[dict[SheetColumn, object]]


def rows_of(cast: Cast, plan: Plan) -> tuple[list[object], Rows]:
    """The header and the rows of the sheet as it leaves."""
    sheet = as_sheet(task_sheet(cast.chi, plan.pk, on=ON), ON)
    head = [column.title for column in sheet.columns]
    return list(head), [dict(zip(COLUMNS, row, strict=True)) for row in sheet.rows]


def sent_back(cast: Cast, plan: Plan, change: Callable[[Rows], None], header: list[object] | None = None) -> Reading:
    """The sheet as somebody edited it, handed in and read."""
    head, rows = rows_of(cast, plan)
    change(rows)
    return handed_in(cast, plan, rows, header or head)


def handed_in(cast: Cast, plan: Plan, rows: Rows, head: list[object]) -> Reading:
    sheet = as_sheet(task_sheet(cast.chi, plan.pk, on=ON), ON)
    content = workbook([Sheet("Nhiệm vụ", sheet.columns, [list(row.values()) for row in rows], titles=sheet.titles)])
    reading = actions.receive(files=[SourceFile("bang.xlsx", content)], by=cast.chi, at=AT)
    actions.read(reading_id=reading.pk, programs=Programs(), now=lambda: AT)
    reading.refresh_from_db()
    return reading


def changes(cast: Cast, reading: Reading) -> list[str]:
    page = preview(cast.chi, reading.pk, on=ON)
    return [page.compared[task.id].change for task in page.preview.kept()] + ["gone"] * len(page.gone)


def edit(row: int, **cells: object) -> Callable[[Rows], None]:
    def change(rows: Rows) -> None:
        rows[row] |= {SheetColumn[name.upper()]: value for name, value in cells.items()}

    return change


def test_a_sheet_sent_back_untouched_changes_nothing(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    before = list(Task.objects.order_by("pk").values("text", "due", "product", "recurrence", "key", "withdrawn_at"))
    reading = sent_back(cast, plan, lambda rows: None)
    assert (reading.kind, reading.of, changes(cast, reading)) == ("sheet", plan, ["unchanged"] * 3)
    assert confirmed(reading, cast.chi) == plan
    assert list(Task.objects.order_by("pk").values("text", "due", "product", "recurrence", "key", "withdrawn_at")) == before


EDITS: list[tuple[Mapping[str, object], Mapping[str, object]]] = [
    ({"text": "Rà soát mọi thủ tục."}, {"text": "Rà soát mọi thủ tục."}),
    ({"product": "Biên bản"}, {"product": "Biên bản"}),
    ({"due": date(2026, 4, 30)}, {"due": date(2026, 4, 30), "due_precision": "day"}),
    ({"due": "4/2026"}, {"due": date(2026, 4, 30), "due_precision": "month"}),
    ({"due": "Quý II/2026"}, {"due": date(2026, 6, 30), "due_precision": "month"}),
    ({"due": "trước 30/6"}, {"due": date(2026, 6, 30), "due_precision": "day"}),
    ({"due": "1/5/2026"}, {"due": date(2026, 5, 1)}),
    ({"due": ""}, {"due": None}),
    ({"recurrence": "hằng quý"}, {"recurrence": "hằng quý"}),
]


@pytest.mark.parametrize(("cells", "stored"), EDITS, ids=str)
def test_what_is_edited_in_the_sheet_is_in_force_once_it_is_confirmed(
    cast: Cast, cells: Mapping[str, object], stored: Mapping[str, object]
) -> None:
    plan = a_plan(cast.chi)
    reading = sent_back(cast, plan, edit(0, **cells))
    assert changes(cast, reading) == ["changed", "unchanged", "unchanged"]
    confirmed(reading, cast.chi)
    task = plan.tasks.order_by("order").first()
    assert {name: getattr(task, name) for name in stored} == stored


def test_agencies_are_changed_by_their_names_and_what_others_do_stays(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    Assignment.objects.filter(agency=cast.commune).update(state="under_way", percent=30)
    confirmed(sent_back(cast, plan, edit(0, lead="Sở KH&CN; Sở Nội vụ")), cast.chi)
    first = plan.tasks.order_by("order").first()
    assert first
    assert {one.agency for one in first.assignments.filter(role="lead")} == {cast.science, cast.home_affairs}
    assert the_assignment(plan, cast.commune).percent == 30


def test_an_agency_that_nobody_knows_is_doubtful_not_dropped(cast: Cast) -> None:
    reading = sent_back(cast, a_plan(cast.chi), edit(0, lead="Hội Đua thuyền"))
    task = preview(cast.chi, reading.pk, on=ON).preview.tasks[0]
    assert (task.assignments[-1].as_written, Doubt.UNKNOWN_AGENCY in task.doubts) == ("Hội Đua thuyền", True)


def test_a_row_without_a_key_is_a_new_task_and_a_row_left_out_changes_nothing(cast: Cast) -> None:
    plan = a_plan(cast.chi)

    def change(rows: Rows) -> None:
        rows[2] = dict.fromkeys(SheetColumn, "") | {
            SheetColumn.TEXT: "Lắp màn hình tra cứu ở mọi điểm tiếp nhận.",
            SheetColumn.LEAD: "Sở Nội vụ",
        }

    reading = sent_back(cast, plan, change)
    assert changes(cast, reading) == ["unchanged", "unchanged", "new"]
    confirmed(reading, cast.chi)
    assert plan.tasks.filter(withdrawn_at__isnull=True).count() == 4
    assert Task.objects.get(text__startswith="Lắp màn hình").assignments.get().agency == cast.home_affairs


def test_only_an_explicit_mark_withdraws(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    reading = sent_back(cast, plan, edit(1, remove="x"))
    assert changes(cast, reading) == ["unchanged", "unchanged", "gone"]
    confirmed(reading, cast.chi)
    assert [task.text for task in plan.tasks.filter(withdrawn_at__isnull=False)] == [WORDS[4]]
    assert the_assignment(plan, cast.commune).state == AssignmentState.ASSIGNED  # as it was, to be looked up


@pytest.mark.parametrize(
    ("cells", "where"),
    [
        ({"due": "mai"}, "dòng 5, cột J (Thời hạn)"),
        ({"due": "31/02/2026"}, "dòng 5, cột J (Thời hạn)"),
        ({"due": "12/9999"}, "dòng 5, cột J (Thời hạn)"),
        ({"text": ""}, "dòng 5, cột E (Nhiệm vụ)"),
        ({"remove": "có lẽ"}, "dòng 5, cột M (Rút khỏi kế hoạch)"),
        ({"key": "LD-1-999999"}, "dòng 5, cột A (Khóa)"),
        ({"key": "hỏng"}, "dòng 5, cột A (Khóa)"),
        ({"key": "", "text": ""}, "dòng 5, cột E (Nhiệm vụ)"),
    ],
    ids=str,
)
def test_a_wrong_cell_is_told_by_its_row_and_column_and_changes_nothing(
    cast: Cast, cells: Mapping[str, object], where: str
) -> None:
    plan = a_plan(cast.chi)
    reading = sent_back(cast, plan, edit(0, **cells))
    assert [one.where for one in reading.problems.all()] == [where]
    confirmed(reading, cast.chi)
    assert [task.text for task in plan.tasks.filter(withdrawn_at__isnull=True)] == list(WORDS[3:])


def test_a_copied_row_is_told_and_taken_for_a_new_task(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    reading = sent_back(cast, plan, lambda rows: rows.append(rows[0] | {SheetColumn.TEXT: "Kiểm tra việc thực hiện tại các xã."}))
    assert "trùng khóa với dòng 5" in reading.problems.get().what
    assert changes(cast, reading) == ["unchanged"] * 3 + ["new"]


def changed_meanwhile(plan: Plan, **columns: object) -> None:
    Task.objects.filter(pk=plan.tasks.order_by("order").values("pk")[:1]).update(**columns)


def test_an_old_sheet_does_not_take_back_what_others_changed(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    head, rows = rows_of(cast, plan)
    changed_meanwhile(plan, product="Quyết định")
    reading = handed_in(cast, plan, rows, head)
    assert changes(cast, reading) == ["unchanged"] * 3
    confirmed(reading, cast.chi)
    assert plan.tasks.order_by("order").values_list("product", flat=True)[0] == "Quyết định"


@pytest.mark.parametrize(("choice", "stands"), [("sheet", "Biên bản"), ("now", "Quyết định"), ("", "Quyết định")])
def test_a_place_that_both_changed_is_a_conflict_for_a_person_to_settle(cast: Cast, choice: str, stands: str) -> None:
    plan = a_plan(cast.chi)
    head, rows = rows_of(cast, plan)
    changed_meanwhile(plan, product="Quyết định", recurrence="hằng năm")
    rows[0] |= {SheetColumn.PRODUCT: "Biên bản", SheetColumn.DUE: date(2026, 5, 31)}
    reading = handed_in(cast, plan, rows, head)
    task = preview(cast.chi, reading.pk, on=ON).preview.tasks[0]
    assert [(one.field, one.now, one.sheet) for one in task.conflicts] == [("product", "Quyết định", "Biên bản")]
    assert Doubt.CONFLICT in task.doubts
    if choice:
        actions.correct(reading_id=reading.pk, by=cast.chi, verb="settle", item=task.id, field="product", value=choice, at=AT)
    confirmed(reading, cast.chi)
    row = plan.tasks.order_by("order").first()
    assert row
    assert (row.product, row.due, row.recurrence) == (stands, date(2026, 5, 31), "hằng năm")


@pytest.mark.parametrize(("choice", "leads"), [("sheet", {"Sở Khoa học và Công nghệ"}), ("now", {"UBND phường Bạch Dương"})])
def test_agencies_that_both_changed_are_a_conflict_too(cast: Cast, choice: str, leads: set[str]) -> None:
    plan = a_plan(cast.chi)
    head, rows = rows_of(cast, plan)
    first = plan.tasks.order_by("order").first()
    assert first
    first.assignments.filter(role="lead").update(agency=cast.ward)
    rows[0][SheetColumn.LEAD] = "Sở Khoa học và Công nghệ"
    reading = handed_in(cast, plan, rows, head)
    actions.correct(reading_id=reading.pk, by=cast.chi, verb="settle", item=f"k{first.pk}", field="lead", value=choice, at=AT)
    confirmed(reading, cast.chi)
    open_ = first.assignments.filter(role="lead").exclude(state="cancelled")
    assert set(open_.values_list("agency__name", flat=True)) == leads


def test_a_change_in_the_plan_after_the_preview_was_seen_makes_the_confirmer_look_again(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    reading = sent_back(cast, plan, edit(0, product="Biên bản"))
    seen = preview(cast.chi, reading.pk, on=ON).token
    changed_meanwhile(plan, product="Quyết định")
    with pytest.raises(ProblemsFound) as told:
        actions.confirm(reading_id=reading.pk, by=cast.chi, seen=seen, at=AT)
    assert told.value.problems[0].code == "plans.preview.changed"


AFTER_READING: dict[str, Callable[[Cast, Task], object]] = {
    "a field": lambda cast, task: actions.edit_task(task_id=task.pk, by=cast.chi, field="product", value="Tờ trình", at=AT),
    "a day": lambda cast, task: actions.edit_task(task_id=task.pk, by=cast.chi, field="due", value="30/6/2026", at=AT),
    "an agency": lambda cast, task: actions.assign_task(task_id=task.pk, by=cast.chi, role="lead", agency="Sở Nội vụ", at=AT),
    "a withdrawal": lambda cast, task: actions.withdraw_task(task_id=task.pk, by=cast.chi, reason="Trùng", at=AT),
}


@pytest.mark.parametrize("change", AFTER_READING.values(), ids=AFTER_READING.keys())
def test_what_others_change_after_the_sheet_was_read_is_not_taken_back(
    cast: Cast, change: Callable[[Cast, Task], object]
) -> None:
    plan = a_plan(cast.chi)
    reading, other = sent_back(cast, plan, edit(0, product="Biên bản")), plan.tasks.order_by("order")[2]
    change(cast, other)
    before = stands(other)
    confirmed(reading, cast.chi)
    assert (stands(other), plan.tasks.order_by("order")[0].product) == (before, "Biên bản")


def stands(task: Task) -> list[object]:
    task.refresh_from_db()
    return [task.product, task.due, task.withdrawn_at, *task.assignments.order_by("pk").values_list("agency", "role", "state")]


def test_a_place_that_both_changed_after_the_reading_is_a_conflict(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    reading = sent_back(cast, plan, edit(0, product="Biên bản", lead="Sở Khoa học và Công nghệ"))
    first = plan.tasks.order_by("order")[0]
    actions.edit_task(task_id=first.pk, by=cast.chi, field="product", value="Tờ trình", at=AT)
    actions.assign_task(task_id=first.pk, by=cast.chi, role="lead", agency="UBND xã An Bình", at=AT)
    shown = preview(cast.chi, reading.pk, on=ON).preview.tasks[0]
    assert [(one.field, one.sheet, one.now) for one in shown.conflicts] == [
        ("product", "Biên bản", "Tờ trình"),
        ("lead", "Sở Khoa học và Công nghệ", "Sở Nội vụ; UBND xã An Bình"),
    ]


def test_a_report_that_came_meanwhile_survives_the_sheet(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    reading = sent_back(cast, plan, edit(1, product="Báo cáo tháng"))
    work.report(assignment_id=the_assignment(plan, cast.commune).pk, by=cast.an, text="Đã làm một nửa", percent=50, at=AT)
    confirmed(reading, cast.chi)
    assert (the_assignment(plan, cast.commune).state, the_assignment(plan, cast.commune).percent) == ("under_way", 50)


def test_a_sheet_of_another_provinces_plan_is_refused(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    head, rows = rows_of(cast, plan)
    Agency.objects.filter(pk=cast.home_affairs.pk).update(province=cast.dung.agency.province)
    reading = handed_in(cast, plan, rows, head)
    assert (reading.state, reading.problems.get().code) == (ReadingState.FAILED, "plans.sheet.plan")


def test_a_list_made_by_hand_with_a_header_row_is_read_as_a_plan(cast: Cast) -> None:
    content = by_hand()
    reading = actions.receive(files=[SourceFile("Ke hoach cua so.xlsx", content)], by=cast.chi, at=AT)
    actions.read(reading_id=reading.pk, programs=Programs(), now=lambda: datetime(2026, 3, 2, tzinfo=AT.tzinfo))
    found = preview(cast.chi, reading.pk, on=ON).preview
    assert [(task.text, task.due, task.assignments[0].match.agency) for task in found.tasks] == [
        ("Rà soát thủ tục hành chính của ngành", "2026-06-30", cast.home_affairs.pk),
        ("Công khai kết quả giải quyết hồ sơ", "2026-12-31", cast.science.pk),
    ]


def by_hand() -> bytes:
    columns = (Column("STT"), Column("Nhiệm vụ", 60), Column("Cơ quan chủ trì", 30), Column("Thời hạn hoàn thành"))
    rows = [
        (1, "Rà soát thủ tục hành chính của ngành", "Sở Nội vụ", date(2026, 6, 30)),
        (2, "Công khai kết quả giải quyết hồ sơ", "Sở Khoa học và Công nghệ", date(2026, 12, 31)),
    ]
    return workbook([Sheet("Việc", columns, rows, titles=("KẾ HOẠCH Cải cách hành chính năm 2026",))])


def test_a_sheet_saved_by_another_program_comes_back_as_well(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    head, rows = rows_of(cast, plan)
    rows[0] |= {SheetColumn.PRODUCT: "Tờ trình", SheetColumn.DUE: date(2026, 6, 30)}
    content = open_sheet([["Bảng nhiệm vụ"], head, *(list(row.values()) for row in rows)])
    reading = actions.receive(files=[SourceFile("bang.ods", content)], by=cast.chi, at=AT)
    actions.read(reading_id=reading.pk, programs=Programs(), now=lambda: AT)
    reading.refresh_from_db()
    task = preview(cast.chi, reading.pk, on=ON).preview.kept()[0]
    assert (changes(cast, reading), task.product, task.due) == (["changed", "unchanged", "unchanged"], "Tờ trình", "2026-06-30")
