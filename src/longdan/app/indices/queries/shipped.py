"""What the catalogue ships with: editions, published results, units; read once, as files do not change while we run."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import chain

from longdan.core.catalogue import Units, read_units
from longdan.core.catalogue.indices import Index, read_editions
from longdan.core.catalogue.published import Results, read_results
from longdan.core.facts import Fact, FactKind
from longdan.core.periods import Period

CATALOGUE = files("longdan") / "catalogue"
FORMER_UNTIL = 2024  # the last year whose results go by the 63 provinces


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


def unit_name(code: str, year: int) -> str:
    """What the unit of a code was called in a year; the code itself where the catalogue has no such province."""
    return (_former_names() if year <= FORMER_UNTIL else _present_names()).get(code, code)


@cache
def _former_names() -> dict[str, str]:
    """The provinces until 30/06/2025, those that live on among them."""
    unchanged = ((unit.code, unit.full_name) for unit in units().provinces if unit.valid_from is None)
    return dict(chain(((unit.code, unit.full_name) for unit in units().former_provinces), unchanged))


@cache
def _present_names() -> dict[str, str]:
    return {unit.code: unit.full_name for unit in units().provinces}


def province_today(code: str, year: int) -> str:
    """The province of today that a province of a year is, or went into."""
    if year > FORMER_UNTIL:
        return code
    return next((one.successors[0][0] for one in units().former_provinces if one.code == code and one.successors), code)
