"""Published results: what others have measured, kept beside what is measured here."""

from longdan.core.catalogue.published.model import (
    Certainty,
    CitedFigure,
    Form,
    PrintedError,
    Reference,
    Results,
    Series,
    Slip,
    Statistic,
    UnitList,
)
from longdan.core.catalogue.published.reading import read_results

__all__ = [
    "Certainty",
    "CitedFigure",
    "Form",
    "PrintedError",
    "Reference",
    "Results",
    "Series",
    "Slip",
    "Statistic",
    "UnitList",
    "read_results",
]
