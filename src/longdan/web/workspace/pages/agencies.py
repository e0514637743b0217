"""Agencies in the order in which people look for them."""

from collections.abc import Iterable
from itertools import groupby

from longdan.app.agencies.queries import AgencyRow

ORDER = ("province", "department", "party", "central", "commune", "ward", "special_zone", "other")


def by_kind(rows: Iterable[AgencyRow]) -> list[tuple[str, list[AgencyRow]]]:
    """Agencies by kind, within a kind as they came: in the order of the dictionary."""
    ordered = sorted(rows, key=lambda row: ORDER.index(row.kind))
    return [(label, list(group)) for label, group in groupby(ordered, lambda row: row.kind_label)]


def groups_like(typed: str, labels: Iterable[str]) -> list[str]:
    return [label for label in labels if typed.casefold() in label.casefold()]
