"""The list of a province's agencies: those of today or those that have ended, by kind, found without diacritics."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Q, QuerySet

from longdan.app.agencies.access import Right, may
from longdan.app.agencies.models import Agency, AgencyKind, Post
from longdan.app.agencies.queries.units import AgencyRow, in_force, in_province, people_of, row
from longdan.core.vietnamese import fold


class Standing(StrEnum):
    """Whether agencies are there on a day."""

    THERE = "there"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Wanted:
    search: str = ""
    kind: str = ""
    standing: Standing = Standing.THERE
    backwards: bool = False  # from Y to A


@dataclass(frozen=True, slots=True)
class Listing:
    """``otherwise``: how many the same words find among those of the other standing."""

    rows: tuple[AgencyRow, ...]
    count: int
    otherwise: int
    kinds: tuple[tuple[str, str], ...]  # that the province has in this standing
    may_administer: bool  # whoever looks may add agencies, reorganise them


def listing(post: Post, wanted: Wanted, *, on: date, skip: int = 0, limit: int | None = 100) -> Listing:
    """The agencies of the post's province that are asked for, in the order of a dictionary; all where ``limit`` is None."""
    there, ended = _standing(post, on)
    mine, others = (there, ended) if wanted.standing is Standing.THERE else (ended, there)
    found = _found(mine, wanted)
    ordered = found.order_by("-sort_key", "-pk") if wanted.backwards else found.order_by("sort_key", "pk")
    rows = list(ordered[skip : None if limit is None else skip + limit])
    people = people_of([agency.pk for agency in rows], on)
    kinds = set(mine.order_by().values_list("kind", flat=True).distinct())
    return Listing(
        tuple(row(agency, people.get(agency.pk, ())) for agency in rows),
        found.count(),
        _found(others, wanted).count() if wanted.search else 0,
        tuple((kind.value, str(kind.label)) for kind in AgencyKind if kind in kinds),
        may(post, Right.ADMINISTER_AGENCIES, on=post.agency),
    )


def _standing(post: Post, on: date) -> tuple[QuerySet[Agency], QuerySet[Agency]]:
    """Those of the province that are there on a day, and those that no longer are."""
    province = post.agency.province_or_self
    mine = in_province(province)
    gone = mine.filter(Q(end_unknown=True) | Q(valid_to__lte=on))
    went_in = Agency.objects.filter(kind=AgencyKind.PROVINCE, into__successor=province)
    return mine.filter(in_force(on)), gone | Agency.objects.filter(pk__in=went_in.values("pk"))


def _found(rows: QuerySet[Agency], wanted: Wanted) -> QuerySet[Agency]:
    if wanted.kind:
        rows = rows.filter(kind=wanted.kind)
    for word in fold(wanted.search).split():
        rows = rows.filter(Q(folded__contains=word) | Q(names__folded__contains=word))
    return rows.distinct()
