"""Finds provinces by the names that published tables write: without tones, shortened, in English."""

from collections.abc import Mapping
from datetime import date

from longdan.core.catalogue.units import Units
from longdan.core.vietnamese import fold

REFORM = date(2025, 7, 1)  # the day from which the 34 provinces hold

_PREFIXES = ("tinh ", "thanh pho ", "tp ", "t p ")
# As tables of VCCI and PAPI shorten them, folded and without spaces.
_SHORT = {
    "hcmc": "hochiminh",
    "hochiminhcity": "hochiminh",
    "tphcm": "hochiminh",
    "hcm": "hochiminh",
    "baccan": "backan",
    "daclac": "daklak",
    "dacnong": "daknong",
    "brvt": "bariavungtau",
    "bariavt": "bariavungtau",
    "vungtau": "bariavungtau",
    "tthue": "hue",
    "thuathienhue": "hue",
}


def provinces_of(units: Units, day: date) -> dict[str, str]:
    """The names of the provinces of a day by their codes: 63 until 30/06/2025, then 34."""
    present = {unit.code: unit.name for unit in units.provinces}
    if day >= REFORM:
        return present
    former = {unit.code: unit.name for unit in units.former_provinces}
    into = {code for unit in units.former_provinces for code, _ in unit.successors}
    return former | {code: name for code, name in present.items() if code not in into}


class ProvinceNames:
    """The provinces of a year, found by name or by code."""

    def __init__(self, provinces: Mapping[str, str]) -> None:
        self.provinces = dict(provinces)
        self._codes = {_key(name): code for code, name in provinces.items()}

    def code(self, words: str) -> str | None:
        """The code of the province that the words name; None where they name none."""
        bare = words.strip()
        if bare.isdigit() and bare.zfill(2) in self.provinces:
            return bare.zfill(2)
        key = _key(bare)
        return self._codes.get(_SHORT.get(key, key))


def _key(name: str) -> str:
    folded = fold(name)
    prefix = next((prefix for prefix in _PREFIXES if folded.startswith(prefix)), "")
    return folded.removeprefix(prefix).replace(" ", "")
