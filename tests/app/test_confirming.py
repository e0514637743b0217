"""Putting a plan in force: what is written, and that it is written once."""

from dataclasses import replace

import pytest

from longdan.app.agencies.access import NotAllowed
from longdan.app.audit.models import Event
from longdan.app.audit.queries import first_break
from longdan.app.plans import actions
from longdan.app.plans.models import Assignment, AssignmentState, Plan, Reading, Task
from longdan.app.plans.previewing import identity, preview
from longdan.app.work.queries import task
from longdan.core.plans.draft import Baseline, Deadline, PlanDemand, ReportPeriod, Target
from longdan.core.problems import ProblemsFound
from tests.builders import (
    AT,
    HEADING,
    ON,
    WORDS,
    a_document,
    a_draft,
    a_plan,
    a_quote,
    a_ready_reading,
    a_task,
    confirmed,
    the_assignment,
    three_tasks,
)
from tests.cast import Cast


def test_a_confirmed_plan_holds_what_the_document_says(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    assert (plan.number, plan.issuer, plan.province, plan.owner) == (
        "12/KH-UBND",
        cast.province,
        cast.province,
        cast.home_affairs,
    )
    first, second, third = plan.tasks.all()
    assert (first.text, first.product, str(first.due), first.due_precision) == (WORDS[3], "Báo cáo", "2026-03-31", "day")
    assert (str(third.due), third.due_precision) == ("2026-02-28", "month")
    assert first.section is not None
    assert first.section.path == "II"
    assert plan.document.text[second.start or 0 : second.end] == second.quote == WORDS[4]


def test_a_group_that_must_act_becomes_one_assignment_for_each_of_its_agencies(cast: Cast) -> None:
    task = a_plan(cast.chi).tasks.get(text=WORDS[4])
    assert {one.agency for one in task.assignments.all()} == {cast.commune, cast.ward}
    assert {one.as_written for one in task.assignments.all()} == {"UBND các xã, phường"}


def test_a_group_that_is_only_guessed_gives_nobody_work_until_a_person_says_so(cast: Cast) -> None:
    of = a_document(*WORDS)
    reading = a_ready_reading(cast.chi, of, a_draft(of, [a_task(of, WORDS[3], responsible=("các đơn vị có liên quan",))]))
    assert [one.agency for one in confirmed(reading, cast.chi).tasks.get().assignments.all()] == [None]
    again = a_ready_reading(cast.chi, of, a_draft(of, [a_task(of, WORDS[3], responsible=("các đơn vị có liên quan",))]))
    actions.correct(reading_id=again.pk, by=cast.chi, verb="match", item="t79.a1", value="group:communes", at=AT)
    task = confirmed(again, cast.chi).tasks.get()
    assert {one.agency for one in task.assignments.exclude(state="cancelled")} == {cast.commune, cast.ward}


def test_a_group_that_cooperates_stays_one_assignment(cast: Cast) -> None:
    task = a_plan(cast.chi).tasks.get(text=WORDS[3])
    cooperating = task.assignments.get(role="cooperate")
    assert (cooperating.agency, cooperating.group) == (None, "departments")


def test_statements_beside_the_tasks_are_kept_with_their_words(cast: Cast) -> None:
    of = a_document(
        *WORDS, "Báo cáo trước 15/12; PAR INDEX đạt 88 điểm; năm 2025 đạt 85,31; ban hành kế hoạch trước ngày 10/02/2026."
    )
    report = ReportPeriod("annual", a_quote(of, "Báo cáo trước 15/12"), "trước 15/12", due_recurring="12-15", due_day=None)
    draft = a_draft(
        of,
        report_periods=(report,),
        targets=(Target("PAR INDEX đạt 88 điểm", "score", 88.0, a_quote(of, "PAR INDEX đạt 88 điểm"), "PAR INDEX"),),
        baselines=(Baseline("PAR INDEX", 2025, a_quote(of, "năm 2025 đạt 85,31"), score=85.31),),
        demands=(PlanDemand("ban hành kế hoạch", a_quote(of, "ban hành kế hoạch"), ("các sở",), "2026-02-10"),),
        deadlines=(
            Deadline(
                "2026-02-10", "before", "ban hành kế hoạch", "trước ngày 10/02/2026", "III", a_quote(of, "trước ngày 10/02/2026")
            ),
        ),
    )
    plan = a_plan(cast.chi, of, draft)
    stated = [plan.report_demands.get(), plan.targets.get(), plan.baselines.get(), plan.demands.get(), plan.deadlines.get()]
    assert all(plan.document.text[one.start or 0 : one.end] == one.quote for one in stated)
    assert str(plan.baselines.get().score) == "85.31000"
    assert str(plan.deadlines.get().date) == str(plan.demands.get().due) == "2026-02-10"


def test_who_confirms_what_has_changed_meanwhile_is_told(cast: Cast) -> None:
    reading = a_ready_reading(cast.chi)
    seen = preview(cast.chi, reading.pk, on=ON).token
    actions.correct(reading_id=reading.pk, by=cast.chi_two, verb="discard", item="t143", at=AT)
    with pytest.raises(ProblemsFound) as told:
        actions.confirm(reading_id=reading.pk, by=cast.chi, seen=seen, at=AT)
    assert told.value.problems[0].code == "plans.preview.changed"
    assert Plan.objects.count() == 0


def test_an_agency_dissolved_meanwhile_makes_the_confirmer_look_again(cast: Cast) -> None:
    reading = a_ready_reading(cast.chi)
    seen = preview(cast.chi, reading.pk, on=ON).token
    cast.home_affairs.__class__.objects.filter(pk=cast.home_affairs.pk).update(valid_to=ON)
    with pytest.raises(ProblemsFound) as told:
        actions.confirm(reading_id=reading.pk, by=cast.chi, seen=seen, at=AT)
    assert told.value.problems[0].code == "plans.preview.changed"


def test_the_second_to_confirm_is_told_that_it_is_done(cast: Cast) -> None:
    reading = a_ready_reading(cast.chi)
    seen = preview(cast.chi, reading.pk, on=ON).token
    actions.confirm(reading_id=reading.pk, by=cast.chi, seen=seen, at=AT)
    with pytest.raises(ProblemsFound) as told:
        actions.confirm(reading_id=reading.pk, by=cast.chi_two, seen=seen, at=AT)
    assert told.value.problems[0].code == "plans.reading.confirmed-already"
    assert Plan.objects.count() == 1


def test_a_departments_plan_is_the_departments_whoever_brings_it_in(cast: Cast) -> None:
    of = a_document(*WORDS)
    own = a_draft(of, heading=replace(HEADING, issuer="Sở Khoa học và Công nghệ", number="7/KH-SKHCN"))
    assert a_plan(cast.chi, of, own).owner == cast.science
    assert Event.objects.get(verb="plans.plan.confirmed").signature.startswith("Lê Thị Chi")


def test_a_department_cannot_put_anothers_plan_in_force(cast: Cast) -> None:
    of = a_document(*WORDS)
    others = a_draft(of, heading=replace(HEADING, issuer="Sở Nội vụ", number="9/KH-SNV"))
    with pytest.raises(NotAllowed):
        a_plan(cast.binh, of, others)
    assert Plan.objects.count() == 0


def test_staff_may_correct_but_not_confirm(cast: Cast) -> None:
    reading = a_ready_reading(cast.binh_staff)
    with pytest.raises(NotAllowed):
        confirmed(reading, cast.binh_staff)


def test_another_province_may_not_confirm(cast: Cast) -> None:
    reading = a_ready_reading(cast.chi)
    with pytest.raises(NotAllowed):
        actions.confirm(reading_id=reading.pk, by=cast.dung, seen="", at=AT)


def test_the_same_document_again_changes_nothing(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    before = list(Task.objects.values().order_by("pk")), list(Assignment.objects.values().order_by("pk"))
    again = confirmed(a_ready_reading(cast.chi), cast.chi)
    after = list(Task.objects.values().order_by("pk")), list(Assignment.objects.values().order_by("pk"))
    assert again == plan
    assert [without_section(rows) for rows in after] == [without_section(rows) for rows in before]
    assert Event.objects.filter(verb="plans.plan.amended").get().detail == "3 nhiệm vụ giữ nguyên"


def without_section(rows: list[dict[str, object]]) -> list[dict[str, object]]:
    return [{key: value for key, value in row.items() if key != "section_id"} for row in rows]


def test_an_amended_document_updates_and_keeps_the_state_of_what_stays(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    done = the_assignment(plan, cast.commune)
    Assignment.objects.filter(pk=done.pk).update(state=AssignmentState.UNDER_WAY, percent=40)
    changed = "Rà soát, đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý của ngành."
    of = a_document(*WORDS[:3], changed, WORDS[4], "Lắp đặt màn hình tra cứu tại mọi điểm tiếp nhận hồ sơ.")
    tasks = [
        a_task(of, changed, lead=("Sở Nội vụ", "Sở KH&CN"), due="2026-04-30"),
        a_task(of, WORDS[4], responsible=("UBND các xã, phường",)),
        a_task(of, "Lắp đặt màn hình tra cứu tại mọi điểm tiếp nhận hồ sơ.", lead=("Sở Khoa học và Công nghệ",)),
    ]
    again = a_plan(cast.chi, of, a_draft(of, tasks), content=b"sua doi")
    assert again == plan
    assert (
        Event.objects.get(verb="plans.plan.amended").detail
        == "1 nhiệm vụ mới, 1 nhiệm vụ thay đổi, 1 nhiệm vụ giữ nguyên, 1 nhiệm vụ không còn"
    )
    assert Task.objects.filter(plan=plan).count() == 4
    assert Task.objects.get(withdrawn_at__isnull=False).text == WORDS[5]
    done.refresh_from_db()
    assert (done.state, done.percent) == (AssignmentState.UNDER_WAY, 40)
    first = Task.objects.get(text=changed)
    assert str(first.due) == "2026-04-30"
    states = {(one.agency, one.state) for one in first.assignments.all()}
    assert states == {(cast.home_affairs, "assigned"), (cast.science, "assigned"), (None, "cancelled")}


def test_who_no_longer_has_the_task_is_told_by_its_history(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    of = a_document(*WORDS)
    first, second, third = three_tasks(of)
    a_plan(cast.chi, of, a_draft(of, [first, replace(second, responsible=("Sở Nội vụ",)), third]), content=b"sua doi")
    assert the_assignment(plan, cast.commune).state == AssignmentState.CANCELLED
    page = task(cast.an, plan.tasks.get(text=WORDS[4]).pk, at=AT)
    told = "thôi giao: UBND phường Bạch Dương, UBND xã An Bình; giao thêm: 1 cơ quan"
    assert [(entry.words, entry.text) for entry in page.history] == [("đổi cơ quan thực hiện theo văn bản mới", told)]
    assert first_break() is None


def test_a_long_title_without_a_number_is_another_plan_every_year() -> None:
    of_2026 = replace(HEADING, number=None, issued=None, title="Nâng cao chỉ số " * 30)
    assert identity(of_2026, 1, "") != identity(replace(of_2026, year=2027), 1, "")


def test_what_people_corrected_outlives_an_amendment_that_leaves_it_alone(cast: Cast) -> None:
    reading = a_ready_reading(cast.chi)
    actions.correct(reading_id=reading.pk, by=cast.chi, verb="edit", item="t199", field="due", value="30/6/2026", at=AT)
    actions.correct(
        reading_id=reading.pk, by=cast.chi, verb="assign", item="t199", field="lead", value=f"agency:{cast.science.pk}", at=AT
    )
    plan = confirmed(reading, cast.chi)
    of = a_document(*WORDS, "Bổ sung kinh phí.")
    a_plan(cast.chi, of, a_draft(of, [*three_tasks(of), a_task(of, "Bổ sung kinh phí.")]), content=b"sua doi")
    third = plan.tasks.get(text=WORDS[5])
    assert (str(third.due), third.assignments.get().agency) == ("2026-06-30", cast.science)
    assert plan.tasks.filter(withdrawn_at__isnull=True).count() == 4


def test_a_task_that_comes_back_is_the_task_it_was(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    gone = plan.tasks.get(text=WORDS[5])
    of = a_document(*WORDS)
    a_plan(cast.chi, of, a_draft(of, three_tasks(of)[:2]), content=b"lan hai")
    gone.refresh_from_db()
    assert gone.withdrawn_at
    a_plan(cast.chi, of, a_draft(of), content=b"lan ba")
    gone.refresh_from_db()
    assert (gone.withdrawn_at, plan.tasks.count()) == (None, 3)


def test_two_tasks_of_the_same_words_are_two_tasks(cast: Cast) -> None:
    of = a_document(*WORDS[:3], "Báo cáo kết quả.", "Báo cáo kết quả.")
    first = a_task(of, "Báo cáo kết quả.", due="2026-06-30")
    second = replace(
        first,
        quote=replace(first.quote, start=first.quote.end + 1, end=first.quote.end * 2 + 1 - first.quote.start),
        due="2026-12-31",
    )
    assert a_plan(cast.chi, of, a_draft(of, [first, second])).tasks.count() == 2


def test_a_plan_without_a_name_is_refused(cast: Cast) -> None:
    of = a_document(*WORDS)
    reading = a_ready_reading(cast.chi, of, a_draft(of, heading=replace(a_draft(of).heading, number=None, title=None)))
    with pytest.raises(ProblemsFound) as told:
        confirmed(reading, cast.chi)
    assert told.value.problems[0].code == "plans.preview.no-title"


def without_tasks(cast: Cast, *, target: bool) -> Reading:
    of = a_document(*WORDS, "PAR INDEX đạt 88 điểm.")
    targets = (Target("PAR INDEX đạt 88 điểm", "score", 88.0, a_quote(of, "PAR INDEX đạt 88 điểm"), "PAR INDEX"),)
    return a_ready_reading(cast.chi, of, a_draft(of, [], targets=targets if target else ()))


def test_a_document_that_only_sets_targets_may_be_put_in_force(cast: Cast) -> None:
    plan = confirmed(without_tasks(cast, target=True), cast.chi)
    assert (plan.tasks.count(), plan.targets.count()) == (0, 1)


@pytest.mark.parametrize("discards", [False, True])
def test_a_document_with_nothing_to_follow_is_refused_with_the_ways_to_mend_it(cast: Cast, discards: bool) -> None:
    reading = without_tasks(cast, target=discards)
    if discards:
        item = preview(cast.chi, reading.pk, on=ON).preview.targets[0].id
        actions.correct(reading_id=reading.pk, by=cast.chi, verb="discard", item=item, at=AT)
    with pytest.raises(ProblemsFound, match="không có nhiệm vụ, chỉ tiêu hay chế độ báo cáo nào") as told:
        confirmed(reading, cast.chi)
    assert (told.value.problems[0].code, Plan.objects.count()) == ("plans.preview.empty", 0)
