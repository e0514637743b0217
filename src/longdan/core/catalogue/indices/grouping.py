"""Reads how an edition's units were put into groups year by year, with the years in which its series break."""

from longdan.core.catalogue.indices.model import TOTAL, Break, Group, Grouping, GroupRule
from longdan.core.catalogue.indices.titles import Sources, read_text
from longdan.core.catalogue.records import Record


def read_groupings(record: Record, sources: Sources) -> tuple[Grouping, ...]:
    """The list ``groups``: years, rule, and the groups best first."""
    read = []
    for entry in record.records("groups", ("years", "rule", "groups", "source"), ("node",)):
        rule = record.found.choice(entry.text("rule"), entry.line_of("rule"), entry.at("rule"), GroupRule)
        source = sources.place(entry, "source")
        if rule and source:
            read.append(Grouping(_years(entry), entry.text("node") or TOTAL, rule, _groups(entry), source))
    return tuple(read)


def _years(entry: Record) -> tuple[int, ...]:
    line, field = entry.line_of("years"), entry.at("years")
    years = [entry.found.whole(text, line, field) for text in entry.texts("years")]
    return tuple(year for year in years if year is not None)


def _groups(entry: Record) -> tuple[Group, ...]:
    groups, seen = [], dict[str, int]()
    for one in entry.records("groups", ("key", "title"), ("low", "high", "percentile", "count")):
        one.found.unique(one.text("key"), one.line, one.at("key"), seen)
        bounds = one.number("low"), one.number("high"), one.number("percentile")
        groups.append(Group(one.text("key"), read_text(one, "title"), *bounds, one.whole("count")))
    return tuple(groups)


def read_breaks(record: Record, sources: Sources) -> tuple[Break, ...]:
    """The list ``breaks``: the first year of the new series, the nodes (none: the whole index), the reason."""
    breaks = []
    for entry in record.records("breaks", ("year", "why", "source"), ("nodes",)):
        year, source = entry.whole("year"), sources.place(entry, "source")
        if year is not None and source:
            breaks.append(Break(year, entry.texts("nodes"), read_text(entry, "why"), source))
    return tuple(breaks)
