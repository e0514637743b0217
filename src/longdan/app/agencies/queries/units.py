"""Looking up agencies: those of a province, one of them, those that a document may mean."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from longdan.app.agencies.access import Right, may
from longdan.app.agencies.matching import Directory, Group, Known, directory
from longdan.app.agencies.models import COMMUNE_KINDS, Agency, AgencyKind, AgencyName, Post
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
