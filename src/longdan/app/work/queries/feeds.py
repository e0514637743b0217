"""What a calendar program reads under a post's secret address."""

import hashlib
from collections.abc import Callable
from datetime import date, timedelta

from longdan.app.agencies.models import Post
from longdan.app.work.models import CalendarFeed
from longdan.app.work.queries.calendars import Dated, Scope, dates
from longdan.core.writing.icalendar import Event, written
from longdan.core.writing.shortening import shortened

BEHIND, AHEAD = timedelta(days=92), timedelta(days=400)
BARE = 40  # letters: "Ban hành chậm nhất ngày 10/02/2026." says nothing without its heading
SUMMARY = 200  # letters of what a calendar shows in its day


Address = Callable[[Dated], str]


def feed(secret: str, *, on: date, address: Address) -> str | None:
    """The calendar of the post whose secret this is, as RFC 5545 writes it; None where it was revoked, or the post ended.

    ``address`` says on which page something due can be seen.
    """
    digest = hashlib.sha256(secret.encode()).hexdigest()
    rows = CalendarFeed.objects.select_related("post__account", "post__agency__province")
    found = rows.filter(digest=digest, revoked_at__isnull=True).first()
    if found is None or not _holds(found.post, on):
        return None
    agency = found.post.agency
    due = dates(found.post, first=on - BEHIND, last=on + AHEAD, on=on, scope=Scope(agency=agency.pk))
    where = (agency.province or agency).code
    return written(f"Lòng Dân: {agency.name}", (_event(one, where, address(one)) for one in due.dated))


def _event(one: Dated, where: str, address: str) -> Event:
    kind = "Báo cáo" if one.kind == "report" else "Hạn nhiệm vụ"
    context = one.context if one.kind == "report" or len(one.text) < BARE else ""
    words = ": ".join(part for part in (kind, context, one.text) if part)
    whole = f"(xong) {words}" if one.done else words
    summary = shortened(whole, SUMMARY)
    told = (
        "Đã xong" if one.done else "",
        words if summary != whole else one.context,
        "Văn bản chỉ ghi tháng" if one.month_only else "",
        one.plan_title,
        address,
    )
    return Event(
        uid=f"{one.key}.{where}@longdan",
        day=one.day,
        summary=summary,
        description="\n".join(part for part in told if part),
        url=address,
        category=kind,
        created=one.created,
        changed=one.changed,
    )


def has_feed(post: Post) -> CalendarFeed | None:
    """The address in force of a post's calendar."""
    return CalendarFeed.objects.filter(post=post, revoked_at__isnull=True).first()


def _holds(post: Post, on: date) -> bool:
    return post.account.is_active and post.since <= on and (post.until is None or on < post.until)
