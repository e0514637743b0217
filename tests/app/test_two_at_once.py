"""Two people at the same moment, in real threads with real transactions."""

from collections.abc import Callable
from dataclasses import replace
from threading import Barrier, Thread
from time import sleep
from typing import Any

import pytest
from django.db import connection

from longdan.app.audit.models import Event
from longdan.app.audit.queries import first_break
from longdan.app.plans import actions as plans
from longdan.app.plans.actions import assigning
from longdan.app.plans.models import AssignmentState, Correction, Plan, Reading, StoredFile, Task
from longdan.app.plans.previewing import preview
from longdan.app.work import actions as work
from longdan.app.work.models import Comment, Difficulty, Evidence, StepTaken, Update
from longdan.core.documents.sources import SourceFile
from longdan.core.problems import ProblemsFound
from tests.builders import (
    AT,
    ON,
    WORDS,
    a_document,
    a_draft,
    a_plan,
    a_ready_reading,
    confirmed,
    the_assignment,
    three_tasks,
)
from tests.cast import Cast, a_cast

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def people() -> Cast:
    return a_cast()


def at_once(*deeds: Callable[[], object]) -> list[object]:
    """What each deed gave or raised, all begun together on connections of their own."""
    together, came = Barrier(len(deeds)), dict[int, object]()

    def run(number: int, deed: Callable[[], object]) -> None:
        together.wait()
        try:
            came[number] = deed()
        except Exception as raised:
            came[number] = raised
        finally:
            connection.close()

    threads = [Thread(target=run, args=(number, deed)) for number, deed in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [came[number] for number in range(len(deeds))]


def codes(came: list[object]) -> list[str]:
    return [one.problems[0].code if isinstance(one, ProblemsFound) else type(one).__name__ for one in came]


@pytest.mark.parametrize("_time", range(5))
def test_of_two_who_confirm_one_does_and_the_other_is_told(people: Cast, _time: int) -> None:
    reading = a_ready_reading(people.chi)
    seen = preview(people.chi, reading.pk, on=ON).token

    def confirm(by: object) -> Callable[[], object]:
        return lambda: plans.confirm(reading_id=reading.pk, by=by, seen=seen, at=AT)  # type: ignore[arg-type]

    came = at_once(confirm(people.chi), confirm(people.chi_two))
    assert sorted(codes(came)) == ["Plan", "plans.reading.confirmed-already"]
    assert (Plan.objects.count(), Task.objects.count()) == (1, 3)
    assert Event.objects.filter(verb="plans.plan.confirmed").count() == 1
    assert first_break() is None


def test_of_two_readings_of_one_plan_confirmed_at_once_the_second_is_looked_at_again(people: Cast) -> None:
    of = a_document(*WORDS)
    mine, hers = (a_ready_reading(people.chi, of, a_draft(of, three_tasks(of)[:n]), content=bytes([n])) for n in (2, 3))
    tokens = {one.pk: preview(people.chi, one.pk, on=ON).token for one in (mine, hers)}

    def confirm(one: Reading) -> Callable[[], object]:
        return lambda: plans.confirm(reading_id=one.pk, by=people.chi, seen=tokens[one.pk], at=AT)

    assert sorted(codes(at_once(confirm(mine), confirm(hers)))) == ["Plan", "plans.preview.changed"]
    assert Plan.objects.count() == 1
    assert [event.verb for event in Event.objects.filter(thing="plan")] == ["plans.plan.confirmed"]


def test_the_same_file_from_two_people_is_one_reading(people: Cast) -> None:
    def receive(by: object) -> Callable[[], object]:
        return lambda: plans.receive(files=[SourceFile("a.txt", b"ke hoach")], by=by, at=AT)  # type: ignore[arg-type]

    came = at_once(receive(people.chi), receive(people.chi_two))
    assert came[0] == came[1]
    assert (Reading.objects.count(), StoredFile.objects.count()) == (1, 1)


def test_two_corrections_at_once_stand_one_after_the_other(people: Cast) -> None:
    reading = a_ready_reading(people.chi)

    def discard(item: str) -> Callable[[], object]:
        return lambda: plans.correct(reading_id=reading.pk, by=people.chi, verb="discard", item=item, at=AT)

    assert codes(at_once(discard("t79"), discard("t143"), discard("t199"))) == ["Correction"] * 3
    assert sorted(Correction.objects.values_list("number", flat=True)) == [1, 2, 3]
    assert preview(people.chi, reading.pk, on=ON).preview.kept() == ()


def test_what_is_handed_in_while_an_amendment_is_confirmed_is_not_lost(people: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    assignment = the_assignment(a_plan(people.chi), people.commune)
    of = a_document(*WORDS)
    first, second, third = three_tasks(of)
    amended = a_draft(of, [first, replace(second, responsible=("UBND các xã, phường, đặc khu",), product="Báo cáo"), third])
    reading = a_ready_reading(people.chi, of, amended, content=b"sua doi")
    wanted, begun = assigning._wanted, list[Thread]()

    def submit() -> None:
        work.submit(assignment_id=assignment.pk, by=people.an, text="Xong", at=AT)
        connection.close()

    def interrupted(*given: Any) -> Any:
        if not begun:
            begun.append(Thread(target=submit))
            begun[0].start()
            sleep(0.3)  # time enough to hand in, if nothing held it up
        return wanted(*given)

    monkeypatch.setattr(assigning, "_wanted", interrupted)
    confirmed(reading, people.chi)
    begun[0].join()
    assignment.refresh_from_db()
    assert (assignment.state, assignment.as_written) == (AssignmentState.SUBMITTED, "UBND các xã, phường, đặc khu")


def test_of_two_who_submit_one_does(people: Cast) -> None:
    assignment = the_assignment(a_plan(people.chi), people.commune)

    def submit() -> object:
        return work.submit(assignment_id=assignment.pk, by=people.an, text="Xong", at=AT)

    assert sorted(codes(at_once(submit, submit))) == ["Update", "work.state"]
    assert StepTaken.objects.count() == 1
    assert first_break() is None


def test_words_at_a_task_and_its_editing_do_not_wait_for_each_other(people: Cast) -> None:
    """On PostgreSQL a row locked whole keeps out whoever only refers to it, while both want the trail."""
    task = a_plan(people.chi).tasks.get(order=0)
    for turn in range(5):
        value = f"Báo cáo {turn}"
        came = at_once(
            lambda: work.comment(task_id=task.pk, by=people.binh, text="Xin hỏi", at=AT),
            lambda value=value: plans.edit_task(task_id=task.pk, by=people.chi, field="product", value=value, at=AT),  # type: ignore[misc]
            lambda: work.comment(task_id=task.pk, by=people.chi_two, text="Xin trả lời", at=AT),
        )
        assert [one for one in came if isinstance(one, Exception)] == []


def test_a_press_that_comes_as_two_requests_at_once_acts_once(people: Cast) -> None:
    duty = the_assignment(a_plan(people.chi), people.commune)
    presses = (
        lambda: work.comment(task_id=duty.task_id, by=people.an, text="Xin hỏi", at=AT),
        lambda: work.raise_difficulty(assignment_id=duty.pk, by=people.an, text="Thiếu người", at=AT),
        lambda: work.report(assignment_id=duty.pk, by=people.an, text="Đang làm", percent=40, at=AT),
        lambda: work.add_evidence(assignment_id=duty.pk, files=[SourceFile("a.txt", b"mot")], by=people.an, at=AT),
    )
    for press in presses:
        assert [one for one in at_once(press, press) if isinstance(one, Exception)] == []
    assert [table._default_manager.count() for table in (Comment, Difficulty, Update, Evidence)] == [1, 1, 1, 1]
