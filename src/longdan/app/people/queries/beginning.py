"""What an administrator has to do first, as long as it is undone: agencies looked over, people added, people invited."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Q, QuerySet

from longdan.app.agencies.access import Right, may
from longdan.app.agencies.models import Agency, Post
from longdan.app.agencies.queries import of_province
from longdan.app.agencies.queries.people import held_on
from longdan.app.audit.models import Event
from longdan.app.people.queries.people import people_of
from longdan.app.plans.models import Plan


@dataclass(frozen=True, slots=True)
class FirstDeeds:
    """``agencies``: those of the province, where nobody has looked them over yet (0 once that is done); ``empty``: agencies in
    which nobody holds a post; ``shut``: agencies in which people do, all with closed accounts; ``uninvited``: people who have
    neither a password nor an invitation that still holds."""

    agencies: int = 0
    empty: int = 0
    shut: int = 0
    uninvited: int = 0

    def __bool__(self) -> bool:
        return bool(self.agencies or self.empty or self.shut or self.uninvited)


NOTHING = FirstDeeds()


def first_deeds(post: Post, *, on: date, at: datetime) -> FirstDeeds:
    """What is undone of setting a province up; nothing for whoever does not administer its people."""
    if not may(post, Right.ADMINISTER_PEOPLE, on=post.agency):
        return NOTHING
    there = of_province(post.agency.province_or_self, on)
    held = Post.objects.filter(held_on(on))
    peopled, at_work = (
        there.filter(pk__in=some.values("agency")).count() for some in (held, held.filter(account__is_active=True))
    )
    waiting = people_of(post).filter(is_active=True, password__startswith=UNUSABLE_PASSWORD_PREFIX)
    invited = Q(invitation__used_at__isnull=True, invitation__expires_at__gt=at)
    return FirstDeeds(
        agencies=0 if _looked_over(there.values_list("pk", flat=True), post.agency.province_or_self) else there.count(),
        empty=there.count() - peopled,
        shut=peopled - at_work,
        uninvited=waiting.exclude(invited).count(),
    )


def _looked_over(agencies: QuerySet[Agency, int], province: int) -> bool:
    """Whether somebody has changed an agency of the province, or plans are being followed there already."""
    changed = Event.objects.filter(verb__startswith="agencies.agency.", thing="agency", thing_id__in=agencies)
    return Plan.objects.filter(province=province).exists() or changed.exists()
