"""Who else corrects a preview, and whether it has changed since somebody's page of it was made."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Post
from longdan.app.plans.models import Correction, Reading, ReadingState


@dataclass(frozen=True, slots=True)
class Touch:
    """Somebody made or took back a correction; ``mine``: whoever looks at the page."""

    by: str
    at: datetime
    mine: bool


@dataclass(frozen=True, slots=True)
class Together:
    """What was done to a preview beside one's own page of it."""

    reading: int
    changed: bool  # it is no longer what the page shows
    others: tuple[Touch, ...]  # who else corrected it on the day of the last correction, each once, the latest first
    last: Touch | None
    decided: str  # how it ended meanwhile, empty while it is open
    decided_by: str
    plan: int | None  # that it became


def mark_of(corrections: Sequence[Correction]) -> str:
    """Names which corrections stand: a page bears it, so that another state of the preview is told from its own."""
    stand = [(one.number, one.undone_at is None) for one in corrections]
    return hashlib.sha256(repr(stand).encode()).hexdigest()[:12]


def outdated(seen: str, corrections: Sequence[Correction]) -> str:
    """The mark of a page that no longer shows these corrections; empty where it does, or bears none."""
    return seen if seen and seen != mark_of(corrections) else ""


def together_of(one: Reading, post: Post, corrections: Sequence[Correction], *, seen: str) -> Together:
    touches = _touches(corrections, post)
    last = touches[0] if touches else None
    same_day = [each for each in reversed(touches) if last and localdate(each.at) == localdate(last.at)]
    others = {each.by: each for each in same_day if not each.mine}
    over = one.state not in (ReadingState.READY, ReadingState.READING, ReadingState.WAITING)
    return Together(
        reading=one.pk,
        changed=bool(outdated(seen, corrections)),
        others=tuple(sorted(others.values(), key=lambda touch: touch.at, reverse=True)),
        last=last,
        decided=str(ReadingState(one.state).label) if over else "",
        decided_by=one.confirmed_by.account.full_name if one.confirmed_by else "",
        plan=one.plan_id,
    )


def together(post: Post, reading_id: int, *, seen: str) -> Together:
    """What happened to a preview that lies open on a page, which bears the mark ``seen``; two queries."""
    found = Reading.objects.select_related("agency__province", "confirmed_by__account").defer("preview")
    one = found.get(pk=reading_id)
    require(post, Right.IMPORT, on=one.agency)
    return together_of(one, post, list(one.corrections.select_related("by__account", "undone_by__account")), seen=seen)


def _touches(corrections: Sequence[Correction], post: Post) -> list[Touch]:
    """Every correction and every taking back, the latest first."""
    done = [(one.by, one.at) for one in corrections] + [(one.undone_by, one.undone_at) for one in corrections if one.undone_at]
    found = [Touch(by.account.full_name, at, by.pk == post.pk) for by, at in done if by and at]
    return sorted(found, key=lambda touch: touch.at, reverse=True)
