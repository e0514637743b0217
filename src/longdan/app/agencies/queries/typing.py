"""The agency that a person means who types its name, with or without choosing from what is offered."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from longdan.app.agencies.matching import match
from longdan.app.agencies.models import Agency, Post
from longdan.app.agencies.queries.units import directory_of, of_province
from longdan.core.problems import refuse
from longdan.core.vietnamese import fold

SHORTEST = 3  # letters that name something


def agency_typed(post: Post, typed: str, *, on: date) -> Agency:
    """The agency of a name typed into a form: diacritics, capitals, short and former names do not matter.

    Refused where it means nobody for sure, with the names that come near.
    """
    found = match(typed, directory_of(post.agency.province_or_self, on=on))
    if found.agency is not None and found.sure:
        return Agency.objects.select_related("province").get(pk=found.agency)
    holding = agencies_holding(typed, post.agency.province_or_self, on=on)
    if len(holding) == 1:
        return holding[0]
    near = _names((found.agency, *found.candidates)) or [one.name for one in holding]
    fix = f"chọn đúng tên: {', '.join(near)}" if near else "gõ đủ tên, như ở danh sách cơ quan"
    raise refuse("agencies.unknown", typed.strip() or "cơ quan", "không có cơ quan nào tên như vậy trong tỉnh", fix)


MOST_NAMED = 6  # agencies among which one is asked to choose in words


def agencies_holding(typed: str, province: int, *, on: date) -> tuple[Agency, ...]:
    """The first agencies of a province one of whose names holds what was typed, as the picker offers them."""
    words = fold(typed)
    if len(words) < SHORTEST:
        return ()
    here = of_province(province, on).filter(Q(folded__contains=words) | Q(names__folded__contains=words))
    return tuple(here.select_related("province").distinct()[:MOST_NAMED])


def _names(agencies: Iterable[int | None]) -> list[str]:
    return list(Agency.objects.filter(pk__in=[one for one in agencies if one]).values_list("name", flat=True))
