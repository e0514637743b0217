"""Whoever does a task is told what a new document changes in it."""

from datetime import timedelta

import pytest

from longdan.app.plans.models import Assignment
from longdan.app.work.queries import task, today
from tests.builders import (
    AT,
    ON,
    WORDS,
    a_document,
    a_draft,
    a_plan,
    a_ready_reading,
    a_task,
    confirmed,
    the_assignment,
    three_tasks,
)
from tests.cast import Cast


@pytest.fixture
def duty(cast: Cast) -> Assignment:
    """The commune's assignment, whose task gets a day and a product by an amended document."""
    duty = the_assignment(a_plan(cast.chi), cast.commune)
    of = a_document(*WORDS)
    first, _, last = three_tasks(of)
    second = a_task(of, WORDS[4], responsible=("UBND các xã, phường",), product="Báo cáo", due="2026-05-31")
    confirmed(a_ready_reading(cast.chi, of, a_draft(of, [first, second, last]), content=b"sua doi"), cast.chi)
    return duty


def test_the_task_says_what_changed_and_by_which_document(cast: Cast, duty: Assignment) -> None:
    told = [entry.text for entry in task(cast.an, duty.task_id, at=AT).history if entry.kind == "plan"]
    assert told == ["sản phẩm: (trống) → Báo cáo; thời hạn: (trống) → 31/05/2026 (theo ke-hoach.docx)"]


def test_the_day_of_whoever_does_it_shows_the_task(cast: Cast, duty: Assignment) -> None:
    assert [row.assignment_id for row in today(cast.an, on=ON).changed.rows] == [duty.pk]


def test_whoever_changed_it_knows(cast: Cast, duty: Assignment) -> None:
    assert today(cast.chi, on=ON).changed.count == 0


def test_after_two_weeks_it_is_no_news(cast: Cast, duty: Assignment) -> None:
    assert today(cast.an, on=ON + timedelta(days=15)).changed.count == 0


def test_what_stays_as_it_was_is_told_nowhere(cast: Cast, duty: Assignment) -> None:
    other = duty.task.plan.tasks.get(text=WORDS[3])
    assert [entry for entry in task(cast.chi, other.pk, at=AT).history if entry.kind == "plan"] == []
