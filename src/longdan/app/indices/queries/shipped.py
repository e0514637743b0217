"""What the catalogue ships with: editions, published results, units; read once, as files do not change while we run."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import chain

from longdan.core.catalogue import Units, read_units
from longdan.core.catalogue.indices import Index, read_editions
from longdan.core.catalogue.published import Results, UnitList, read_results
from longdan.core.facts import Fact, FactKind
from longdan.core.periods import Period

CATALOGUE = files("longdan") / "catalogue"
_FORMER_UNTIL = 2024  # where no list of units is given: the last year of the 63 provinces


@cache
def shipped_editions() -> tuple[Index, ...]:
    return read_editions(CATALOGUE / "indices")


@cache
def units() -> Units:
    return read_units(CATALOGUE / "units")


@cache
def results(index: str) -> Results | None:
    """What was published of an index; None where the catalogue holds nothing of it."""
    folder = CATALOGUE / "published" / index
    return read_results(folder, units()) if (folder / "sources.yaml").is_file() else None


@cache
def published(index: str) -> tuple[Fact, ...]:
    """The published figures of an index, each once: what the press repeated stands behind the tables."""
    found = results(index)
    return tuple(once(found.facts)) if found else ()


def once(facts: Iterable[Fact]) -> Iterable[Fact]:
    """The first of the facts that speak of the same input, unit, period and kind."""
    seen: dict[tuple[str, str, Period, FactKind], Fact] = {}
    for fact in facts:
        seen.setdefault((fact.input, fact.unit, fact.period, fact.kind), fact)
    return seen.values()


def by_former_provinces(index: str, year: int) -> bool:
    """Whether the results of an index for a year go by the 63 provinces; DTI printed those of 2024 for the 34 of today."""
    found = results(index)
    listed = found.units_in(year) if found else None
    return year <= _FORMER_UNTIL if listed is None else listed is UnitList.FORMER


def unit_name(code: str, *, former: bool) -> str:
    """What the province of a code is called, or was until 30/06/2025; the code itself where there is no such province."""
    return (_former_names() if former else _present_names()).get(code, code)


@cache
def _former_names() -> dict[str, str]:
    """The provinces until 30/06/2025, those that live on among them."""
    unchanged = ((unit.code, unit.full_name) for unit in units().provinces if unit.valid_from is None)
    return dict(chain(((unit.code, unit.full_name) for unit in units().former_provinces), unchanged))


@cache
def _present_names() -> dict[str, str]:
    return {unit.code: unit.full_name for unit in units().provinces}


def province_today(code: str, *, former: bool) -> str:
    """The province of today that a province is, or went into."""
    if not former:
        return code
    return next((one.successors[0][0] for one in units().former_provinces if one.code == code and one.successors), code)
