"""Explains an answer line by line, in plain Vietnamese: what each criterion earns, what it costs, why it was left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from longdan.core.engine.improving.model import Cap, Choice, Improvement, MostPoints, Opportunity, Option
from longdan.core.engine.writing import number

PART_WORDS = " (phần đi dở của một mục tính đến 0,01 % quãng đường)"  # solving.PART


class Reason(StrEnum):
    """Why a criterion was taken or left."""

    TAKEN = "taken"
    CLOSED = "closed"  # it has no option
    EARNS_NOTHING = "earns-nothing"
    TOO_DEAR = "too-dear"  # by itself above the whole effort
    OUTBID = "outbid"  # the effort earns more elsewhere
    NOT_NEEDED = "not-needed"  # the goal is reached at less effort without it


@dataclass(frozen=True, slots=True)
class Line:
    """What is said of one criterion; ``gain`` and ``effort`` of what was taken, 0 where it was left."""

    code: str
    title: str
    reason: Reason
    gain: Decimal
    effort: Decimal
    words: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """``summary``, then the criteria taken (most points per effort first), then those left."""

    summary: str
    taken: tuple[Line, ...]
    left: tuple[Line, ...]


def explain(answer: Improvement) -> Explanation:
    """The answer in words. Every reason follows from the answer being the best: nothing here is solved anew."""
    taken = sorted(answer.choices, key=lambda choice: -_rate(choice.gain, choice.effort))
    codes = {choice.opportunity.code for choice in taken}
    left = [one for one in answer.question.opportunities if one.code not in codes]
    return Explanation(_summary(answer), tuple(_taken(answer, one) for one in taken), tuple(_left(answer, one) for one in left))


def _summary(answer: Improvement) -> str:
    question = answer.question
    unit, goal = question.effort_unit, question.goal
    aim = (
        f"Với không quá {_written(goal.effort)} {unit}"
        if isinstance(goal, MostPoints)
        else f"Để đạt {_written(goal.score)} điểm{f' ({goal.words})' if goal.words else ''}"
    )
    done = (
        f"làm {len(answer.choices)} tiêu chí, từ {_written(question.now)} lên {_written(answer.score)} điểm "
        f"(thêm {_written(answer.gained)}), cần {_written(answer.effort)} {unit}"
        if answer.choices
        else "không cần hoặc không thể làm thêm tiêu chí nào"
    )
    return f"{aim}: {done}; {_how_sure(answer)}." + (f" {question.effort_means}." if question.effort_means else "")


def _how_sure(answer: Improvement) -> str:
    """Whether anything better can exist, and for what that holds."""
    if not answer.proven:
        return "hết thời gian tính, có thể còn phương án tốt hơn"
    open_ = answer.question.opportunities
    part = any(option.stretch for one in open_ for option in one.options)
    sure = f"không phương án nào tốt hơn{PART_WORDS if part else ''}"
    if shared := [one.code for one in open_ if one.together]:
        return f"{sure} khi tính riêng từng mục, nhưng các mục {', '.join(shared)} đọc chung số liệu nên có thể tốn ít công hơn"
    return sure


def _taken(answer: Improvement, choice: Choice) -> Line:
    unit = answer.question.effort_unit
    parts = [
        f"{how_far(choice)}: thêm {_written(choice.gain)} điểm, cần {_written(choice.effort)} {unit}",
        *_higher(choice, unit),
    ]
    if choice.effort:
        parts.insert(1, f"mỗi {unit} được {_written(_rate(choice.gain, choice.effort))} điểm")
    one = choice.opportunity
    if one.together:
        parts.append(f"đọc chung số liệu với mục {', '.join(one.together)}: làm theo mức cao nhất trong các mục ấy")
    parts += [cap.words for cap in _caps_over(answer.question.caps, one.code) if cap.words]
    return Line(one.code, one.title, Reason.TAKEN, choice.gain, choice.effort, "; ".join(parts) + ".")


def _caps_over(caps: Sequence[Cap], code: str) -> Iterator[Cap]:
    """The cap that a criterion is in, then those that it goes on into."""
    cap = next((cap for cap in caps if code in cap.codes), None)
    while cap is not None:
        yield cap
        into = cap.into
        cap = next((one for one in caps if one.code == into), None) if into is not None else None


def how_far(choice: Choice) -> str:
    """The option in words, with how far its stretch is gone."""
    stretch = choice.option.stretch
    if stretch is None or not choice.part:
        return choice.option.words
    reached = stretch.start + choice.part * (stretch.end - stretch.start)
    return stretch.words.format(_written(reached))


def _higher(choice: Choice, unit: str) -> Iterator[str]:
    """What the next higher option would have asked for more."""
    higher = [option for option in choice.opportunity.options if option.gain > choice.gain]
    if higher:
        following = min(higher, key=lambda option: option.gain)
        more = (
            f"thêm {_written(following.gain - choice.gain)} điểm nhưng thêm {_written(following.effort - choice.effort)} {unit}"
        )
        yield f"chưa lên “{following.words}” ({more})"


def _left(answer: Improvement, one: Opportunity) -> Line:
    reason, words = _why_left(answer, one)
    return Line(one.code, one.title, reason, Decimal(0), Decimal(0), words + ".")


def _why_left(answer: Improvement, one: Opportunity) -> tuple[Reason, str]:
    if not one.options:
        return Reason.CLOSED, one.closed or "không có mức nào trong tầm với"
    if all(not option.most_gain for option in one.options):
        return Reason.EARNS_NOTHING, "các mức còn lại không thêm điểm"
    goal, unit = answer.question.goal, answer.question.effort_unit
    rate = _best_rate(one)
    dearest = f"tốt nhất được {_written(rate)} điểm mỗi {unit}" if rate.is_finite() else "có mức không tốn công"
    if not isinstance(goal, MostPoints):
        return Reason.NOT_NEEDED, f"đạt mục tiêu với ít công nhất không cần đến tiêu chí này ({dearest})"
    cheapest = min(option.effort for option in one.options)
    if cheapest > goal.effort:
        return Reason.TOO_DEAR, f"riêng mức rẻ nhất đã cần {_written(cheapest)} {unit}, quá tổng {_written(goal.effort)} {unit}"
    spare = goal.effort - answer.effort
    room = f"chỉ còn {_written(spare)} {unit}, mức rẻ nhất cần {_written(cheapest)}"
    spent = "công đã dành cho việc được nhiều điểm hơn"
    sure = "đổi việc đã chọn lấy việc này không được thêm điểm" if answer.proven else "chưa thấy cách đổi nào được thêm điểm"
    return Reason.OUTBID, f"{room if cheapest > spare else spent}; {sure} ({dearest})"


def _best_rate(one: Opportunity) -> Decimal:
    return max(max(_rate(option.gain, option.effort), _stretch_rate(option)) for option in one.options)


def _stretch_rate(option: Option) -> Decimal:
    if option.stretch is None:
        return Decimal(0)
    return _rate(option.gain + option.stretch.gain, option.effort + option.stretch.effort)


def _rate(gain: Decimal, effort: Decimal) -> Decimal:
    """Points for one unit of effort; what is free comes first of all."""
    return gain / effort if effort else Decimal("Infinity") if gain else Decimal(0)


def _written(value: Decimal) -> str:
    return number(value, 4)
