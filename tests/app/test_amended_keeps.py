"""What an amended document leaves as it was stays as people made it: discarded, renamed, given, changed by hand."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from longdan.app.plans import actions
from longdan.app.plans.models import Plan, Reading, Task
from longdan.app.plans.previewing import Change, PreviewPage, preview
from longdan.core.documents.model import Document
from longdan.core.plans import draft
from tests.builders import AT, HEADING, ON, WORDS, a_document, a_draft, a_quote, a_ready_reading, a_task, confirmed
from tests.cast import Cast

HEAD = "9. Văn phòng UBND tỉnh"
TARGET = "Phấn đấu 95% hồ sơ đúng hạn."
OLD = "Hội Đua thuyền"
NEW = "Bổ sung kinh phí cho ba nhóm chỉ số."


def the_document() -> Document:
    return a_document(*WORDS, HEAD, TARGET, NEW)


def drafted(of: Document, *, due: str = "2026-06-30", more: bool = False, product: str = "Báo cáo") -> draft.PlanDraft:
    tasks = [
        a_task(of, WORDS[3], lead=("Sở Nội vụ",), product=product, due="2026-03-31"),
        a_task(of, WORDS[4], lead=(OLD,), cooperating=("Sở KH&CN",), due=due),
        a_task(of, WORDS[5], due="2026-02"),
        a_task(of, HEAD),
        *([a_task(of, NEW, lead=(OLD,), due="2026-05-31")] if more else []),
    ]
    return a_draft(of, tasks, targets=(draft.Target(TARGET, "rate", 95, a_quote(of, TARGET), op=">=", unit="%"),))


def in_force(cast: Cast) -> Plan:
    """The plan as confirmed: a heading and a target discarded, a name matched with the ward."""
    of = the_document()
    reading = a_ready_reading(cast.chi, of, drafted(of))
    tasks = {task.text: task for task in preview(cast.chi, reading.pk, on=ON).preview.tasks}
    target = preview(cast.chi, reading.pk, on=ON).preview.targets[0].id
    named = tasks[WORDS[4]].assignments[0].id
    for verb, item, value in (
        ("discard", tasks[HEAD].id, ""),
        ("discard", target, ""),
        ("match_all", named, f"agency:{cast.ward.pk}"),
    ):
        actions.correct(reading_id=reading.pk, by=cast.chi, verb=verb, item=item, value=value, at=AT)
    return confirmed(reading, cast.chi)


def amending(cast: Cast, *, due: str = "2026-07-31", more: bool = True, product: str = "Báo cáo") -> Reading:
    of = the_document()
    return a_ready_reading(cast.chi, of, drafted(of, due=due, more=more, product=product), content=b"sua doi")


def told(page: PreviewPage) -> dict[str, Change]:
    return {task.text: page.compared[task.id].change for task in page.preview.kept()}


def test_only_what_the_document_changes_is_changed(cast: Cast) -> None:
    in_force(cast)
    page = preview(cast.chi, amending(cast).pk, on=ON)
    assert told(page) == {
        WORDS[3]: Change.UNCHANGED, WORDS[4]: Change.CHANGED, WORDS[5]: Change.UNCHANGED, NEW: Change.NEW,
    }  # fmt: skip
    changed = next(one for one in page.compared.values() if one.change is Change.CHANGED)
    differences = [(one.field, one.before, one.after) for one in changed.differences]
    assert (differences, changed.given, changed.taken_away) == ([("due", "2026-06-30", "2026-07-31")], (), ())


def test_a_name_that_was_settled_means_the_same_in_a_new_task(cast: Cast) -> None:
    in_force(cast)
    page = preview(cast.chi, amending(cast).pk, on=ON)
    (new,) = (task for task in page.preview.tasks if task.text == NEW)
    assert ([one.match.agency for one in new.assignments], new.doubts) == ([cast.ward.pk], ())


def test_what_was_discarded_stays_discarded_and_can_be_taken_in(cast: Cast) -> None:
    plan = in_force(cast)
    reading = amending(cast)
    page = preview(cast.chi, reading.pk, on=ON)
    left_out = [task for task in page.preview.tasks if task.discarded]
    assert ([task.text for task in left_out], [one.discarded for one in page.preview.targets]) == ([HEAD], [True])
    actions.correct(reading_id=reading.pk, by=cast.chi, verb="restore", item=left_out[0].id, at=AT)
    confirmed(reading, cast.chi)
    assert (plan.tasks.filter(text=HEAD).count(), plan.targets.count()) == (1, 0)


def test_a_third_document_leaves_out_what_the_second_left_out(cast: Cast) -> None:
    plan = in_force(cast)
    confirmed(amending(cast), cast.chi)
    of = the_document()
    third = a_ready_reading(cast.chi, of, drafted(of, due="2026-08-31", more=True), content=b"sua doi lan hai")
    page = preview(cast.chi, third.pk, on=ON)
    assert sorted(told(page).values()) == [Change.CHANGED, *[Change.UNCHANGED] * 3]
    confirmed(third, cast.chi)
    assert plan.tasks.filter(withdrawn_at__isnull=True).count() == 4


def test_what_stays_as_it_is_in_force_raises_no_doubt_again(cast: Cast) -> None:
    in_force(cast)
    page = preview(cast.chi, amending(cast).pk, on=ON)
    assert [task.text for task in page.preview.tasks if task.doubtful] == []


def by_hand(cast: Cast, task: Task) -> None:
    actions.edit_task(task_id=task.pk, by=cast.chi, field="product", value="Biên bản", at=AT)
    actions.assign_task(task_id=task.pk, by=cast.chi, role="cooperate", agency="UBND xã An Bình", at=AT)


def released(cast: Cast, task: Task) -> None:
    duty = task.assignments.get(agency=cast.science)
    actions.release_agency(assignment_id=duty.pk, by=cast.chi, reason="Chia lại", at=AT)


@pytest.mark.parametrize("deed", [by_hand, released])
def test_what_was_changed_by_hand_outlives_a_new_deadline(cast: Cast, deed: Callable[[Cast, Task], None]) -> None:
    plan = in_force(cast)
    task = plan.tasks.get(text=WORDS[4])
    deed(cast, task)

    def stands() -> list[object]:
        task.refresh_from_db()
        return [task.product, *task.assignments.order_by("pk").values_list("agency", "role", "state", "state_reason")]

    before = stands()
    confirmed(amending(cast), cast.chi)
    assert (stands(), str(task.due)) == (before, "2026-07-31")


def test_where_both_changed_a_place_the_document_says_how_it_is(cast: Cast) -> None:
    plan = in_force(cast)
    task = plan.tasks.get(text=WORDS[3])
    actions.edit_task(task_id=task.pk, by=cast.chi, field="product", value="Biên bản", at=AT)
    page = preview(cast.chi, amending(cast, product="Quyết định").pk, on=ON)
    (first,) = (one for one in page.compared.values() if one.found and one.found.text == WORDS[3])
    assert [(one.before, one.after) for one in first.differences] == [("Biên bản", "Quyết định")]


@pytest.mark.parametrize("content", [b"ke hoach", b"sua doi"])
def test_a_task_withdrawn_by_hand_does_not_come_back_with_the_next_document(cast: Cast, content: bytes) -> None:
    plan = in_force(cast)
    task = plan.tasks.get(text=WORDS[5])
    actions.withdraw_task(task_id=task.pk, by=cast.chi, reason="Trùng", at=AT)
    of = the_document()
    confirmed(a_ready_reading(cast.chi, of, drafted(of), content=content), cast.chi)
    task.refresh_from_db()
    assert (task.withdrawn_at, plan.tasks.filter(withdrawn_at__isnull=True).count()) == (AT, 2)


def test_both_halves_of_a_task_that_a_person_split_stay(cast: Cast) -> None:
    of = the_document()
    reading = a_ready_reading(cast.chi, of, drafted(of))
    first = preview(cast.chi, reading.pk, on=ON).preview.tasks[0]
    place = str(first.text.index("đơn giản"))
    actions.correct(reading_id=reading.pk, by=cast.chi, verb="split", item=first.id, value=place, at=AT)
    plan = confirmed(reading, cast.chi)
    before = set(plan.tasks.values_list("pk", "text", "due"))
    page = preview(cast.chi, amending(cast, due="2026-06-30", more=False).pk, on=ON)
    assert (set(told(page).values()), page.gone) == ({Change.UNCHANGED}, ())
    confirmed(Reading.objects.get(pk=page.reading.id), cast.chi)
    assert set(plan.tasks.filter(withdrawn_at__isnull=True).values_list("pk", "text", "due")) == before


def test_the_other_half_of_a_split_sentence_stays_however_often_the_sentence_is_amended(cast: Cast) -> None:
    of = the_document()
    reading = a_ready_reading(cast.chi, of, drafted(of))
    whole = preview(cast.chi, reading.pk, on=ON).preview.tasks[1]
    place = str(whole.text.index("giải quyết"))
    actions.correct(reading_id=reading.pk, by=cast.chi, verb="split", item=whole.id, value=place, at=AT)
    plan = confirmed(reading, cast.chi)
    gone = []
    for month in ("07", "08", "09"):
        again = a_ready_reading(cast.chi, of, drafted(of, due=f"2026-{month}-28"), content=month.encode())
        gone += [one.before and one.before.text for one in preview(cast.chi, again.pk, on=ON).gone]
        confirmed(again, cast.chi)
    halves = plan.tasks.filter(withdrawn_at__isnull=True, text__in=(whole.text[: int(place)].strip(), whole.text[int(place) :]))
    assert (gone, {one.quote for one in halves}, halves.filter(section__path="II").count()) == ([], {WORDS[4]}, 2)


def test_a_document_that_a_person_says_amends_a_plan_is_compared_alike(cast: Cast) -> None:
    plan = in_force(cast)
    of = the_document()
    other = replace(drafted(of, due="2026-07-31"), heading=replace(HEADING, number="99/QĐ-UBND"))
    reading = a_ready_reading(cast.chi, of, other, content=b"quyet dinh")
    actions.correct(reading_id=reading.pk, by=cast.chi, verb="amend", item="heading", value=str(plan.pk), at=AT)
    assert sorted(told(preview(cast.chi, reading.pk, on=ON)).values()) == [Change.CHANGED, *[Change.UNCHANGED] * 2]


def test_of_what_is_new_or_unchanged_no_difference_is_told(cast: Cast) -> None:
    plan = in_force(cast)
    # confirmed so, and since changed by hand: the document says nothing of it
    actions.edit_task(task_id=plan.tasks.get(text=WORDS[3]).pk, by=cast.chi, field="product", value="Biên bản", at=AT)
    page = preview(cast.chi, amending(cast).pk, on=ON)
    others = [one for one in page.compared.values() if one.change in (Change.NEW, Change.UNCHANGED)]
    assert [(one.differences, one.taken_away, one.given) for one in others] == [((), (), ())] * 3
