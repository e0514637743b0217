"""Difficulties: every state with every step, who may take it, who sees that it waits."""

from datetime import timedelta

import pytest

from longdan.app.agencies.access import NotAllowed
from longdan.app.agencies.models import Post
from longdan.app.audit.models import Event
from longdan.app.plans.models import Plan
from longdan.app.work import actions
from longdan.app.work.access import difficulty_steps
from longdan.app.work.models import Difficulty, DifficultyState, DifficultyTurn
from longdan.app.work.queries import Sought, difficulties, task, today
from longdan.app.work.states import AFTER_DIFFICULTY, DifficultyStep
from longdan.core.problems import ProblemsFound
from tests.builders import AT, ON, the_assignment
from tests.cast import Cast

TABLE = """
           answer    escalate   decide   close   reopen
raised     answered  escalated  -        closed  -
answered   -         escalated  -        closed  raised
escalated  -         -          decided  -       -
decided    -         -          -        closed  raised
closed     -         -          -        -       raised
"""


def cells() -> list[tuple[str, DifficultyStep, str]]:
    head, *lines = TABLE.strip("\n").splitlines()
    pairs = [(line.split()[0], zip(head.split(), line.split()[1:], strict=True)) for line in lines]
    return [(state, DifficultyStep(step), result) for state, row in pairs for step, result in row]


@pytest.fixture
def raised(cast: Cast, plan: Plan) -> Difficulty:
    duty = the_assignment(plan, cast.commune)
    return actions.raise_difficulty(assignment_id=duty.pk, by=cast.an, text="Thiếu kinh phí", proposal="Bổ sung dự toán", at=AT)


def handle(one: Difficulty, step: DifficultyStep, by: Post, text: str = "Đã rõ") -> Difficulty:
    return actions.handle_difficulty(difficulty_id=one.pk, step=step, by=by, text=text, at=AT)


def test_the_table_names_every_state_and_every_step() -> None:
    assert {(state, step) for state, step, _ in cells()} == {
        (state, step) for state in DifficultyState for step in DifficultyStep
    }
    assert {(state, step): after for state, step, after in cells() if after != "-"} == AFTER_DIFFICULTY


@pytest.mark.parametrize(("state", "step", "result"), cells())
def test_a_step_leads_where_the_table_says(cast: Cast, raised: Difficulty, state: str, step: DifficultyStep, result: str) -> None:
    Difficulty.objects.update(state=state)
    by = cast.an if step in (DifficultyStep.CLOSE, DifficultyStep.REOPEN) else cast.chi
    if result == "-":
        with pytest.raises(ProblemsFound, match="không thể"):
            handle(raised, step, by)
    else:
        handle(raised, step, by)
    raised.refresh_from_db()
    assert raised.state == (state if result == "-" else result)
    assert DifficultyTurn.objects.count() == (0 if result == "-" else 1)


@pytest.mark.parametrize(
    ("who", "state", "offered"),
    [
        ("an", "raised", {"close"}),
        ("an", "answered", {"close", "reopen"}),
        ("chi", "raised", {"answer", "escalate"}),
        ("chi", "escalated", {"decide"}),
        ("leader", "escalated", {"decide"}),
        ("leader", "raised", set()),
        ("binh", "raised", set()),
        ("auditor", "escalated", set()),
    ],
)
def test_a_page_offers_only_the_steps_that_would_be_taken(
    cast: Cast, raised: Difficulty, who: str, state: str, offered: set[str]
) -> None:
    raised.state = state
    assert set(difficulty_steps(raised, getattr(cast, who))) == offered


@pytest.mark.parametrize("who", ["binh", "chi", "leader", "auditor", "dung"])
def test_nobody_raises_for_another_agency(cast: Cast, plan: Plan, who: str) -> None:
    with pytest.raises(NotAllowed):
        actions.raise_difficulty(
            assignment_id=the_assignment(plan, cast.commune).pk, by=getattr(cast, who), text="Thiếu kinh phí", at=AT
        )


def test_who_says_nothing_is_asked_to_unless_it_only_closes(cast: Cast, raised: Difficulty) -> None:
    with pytest.raises(ProblemsFound, match="còn để trống"):
        handle(raised, DifficultyStep.ANSWER, cast.chi, "  ")
    assert handle(raised, DifficultyStep.CLOSE, cast.an, "").state == DifficultyState.CLOSED


def test_a_difficulty_waits_for_whom_it_is_up_to(cast: Cast, raised: Difficulty) -> None:
    def waits_for() -> set[str]:
        return {name for name in ("an", "binh", "chi", "leader", "auditor") if today(getattr(cast, name), on=ON).difficulties}

    assert waits_for() == {"chi"}
    handle(raised, DifficultyStep.ESCALATE, cast.chi, "Vượt thẩm quyền")
    assert waits_for() == {"chi", "leader"}
    handle(raised, DifficultyStep.DECIDE, cast.leader, "Đồng ý")
    assert waits_for() == {"an"}
    handle(raised, DifficultyStep.CLOSE, cast.an)
    assert waits_for() == set()


def test_the_overview_counts_states_and_finds_words_without_diacritics(cast: Cast, raised: Difficulty) -> None:
    found = difficulties(cast.chi, at=AT + timedelta(days=3), sought=Sought(search="du toan", agency="an binh"))
    assert [(row.text, row.days) for row in found.rows] == [("Thiếu kinh phí", 3)]
    assert dict(found.counts)[DifficultyState.RAISED] == 1
    other = difficulties(cast.chi, at=AT, sought=Sought(search="nhân lực"))
    assert (other.rows, sum(count for _, count in other.counts)) == ((), 0)
    assert difficulties(cast.chi, at=AT, sought=Sought(state="closed")).rows == ()
    assert difficulties(cast.dung, at=AT).rows == ()


def test_the_history_of_the_task_tells_it(cast: Cast, raised: Difficulty) -> None:
    handle(raised, DifficultyStep.ANSWER, cast.chi, "Lấy từ nguồn dự phòng")
    history = task(cast.an, raised.assignment.task_id, at=AT).history
    assert [(entry.words, entry.text) for entry in history if entry.kind == "difficulty"] == [
        ("trả lời khó khăn, vướng mắc", "Lấy từ nguồn dự phòng"), ("nêu khó khăn, vướng mắc", "Bổ sung dự toán"),
    ]  # fmt: skip
    assert Event.objects.filter(thing="difficulty").count() == 2


def test_who_is_no_longer_given_a_task_raises_no_difficulty_about_it(cast: Cast, plan: Plan) -> None:
    duty = the_assignment(plan, cast.commune)
    actions.cancel(assignment_id=duty.pk, by=cast.chi, reason="Chia lại", at=AT)
    with pytest.raises(ProblemsFound, match="thôi được giao"):
        actions.raise_difficulty(assignment_id=duty.pk, by=cast.an, text="Thiếu người", at=AT)
