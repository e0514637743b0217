"""The figures that a file would bring in, held against those that are there, with all that is wrong."""

from dataclasses import dataclass

from longdan.app.indices.models import IndexFigure, IndexSource, SourceState
from longdan.app.indices.queries.editions import edition_called
from longdan.app.indices.queries.own import KeptFile
from longdan.core.engine.fact_sheets import read_facts
from longdan.core.engine.figures import Facts
from longdan.core.facts import FactKind
from longdan.core.problems import Problem, ProblemsFound

Key = tuple[str, str, str, str, str]  # input, unit, first day, last day, kind


@dataclass(frozen=True, slots=True)
class FiguresPreview:
    """``rows``: what the file states, not yet saved; ``added``, ``changed``, ``same``: how they stand to what is there."""

    source: IndexSource
    rows: tuple[IndexFigure, ...]
    added: tuple[IndexFigure, ...]
    changed: tuple[tuple[IndexFigure, IndexFigure], ...]  # as it is, as it would be
    same: int
    problems: tuple[Problem, ...]

    @property
    def may_confirm(self) -> bool:
        return bool(self.rows) and not self.problems and self.source.state == SourceState.WAITING


def figures_preview(source: IndexSource) -> FiguresPreview:
    try:
        index = edition_called(source.index, source.edition, source.province_id)
        facts = read_facts(KeptFile(source.name, bytes(source.content)), index)
    except ProblemsFound as found:
        return FiguresPreview(source, (), (), (), 0, tuple(found.problems))
    rows = tuple(_rows(facts, source))
    there = {key_of(row): row for row in IndexFigure.objects.filter(province=source.province, index=source.index)}
    added = tuple(row for row in rows if key_of(row) not in there)
    known = [(there[key_of(row)], row) for row in rows if key_of(row) in there]
    changed = tuple((old, new) for old, new in known if value_of(old) != value_of(new))
    return FiguresPreview(source, rows, added, changed, len(known) - len(changed), ())


def key_of(row: IndexFigure) -> Key:
    return row.input, row.unit, row.first.isoformat(), row.last.isoformat(), row.kind


def value_of(row: IndexFigure) -> tuple[object, ...]:
    return row.value, row.standard_error, row.told_by


def _rows(facts: Facts, source: IndexSource) -> list[IndexFigure]:
    rows = [
        IndexFigure(
            province=source.province, index=source.index, input=fact.input, unit=fact.unit, first=fact.period.first,
            last=fact.period.last, value=fact.value, standard_error=fact.standard_error, kind=fact.kind, told_by=fact.source,
            source=source,
        )
        for fact in facts
    ]  # fmt: skip
    rows += [
        IndexFigure(
            province=source.province, index=source.index, input=node, unit=unit, first=period.first, last=period.last,
            value=None, kind=FactKind.SELF_SCORED, source=source,
        )
        for node, unit, period in sorted(facts.not_applicable)
    ]  # fmt: skip
    return rows
