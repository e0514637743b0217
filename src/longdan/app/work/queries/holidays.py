"""The public holidays that the calendar shows."""

from functools import lru_cache
from importlib.resources import files

from longdan.core.catalogue.holidays import Holidays, read_holidays


@lru_cache(maxsize=1)
def holidays() -> Holidays:
    """Those of the catalogue."""
    return read_holidays(files("longdan") / "catalogue" / "units" / "holidays.yaml")
