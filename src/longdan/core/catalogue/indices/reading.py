"""Reads an edition of an index from its YAML file; refuses it with every mistake, each with its line."""

import re
from datetime import date
from decimal import Decimal

from longdan.core.catalogue.citations import Citation, Verification, read_citations
from longdan.core.catalogue.findings import Findings, refuse_all
from longdan.core.catalogue.indices.checking import check_edition
from longdan.core.catalogue.indices.grouping import read_breaks, read_groupings
from longdan.core.catalogue.indices.model import (
    Display,
    Index,
    Input,
    Intervals,
    Node,
    Place,
    Standing,
    Succession,
    Text,
    UnitLevel,
)
from longdan.core.catalogue.indices.nodes import Above, read_nodes, read_total
from longdan.core.catalogue.indices.titles import Sources, read_text
from longdan.core.catalogue.records import Record, read_record
from longdan.core.catalogue.sheets import File

REQUIRED = (
    "index",
    "edition",
    "title",
    "standing",
    "act",
    "responsible",
    "level",
    "years",
    "state",
    "sources",
    "source",
    "total",
    "nodes",
)
OPTIONAL = (
    "display",
    "survey_points",
    "intervals",
    "least_answers",
    "succeeds",
    "inputs",
    "views",
    "groups",
    "breaks",
    "unknown",
)

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NOWHERE = Place(Citation("", "", Verification.UNKNOWN))  # stands in for a source that is wrong, so that the rest is checked too


def read_edition(file: File) -> Index:
    """The edition that a catalogue file holds (``<index>/<edition>.yaml``); raises every mistake at once."""
    found = Findings(file.name)
    record = read_record(file, REQUIRED, OPTIONAL, found)
    index = edition_of(record, {}) if record else None
    refuse_all(found)
    assert index is not None  # a file without an index has been refused
    return index


def edition_of(record: Record, lines: dict[str, int]) -> Index | None:
    """The edition that a record holds, checked; None where it cannot be put together; the record's findings say why.

    ``lines`` takes the line of each node, under its code, and of each input, under "inputs/" and its code. What is wrong in the
    head is stood in for, so that the tree is checked all the same.
    """
    found = record.found
    citations = read_citations(record)
    sources = Sources(citations, found)
    first, last = _years(record)
    standing = found.choice(record.text("standing"), record.line_of("standing"), "standing", Standing)
    level = found.choice(record.text("level"), record.line_of("level"), "level", UnitLevel)
    source = sources.place(record, "source") or _NOWHERE
    title = read_text(record, "title")
    nodes = _nodes(record, title, Above(None, source), sources, lines)
    if not nodes:
        return None
    codes = {node.code for node in nodes}
    measured = range(first or 0, max(last or 9999, first or 0) + 1)
    index = Index(
        index=_name(record, "index"),
        edition=_name(record, "edition"),
        title=title,
        standing=standing or Standing.SAMPLE,
        act=_known(record.text("act")),
        responsible=record.text("responsible"),
        level=level or UnitLevel.PROVINCE,
        first_year=first or 0,
        last_year=last,
        state=record.day("state") or date.min,
        display=_display(record),
        survey_points=record.number("survey_points", 0),
        intervals=_intervals(record, sources),
        least_answers=record.whole("least_answers", 1),
        succeeds=_succession(record),
        inputs=_inputs(record, lines),
        nodes=nodes,
        groupings=read_groupings(record, sources, {node.code: node.most for node in nodes}, measured),
        breaks=read_breaks(record, sources, codes, measured),
        sources=tuple(citations.values()),
        unknown=record.texts("unknown"),
    )
    check_edition(index, lines, record, found)
    return index


def _name(record: Record, key: str) -> str:
    """A name that may also be that of a folder or a file."""
    text = record.text(key)
    if text and not _NAME.fullmatch(text):
        what = f"“{text}” không dùng làm tên thư mục, tên tệp được"
        record.found.add("wrong-name", record.line_of(key), key, what, "chỉ dùng chữ thường không dấu, chữ số, gạch nối")
    return text


def _known(text: str) -> str | None:
    return None if text == "unknown" else text


def _nodes(record: Record, title: Text, above: Above, sources: Sources, lines: dict[str, int]) -> tuple[Node, ...]:
    total = read_total(record, title, above, sources, lines)
    if total is None:
        return ()
    below = read_nodes(record, "nodes", Above(total.code, total.source), sources, lines)
    return (total, *below, *read_nodes(record, "views", above, sources, lines))


def _years(record: Record) -> tuple[int | None, int | None]:
    """ "2024", "2021-2024", or "2026-" where the last year is open."""
    text, line = record.text("years"), record.line_of("years")
    first, dash, last = re.sub("[–—]", "-", text).partition("-")  # as Word writes it
    years = record.found.whole(first, line, "years"), record.found.whole(last if dash else first, line, "years")
    earliest, latest = 1990 if years[0] is None else years[0], 2100 if years[1] is None else years[1]
    if (text and not first) or not 1990 <= earliest <= latest <= 2100:
        record.found.add(
            "wrong-order", line, "years", f"“{text}” không phải là khoảng năm", "ghi 2024, 2021-2024, hoặc 2026- nếu còn áp dụng"
        )
    return years


def _display(record: Record) -> Display:
    shown = record.record("display", ("decimals",), ("divided_by",))
    if shown is None:
        return Display(Decimal(1), 2)
    return Display(_positive(shown, "divided_by") or Decimal(1), shown.whole("decimals", 0, 10) or 0)


def _positive(record: Record, key: str) -> Decimal | None:
    number = record.number(key, 0)
    if number == 0:
        record.found.add("out-of-range", record.line_of(key), record.at(key), "số này không được bằng 0", "ghi số lớn hơn 0")
    return number or None


def _intervals(record: Record, sources: Sources) -> Intervals | None:
    said = record.record("intervals", ("z", "printed_percent", "source"))
    if said is None:
        return None
    z, percent, source = _positive(said, "z"), said.number("printed_percent", 1, 100), sources.place(said, "source")
    return Intervals(z, percent, source) if z is not None and percent is not None and source else None


def _succession(record: Record) -> Succession | None:
    if record.single("succeeds"):
        return Succession(record.text("succeeds"), same_codes=False)
    said = record.record("succeeds", ("edition",), ("same_codes",))
    return Succession(said.text("edition"), said.flag("same_codes")) if said else None


def _inputs(record: Record, lines: dict[str, int]) -> tuple[Input, ...]:
    inputs, seen = [], dict[str, int]()
    for entry in record.records("inputs", ("code", "title", "measure")):
        record.found.unique(entry.text("code"), entry.line, f"{entry.field}.code", seen)
        lines[f"inputs/{entry.text('code')}"] = entry.line
        inputs.append(Input(entry.text("code"), read_text(entry, "title"), entry.text("measure")))
    return tuple(inputs)
