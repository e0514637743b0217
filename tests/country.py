"""The units of the country as shipped, or as many of them as a test needs."""

from functools import cache
from importlib.resources import files

from longdan.core.catalogue import read_units
from longdan.core.catalogue.units import FormerUnit, Units


@cache
def whole_country() -> Units:
    return read_units(files("longdan") / "catalogue" / "units")


@cache
def part_of_the_country(*codes: str) -> Units:
    """The units that lie in some provinces today, with those that went into them: loading all takes seconds."""
    units = whole_country()
    communes = tuple(one for one in units.communes if one.parent in codes)
    known = {*codes, *(one.code for one in communes)}

    def led(some: tuple[FormerUnit, ...]) -> tuple[FormerUnit, ...]:
        return tuple(one for one in some if one.successors and {code for code, _ in one.successors} <= known)

    old_communes, old_provinces = led(units.former_communes), led(units.former_provinces)
    above = {one.parent for one in old_communes}
    districts = tuple(one for one in units.former_districts if one.code in above)
    provinces = tuple(one for one in units.provinces if one.code in codes)
    forms = tuple(one for one in units.earlier_forms if one.code in known)
    return Units(provinces, communes, forms, old_provinces, districts, old_communes, units.sources)
