"""Reads the catalogue's folder of administrative units, and refuses it with every mistake at once."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from importlib.resources.abc import Traversable

from longdan.core.catalogue.findings import Findings, refuse_all
from longdan.core.catalogue.records import read_record
from longdan.core.catalogue.sheets import Row, read_sheet
from longdan.core.catalogue.units import Form, FormerUnit, Share, Source, Unit, UnitKind, Units

UNIT_COLUMNS = {
    "provinces.csv": ("code", "kind", "name", "portal_code", "valid_from"),
    "communes.csv": ("code", "kind", "name", "province", "valid_from"),
    "earlier_forms.csv": ("code", "kind", "name", "valid_from", "valid_to"),
    "former_provinces.csv": ("code", "kind", "name", "successor"),
    "former_districts.csv": ("key", "kind", "name", "province", "successor"),
    "former_communes.csv": ("code", "kind", "name", "district", "successor", "share"),
}
TODAY = "provinces.csv, communes.csv"


def read_units(folder: Traversable) -> Units:
    """The units of a catalogue folder; raises every mistake of its files at once."""
    found = {file: Findings(f"{folder.name}/{file}") for file in ("sources.yaml", *UNIT_COLUMNS)}
    rows = {file: read_sheet(folder / file, columns, found[file]) for file, columns in UNIT_COLUMNS.items()}
    sources = _sources(folder, found["sources.yaml"])
    ends = {source.file: source.valid_to or date.max for source in sources}
    provinces = _provinces(rows["provinces.csv"], found["provinces.csv"])
    communes = _communes(rows["communes.csv"], {unit.code for unit in provinces}, found["communes.csv"])
    codes = {unit.code for unit in (*provinces, *communes)}
    forms = _forms(rows["earlier_forms.csv"], codes, found["earlier_forms.csv"])
    old_provinces = _former_provinces(rows["former_provinces.csv"], codes, ends, found["former_provinces.csv"])
    above = {unit.code for unit in provinces} | {unit.code for unit in old_provinces}
    old_districts = _former_districts(rows["former_districts.csv"], above, codes, ends, found["former_districts.csv"])
    above = {unit.code for unit in old_districts}
    old_communes = _former_communes(rows["former_communes.csv"], above, codes, ends, found["former_communes.csv"])
    refuse_all(*found.values())
    return Units(provinces, communes, forms, old_provinces, old_districts, old_communes, sources)


def _sources(folder: Traversable, found: Findings) -> tuple[Source, ...]:
    record = read_record(folder / "sources.yaml", ("files",), (), found)
    if record is None:
        return ()
    sources, seen = [], dict[str, int]()
    for entry in record.records("files", ("file", "source", "licence", "checked"), ("valid_to", "notes")):
        file, checked, last = entry.text("file"), entry.day("checked"), entry.day("valid_to")
        found.known(file, entry.line, f"{entry.field}.file", UNIT_COLUMNS, "danh sách tệp đơn vị hành chính")
        found.unique(file, entry.line, f"{entry.field}.file", seen)
        if file.startswith("former_") and "valid_to" not in entry:
            found.add(
                "missing-key",
                entry.line,
                f"{entry.field}.valid_to",
                "thiếu ngày cuối cùng của các đơn vị cũ",
                "thêm khóa valid_to",
            )
        if checked:
            sources.append(Source(file, entry.text("source"), entry.text("licence"), checked, last))
    for file in UNIT_COLUMNS.keys() - seen.keys():
        found.add(
            "missing-key", record.line, "files", f"tệp {file} chưa có nguồn", "ghi nguồn, giấy phép và ngày kiểm tra của tệp"
        )
    return tuple(sources)


def _provinces(rows: Sequence[Row], found: Findings) -> tuple[Unit, ...]:
    _coded(rows, 2, found)
    return tuple(
        Unit(
            row["code"], kind, row["name"], None, found.day(row["valid_from"], row.line, "valid_from"), row["portal_code"] or None
        )
        for row, kind in _named(rows, found)
    )


def _communes(rows: Sequence[Row], provinces: Iterable[str], found: Findings) -> tuple[Unit, ...]:
    _coded(rows, 5, found)
    _referring(rows, "province", provinces, "provinces.csv", found)
    return tuple(
        Unit(row["code"], kind, row["name"], row["province"], found.day(row["valid_from"], row.line, "valid_from"))
        for row, kind in _named(rows, found)
    )


def _forms(rows: Sequence[Row], codes: Iterable[str], found: Findings) -> tuple[Form, ...]:
    _referring(rows, "code", codes, TODAY, found)
    forms = []
    for row, kind in _named(rows, found):
        first, last = (found.day(found.given(row[c], row.line, c), row.line, c) for c in ("valid_from", "valid_to"))
        found.ordered(first, last, row.line, "valid_to")
        if first and last:
            forms.append(Form(row["code"], kind, row["name"], first, last))
    return tuple(forms)


def _former_provinces(
    rows: Sequence[Row], codes: Iterable[str], ends: Mapping[str, date], found: Findings
) -> tuple[FormerUnit, ...]:
    _coded(rows, 2, found)
    _referring(rows, "successor", codes, TODAY, found)
    last = ends.get("former_provinces.csv", date.max)
    return tuple(
        FormerUnit(row["code"], kind, row["name"], None, last, ((row["successor"], Share.WHOLE),))
        for row, kind in _named(rows, found)
    )


def _former_districts(
    rows: Sequence[Row], provinces: Iterable[str], codes: Iterable[str], ends: Mapping[str, date], found: Findings
) -> tuple[FormerUnit, ...]:
    """A district has a successor of its own only where it had no communes (island districts)."""
    seen = dict[str, int]()
    for row in rows:
        found.unique(found.given(row["key"], row.line, "key"), row.line, "key", seen)
    _referring(rows, "province", provinces, "former_provinces.csv, provinces.csv", found)
    _referring([row for row in rows if row["successor"]], "successor", codes, TODAY, found)
    last = ends.get("former_districts.csv", date.max)
    return tuple(
        FormerUnit(
            row["key"], kind, row["name"], row["province"], last, ((row["successor"], Share.WHOLE),) if row["successor"] else ()
        )
        for row, kind in _named(rows, found)
    )


def _former_communes(
    rows: Sequence[Row], districts: Iterable[str], codes: Iterable[str], ends: Mapping[str, date], found: Findings
) -> tuple[FormerUnit, ...]:
    """A commune that was divided has a row for each successor."""
    _referring(rows, "district", districts, "former_districts.csv", found)
    _referring(rows, "successor", codes, TODAY, found)
    last, seen, units = ends.get("former_communes.csv", date.max), dict[str, int](), dict[str, FormerUnit]()
    for row, kind in _named(rows, found):
        code = row["code"]
        _digits(code, 5, row.line, found)
        found.unique(f"{code} → {row['successor']}", row.line, "successor", seen)
        share = found.choice(row["share"], row.line, "share", Share)
        others = units[code].successors if code in units else ()
        if others and Share.WHOLE in (share, others[0][1]):
            found.add(
                "wrong-share", row.line, "share", f"xã {code} đã nhập trọn vào nơi khác", "ghi main hoặc part cho từng nơi nhận"
            )
        if share:
            units[code] = FormerUnit(code, kind, row["name"], row["district"], last, (*others, (row["successor"], share)))
    return tuple(units.values())


def _named(rows: Sequence[Row], found: Findings) -> list[tuple[Row, UnitKind]]:
    """The rows whose kind is one of the list; a missing name is noted."""
    named = []
    for row in rows:
        found.given(row["name"], row.line, "name")
        if kind := found.choice(row["kind"], row.line, "kind", UnitKind):
            named.append((row, kind))
    return named


def _coded(rows: Sequence[Row], length: int, found: Findings) -> None:
    seen = dict[str, int]()
    for row in rows:
        _digits(row["code"], length, row.line, found)
        found.unique(row["code"], row.line, "code", seen)


def _digits(code: str, length: int, line: int, found: Findings) -> None:
    if not (code.isdigit() and len(code) == length):
        found.add("wrong-code", line, "code", f"mã “{code}” không đúng dạng", f"mã gồm {length} chữ số, giữ cả số 0 ở đầu")


def _referring(rows: Iterable[Row], column: str, among: Iterable[str], file: str, found: Findings) -> None:
    for row in rows:
        found.known(row[column], row.line, column, among, file)
