"""Looking up agencies, and the posts of a person."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files

from django.db.models import Q, QuerySet

from longdan.app.agencies.access import Right, may, require
from longdan.app.agencies.matching import Directory, Group, Known, directory
from longdan.app.agencies.models import COMMUNE_KINDS, Account, Agency, AgencyKind, AgencyName, Post, Role
from longdan.app.audit.models import Event
from longdan.app.audit.queries import EventRow, rows
from longdan.core.catalogue.sample import SampleProvince, read_sample
from longdan.core.vietnamese import fold

GROUP_KINDS = {
    Group.DEPARTMENTS: (AgencyKind.DEPARTMENT,),
    Group.COMMUNES: COMMUNE_KINDS,
    Group.ALL: (AgencyKind.DEPARTMENT, *COMMUNE_KINDS),
}
WORTH = {AgencyName.Kind.FORMER: 0.93, AgencyName.Kind.SHORT: 0.98}


@dataclass(frozen=True, slots=True)
class AgencyRow:
    id: int
    code: str
    name: str
    short_name: str
    kind: str
    kind_label: str
    parent_id: int | None
    people: tuple[str, ...] = ()  # "Lê Thị Chi, Trưởng phòng"


@dataclass(frozen=True, slots=True)
class AgencyPage:
    agency: AgencyRow
    former_names: tuple[str, ...]
    short_names: tuple[str, ...]
    valid_from: date | None
    valid_to: date | None


def in_force(on: date) -> Q:
    return (Q(valid_from__isnull=True) | Q(valid_from__lte=on)) & (Q(valid_to__isnull=True) | Q(valid_to__gt=on))


def of_province(province: int, on: date) -> QuerySet[Agency]:
    """The agencies of a province on a day, itself among them, in the order of a dictionary."""
    return Agency.objects.filter(Q(province_id=province) | Q(pk=province)).filter(in_force(on))


def posts_of(account: Account, *, on: date) -> tuple[Post, ...]:
    """The posts that a person holds on a day."""
    held = Post.objects.filter(account=account, since__lte=on).exclude(until__lte=on)
    return tuple(held.select_related("account", "agency", "agency__province").order_by("since", "id"))


def agencies(post: Post, *, on: date, search: str = "", kind: str = "", limit: int = 300) -> tuple[AgencyRow, ...]:
    """The agencies of the post's province, by words of their names (diacritics do not matter), with who leads them."""
    rows = of_province(post.agency.province_or_self, on)
    if search:
        rows = rows.filter(Q(folded__contains=fold(search)) | Q(names__folded__contains=fold(search))).distinct()
    if kind:
        rows = rows.filter(kind=kind)
    found = list(rows[:limit])
    people = _people([agency.pk for agency in found], on)
    return tuple(row(agency, people.get(agency.pk, ())) for agency in found)


def row(agency: Agency, people: tuple[str, ...] = ()) -> AgencyRow:
    kind = AgencyKind(agency.kind)
    return AgencyRow(agency.pk, agency.code, agency.name, agency.short_name, kind, str(kind.label), agency.parent_id, people)


def _people(agencies: list[int], on: date) -> dict[int, tuple[str, ...]]:
    held = Post.objects.filter(agency_id__in=agencies, since__lte=on).exclude(until__lte=on).select_related("account")
    people: dict[int, tuple[str, ...]] = {}
    for post in held.order_by("since", "id"):
        people[post.agency_id] = (*people.get(post.agency_id, ()), f"{post.account.full_name}, {post.title}")
    return people


def agency(post: Post, agency_id: int, *, on: date) -> AgencyPage:
    """One agency of the country: agencies are no secret; their people are shown in their own province."""
    found = Agency.objects.prefetch_related("names").get(pk=agency_id)
    names = {kind: tuple(name.name for name in found.names.all() if name.kind == kind) for kind in AgencyName.Kind}
    people = _people([found.pk], on).get(found.pk, ()) if may(post, Right.SEE, on=found) else ()
    former, short = names[AgencyName.Kind.FORMER], names[AgencyName.Kind.SHORT]
    return AgencyPage(row(found, people), former, short, found.valid_from, found.valid_to)


def members(group: Group, province: int, *, on: date) -> tuple[Agency, ...]:
    """The agencies that a group means in a province on a day."""
    return tuple(of_province(province, on).filter(kind__in=GROUP_KINDS[group]))


def directory_of(province: int, *, on: date) -> Directory:
    """The agencies that a document of a province may mean: its own, and every other province."""
    meant = Q(province_id=province) | Q(kind=AgencyKind.PROVINCE) | Q(kind=AgencyKind.CENTRAL, province__isnull=True)
    found = Agency.objects.filter(meant).filter(in_force(on)).prefetch_related("names")
    return directory(
        Known(
            one.pk,
            one.name,
            tuple((name.name, WORTH[AgencyName.Kind(name.kind)]) for name in one.names.all())
            + (((one.short_name, 0.98),) if one.short_name else ()),
            home=one.pk == province,
        )
        for one in found
    )


def demo_posts() -> tuple[Post, ...]:
    """The posts of the sample province, for the sign-in page of a demo."""
    held = Post.objects.filter(agency__fictional=True, until__isnull=True, account__is_active=True)
    order = [*Role]
    return tuple(sorted(held.select_related("account", "agency"), key=lambda post: (order.index(Role(post.role)), post.pk)))


@lru_cache(maxsize=1)
def demo_province() -> SampleProvince:
    """The fictional province of a demonstration: its name, and what everybody there signs in with."""
    return read_sample(files("longdan") / "catalogue" / "sample")


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
