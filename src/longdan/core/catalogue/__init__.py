"""The catalogue's files as frozen values: strict, dated, cited."""

from longdan.core.catalogue.citations import Citation, Verification
from longdan.core.catalogue.departments import (
    AgencyKind,
    AgencyTemplate,
    Departments,
    Predecessor,
    Presence,
    read_departments,
)
from longdan.core.catalogue.sample import Account, DemoRole, Person, SampleAgency, SampleDocument, SampleProvince, read_sample
from longdan.core.catalogue.unit_files import read_units
from longdan.core.catalogue.units import Form, FormerUnit, Share, Source, Unit, UnitKind, Units

__all__ = [
    "Account",
    "AgencyKind",
    "AgencyTemplate",
    "Citation",
    "DemoRole",
    "Departments",
    "Form",
    "FormerUnit",
    "Person",
    "Predecessor",
    "Presence",
    "SampleAgency",
    "SampleDocument",
    "SampleProvince",
    "Share",
    "Source",
    "Unit",
    "UnitKind",
    "Units",
    "Verification",
    "read_departments",
    "read_sample",
    "read_units",
]
