"""Published results: what others have measured, kept beside what is measured here."""

from longdan.core.catalogue.published.model import (
    Certainty,
    CitedFigure,
    PrintedError,
    Reference,
    Results,
    ResultsForm,
    Series,
    Slip,
    Statistic,
    UnitList,
)
from longdan.core.catalogue.published.reading import read_results

__all__ = [
    "Certainty",
    "CitedFigure",
    "PrintedError",
    "Reference",
    "Results",
    "ResultsForm",
    "Series",
    "Slip",
    "Statistic",
    "UnitList",
    "read_results",
]
