"""Looking up agencies: those of a province, one of them, those that a document may mean."""

from collections import defaultdict
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from longdan.app.agencies.matching import Directory, Group, Known, directory
from longdan.app.agencies.models import COMMUNE_KINDS, Agency, AgencyKind, AgencyName, Post, Succession
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
    last: date | None = None  # its last day, where it has ended and the day is known
    ends_on: date | None = None  # the day for which its end is ordered

    @property
    def official_code(self) -> str:
        return self.code.partition("~")[0]


def in_force(on: date) -> Q:
    begun = Q(valid_from__isnull=True) | Q(valid_from__lte=on)
    return begun & Q(end_unknown=False) & (Q(valid_to__isnull=True) | Q(valid_to__gt=on))


def in_province(province: int) -> QuerySet[Agency]:
    """The agencies of a province, itself among them, those that have ended too."""
    return Agency.objects.filter(Q(province_id=province) | Q(pk=province))


def of_province(province: int, on: date) -> QuerySet[Agency]:
    """The agencies of a province on a day, itself among them, in the order of a dictionary."""
    return in_province(province).filter(in_force(on))


def communes_of(code: str) -> int:
    """How many communes the province of that code has here."""
    return Agency.objects.filter(province__code=code, kind__in=COMMUNE_KINDS).count()


def agencies(post: Post, *, on: date, search: str = "", kind: str = "", limit: int = 300) -> tuple[AgencyRow, ...]:
    """The agencies of the post's province, by words of their names (diacritics do not matter), with who leads them."""
    rows = of_province(post.agency.province_or_self, on)
    if search:
        rows = rows.filter(Q(folded__contains=fold(search)) | Q(names__folded__contains=fold(search))).distinct()
    if kind:
        rows = rows.filter(kind=kind)
    found = list(rows[:limit])
    people = people_of([agency.pk for agency in found], on)
    return tuple(row(agency, people.get(agency.pk, ())) for agency in found)


def row(agency: Agency, people: tuple[str, ...] = ()) -> AgencyRow:
    kind = AgencyKind(agency.kind)
    label = str(kind.label)
    return AgencyRow(
        agency.pk, agency.code, agency.name, agency.short_name, kind, label, agency.parent_id, people, agency.last_day
    )


def people_of(agencies: Collection[int], on: date) -> dict[int, tuple[str, ...]]:
    """Who holds a post in each of some agencies on a day, in a line each."""
    held = Post.objects.filter(agency_id__in=agencies, since__lte=on).exclude(until__lte=on).select_related("account")
    people: dict[int, tuple[str, ...]] = {}
    for post in held.order_by("since", "id"):
        people[post.agency_id] = (*people.get(post.agency_id, ()), f"{post.account.full_name}, {post.title}")
    return people


def members(group: Group, province: int, *, on: date) -> tuple[Agency, ...]:
    """The agencies that a group means in a province on a day."""
    return tuple(of_province(province, on).filter(kind__in=GROUP_KINDS[group]))


def directory_of(province: int, *, on: date) -> Directory:
    """The agencies that a document of a province may mean: its own, those that went into them, and every other province."""
    meant = Q(province_id=province) | Q(kind=AgencyKind.PROVINCE) | Q(kind=AgencyKind.CENTRAL, province__isnull=True)
    begun = Agency.objects.filter(meant).exclude(valid_from__gt=on)
    names: dict[int, list[tuple[str, float]]] = defaultdict(list)
    first: dict[int, date] = {}  # days since when agencies bore the first of their names
    for agency, name, kind, since in AgencyName.objects.filter(agency__in=begun).values_list("agency", "name", "kind", "since"):
        names[agency].append((name, WORTH[AgencyName.Kind(kind)]))
        if since:
            first[agency] = min(since, first.get(agency, since))
    columns = ("pk", "name", "short_name", "kind", "parent_id", "valid_from", "valid_to", "end_unknown")
    rows = {row[0]: row for row in begun.values_list(*columns)}
    gone = {pk for pk, *_, until, unknown in rows.values() if unknown or (until is not None and until <= on)}
    heirs, likeliest = _heirs(gone)
    shorts = {pk: short for pk, _, short, *_ in rows.values()}
    return directory(
        Known(
            pk,
            name,
            (*names[pk], *_short_forms(short, shorts.get(parent, "") if kind in FORMER_KINDS and pk in gone else "")),
            home=pk == province,
            foreign=kind == AgencyKind.PROVINCE and pk != province and province not in heirs.get(pk, ()),
            since=since and min(since, first.get(pk, since)),
            until=until,
            heirs=heirs.get(pk, ()) if pk in gone else None,
            likeliest=pk in likeliest,
        )
        for pk, name, short, kind, parent, since, until, _ in rows.values()
    )


FORMER_KINDS = (AgencyKind.COMMUNE, AgencyKind.WARD, AgencyKind.TOWNSHIP, AgencyKind.DISTRICT)


def _short_forms(short: str, above: str) -> Iterator[tuple[str, float]]:
    """The short name of a unit, and how it was told from others of its name: "Xã Chiềng Sơn, huyện Mộc Châu"."""
    if short:
        yield short, 0.98
    if above:
        yield f"{short} {above}", 1.0
        yield f"UBND {short} {above}", 1.0


def _heirs(gone: set[int]) -> tuple[dict[int, tuple[int, ...]], set[int]]:
    """Who does the work of each agency that is gone, by way of others that are gone; and whose first heir has the most of it."""
    into: dict[int, list[tuple[int, str]]] = defaultdict(list)
    steps = Succession.objects.filter(predecessor__in=gone) if len(gone) < MOST_ASKED else Succession.objects.all()
    for before, after, share in steps.values_list("predecessor", "successor", "share"):
        into[before].append((after, share))
    for some in into.values():
        some.sort(key=lambda heir: heir[1] == Succession.Share.PART)
    found = {agency: tuple(_last(agency, into, gone)) for agency in gone}
    return found, {agency for agency, some in into.items() if some[0][1] != Succession.Share.PART}


MOST_ASKED = 500  # beyond that many, asking for all rows takes less than naming each


def _last(agency: int, into: Mapping[int, Sequence[tuple[int, str]]], gone: Container[int]) -> dict[int, None]:
    """The ends of all ways that lead on from an agency; a circle leads nowhere."""
    ends: dict[int, None] = {}
    seen, ahead = {agency}, [heir for heir, _ in into.get(agency, ())]
    while ahead:
        one = ahead.pop(0)
        if one not in seen:
            seen.add(one)
            if one in gone:
                ahead += [heir for heir, _ in into.get(one, ())]
            else:
                ends[one] = None
    return ends


def heirs_today(agencies: Collection[int], *, on: date) -> dict[int, tuple[int, ...]]:
    """Who does now the work of those among some agencies that have ended by a day; nothing of the others."""
    gone = set(Agency.objects.filter(pk__in=agencies).exclude(in_force(on)).values_list("pk", flat=True))
    if not gone:
        return {}
    all_gone = set(Agency.objects.exclude(in_force(on)).values_list("pk", flat=True))  # heirs may have ended as well
    found, _ = _heirs(all_gone)
    return {agency: found[agency] for agency in gone}
