"""The editions of PAPI and the scores published by them, as the catalogue ships them."""

import csv
from decimal import Decimal
from functools import cache
from importlib.resources import files

from longdan.core.catalogue.indices import Index, read_edition

CATALOGUE = files("longdan") / "catalogue"


@cache
def papi(edition: str) -> Index:
    return read_edition(CATALOGUE / "indices" / "papi" / f"{edition}.yaml")


@cache
def published(year: int, node: str) -> dict[str, Decimal | None]:
    """The marks of all provinces in a year; None where none was published."""
    text = (CATALOGUE / "published" / "papi" / "contents.csv").read_text(encoding="utf-8")
    rows = [row for row in csv.DictReader(text.splitlines()) if row["year"] == str(year)]
    units = {row["unit"] for row in csv.DictReader(text.splitlines())}
    given = {row["unit"]: Decimal(row[node]) for row in rows if row[node]}
    return {unit: given.get(unit) for unit in sorted(units)}


@cache
def errors(year: int, node: str) -> dict[str, tuple[float, float | None, float | None]]:
    """The standard error of each province's mark, with the ends of its interval where published."""
    text = (CATALOGUE / "published" / "papi" / "uncertainty.csv").read_text(encoding="utf-8")
    rows = [row for row in csv.DictReader(text.splitlines()) if (row["year"], row["node"]) == (str(year), node)]
    return {row["unit"]: (float(row["standard_error"]), _number(row["low"]), _number(row["high"])) for row in rows}


def _number(text: str) -> float | None:
    return float(text) if text else None
