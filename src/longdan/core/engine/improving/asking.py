"""Asks which criteria to raise: checks the question, solves it, or says what best is in reach."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from longdan.core.engine.improving.model import Improvement, ImprovementQuestion, LeastEffort, MostPoints, Opportunity, Option
from longdan.core.engine.improving.solving import SECONDS, best
from longdan.core.engine.writing import number
from longdan.core.problems import Problem, ProblemsFound


@dataclass(frozen=True, slots=True)
class Unreachable:
    """The goal cannot be reached; ``best`` does all that can be done, at the least effort that earns as much."""

    problem: Problem
    best: Improvement


def improve(question: ImprovementQuestion, seconds: float = SECONDS) -> Improvement | Unreachable:
    """The best choices, proven best within ``seconds`` or said not to be; raises all that is wrong with the question."""
    if problems := list(_problems(question)):
        raise ProblemsFound(problems)
    answer = best(question, seconds)
    if answer is not None:
        return answer
    furthest = best(replace(question, goal=MostPoints(_all_effort(question))), seconds)
    assert furthest is not None  # to do nothing is always possible
    return Unreachable(_out_of_reach(question, furthest), furthest)


def _all_effort(question: ImprovementQuestion) -> Decimal:
    return sum((max(map(_whole_effort, one.options), default=Decimal(0)) for one in question.opportunities), Decimal(0))


def _whole_effort(option: Option) -> Decimal:
    return option.effort + (option.stretch.effort if option.stretch else Decimal(0))


def _out_of_reach(question: ImprovementQuestion, furthest: Improvement) -> Problem:
    assert isinstance(question.goal, LeastEffort)
    goal = question.goal
    where = f"mục tiêu {number(goal.score, 4)} điểm" + (f" ({goal.words})" if goal.words else "")
    best_score, short = number(furthest.score, 4), number(goal.score - furthest.score, 4)
    what = f"làm hết mọi việc trong tầm với chỉ được {best_score} điểm, thiếu {short} điểm"
    closed = [one.title for one in question.opportunities if not one.options]
    more = (
        f"mở tầm với cho {len(closed)} tiêu chí đang để ngoài ({'; '.join(closed[:3])}…)"
        if closed
        else "nâng tầm với của tiêu chí"
    )
    return Problem("improving.out-of-reach", where, what, f"hạ mục tiêu xuống {best_score} điểm, hoặc {more}")


def _problems(question: ImprovementQuestion) -> Iterator[Problem]:
    for code, count in Counter(one.code for one in question.opportunities).items():
        if count > 1:
            yield _wrong(code, "tiêu chí ghi hai lần", "gộp các lựa chọn của tiêu chí vào một mục")
    for code, count in Counter(code for cap in question.caps for code in cap.codes).items():
        if count > 1:
            yield _wrong(code, "tiêu chí nằm trong hai trần điểm", "giữ một trần điểm cho mỗi tiêu chí")
    for opportunity in question.opportunities:
        yield from _wrong_options(opportunity)
    if isinstance(question.goal, MostPoints) and question.goal.effort < 0:
        yield _wrong("tổng công", "số âm", "ghi số từ 0 trở lên")


def _wrong_options(opportunity: Opportunity) -> Iterator[Problem]:
    for option in opportunity.options:
        if min(option.gain, option.effort, *((option.stretch.gain, option.stretch.effort) if option.stretch else ())) < 0:
            yield _wrong(f"{opportunity.code}: {option.words}", "điểm tăng thêm hoặc công là số âm", "ghi số từ 0 trở lên")


def _wrong(where: str, what: str, fix: str) -> Problem:
    return Problem("improving.wrong-question", where, what, fix)
