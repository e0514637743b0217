"""Who issued a document: the agency in its letterhead with the agency above it, by their full names."""

import re
from collections import Counter
from collections.abc import Iterable

from longdan.core.catalogue.places import Places
from longdan.core.plans.front.letterheads import MOTTO
from longdan.core.plans.words.agency_names import HEADS, KNOWN, NOT_AFTER, SHORT_FORMS, UNITS
from longdan.core.plans.words.stream import UPPER, bare, in_capitals

_HEADS = "|".join(head.replace(" ", r"\s+") for head in HEADS)
_HEAD = re.compile(rf"(?<!\w)(?:{_HEADS})(?!\w)")
_UNIT = "|".join(UNITS)
_NAME = rf"[{UPPER}][\w’']*(?:\s+(?:-\s+)?[{UPPER}][\w’']*){{0,4}}"

_NAMED_UNIT = re.compile(rf"(?P<kind>tỉnh|[Tt]hành\s+phố)\s+(?P<name>{_NAME})")


def letterhead_agencies(words: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """The agencies written in capitals between two positions, the upper one first, as (capitals, start, end)."""
    head = MOTTO.sub(lambda found: " " * len(found[0]), words[start:end])
    runs = [run for run in _runs_of_capitals(head) if _HEAD.search(head, *run)]
    if not runs:
        return []
    begin, stop = runs[-1]
    cuts = [match.start() for match in _HEAD.finditer(head, begin, stop) if _begins_agency(head, begin, match)]
    bounds = [*cuts, stop]
    return [
        (re.sub(r"\s+", " ", head[first:last]).strip(" -,.;:"), start + first, start + last)
        for first, last in zip(cuts, bounds[1:], strict=True)
    ]


def _runs_of_capitals(words: str) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    going = False
    for token in re.finditer(r"\S+", words):
        joining = going and token[0] in {"-", "–", "&", ","}
        if (in_capitals(token[0]) and "/" not in token[0]) or joining:
            start = runs.pop()[0] if going else token.start()
            runs.append((start, token.end()))
            going = True
        else:
            going = False
    return runs


def _begins_agency(words: str, begin: int, match: re.Match[str]) -> bool:
    head = re.sub(r"\s+", " ", match[0])
    before = re.sub(r"\s+", " ", words[begin : match.start()]).rstrip()
    return not any(before.endswith(last) for last in NOT_AFTER.get(head, ()))


def full_name(capitals: str, text: str) -> str:
    """A name in capitals as running text writes it: as the document itself does, else by the known names."""
    name = expanded(capitals)
    written = [
        found for found in re.findall(re.escape(name).replace(r"\ ", r"\s+"), text, re.IGNORECASE) if not in_capitals(found)
    ]
    if written and not in_capitals(Counter(written).most_common(1)[0][0].split()[-1]):
        name = re.sub(r"\s+", " ", Counter(written).most_common(1)[0][0])
        return name[0].upper() + name[1:]
    return _cased(name.lower()) if in_capitals(capitals) else name[0].upper() + name[1:]


def expanded(name: str) -> str:
    """Short forms written out: "UBND" as "Ủy ban nhân dân"."""
    for short, full in SHORT_FORMS:
        name = re.sub(short, full, name)
    return re.sub(r"\s+", " ", name).strip()


def _cased(name: str) -> str:
    for known in sorted(KNOWN, key=len):
        name = re.sub(rf"\b{re.escape(known.lower())}\b", known, name)
    name = re.sub(
        rf"\b({_UNIT}|[Tt]ỉnh ủy|[Tt]hành ủy|[Hh]uyện ủy|[Qq]uận ủy|[Tt]hị ủy) (.+)$",
        lambda found: f"{found[1]} {found[2].title()}",
        name,
    )
    return name[0].upper() + name[1:]


def unit_of(place: str, text: str, places: Places) -> str:
    """A place with its kind of unit: "Khánh Hòa" as "tỉnh Khánh Hòa", "Hà Nội" as "thành phố Hà Nội"."""
    place = expanded(place)
    if re.match(rf"(?:{_UNIT})\s", place, re.IGNORECASE):
        return place
    if place in places.cities:
        return f"thành phố {place}"
    if place in places.provinces:
        return f"tỉnh {place}"
    kinds = Counter(found.lower() for found in re.findall(rf"\b({_UNIT})\s+{re.escape(place)}\b", text, re.IGNORECASE))
    return f"{kinds.most_common(1)[0][0] if kinds else 'tỉnh'} {place}"


def completed(name: str, place: str | None, text: str, places: Places) -> str:
    """A people's committee or council whose letterhead lost the line with its unit gets it from the place of issue."""
    name = _spelt_as_place(name, place)
    if place and re.fullmatch(r"(?:Ủy ban|Hội đồng) nhân dân(?: (?:tỉnh|thành phố|Tỉnh|Thành phố))?", name):
        return re.sub(r" (?:tỉnh|thành phố)$", "", name, flags=re.IGNORECASE) + f" {unit_of(place, text, places)}"
    return name


def _spelt_as_place(name: str, place: str | None) -> str:
    """The unit in a name in capitals, where a scan easily loses an accent, as the place of issue spells it."""
    tail = name[-len(place) :] if place else ""
    return name[: -len(tail)] + place if place and bare(tail).lower() == bare(place).lower() else name


def committee_above(issuer: str, place: str | None, text: str, places: Places) -> str | None:
    """The people's committee above a department whose letterhead does not name it, where the document speaks of one."""
    if not re.match(r"(?:Sở|Ban|Văn phòng|Thanh tra|Phòng)\b", issuer):
        return None
    named = _NAMED_UNIT.search(text)
    if not place and not named:
        return None
    unit = unit_of(place, text, places) if place else named[0] if named else ""
    kind = re.match(rf"(?:{_UNIT})\b", unit, re.IGNORECASE)
    if kind and re.search(rf"(?:UBND|Ủy ban nhân dân)\s+{kind[0]}\b", text, re.IGNORECASE):
        return f"Ủy ban nhân dân {unit}"
    return None


def province_of(names: Iterable[str | None], place: str | None, places: Places) -> str | None:
    """The province or city under the centre that the names give, the surest first, else the place of issue: "tỉnh Sơn La"."""
    for name in filter(None, names):
        for found in _NAMED_UNIT.finditer(name):
            if found["kind"] == "tỉnh" or found["name"] in places.cities:
                return f"{found['kind'].lower()} {found['name']}"
    if place in places.cities:
        return f"thành phố {place}"
    return f"tỉnh {place}" if place in places.names else None


def only_province(text: str) -> str | None:
    """The one province of which a text speaks; None where it speaks of several, or of none."""
    named = {re.sub(r"\s+", " ", found[0]) for found in _NAMED_UNIT.finditer(text) if found["kind"] == "tỉnh"}
    return named.pop() if len(named) == 1 else None
