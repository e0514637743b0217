"""The cell that tells a rule in lines ("trên: due", "trên 90: 2"), written from the file's keys, read back into them."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from longdan.core.catalogue.composing import mapping, scalar, texts
from longdan.core.catalogue.exchange import words
from longdan.core.catalogue.findings import Findings
from longdan.core.catalogue.indices.forms import BANDS, CODES, FLAG, LATE, LEVELS, RANGE, WEIGHTS
from longdan.core.catalogue.indices.notation import NOTATIONS, Key, Notation
from longdan.core.catalogue.written_numbers import with_point

_MAPS = (WEIGHTS, LEVELS, BANDS, LATE)
_OBSERVED = re.compile(r"quan sát(?: (?:trong )?(\d+) năm)?")


def details_of(rule: Mapping[str, Any]) -> str:
    """The lines of the cell; the entries of a rule's table stand on lines of their own."""
    return "\n".join(line for key in NOTATIONS[rule["kind"]].keys if key.name in rule for line in _lines(key, rule[key.name]))


def _lines(key: Key, value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from (f"{name}: {one}" for name, one in value.items())
    elif isinstance(value, list):
        yield f"{words.KEYS[key.name]}: {', '.join(value)}"
    else:
        yield f"{words.KEYS[key.name]}: {_said(value)}"


def _said(value: str) -> str:
    """The few values that are words of the file, in the words of the sheet."""
    if value == "true":
        return "có"
    if value == "unknown":
        return words.UNKNOWN
    if value.startswith("observed"):
        years = re.search(r"\d+", value)
        return f"quan sát {years[0]} năm" if years else "quan sát"
    return value


def rule_node(kind: str, details: str, line: int, found: Findings) -> yaml.Node | None:
    """The rule as the file would hold it; None where the row gives none. A rule that is none is noted, and unknown."""
    if not kind:
        return None
    notation = NOTATIONS.get(kind)
    if notation is None:
        listed = ", ".join(words.RULES.values())
        found.add("wrong-rule", line, "nodes.kind", f"không có quy tắc “{kind}”", f"ghi một trong: {listed}")
        return scalar("unknown", line)
    if not details:
        return scalar(kind, line)
    return mapping([("kind", scalar(kind, line)), *_entries(notation, details, line, found)], line)


def _entries(notation: Notation, details: str, line: int, found: Findings) -> list[tuple[str, yaml.Node | None]]:
    names = {words.KEYS.get(key.name, key.name): key for key in notation.keys} | {key.name: key for key in notation.keys}
    table = next((key for key in notation.keys if key.form in _MAPS), None)
    entries: list[tuple[str, yaml.Node | None]] = []
    rows: list[tuple[str, yaml.Node | None]] = []
    for text in filter(None, map(str.strip, details.splitlines())):
        name, _, value = (part.strip() for part in text.partition(":"))
        if key := names.get(name):
            entries.append((key.name, _value(key, value, line)))
        elif table is None:
            told = ", ".join(f"“{words.KEYS[key.name]}: …”" for key in notation.keys)
            what = f"“{text}” không phải là một dòng của quy tắc “{notation.words}”"
            found.add("unknown-key", line, "nodes.details", what, f"ghi các dòng: {told}" if told else "để trống ô này")
        else:
            name, _, value = (part.strip() for part in text.rpartition(":"))
            rows.append((name or value, scalar(_number(value) if name else "", line)))
    return entries + ([(table.name, mapping(rows, line))] if table and rows else [])


def _value(key: Key, value: str, line: int) -> yaml.Node:
    if key.form is CODES or (key.form is RANGE and "," in value):
        return texts(map(str.strip, value.split(",")), line)
    if key.form is RANGE and (found := _OBSERVED.fullmatch(value)):
        return scalar(f"observed over {found[1]} years" if found[1] else "observed", line)
    if key.form is FLAG:
        return scalar({"có": "true", words.YES: "true", "không": "false"}.get(value, value), line)
    return scalar("unknown" if value == words.UNKNOWN else _number(value), line)


def _number(value: str) -> str:
    """Numbers as Vietnamese sheets write them have a decimal comma."""
    return with_point(value)
