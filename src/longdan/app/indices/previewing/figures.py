"""The figures that a file would bring in, held against those that are there, with all that is wrong."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from longdan.app.indices.models import IndexFigure, IndexSource, SourceKind, SourceState
from longdan.app.indices.queries.editions import edition_called, editions_of
from longdan.app.indices.queries.own import KeptFile
from longdan.app.indices.queries.shipped import published, units
from longdan.core.catalogue.indices import Index, Node
from longdan.core.catalogue.indices.scales import beyond_range
from longdan.core.catalogue.results import read_csv, read_workbook
from longdan.core.documents.sources import SourceFile
from longdan.core.engine.fact_sheets import read_facts
from longdan.core.facts import Fact, FactKind, NotApplicable
from longdan.core.periods import Period
from longdan.core.problems import Problem, ProblemsFound

Key = tuple[str, str, str, str, str]  # input, unit, first day, last day, kind


@dataclass(frozen=True, slots=True)
class FiguresPreview:
    """``rows``: what the file states, not yet saved; ``added``, ``changed``, ``same``: how they stand to what is there.

    ``problems`` must be mended in the file; ``remarks`` are to be known before confirming.
    """

    source: IndexSource
    rows: tuple[IndexFigure, ...]
    added: tuple[IndexFigure, ...]
    changed: tuple[tuple[IndexFigure, IndexFigure], ...]  # as it is, as it would be
    same: int
    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...] = ()

    @property
    def may_confirm(self) -> bool:
        return bool(self.rows) and not self.problems and self.source.state == SourceState.WAITING


@dataclass(frozen=True, slots=True)
class Read:
    """What a file of figures holds."""

    facts: tuple[Fact, ...]
    absent: tuple[NotApplicable, ...] = ()
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()


def figures_preview(source: IndexSource) -> FiguresPreview:
    try:
        read = READERS[source.kind](source)
    except ProblemsFound as found:
        return FiguresPreview(source, (), (), (), 0, tuple(found.problems))
    rows = tuple(_rows(read, source))
    shipped = {_key_of_fact(fact): fact.value for fact in published(source.index)}
    there = {key_of(row): row for row in IndexFigure.objects.filter(province=source.province, index=source.index)}
    fresh = [row for row in rows if key_of(row) not in there]
    added = tuple(row for row in fresh if shipped.get(key_of(row)) != row.value or row.value is None)
    known = [(there[key_of(row)], row) for row in rows if key_of(row) in there]
    changed = tuple((old, new) for old, new in known if value_of(old) != value_of(new))
    same = len(rows) - len(added) - len(changed)
    remarks = (*read.remarks, *_other_than_shipped(source.name, added, shipped))
    return FiguresPreview(source, rows, added, changed, same, read.problems, remarks)


def _other_than_shipped(name: str, added: Iterable[IndexFigure], shipped: Mapping[Key, Decimal]) -> Iterator[Problem]:
    """The figures that would stand before those of the catalogue, which bears others for the same."""
    for row in added:
        known = shipped.get(key_of(row))
        if known is not None and row.value is not None:
            where = f"{name}, {row.input}, {row.unit}, {Period(row.first, row.last)}"
            what = f"tệp ghi {row.value.normalize():f}, khác số đã có trong danh mục ({known.normalize():f})"
            fix = "đối chiếu với bản công bố; nếu xác nhận thì số của tệp được dùng"
            yield Problem("indices.other-than-catalogue", where, what, fix)


def _from_facts(source: IndexSource) -> Read:
    index = edition_called(source.index, source.edition, source.province_id)
    facts = read_facts(KeptFile(source.name, bytes(source.content)), index)
    absent = (NotApplicable(node, unit, period) for node, unit, period in sorted(facts.not_applicable))
    return Read(tuple(facts), tuple(absent), remarks=tuple(_beyond(source.name, index, facts)))


def _beyond(name: str, index: Index, facts: Iterable[Fact]) -> Iterator[Problem]:
    """The figures beyond the range that the rule of their node names."""
    readers = defaultdict[str, list[Node]](list)
    for node in index.nodes:
        for code in node.needs:
            readers[code].append(node)
    for fact in facts:
        for node in readers.get(fact.input, ()):
            if told := beyond_range(node, fact.value):
                yield Problem("indices.beyond-range", f"{name}, {fact.input}, {fact.unit}, {fact.period}", told.what, told.fix)


def _from_results(source: IndexSource) -> Read:
    """The results of all provinces, as they were published."""
    editions = [index for index in editions_of(source.province_id) if index.index == source.index]
    reader = read_csv if source.name.lower().endswith(".csv") else read_workbook
    draft = reader(SourceFile(source.name, bytes(source.content)), editions, units())
    problems = (*draft.problems, *(problem for year in draft.years for problem in year.problems))
    return Read(draft.facts, (), problems, (*draft.remarks, *(remark for year in draft.years for remark in year.remarks)))


READERS: Mapping[str, Callable[[IndexSource], Read]] = {SourceKind.FIGURES: _from_facts, SourceKind.RESULTS: _from_results}


def _key_of_fact(fact: Fact) -> Key:
    return fact.input, fact.unit, fact.period.first.isoformat(), fact.period.last.isoformat(), fact.kind


def key_of(row: IndexFigure) -> Key:
    return row.input, row.unit, row.first.isoformat(), row.last.isoformat(), row.kind


def value_of(row: IndexFigure) -> tuple[object, ...]:
    return row.value, row.standard_error, row.told_by


def _rows(read: Read, source: IndexSource) -> Iterator[IndexFigure]:
    for fact in read.facts:
        row = _row(source, fact.input, fact.unit, fact.period, fact.kind)
        row.value, row.standard_error, row.told_by = fact.value, fact.standard_error, fact.source
        yield row
    for one in read.absent:
        yield _row(source, one.node, one.unit, one.period, FactKind.SELF_SCORED)


def _row(source: IndexSource, code: str, unit: str, period: Period, kind: FactKind) -> IndexFigure:
    return IndexFigure(
        province=source.province, index=source.index, input=code, unit=unit, first=period.first, last=period.last, kind=kind,
        source=source,
    )  # fmt: skip
