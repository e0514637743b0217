"""The rehearsal works as people could have: by the table of states, once, with a trail that holds."""

from datetime import date, timedelta
from importlib.resources import files
from random import Random

import pytest

from longdan.app.audit.models import Event
from longdan.app.audit.queries import first_break
from longdan.app.plans.models import Assignment
from longdan.app.plans.models import AssignmentState as State
from longdan.app.rehearsal.actions import rehearse
from longdan.app.rehearsal.courses import course
from longdan.app.work.models import StepTaken, Update
from longdan.app.work.states import AFTER, Step
from longdan.core.catalogue.large_sample import read_words
from tests.builders import AT, WORDS, a_document, a_draft, a_plan, a_task
from tests.cast import Cast

WORDS_OF_SAMPLE = read_words(files("longdan") / "catalogue" / "sample" / "large.yaml")


@pytest.mark.parametrize("seed", range(50))
def test_a_course_goes_by_the_table_of_states_and_not_beyond_today(seed: int) -> None:
    begin, today = date(2025, 1, 20), date(2026, 11, 22)
    due = begin + timedelta(days=17 * seed)
    state, days = State.ASSIGNED, [begin]
    for taken in course(begin, due, today, leads=seed % 2 == 0, random=Random(seed)):
        assert taken.state == AFTER[state, taken.step]
        state = taken.state
        days.append(taken.on)
    assert days == sorted(days)
    assert days[-1] <= today


@pytest.mark.django_db
def test_it_is_done_once_and_the_trail_holds(cast: Cast) -> None:
    document = a_document(*WORDS)
    a_plan(
        cast.chi, document, a_draft(document, [a_task(document, WORDS[3], lead=("Sở Khoa học và Công nghệ",), due="2026-02-15")])
    )
    before = Event.objects.count()
    done = rehearse(by=cast.chi, words=WORDS_OF_SAMPLE, at=AT)
    assert (done.steps, done.updates) == (StepTaken.objects.count(), Update.objects.count())
    assert Event.objects.count() == before + done.steps
    assert first_break() is None
    again = rehearse(by=cast.chi, words=WORDS_OF_SAMPLE, at=AT)
    assert (again.steps, again.updates) == (0, 0)


@pytest.mark.django_db
def test_every_assignment_stands_where_its_last_step_left_it(cast: Cast) -> None:
    document = a_document(*WORDS)
    a_plan(
        cast.chi, document, a_draft(document, [a_task(document, WORDS[3], lead=("Sở Khoa học và Công nghệ",), due="2026-02-15")])
    )
    rehearse(by=cast.chi, words=WORDS_OF_SAMPLE, at=AT)
    for assignment in Assignment.objects.all():
        last = assignment.steps.order_by("-at", "-id").first()
        assert assignment.state == (last.state if last else State.ASSIGNED)
        assert not last or Step(last.verb)
