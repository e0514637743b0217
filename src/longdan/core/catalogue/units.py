"""The country's administrative units: those of today, what they were called before, and those that the reform of 2025 ended."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class UnitKind(StrEnum):
    PROVINCE = "tỉnh"
    CITY = "thành phố"
    COMMUNE = "xã"
    WARD = "phường"
    SPECIAL_ZONE = "đặc khu"
    DISTRICT = "huyện"
    URBAN_DISTRICT = "quận"
    TOWN = "thị xã"
    TOWNSHIP = "thị trấn"


class Share(StrEnum):
    """How much of a former commune went to a successor."""

    WHOLE = "whole"
    MAIN = "main"  # the best guess where nothing else is known of the place
    PART = "part"


@dataclass(frozen=True, slots=True)
class Source:
    """Where the facts of a file come from; ``valid_to`` is the last day of the units in a file of former units."""

    file: str
    source: str
    licence: str
    checked: date
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class Form:
    """A kind and name that a unit bore earlier, under the same code."""

    code: str
    kind: UnitKind
    name: str
    valid_from: date
    valid_to: date


@dataclass(frozen=True, slots=True)
class Unit:
    """A province (parent None) or a commune of today; ``valid_from`` None: it existed before this list begins."""

    code: str
    kind: UnitKind
    name: str
    parent: str | None
    valid_from: date | None
    portal_code: str | None = None  # the province's prefix on the National Public Service Portal

    @property
    def full_name(self) -> str:
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class FormerUnit:
    """A province, district or commune that the reform ended.

    ``parent``: the former district of a commune, the former province of a district (which may be one that lives on).
    ``successors``: codes of today's units; empty for a district, whose communes tell where its people went.
    """

    code: str
    kind: UnitKind
    name: str
    parent: str | None
    valid_to: date
    successors: tuple[tuple[str, Share], ...]

    @property
    def full_name(self) -> str:
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class Units:
    provinces: tuple[Unit, ...]
    communes: tuple[Unit, ...]
    earlier_forms: tuple[Form, ...]
    former_provinces: tuple[FormerUnit, ...]
    former_districts: tuple[FormerUnit, ...]
    former_communes: tuple[FormerUnit, ...]
    sources: tuple[Source, ...]

    def communes_of(self, province: str) -> tuple[Unit, ...]:
        return tuple(commune for commune in self.communes if commune.parent == province)
