"""Writing the invented work of three years, in bulk: reports, steps, comments, difficulties, with their trail."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import islice, pairwise
from random import Random

from django.db import transaction
from django.utils.timezone import get_current_timezone, localdate

from longdan.app.agencies.models import Post, Role
from longdan.app.audit.actions import Happening, record_all
from longdan.app.plans.models import Assignment, AssignmentRole
from longdan.app.rehearsal.courses import Taken, course, tells
from longdan.app.work.models import Comment, Difficulty, Mention, StepTaken, Update
from longdan.app.work.states import NEEDS_REASON, Step
from longdan.core.catalogue.large_sample import Words

BATCH = 500
UNREAD = timedelta(days=21)
LEADERS = (AssignmentRole.LEAD, AssignmentRole.RESPONSIBLE)
JUDGED = (Step.SEND_BACK, Step.FINISH, Step.CANCEL)  # steps of whoever gave the work
SAID, STUCK = 0.15, 0.02  # how many assignments are talked about, how many meet a difficulty


@dataclass(slots=True)
class Written:
    """Rows to be written together."""

    updates: list[Update] = field(default_factory=list)
    steps: list[StepTaken] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    difficulties: list[Difficulty] = field(default_factory=list)
    changed: list[Assignment] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """How many rows were written of each kind."""

    updates: int
    steps: int
    comments: int
    difficulties: int


@transaction.atomic
def rehearse(*, by: Post, words: Words, at: datetime) -> Rehearsed:
    """Let the agencies of the province of ``by`` work on all that they were given, up to the day of ``at``.

    The same words and the same day give the same work. Assignments that were begun already are left as they are.
    """
    random, posts = Random(words.seed), _posts(by)
    written = Written()
    for assignment in _untouched(by):
        _work(assignment, posts, by, words, at, random, written)
    _save(written, at)
    return Rehearsed(len(written.updates), len(written.steps), len(written.comments), len(written.difficulties))


def _untouched(by: Post) -> Iterable[Assignment]:
    rows = Assignment.objects.in_force().filter(steps=None, agency__isnull=False, agency__province=by.agency.province_or_self)
    return rows.select_related("task__plan").order_by("pk")


def _posts(by: Post) -> dict[int, list[Post]]:
    """The posts of every agency, whoever leads it first."""
    found: dict[int, list[Post]] = defaultdict(list)
    rows = Post.objects.filter(agency__province=by.agency.province_or_self, until=None).select_related("account", "agency")
    for post in sorted(rows, key=lambda post: (post.role != Role.AGENCY_LEAD, post.pk)):
        found[post.agency_id].append(post)
    return found


def _work(
    assignment: Assignment,
    posts: Mapping[int, Sequence[Post]],
    judge: Post,
    words: Words,
    at: datetime,
    random: Random,
    written: Written,
) -> None:
    """One assignment's steps, with what is said on the way."""
    begin = assignment.task.plan.issued or localdate(at)
    due = assignment.task.due or begin + timedelta(days=300)
    doers = posts.get(assignment.agency_id or 0) or [judge]
    for taken in course(begin, due, localdate(at), leads=assignment.role in LEADERS, random=random):
        _step(assignment, taken, judge if taken.step in JUDGED else random.choice(doers), words, at, random, written)
    if assignment.percent and random.random() < SAID:
        moment, text = assignment.state_since, random.choice(words.lists["updates"])
        written.comments.append(Comment(task=assignment.task, text=text, by=random.choice(doers), at=moment).keyed())
    if assignment.percent and random.random() < STUCK:
        written.difficulties.append(_difficulty(assignment, random.choice(doers), words, random))


def _step(assignment: Assignment, taken: Taken, by: Post, words: Words, at: datetime, random: Random, written: Written) -> None:
    moment = min(_moment(taken.on, random), at)
    reason = random.choice(words.lists["reasons"]) if taken.step in NEEDS_REASON else ""
    assignment.state, assignment.state_since, assignment.state_reason = taken.state, moment, reason
    assignment.percent = taken.percent if taken.percent is not None else assignment.percent
    row = StepTaken(assignment=assignment, verb=taken.step, state=taken.state, reason=reason, by=by, at=moment)
    written.steps.append(row)
    if tells(taken.step) and taken.percent is not None:
        text = random.choice(words.lists["updates"])
        written.updates.append(Update(assignment=assignment, text=text, percent=taken.percent, by=by, at=moment).keyed())
    if assignment not in written.changed[-1:]:
        written.changed.append(assignment)


def _difficulty(assignment: Assignment, by: Post, words: Words, random: Random) -> Difficulty:
    text = random.choice(words.lists["difficulties"])
    moment = assignment.state_since
    return Difficulty(assignment=assignment, text=text, by=by, at=moment, state_since=moment).keyed()


def _moment(day: date, random: Random) -> datetime:
    """Some time of a working day."""
    hour = time(random.randint(8, 16), random.randint(0, 59), random.randint(0, 59))
    return datetime.combine(day, hour, get_current_timezone())


def _save(written: Written, at: datetime) -> None:
    StepTaken.objects.bulk_create(written.steps, batch_size=BATCH)
    Update.objects.bulk_create(written.updates, batch_size=BATCH)
    Comment.objects.bulk_create(written.comments, batch_size=BATCH)
    Difficulty.objects.bulk_create(written.difficulties, batch_size=BATCH)
    Mention.objects.bulk_create(_mentions(written.comments, at), batch_size=BATCH)
    fields = ["state", "state_reason", "state_since", "percent"]
    Assignment.objects.bulk_update(written.changed, fields, batch_size=BATCH)
    record_all(sorted(_happenings(written), key=lambda one: one.at))


def _mentions(comments: Iterable[Comment], at: datetime) -> Iterator[Mention]:
    """Every tenth comment calls whoever wrote the one before; those of the last weeks are still to be read."""
    for before, one in islice(pairwise(comments), 0, None, 10):
        if before.by.account_id != one.by.account_id:
            read_at = None if at - one.at < UNREAD else one.at
            yield Mention(comment=one, account_id=before.by.account_id, read_at=read_at)


def _happenings(written: Written) -> Iterator[Happening]:
    for step in written.steps:
        yield Happening(step.by, f"work.assignment.{step.verb}", step.assignment, step.at, step.reason)
