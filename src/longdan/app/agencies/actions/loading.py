"""Bringing the country's administrative units into the tables: those of today, and those that reforms ended."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction

from longdan.app.agencies.models import Agency, AgencyKind, AgencyName, Succession
from longdan.core.catalogue.units import Form, FormerUnit, Share, Unit, UnitKind, Units
from longdan.core.vietnamese import fold

UNIT_KINDS = {
    UnitKind.PROVINCE: AgencyKind.PROVINCE,
    UnitKind.CITY: AgencyKind.PROVINCE,
    UnitKind.COMMUNE: AgencyKind.COMMUNE,
    UnitKind.WARD: AgencyKind.WARD,
    UnitKind.SPECIAL_ZONE: AgencyKind.SPECIAL_ZONE,
    UnitKind.DISTRICT: AgencyKind.DISTRICT,
    UnitKind.URBAN_DISTRICT: AgencyKind.DISTRICT,
    UnitKind.TOWN: AgencyKind.DISTRICT,
    UnitKind.TOWNSHIP: AgencyKind.TOWNSHIP,
}
SHARES = {Share.WHOLE: Succession.Share.WHOLE, Share.MAIN: Succession.Share.MAIN, Share.PART: Succession.Share.PART}
DAY = timedelta(days=1)
BATCH = 500
Heirs = dict[str, tuple[tuple[str, Share], ...]]  # codes of today's units by the code of the unit that ended


@transaction.atomic
def load_country(units: Units) -> int:
    """Bring in all units that are not there yet, former ones too; how many were new. What is there stays as people made it."""
    known = _known()
    new = add_units(units.provinces, known) + add_units(units.communes, known)
    _add_earlier_names(units.earlier_forms, known)
    return new + _add_former(units, known)


@transaction.atomic
def load_provinces(units: Units) -> int:
    """Bring in the provinces only, those of today and the former ones: what a demonstration needs of the country."""
    known = _known()
    new = add_units(units.provinces, known)
    _add_earlier_names((form for form in units.earlier_forms if form.code in known), known)
    new += _add_ended(units.former_provinces, AgencyKind.PROVINCE, known, {})
    _add_successions({ended(one): one.successors for one in units.former_provinces}, known)
    return new


def _known() -> dict[str, int]:
    return dict(Agency.objects.values_list("code", "pk"))


def ended(unit: FormerUnit) -> str:
    """The code of a unit that is no more: its number may have been given to another unit since."""
    return f"{unit.code}~{unit.valid_to.year}"


def add_units(units: Iterable[Unit], known: dict[str, int], *, fictional: bool = False) -> int:
    """The People's Committees of units, whose names stand for them; ``known`` takes them in."""
    rows = [
        Agency(
            code=unit.code,
            name=f"UBND {unit.full_name}",
            short_name=_short(unit),
            kind=UNIT_KINDS[unit.kind],
            parent_id=known.get(unit.parent or ""),
            province_id=known.get(unit.parent or ""),
            valid_from=unit.valid_from,
            fictional=fictional,
        ).keyed()
        for unit in units
        if unit.code not in known
    ]
    return _create(rows, known)


def _short(unit: Unit | FormerUnit | Form) -> str:
    name = f"{unit.kind} {unit.name}"
    return f"{name[:1].upper()}{name[1:]}"


def _create(rows: list[Agency], known: dict[str, int]) -> int:
    Agency.objects.bulk_create(rows, batch_size=BATCH)
    known |= {row.code: row.pk for row in rows}
    return len(rows)


def _add_earlier_names(forms: Iterable[Form], known: dict[str, int]) -> None:
    """What units were called before under the same code."""
    AgencyName.objects.bulk_create(
        (
            AgencyName(
                agency_id=known[form.code],
                name=f"UBND {form.kind} {form.name}",
                kind=AgencyName.Kind.FORMER,
                since=form.valid_from,
                until=form.valid_to + DAY,
                folded=fold(f"UBND {form.kind} {form.name}"),
            )
            for form in forms
        ),
        batch_size=BATCH,
        ignore_conflicts=True,
    )


def add_names(names: Iterable[tuple[int, str, AgencyName.Kind]]) -> None:
    """Other names of agencies, each once."""
    rows = (AgencyName(agency_id=agency, name=name, kind=kind, folded=fold(name)) for agency, name, kind in names)
    AgencyName.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)


def _add_former(units: Units, known: dict[str, int]) -> int:
    """Former provinces, then their districts, then the communes of those: each lies in today's province that its heirs lie in."""
    above = {commune.code: commune.parent or "" for commune in units.communes} | {
        unit.code: unit.code for unit in units.provinces
    }
    heirs = _heirs(units)
    homes = {code: known[above[successors[0][0]]] for code, successors in heirs.items()}
    new = _add_ended(units.former_provinces, AgencyKind.PROVINCE, known, {})
    new += _add_ended(units.former_districts, AgencyKind.DISTRICT, known, homes)
    new += _add_ended(units.former_communes, None, known, homes)
    _add_successions(heirs, known)
    return new


def _heirs(units: Units) -> Heirs:
    """What each former unit went into, the likeliest first as in the catalogue; a district went where its communes went."""
    heirs: Heirs = {
        ended(one): one.successors
        for one in (*units.former_provinces, *units.former_districts, *units.former_communes)
        if one.successors
    }
    went: dict[str, dict[str, None]] = defaultdict(dict)
    for commune in units.former_communes:
        went[commune.parent or ""] |= dict.fromkeys(code for code, _ in heirs[ended(commune)])
    for district in units.former_districts:
        if ended(district) not in heirs:
            share = Share.WHOLE if len(went[district.code]) == 1 else Share.PART
            heirs[ended(district)] = tuple((code, share) for code in went[district.code])
    return heirs


def _add_ended(units: Iterable[FormerUnit], kind: AgencyKind | None, known: dict[str, int], homes: dict[str, int]) -> int:
    """Rows of units that are no more; ``homes``: the row of today's province by code, empty for provinces."""
    rows = [
        Agency(
            code=code,
            name=f"UBND {unit.full_name}",
            short_name=_short(unit),
            kind=kind or UNIT_KINDS[unit.kind],
            parent_id=known.get(f"{unit.parent}~{unit.valid_to.year}") or known.get(unit.parent or ""),
            province_id=homes.get(code),
            valid_to=unit.valid_to + DAY,
        ).keyed()
        for unit in units
        if (code := ended(unit)) not in known
    ]
    return _create(rows, known)


def _add_successions(heirs: Heirs, known: dict[str, int]) -> None:
    rows = (
        Succession(predecessor_id=known[code], successor_id=known[heir], share=SHARES[share])
        for code, successors in heirs.items()
        for heir, share in successors
    )
    Succession.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)
