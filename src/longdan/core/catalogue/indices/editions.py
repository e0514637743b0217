"""Reads all editions of a catalogue, with what must hold between them: places, successions, figures of other indices."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType

from longdan.core.catalogue.findings import Findings, refuse_all
from longdan.core.catalogue.indices.model import Index, Standing
from longdan.core.catalogue.indices.reading import OPTIONAL, REQUIRED, edition_of
from longdan.core.catalogue.indices.rules import DerivedFromIndex
from longdan.core.catalogue.records import Record, read_record

CASES = ".cases.yaml"
NOTHING: Mapping[str, Index] = MappingProxyType({})
_SUFFIX = ".yaml"


@dataclass(frozen=True, slots=True)
class _Read:
    """An edition with its file's record, the lines of its nodes, and what was found in it."""

    index: Index
    record: Record
    lines: dict[str, int]
    found: Findings


def read_editions(*folders: Traversable) -> tuple[Index, ...]:
    """The editions of the folders, each ``<index>/<edition>.yaml``; raises every mistake of all files at once."""
    findings, editions = list[Findings](), list[_Read]()
    for folder in folders:
        for place, file in _files(folder):
            found = Findings(f"{place}/{file.name}")
            findings.append(found)
            if read := _read(file, found):
                _check_place(read, place, file.name.removesuffix(_SUFFIX))
                editions.append(read)
    for read in editions:
        _check_between(read, editions)
    refuse_all(*findings)
    return closed([read.index for read in editions])


def closed(editions: Sequence[Index]) -> tuple[Index, ...]:
    """The editions, each whose last year is open closed by the one that says that it follows."""
    ends = {(one.index, one.succeeds.edition): one.first_year - 1 for one in editions if one.succeeds}
    return tuple(
        replace(one, last_year=ends[key]) if one.last_year is None and (key := (one.index, one.edition)) in ends else one
        for one in editions
    )


def read_edition_among(file: Path, *folders: Traversable) -> Index:
    """The edition of a file, held against those of the folders as if it stood there; raises every mistake of the file at once.

    The edition before it may lie beside it; one of an index that the folders do not know is held against nothing else.
    """
    found = Findings(file.name)
    if read := _read(file, found):
        others = [other for folder in folders for place, one in _files(folder) if (other := _read(one, Findings(place)))]
        mine = (read.index.index, read.index.edition)
        beside = [one for one in others if (one.index.index, one.index.edition) != mine]
        around = _neighbours(file, read.index)
        if any(one.index.index == read.index.index for one in beside):
            _check_between(read, [read, *beside], around)
        else:
            _check_succession(read, around)
    refuse_all(found)
    assert read is not None  # a file without an edition has been refused
    return read.index


def _neighbours(file: Path, index: Index) -> dict[str, Index]:
    """The other editions of an index in the folder of a file; files there that cannot be read are none."""
    found = [
        read.index
        for one in sorted(file.parent.glob(f"*{_SUFFIX}"))
        if one.is_file() and (read := _read(one, Findings(one.name)))
    ]
    return {one.edition: one for one in found if one.index == index.index and one.edition != index.edition}


def _files(folder: Traversable) -> Iterator[tuple[str, Traversable]]:
    for place in sorted((one for one in folder.iterdir() if one.is_dir()), key=lambda one: one.name):
        for file in sorted(place.iterdir(), key=lambda one: one.name):
            if file.name.endswith(_SUFFIX) and not file.name.endswith(CASES):
                yield place.name, file


def _read(file: Traversable, found: Findings) -> _Read | None:
    record, lines = read_record(file, REQUIRED, OPTIONAL, found), dict[str, int]()
    index = edition_of(record, lines) if record else None
    return _Read(index, record, lines, found) if record and index else None


def _check_place(read: _Read, place: str, name: str) -> None:
    for key, said, here in (("index", read.index.index, place), ("edition", read.index.edition, name)):
        if said != here:
            what = f"{key} là “{said}”, tệp nằm ở {place}/{name}{_SUFFIX}"
            read.found.add(
                "wrong-place", read.record.line_of(key), key, what, "sửa khóa, hoặc đặt tệp vào <index>/<edition>.yaml"
            )


def _check_between(read: _Read, editions: list[_Read], around: Mapping[str, Index] = NOTHING) -> None:
    """``around``: editions of the same index that may be followed too."""
    by_index: dict[str, dict[str, Index]] = {}
    for other in editions:
        by_index.setdefault(other.index.index, {})[other.index.edition] = other.index
    _check_succession(read, {**around, **by_index[read.index.index]})
    _check_years(read, by_index[read.index.index].values())
    for node in read.index.nodes:
        if isinstance(node.rule, DerivedFromIndex):
            known = {code for one in by_index.get(node.rule.index, {}).values() for code in one.by_code()}
            if node.rule.node not in known:
                what = f"danh mục không có {node.rule.index}/{node.rule.node}"
                fix = "sửa index hoặc node; mục ấy phải có trong một bộ của chỉ số kia"
                read.found.add("unknown-reference", read.lines[node.code], f"mục {node.code}", what, fix)


def _check_years(read: _Read, editions: Iterable[Index]) -> None:
    """A year of units of one level belongs to one official edition."""
    mine = read.index
    for other in editions:
        official = mine.standing is other.standing is Standing.OFFICIAL and mine.level is other.level
        overlap = other.first_year <= mine.first_year <= (other.last_year or mine.first_year)
        if other.last_year is None and mine.succeeds and mine.succeeds.edition == other.edition:
            overlap = other.first_year == mine.first_year  # it ends where this one begins
        if official and overlap and other.edition != mine.edition:
            what = f"năm {mine.first_year} đã thuộc bộ {other.edition}"
            read.found.add("wrong-year", read.record.line_of("years"), "years", what, "sửa years của một trong hai bộ")


def _check_succession(read: _Read, editions: Mapping[str, Index]) -> None:
    """The edition before is in the catalogue, is not this one or a later one, and has the nodes that are named."""
    said = read.index.succeeds
    if said is None:
        return
    line = read.record.line_of("succeeds")
    before = editions.get(said.edition)
    if before is None:
        read.found.add(
            "unknown-reference",
            line,
            "succeeds",
            f"không có bộ trước “{said.edition}”",
            "sửa tên, hoặc đặt tệp của bộ ấy cạnh tệp này",
        )
        return
    if before.first_year >= read.index.first_year:
        what = f"bộ trước “{said.edition}” đo từ năm {before.first_year}, không trước bộ này"
        read.found.add("wrong-order", line, "succeeds", what, "ghi bộ đứng ngay trước")
    known = before.by_code()
    for node in read.index.nodes:
        for code in node.succeeds or ():
            if code not in known:
                what = f"bộ {said.edition} không có mục “{code}”"
                read.found.add("unknown-reference", read.lines[node.code], f"mục {node.code}", what, "sửa mã trong succeeds")
