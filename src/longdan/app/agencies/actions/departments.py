"""Bringing a province's departments into the tables, with those that went into them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from longdan.app.agencies.actions.loading import add_names
from longdan.app.agencies.models import Agency, AgencyKind, AgencyName, Succession
from longdan.core.catalogue.departments import AgencyKind as Kind
from longdan.core.catalogue.departments import Predecessor, filled

KINDS = {
    Kind.OFFICE: AgencyKind.DEPARTMENT,
    Kind.DEPARTMENT: AgencyKind.DEPARTMENT,
    Kind.BOARD: AgencyKind.DEPARTMENT,
    Kind.UNIT: AgencyKind.OTHER,
    Kind.PRESS: AgencyKind.OTHER,
    Kind.CENTRAL: AgencyKind.CENTRAL,
    Kind.ORGANISATION: AgencyKind.PARTY,
    Kind.COMMUNE: AgencyKind.COMMUNE,
    Kind.COMMITTEE: AgencyKind.PROVINCE,
}


@dataclass(frozen=True, slots=True)
class NewDepartment:
    """A department as it is to be brought in; ``merged_on``: the first day of its predecessors' absence, None: not known."""

    key: str
    name: str
    kind: AgencyKind
    short: tuple[str, ...] = ()
    predecessors: tuple[Predecessor, ...] = ()
    merged_on: date | None = None


def add_departments(departments: Sequence[NewDepartment], province: Agency, at_home: str) -> int:
    """Bring in what is not there yet; how many departments were new. ``at_home``: the province with its kind ("tỉnh Sơn La")."""
    known = set(Agency.objects.filter(province=province).values_list("code", flat=True))
    fresh = [one for one in departments if _code(province, one.key) not in known]
    rows = {one.key: _row(one, province) for one in fresh}
    Agency.objects.bulk_create(rows.values())
    add_names((rows[one.key].pk, name, AgencyName.Kind.SHORT) for one in fresh for name in one.short if name != one.name)
    for one in fresh:
        _add_predecessors(one, rows[one.key], at_home)
    return len(rows)


def _code(province: Agency, key: str) -> str:
    return f"{province.code}.{key}"


def _row(one: NewDepartment, province: Agency) -> Agency:
    return Agency(
        code=_code(province, one.key),
        name=one.name,
        short_name=one.short[0][:100] if one.short else "",
        kind=one.kind,
        parent=province,
        province=province,
        valid_from=province.valid_from if province.fictional else None,
        fictional=province.fictional,
    ).keyed()


def _add_predecessors(one: NewDepartment, heir: Agency, at_home: str) -> None:
    """Those whose work went over to a department; one that bore its name lives on in it."""
    for number, former in enumerate(_others(one, at_home), start=1):
        day = former.until or one.merged_on
        row = Agency(
            code=f"{heir.code}~{number}",
            name=filled(former.name, at_home),
            short_name=former.short[0][:100] if former.short else "",
            kind=heir.kind,
            parent=heir.parent,
            province=heir.province,
            valid_to=day,
            end_unknown=day is None,
            fictional=heir.fictional,
        ).keyed()
        row.save()
        add_names((row.pk, filled(name, at_home), AgencyName.Kind.SHORT) for name in former.short)
        Succession.objects.create(predecessor=row, successor=heir, share=Succession.Share.WHOLE)


def _others(one: NewDepartment, at_home: str) -> Iterable[Predecessor]:
    own = one.name.removesuffix(f" {at_home}")
    return (former for former in one.predecessors if filled(former.name, at_home).removesuffix(f" {at_home}") != own)
