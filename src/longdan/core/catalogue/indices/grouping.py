"""Reads how an edition's units were put into groups year by year, with the years in which its series break."""

from collections.abc import Container, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from longdan.core.catalogue.indices.model import TOTAL, Break, Group, Grouping, GroupRule
from longdan.core.catalogue.indices.titles import Sources, read_text
from longdan.core.catalogue.records import Record

_PERCENTILES = frozenset({GroupRule.LINEAR, GroupRule.LINEAR_WITH_MISSING, GroupRule.XTILE})


def read_groupings(
    record: Record, sources: Sources, most: Mapping[str, Decimal | None], years: Container[int]
) -> tuple[Grouping, ...]:
    """The list ``groups``: years, rule, and the groups best first; ``most``: the points of the edition's nodes, by code."""
    read, seen = [], dict[str, int]()
    for entry in record.records("groups", ("years", "rule", "groups", "source"), ("node",)):
        rule = record.found.choice(entry.text("rule"), entry.line_of("rule"), entry.at("rule"), GroupRule)
        source, node = sources.place(entry, "source"), entry.text("node") or TOTAL
        _check_codes(entry, "node", [node], most)
        measured, groups = _years(entry, years), _groups(entry, rule, most.get(node))
        for year in measured:
            entry.found.unique(f"năm {year}, mục {node}", entry.line_of("years"), entry.at("years"), seen)
        if rule and source:
            read.append(Grouping(measured, node, rule, groups, source))
    return tuple(read)


def read_breaks(record: Record, sources: Sources, codes: Container[str], years: Container[int]) -> tuple[Break, ...]:
    """The list ``breaks``: the first year of the new series, the nodes (none: the whole index), the reason."""
    breaks = []
    for entry in record.records("breaks", ("year", "why", "source"), ("nodes",)):
        year, source, nodes = entry.whole("year"), sources.place(entry, "source"), entry.texts("nodes")
        _check_codes(entry, "nodes", nodes, codes)
        if year is not None:
            _check_year(entry, "year", year, years)
        if year is not None and source:
            breaks.append(Break(year, nodes, read_text(entry, "why"), source))
    return tuple(breaks)


def _years(entry: Record, measured: Container[int]) -> tuple[int, ...]:
    line, field = entry.line_of("years"), entry.at("years")
    years = [entry.found.whole(text, line, field) for text in entry.texts("years")]
    for year in years:
        if year is not None:
            _check_year(entry, "years", year, measured)
    return tuple(year for year in years if year is not None)


def _check_year(entry: Record, key: str, year: int, measured: Container[int]) -> None:
    if year not in measured:
        what = f"năm {year} không thuộc các năm của bộ này"
        entry.found.add("wrong-year", entry.line_of(key), entry.at(key), what, "sửa năm, hoặc chuyển sang tệp của bộ khác")


def _check_codes(entry: Record, key: str, said: Sequence[str], codes: Container[str]) -> None:
    for code in said:
        if code not in codes:
            entry.found.add("unknown-reference", entry.line_of(key), entry.at(key), f"không có mục “{code}”", "sửa mã của mục")


def _groups(entry: Record, rule: GroupRule | None, most: Decimal | None) -> tuple[Group, ...]:
    groups, seen = list[Group](), dict[str, int]()
    for one in entry.records("groups", ("key", "title"), ("low", "high", "percentile", "count")):
        one.found.unique(one.text("key"), one.line, one.at("key"), seen)
        bounds = one.number("low"), one.number("high"), one.number("percentile", 0, 100)
        for bound in bounds[:2]:
            if bound is not None and most is not None and bound > most:
                what = f"nhóm {one.text('key')}: {bound} lớn hơn điểm tối đa {most} của mục"
                entry.found.add("out-of-range", one.line, one.at("low"), what, "ghi ngưỡng theo thang điểm của mục")
        groups.append(Group(one.text("key"), read_text(one, "title"), *bounds, one.whole("count", 0)))
    if rule is GroupRule.CUTS:
        _check_beginnings(entry, [group.low for group in groups], "low")
    if rule in _PERCENTILES:
        _check_beginnings(entry, [group.percentile for group in groups], "percentile")
    for group in groups:
        if group.low is not None and group.high is not None and group.low > group.high:
            what = f"nhóm {group.key}: low ({group.low}) lớn hơn high ({group.high})"
            entry.found.add("wrong-order", entry.line, entry.at("groups"), what, "đổi lại hai số")
    return tuple(groups)


def _check_beginnings(entry: Record, begins: Sequence[Decimal | None], key: str) -> None:
    """Every group but the last says where it begins; the best stands first."""
    if any(begin is None for begin in begins[:-1]):
        what, fix = f"có nhóm chưa ghi {key}", f"mọi nhóm, trừ nhóm cuối, phải ghi {key}"
        entry.found.add("missing-key", entry.line, entry.at("groups"), what, fix)
        return
    numbers = [begin for begin in begins if begin is not None]
    if any(upper <= lower for upper, lower in pairwise(numbers)):
        what = f"{key} của các nhóm không giảm dần"
        entry.found.add("wrong-order", entry.line, entry.at("groups"), what, "xếp nhóm cao nhất trước")
