"""Bringing the country's administrative units into the tables."""

from collections.abc import Iterable

from django.db import transaction

from longdan.app.agencies.models import Agency, AgencyKind, AgencyName
from longdan.core.catalogue.units import Unit, UnitKind, Units
from longdan.core.vietnamese import fold

UNIT_KINDS = {
    UnitKind.PROVINCE: AgencyKind.PROVINCE,
    UnitKind.CITY: AgencyKind.PROVINCE,
    UnitKind.COMMUNE: AgencyKind.COMMUNE,
    UnitKind.WARD: AgencyKind.WARD,
    UnitKind.SPECIAL_ZONE: AgencyKind.SPECIAL_ZONE,
}


@transaction.atomic
def load_country(units: Units) -> int:
    """Bring in the provinces and communes that are not there yet; how many were new."""
    new = add_units(units.provinces, {}) + add_units(units.communes, dict(Agency.objects.values_list("code", "pk")))
    successors = {former.full_name: former.successors for former in units.former_provinces}
    ids = dict(Agency.objects.filter(kind=AgencyKind.PROVINCE).values_list("code", "pk"))
    names = [
        (ids[code], f"UBND {name}", AgencyName.Kind.FORMER)
        for name, found in successors.items()
        for code, _ in found
        if code in ids
    ]
    add_names(names)
    return new


def add_units(units: Iterable[Unit], parents: dict[str, int], *, fictional: bool = False) -> int:
    """The People's Committees of units; names of units stand for them."""
    known = set(Agency.objects.values_list("code", flat=True))
    rows = [
        Agency(
            code=unit.code,
            name=f"UBND {unit.full_name}",
            short_name=f"{unit.full_name[:1].upper()}{unit.full_name[1:]}",
            kind=UNIT_KINDS[unit.kind],
            parent_id=parents.get(unit.parent or ""),
            province_id=parents.get(unit.parent or ""),
            valid_from=unit.valid_from,
            fictional=fictional,
        ).keyed()
        for unit in units
        if unit.code not in known
    ]
    Agency.objects.bulk_create(rows, batch_size=500)
    return len(rows)


def add_names(names: Iterable[tuple[int, str, AgencyName.Kind]]) -> None:
    rows = (AgencyName(agency_id=agency, name=name, kind=kind, folded=fold(name)) for agency, name, kind in names)
    AgencyName.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)
