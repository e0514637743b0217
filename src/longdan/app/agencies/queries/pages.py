"""One agency: its names through time, what it came from, what became of it, its people and parts."""

from dataclasses import dataclass
from datetime import date

from longdan.app.agencies.access import Right, may
from longdan.app.agencies.models import Agency, AgencyKind, AgencyName, Post, Succession
from longdan.app.agencies.queries.units import AgencyRow, in_force, row


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name that an agency bore; ``last`` is its last day (None: still, or not known)."""

    name: str
    since: date | None
    last: date | None
    now: bool


@dataclass(frozen=True, slots=True)
class KinRow:
    """A predecessor or successor; ``last``: the last day of the one that ended."""

    id: int
    name: str
    share: str
    last: date | None
    basis: str
    ended: bool


@dataclass(frozen=True, slots=True)
class HolderRow:
    account_id: int
    full_name: str
    title: str
    role: str
    since: date


@dataclass(frozen=True, slots=True)
class AgencyPage:
    agency: AgencyRow
    official_code: str  # empty where the law gives none
    names: tuple[NameRow, ...]  # the name of today first
    short_names: tuple[str, ...]
    since: date | None
    last: date | None
    ended: bool
    before: tuple[KinRow, ...]
    after: tuple[KinRow, ...]
    parent: tuple[int, str] | None
    parts: tuple[tuple[int, str], ...]  # of today, the province's own left out: they are the list
    people: tuple[HolderRow, ...]
    at_home: bool  # it belongs to the province of who looks
    may_administer: bool


def agency(post: Post, agency_id: int, *, on: date) -> AgencyPage:
    """One agency of the country: agencies are no secret; their people are shown in their own province."""
    found = Agency.objects.select_related("parent", "province").prefetch_related("names").get(pk=agency_id)
    at_home = may(post, Right.SEE, on=found)
    into = found.into.select_related("successor").order_by("pk")
    out_of = found.out_of.select_related("predecessor").order_by("-predecessor__valid_to", "predecessor__sort_key")
    names = list(found.names.all())
    return AgencyPage(
        agency=row(found),
        official_code=found.official_code if found.official_code.isdigit() else "",
        names=_names(found, [name for name in names if name.kind == AgencyName.Kind.FORMER]),
        short_names=tuple(
            dict.fromkeys(
                [found.short_name] * bool(found.short_name) + [n.name for n in names if n.kind == AgencyName.Kind.SHORT]
            )
        ),
        since=found.valid_from,
        last=found.last_day,
        ended=found.end_unknown or (found.valid_to is not None and found.valid_to <= on),
        before=tuple(_kin(one, one.predecessor, one.predecessor) for one in out_of),
        after=tuple(_kin(one, one.successor, found) for one in into),
        parent=(found.parent.pk, found.parent.name) if found.parent else None,
        parts=_parts(found, on),
        people=_people(found, on) if at_home else (),
        at_home=at_home,
        may_administer=may(post, Right.ADMINISTER_AGENCIES, on=found),
    )


def _names(agency: Agency, former: list[AgencyName]) -> tuple[NameRow, ...]:
    """The name of now, then those before it, the latest first."""
    known = sorted(former, key=lambda name: (name.until or date.min, name.pk), reverse=True)
    first = known[0].until if known else None
    now = NameRow(agency.name, first or agency.valid_from, agency.last_day, not agency.ended)
    return (now, *(NameRow(name.name, name.since, name.last_day, False) for name in known))


def _kin(one: Succession, shown: Agency, gone: Agency) -> KinRow:
    return KinRow(shown.pk, shown.name, str(Succession.Share(one.share).label), gone.last_day, one.basis, shown.ended)


def _parts(agency: Agency, on: date) -> tuple[tuple[int, str], ...]:
    if agency.kind == AgencyKind.PROVINCE:
        return ()
    return tuple(Agency.objects.filter(in_force(on), parent=agency).values_list("pk", "name"))


def _people(agency: Agency, on: date) -> tuple[HolderRow, ...]:
    held = Post.objects.filter(agency=agency, since__lte=on).exclude(until__lte=on).select_related("account")
    return tuple(
        HolderRow(one.account_id, one.account.full_name, one.title, one.get_role_display(), one.since)
        for one in held.order_by("since", "pk")
    )
