"""Whether the rule of a year gives groups of the published sizes, with the published lowest and highest marks."""

from collections.abc import Iterator
from decimal import Decimal

from longdan.core.catalogue.indices.model import Group, Grouping, GroupRule
from longdan.core.engine.comparing.groups import group_units
from longdan.core.engine.comparing.places import Marks
from longdan.core.engine.identities.evidence import WHOLE_COUNTRY, Evidence
from longdan.core.engine.identities.model import Deviation, Identity, identity
from longdan.core.engine.identities.quoted import last_digit

NONE, ONE = Decimal(0), Decimal(1)


def groups(evidence: Evidence) -> Iterator[Identity | None]:
    """Sizes and bounds of the groups of every year that the editions describe, and whose marks are known for the country.

    Bounds may be off by one unit of the last printed digit, as some are cut off and not rounded.
    """
    described = [(year, how) for edition in evidence.editions for how in edition.groupings for year in how.years]
    known = [(year, how, marks) for year, how in described if _country(marks := evidence.marks(year, how.node))]
    sizes = [one for year, how, marks in known for one in _sizes(year, how, marks)]
    bounds = [one for year, how, marks in known for one in _bounds(year, how, marks)]
    years = ", ".join(str(year) for year in sorted({year for year, how, _ in known if how.rule is not GroupRule.PUBLISHED}))
    yield identity(evidence.index, f"số đơn vị mỗi nhóm ({years})", sizes, NONE, "đơn vị")
    yield identity(evidence.index, "điểm thấp nhất, cao nhất đã in của mỗi nhóm", bounds, ONE, "ở chữ số cuối")


def _country(marks: Marks) -> bool:
    return sum(mark is not None for mark in marks.values()) >= WHOLE_COUNTRY


def _members(marks: Marks, how: Grouping, group: Group) -> list[Decimal]:
    found = group_units(marks, how)
    return [mark for unit, mark in marks.items() if mark is not None and (one := found[unit]) and one.key == group.key]


def _sizes(year: int, how: Grouping, marks: Marks) -> Iterator[Deviation]:
    for group in how.groups:
        if group.count is not None and how.rule is not GroupRule.PUBLISHED:
            size = len(_members(marks, how, group))
            yield Deviation(f"{year}, nhóm {group.title.vi}: {size}, công bố {group.count}", Decimal(abs(size - group.count)))


def _bounds(year: int, how: Grouping, marks: Marks) -> Iterator[Deviation]:
    for group in how.groups if how.rule is not GroupRule.PUBLISHED else ():
        members = _members(marks, how, group)
        for printed, end in ((group.low, min), (group.high, max)):
            if printed is not None and members:
                yield Deviation(f"{year}, nhóm {group.title.vi}", abs(end(members) - printed) / last_digit(printed))
