"""The fictional province of the demo: its agencies, communes, people, sign-ins, documents."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources.abc import Traversable

from longdan.core.catalogue.departments import AgencyKind
from longdan.core.catalogue.findings import Findings, refuse_all
from longdan.core.catalogue.records import Record, read_record
from longdan.core.catalogue.sheets import Row, read_sheet
from longdan.core.catalogue.units import Unit, UnitKind

USER_NAME = re.compile(r"[a-z][a-z0-9._-]*")


class DemoRole(StrEnum):
    COORDINATOR = "coordinator"
    CONTENT_OWNER = "content_owner"
    AGENCY_LEAD = "agency_lead"
    AGENCY_STAFF = "agency_staff"
    COMMUNE_OFFICIAL = "commune_official"
    LEADER = "leader"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class SampleAgency:
    """An agency of the province; ``template`` is its key in the template of departments, None where there is none."""

    key: str
    kind: AgencyKind
    name: str
    short: tuple[str, ...]
    template: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """Who holds a post; ``agency`` is an agency's key or a commune's code."""

    name: str
    post: str
    agency: str


@dataclass(frozen=True, slots=True)
class Account:
    user: str
    role: DemoRole
    person: Person


@dataclass(frozen=True, slots=True)
class SampleDocument:
    """A file of the sample; ``plan`` False: no plan, so that the reader must refuse it."""

    file: str
    shows: str
    plan: bool


@dataclass(frozen=True, slots=True)
class SampleProvince:
    """``fictional`` is the sentence that every page of the demo shows."""

    fictional: str
    unit: Unit
    password: str
    communes: tuple[Unit, ...]
    agencies: tuple[SampleAgency, ...]
    people: tuple[Person, ...]
    accounts: tuple[Account, ...]
    documents: tuple[SampleDocument, ...]


PROVINCE_KEYS = ("fictional", "code", "kind", "name", "valid_from", "licence", "password", "accounts")
COMMUNE_COLUMNS = ("code", "kind", "name")
AGENCY_COLUMNS = ("key", "kind", "name", "short", "template")
PERSON_COLUMNS = ("name", "post", "agency")
DOCUMENT_COLUMNS = ("file", "plan", "shows")


def read_sample(folder: Traversable) -> SampleProvince:
    """The fictional province that a catalogue folder holds; raises every mistake at once."""
    sheets = ("communes.csv", "agencies.csv", "people.csv", "documents.csv")
    found = {file: Findings(f"{folder.name}/{file}") for file in ("province.yaml", *sheets)}
    columns = (COMMUNE_COLUMNS, AGENCY_COLUMNS, PERSON_COLUMNS, DOCUMENT_COLUMNS)
    rows = {file: read_sheet(folder / file, asked, found[file]) for file, asked in zip(sheets, columns, strict=True)}
    record = read_record(folder / "province.yaml", PROVINCE_KEYS, (), found["province.yaml"])
    unit = _province(record, found["province.yaml"]) if record else None
    communes = _communes(rows["communes.csv"], unit, found["communes.csv"])
    agencies = _agencies(rows["agencies.csv"], found["agencies.csv"])
    places = {agency.key for agency in agencies} | {commune.code for commune in communes}
    people = _people(rows["people.csv"], places, found["people.csv"])
    accounts = _accounts(record, places, found["province.yaml"]) if record else ()
    documents = _documents(rows["documents.csv"], folder, found["documents.csv"])
    refuse_all(*found.values())
    assert record is not None  # refused above otherwise
    assert unit is not None
    return SampleProvince(
        record.text("fictional"), unit, record.text("password"), communes, agencies, people, accounts, documents
    )


def _province(record: Record, found: Findings) -> Unit | None:
    kind = found.choice(record.text("kind"), record.line_of("kind"), "kind", UnitKind)
    return Unit(record.text("code"), kind, record.text("name"), None, record.day("valid_from")) if kind else None


def _communes(rows: Iterable[Row], province: Unit | None, found: Findings) -> tuple[Unit, ...]:
    communes, codes, names = [], dict[str, int](), dict[str, int]()
    for row in rows:
        kind = found.choice(row["kind"], row.line, "kind", UnitKind)
        found.unique(row["code"], row.line, "code", codes)
        found.unique(found.given(row["name"], row.line, "name"), row.line, "name", names)
        if province and not row["code"].startswith(province.code):
            found.add(
                "wrong-code", row.line, "code", f"mã “{row['code']}” không thuộc tỉnh mẫu", f"mã bắt đầu bằng {province.code}"
            )
        if kind and province:
            communes.append(Unit(row["code"], kind, row["name"], province.code, province.valid_from))
    return tuple(communes)


def _agencies(rows: Iterable[Row], found: Findings) -> tuple[SampleAgency, ...]:
    agencies, seen = [], dict[str, int]()
    for row in rows:
        found.unique(found.given(row["key"], row.line, "key"), row.line, "key", seen)
        found.given(row["name"], row.line, "name")
        short = tuple(part.strip() for part in row["short"].split(";") if part.strip())
        if kind := found.choice(row["kind"], row.line, "kind", AgencyKind):
            agencies.append(SampleAgency(row["key"], kind, row["name"], short, row["template"] or None))
    return tuple(agencies)


def _people(rows: Iterable[Row], places: Iterable[str], found: Findings) -> tuple[Person, ...]:
    people = []
    for row in rows:
        found.known(row["agency"], row.line, "agency", places, "agencies.csv, communes.csv")
        name, post = (found.given(row[column], row.line, column) for column in ("name", "post"))
        people.append(Person(name, post, row["agency"]))
    return tuple(people)


def _accounts(record: Record, places: Iterable[str], found: Findings) -> tuple[Account, ...]:
    accounts, seen = [], dict[str, int]()
    for entry in record.records("accounts", ("user", "role", "name", "post", "agency")):
        user, agency = entry.text("user"), entry.text("agency")
        found.unique(user, entry.line, f"{entry.field}.user", seen)
        if not USER_NAME.fullmatch(user):
            found.add(
                "wrong-user",
                entry.line,
                f"{entry.field}.user",
                f"tên đăng nhập “{user}” có chữ lạ",
                "dùng chữ thường không dấu và số",
            )
        found.known(agency, entry.line_of("agency"), f"{entry.field}.agency", places, "agencies.csv, communes.csv")
        if role := found.choice(entry.text("role"), entry.line_of("role"), f"{entry.field}.role", DemoRole):
            accounts.append(Account(user, role, Person(entry.text("name"), entry.text("post"), agency)))
    return tuple(accounts)


def _documents(rows: Iterable[Row], folder: Traversable, found: Findings) -> tuple[SampleDocument, ...]:
    documents, seen = [], dict[str, int]()
    present = {file.name for file in (folder / "documents").iterdir()} if (folder / "documents").is_dir() else set[str]()
    for row in rows:
        found.unique(row["file"], row.line, "file", seen)
        found.known(row["file"], row.line, "file", present, "thư mục documents")
        if row["plan"] not in ("yes", "no"):
            found.add("wrong-choice", row.line, "plan", f"“{row['plan']}” không có trong danh sách cho phép", "ghi yes hoặc no")
        documents.append(SampleDocument(row["file"], found.given(row["shows"], row.line, "shows"), row["plan"] == "yes"))
    return tuple(documents)
