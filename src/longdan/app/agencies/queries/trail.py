"""Reading the audit trail of a province."""

from django.db.models import Q

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Agency, Post
from longdan.app.audit.models import Event
from longdan.app.audit.queries import EventRow, rows


def trail(post: Post, *, before: int | None = None, limit: int = 50) -> tuple[EventRow, ...]:
    """What people of the post's province did, the latest first; ``before``: older than the event of that number."""
    require(post, Right.SEE_TRAIL, on=post.agency)
    province = post.agency.province_or_self
    agencies = Agency.objects.filter(Q(province_id=province) | Q(pk=province))
    people = Post.objects.filter(agency__in=agencies).values("account")
    events = Event.objects.filter(account__in=people)
    if before is not None:
        events = events.filter(number__lt=before)
    return rows(events[:limit])
