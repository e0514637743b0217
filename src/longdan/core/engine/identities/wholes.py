"""Whether published marks follow from the published marks of their parts, or from published figures."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from longdan.core.catalogue.indices.model import TOTAL, Index
from longdan.core.engine.figures import gather
from longdan.core.engine.identities.evidence import Evidence
from longdan.core.engine.identities.model import Deviation, Identity, identity
from longdan.core.engine.scoring import score
from longdan.core.engine.structure import structure
from longdan.core.facts import Fact
from longdan.core.periods import year

# A view whose marks were printed under the code of another node: (index, view) → node.
PRINTED_AS = {("papi", "8.1-2022"): "8.1", ("par-index", "by-source"): TOTAL}
# How far a mark may be from its parts: printed digits of the marks and of the weights. Others: two digits, summed.
ALLOWED = {
    ("papi", TOTAL): Decimal("0.000005"),
    ("papi", "weighted"): Decimal("0.001"),
    ("papi", ""): Decimal("0.000001"),
    ("pci", ""): Decimal("0.00001"),
}
# Tables of indices that have no edition: the total with its parts.
TABLES = {"par-index-ministries": ("verified", "survey")}
TWO_DIGITS = Decimal("0.02")
WHEN = year(2000)  # identities hold whatever the year


def wholes(evidence: Evidence) -> Iterator[Identity | None]:
    """An identity for every node of the index with printed marks that its rule can give."""
    built = [structure(edition) for edition in evidence.editions]
    codes = {node.code: node for one in built for node in one.order if one.parts[node.code]}
    for code, node in codes.items():
        printed_as = PRINTED_AS.get((evidence.index, code), code)
        allowed = ALLOWED.get((evidence.index, code)) or ALLOWED.get((evidence.index, ""), TWO_DIGITS)
        title = node.title.vi if code == TOTAL else f"{code} {node.title.vi}"
        yield identity(evidence.index, title, deviations(evidence, code, printed_as), allowed)
    if parts := TABLES.get(evidence.index):
        yield identity(evidence.index, f"tổng = {' + '.join(parts)}", _sums(evidence, parts), TWO_DIGITS)


def _sums(evidence: Evidence, parts: tuple[str, ...]) -> Iterator[Deviation]:
    for (unit, number), marks in evidence.published.items():
        if TOTAL in marks and marks.keys() >= {*parts}:
            yield Deviation(f"{unit}, {number}", abs(sum((marks[part] for part in parts), -marks[TOTAL])))


def deviations(evidence: Evidence, code: str, printed_as: str) -> Iterator[Deviation]:
    """For every unit and year, the printed mark of a node held against what its rule gives for what was printed below it."""
    for edition in evidence.editions:
        if code not in {node.code for node in edition.nodes}:
            continue
        below = branch(edition, code)
        for (unit, number), marks in evidence.published.items():
            if printed_as in marks and evidence.edition(number) is edition:
                got = _given(below, code, {node: value for node, value in marks.items() if node != printed_as})
                if got is not None:
                    yield Deviation(f"{unit}, {number}", abs(got - marks[printed_as]), evidence.slip(number, unit, printed_as))


def branch(edition: Index, code: str) -> Index:
    """A node of an edition with all that it is put together from, and nothing else."""
    built = structure(edition)
    waiting, codes = [code], set[str]()
    while waiting:
        codes.add(one := waiting.pop())
        waiting += [part.code for part, _ in built.parts[one]]
    nodes = [node for node in edition.nodes if node.code in codes]
    return replace(edition, nodes=tuple(node if node.parent in codes else replace(node, parent=None) for node in nodes))


def _given(below: Index, code: str, marks: Mapping[str, Decimal]) -> Decimal | None:
    """What the rule of a node gives, each part as printed, or where it was not, from the figures printed below it."""
    parts = structure(below).parts
    figures: dict[str, Decimal] = {}
    for part, _ in parts[code]:
        as_printed = bool(parts[part.code]) and part.code in marks
        codes = {part.code} if as_printed else {need for node in branch(below, part.code).nodes for need in node.needs}
        figures |= {one: marks[one] for one in codes if one in marks}
    facts = gather(Fact(one, "", WHEN, value) for one, value in figures.items())
    return score(below, facts, "", WHEN).marks[code].value
