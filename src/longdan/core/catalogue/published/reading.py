"""Reads a folder of published results strictly: sources.yaml says what each file holds, the sheets hold the figures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from importlib.resources.abc import Traversable

from longdan.core.catalogue.citations import Citation, read_citations
from longdan.core.catalogue.findings import Findings, refuse_all
from longdan.core.catalogue.published.figures import Figures, read_figures
from longdan.core.catalogue.published.model import Results, ResultsForm, Series, Slip, UnitList
from longdan.core.catalogue.records import Record, read_record
from longdan.core.catalogue.units import Units
from longdan.core.facts import FactKind

_FILE = ("file", "form", "units", "licence", "seen", "series")
_SLIP = ("year", "what")


@dataclass(frozen=True, slots=True)
class _File:
    """A file as sources.yaml describes it."""

    name: str
    form: ResultsForm
    nodes: tuple[str, ...]
    series: tuple[Series, ...]


def read_results(folder: Traversable, units: Units) -> Results:
    """The published results in a folder of the catalogue (``published/papi``); raises every mistake of its files at once.

    ``units`` are those that the unit codes of the sheets belong to.
    """
    found = Findings(f"{folder.name}/sources.yaml")
    record = read_record(folder / "sources.yaml", ("index", "sources", "files"), (), found)
    files = tuple(_files(record, found)) if record else ()
    sheets = {file.name: Findings(f"{folder.name}/{file.name}") for file in files}
    lists = codes_of(units)
    figures = [read_figures(folder / file.name, file.form, file.nodes, file.series, lists, sheets[file.name]) for file in files]
    refuse_all(found, *sheets.values())
    assert record is not None  # a folder without sources.yaml has been refused
    return _results(record.text("index"), files, figures)


def codes_of(units: Units) -> Mapping[UnitList, frozenset[str] | None]:
    """The unit codes of each list; None where units go by their names."""
    present = frozenset(unit.code for unit in units.provinces)
    unchanged = frozenset(unit.code for unit in units.provinces if unit.valid_from is None)
    former = unchanged | {unit.code for unit in units.former_provinces}
    return {UnitList.PRESENT: present, UnitList.FORMER: former, UnitList.NAMED: None}


def _results(index: str, files: tuple[_File, ...], figures: list[Figures]) -> Results:
    errors = tuple(error for one in figures for error in one.errors)
    known = {(error.node, error.unit, error.year): error.standard_error for error in errors}
    facts = (fact for one in figures for fact in one.facts)
    measured = ((fact, known.get((fact.input, fact.unit, fact.period.year))) for fact in facts)
    return Results(
        index=index,
        series=tuple(series for file in files for series in file.series),
        facts=tuple(fact if error is None else replace(fact, standard_error=error) for fact, error in measured),
        errors=errors,
        cited=tuple(figure for one in figures for figure in one.cited),
        anchors=tuple(figure for one in figures for figure in one.anchors),
        references=tuple(reference for one in figures for reference in one.references),
    )


def _files(record: Record, found: Findings) -> Iterator[_File]:
    citations, seen = read_citations(record), dict[str, int]()
    for entry in record.records("files", _FILE, ("nodes", "slips")):
        found.unique(entry.text("file"), entry.line, entry.at("file"), seen)
        form = found.choice(entry.text("form"), entry.line_of("form"), entry.at("form"), ResultsForm)
        if form is ResultsForm.MARKS and "nodes" not in entry:
            found.add("missing-key", entry.line, entry.at("nodes"), "thiếu các mục của tệp", "thêm nodes: [mã, mã, …]")
        if form:
            slips = tuple(_slips(entry))
            series = tuple(_series(record.text("index"), entry, form, citations, slips))
            _check_years(entry, series, slips)
            yield _File(entry.text("file"), form, entry.texts("nodes"), series)


def _check_years(entry: Record, series: tuple[Series, ...], slips: tuple[Slip, ...]) -> None:
    """A year belongs to one series of a file, and a slip to a year that has one."""
    years = [year for one in series for year in one.years]
    for year in sorted({year for year in years if years.count(year) > 1}):
        entry.found.add("duplicate", entry.line_of("series"), entry.at("series"), f"năm {year} ở hai chuỗi", "giữ lại một chuỗi")
    for slip in slips:
        if slip.year not in years:
            what = f"năm {slip.year} chưa có trong series"
            entry.found.add("unknown-year", entry.line_of("slips"), entry.at("slips"), what, "sửa năm, hoặc thêm năm vào series")


def _series(
    index: str, entry: Record, form: ResultsForm, citations: dict[str, Citation], slips: tuple[Slip, ...]
) -> Iterator[Series]:
    found = entry.found
    units = found.choice(entry.text("units"), entry.line_of("units"), entry.at("units"), UnitList)
    for part in entry.records("series", ("years", "kind", "source"), ("note",)):
        kind = found.choice(part.text("kind"), part.line_of("kind"), part.at("kind"), FactKind)
        source = part.text("source")
        found.known(source, part.line_of("source"), part.at("source"), citations, "mục sources của tệp này")
        years = _years(part)
        if kind and units and source in citations:
            yield Series(
                index=index,
                file=entry.text("file"),
                form=form,
                years=years,
                units=units,
                kind=kind,
                source=citations[source],
                licence=entry.text("licence"),
                seen=entry.day("seen") or date.min,
                note=part.text("note"),
                slips=tuple(slip for slip in slips if slip.year in years),
            )


def _years(part: Record) -> tuple[int, ...]:
    """ "[2018, 2019]" as a list, or "2011-2017" from the first to the last."""
    line, at = part.line_of("years"), part.at("years")
    if not part.single("years"):
        return tuple(year for text in part.texts("years") if (year := part.found.whole(text, line, at)) is not None)
    first, dash, last = part.text("years").partition("-")
    ends = part.found.whole(first, line, at), part.found.whole(last if dash else first, line, at)
    return tuple(range(ends[0] or 0, (ends[1] or 0) + 1)) if None not in ends else ()


def _slips(entry: Record) -> Iterator[Slip]:
    for slip in entry.records("slips", _SLIP, ("unit", "node")):
        if (year := slip.whole("year")) is not None:
            yield Slip(year, slip.text("unit") or None, slip.text("node") or None, slip.text("what"))
