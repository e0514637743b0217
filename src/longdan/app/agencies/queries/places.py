"""The names of provinces that the reader of plans is told."""

from functools import lru_cache
from importlib.resources import files

from longdan.core.catalogue.places import Places, read_places


@lru_cache(maxsize=1)
def known_places() -> Places:
    """Provincial units of the catalogue, of today and before."""
    return read_places(files("longdan") / "catalogue" / "units")
