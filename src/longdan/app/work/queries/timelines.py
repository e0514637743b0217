"""All that happened at a task, in one line of time: steps, reports, difficulties, evidence, what people said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from longdan.app.agencies.models import Post
from longdan.app.audit.queries import EventRow, of_things, rows
from longdan.app.work.models import Comment

KINDS = {"assignment": "step", "difficulty": "difficulty", "evidence": "evidence", "evidenceversion": "evidence", "task": "plan"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened; ``kind`` is step, difficulty, evidence, plan or comment."""

    kind: str
    at: datetime
    who: str
    words: str
    text: str = ""
    about: str = ""
    comment_id: int | None = None
    withdrawn: bool = False
    mine: bool = False
    called: tuple[str, ...] = ()
    calls_me: bool = False  # and was not read yet


def timeline(post: Post, *, task: int, limit: int, **things: Sequence[int]) -> tuple[Entry, ...]:
    """What happened at a task and its things ("assignment", "difficulty", …), the latest first."""
    said = _comments(post, task, limit)
    events = [_event(row) for row in rows(of_things(limit, task=[task], **things))]
    return tuple(sorted([*said, *events], key=lambda entry: entry.at, reverse=True)[:limit])


def _event(row: EventRow) -> Entry:
    about = row.about if row.thing in ("difficulty", "evidence") else ""
    return Entry(KINDS.get(row.thing, "step"), row.at, row.signature, row.words, row.detail, about)


def _comments(post: Post, task: int, limit: int) -> list[Entry]:
    found = Comment.objects.filter(task=task).select_related("by__account", "by__agency").prefetch_related("mentions__account")
    return [_comment(one, post) for one in found[:limit]]


def _comment(one: Comment, post: Post) -> Entry:
    gone = one.withdrawn_at is not None
    called = () if gone else tuple(one.mentions.all())
    return Entry(
        kind="comment",
        at=one.at,
        who=one.by.signature(),
        words="",
        text="" if gone else one.text,
        comment_id=one.pk,
        withdrawn=gone,
        mine=one.by.account_id == post.account_id,
        called=tuple(mention.account.full_name for mention in called),
        calls_me=any(mention.account_id == post.account_id and mention.read_at is None for mention in called),
    )
