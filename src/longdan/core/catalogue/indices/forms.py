"""What a key of a scoring rule may hold: how each form of value is read from a file, how it is written again."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from longdan.core.catalogue.indices.bounds import band_words, read_band
from longdan.core.catalogue.indices.rules import Band, FixedRange, LateStep, Level, ObservedRange, Range
from longdan.core.catalogue.records import Record

Plain = str | list[str] | dict[str, str]  # what a key holds in the file


@dataclass(frozen=True, slots=True)
class Form:
    """What a key may hold: how it is read (None: it is wrong, which has been noted), how it is written again."""

    read: Callable[[Record, str], Any]
    write: Callable[[Any], Plain]


def _weights(record: Record, key: str) -> tuple[tuple[str, Decimal], ...]:
    pairs = [(code, record.found.number(text, line, field)) for code, text, line, field in record.pairs(key)]
    return tuple((code, number) for code, number in pairs if number is not None)


def _levels(record: Record, key: str) -> tuple[Level, ...]:
    return tuple(Level(title, points) for title, points in _weights(record, key))


def _bands(record: Record, key: str) -> tuple[Band, ...]:
    bands = []
    for words, text, line, field in record.pairs(key):
        points = record.found.number(text, line, field)
        band = read_band(words, points if points is not None else Decimal(0))
        if band is None:
            record.found.add(
                "wrong-band",
                line,
                field,
                f"không hiểu khoảng “{words}”",
                "ghi: trên 90, từ 70 đến 90, từ 70 đến dưới 90, dưới 70",
            )
        elif points is not None:
            bands.append(band)
    return tuple(bands)


def _late(record: Record, key: str) -> tuple[LateStep, ...]:
    steps = []
    for days, text, line, field in record.pairs(key):
        number, points = record.found.whole(days, line, field), record.found.number(text, line, field)
        if number is not None and points is not None:
            steps.append(LateStep(number, points))
    return tuple(steps)


_OBSERVED = re.compile(r"observed(?: over (\d{1,2}) years)?")


def _range(record: Record, key: str) -> Range:
    if record.single(key):
        if found := _OBSERVED.fullmatch(record.text(key)):
            return ObservedRange(int(found[1] or 1))
        record.found.add("wrong-range", record.line_of(key), record.at(key), f"không hiểu khoảng “{record.text(key)}”", _RANGES)
        return ObservedRange()
    ends = [record.found.number(text, record.line_of(key), record.at(key)) for text in record.texts(key)]
    if len(ends) != 2:
        record.found.add("wrong-range", record.line_of(key), record.at(key), "khoảng cần hai số", _RANGES)
        return ObservedRange()
    return FixedRange(ends[0] or Decimal(0), ends[1] or Decimal(0))


_RANGES = "ghi [nhỏ nhất, lớn nhất], hoặc observed, hoặc observed over 3 years"


def _range_words(found: Range) -> Plain:
    if isinstance(found, FixedRange):
        return [str(found.low), str(found.high)]
    return "observed" if found.years == 1 else f"observed over {found.years} years"


def _or_unknown(record: Record, key: str) -> Decimal | None:
    return None if record.text(key) == "unknown" else record.number(key)


TEXT = Form(Record.text, str)
NUMBER = Form(Record.number, str)
NUMBER_OR_UNKNOWN = Form(_or_unknown, lambda number: "unknown" if number is None else str(number))
FLAG = Form(Record.flag, lambda flag: "true" if flag else "false")
CODES = Form(Record.texts, list)
WEIGHTS = Form(_weights, lambda pairs: {code: str(number) for code, number in pairs})
LEVELS = Form(_levels, lambda levels: {level.title: str(level.points) for level in levels})
BANDS = Form(_bands, lambda bands: {band_words(band): str(band.points) for band in bands})
LATE = Form(_late, lambda steps: {str(step.days): str(step.points) for step in steps})
RANGE = Form(_range, _range_words)
