"""Composes the nodes of a catalogue file from cells of a table, each with its line, so that one strict reader reads both."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias, Union

import yaml

Plain: TypeAlias = Union[str, "Sequence[Plain]", "Mapping[str, Plain]"]

_TEXT = "tag:yaml.org,2002:str"


def scalar(text: str, line: int) -> yaml.Node:
    return yaml.ScalarNode(_TEXT, text, _mark(line))


def listing(items: Iterable[yaml.Node], line: int) -> yaml.Node:
    return yaml.SequenceNode("tag:yaml.org,2002:seq", list(items), _mark(line))


def texts(items: Iterable[str], line: int) -> yaml.Node:
    return listing((scalar(item, line) for item in items), line)


def mapping(entries: Iterable[tuple[str, yaml.Node | None]], line: int) -> yaml.Node:
    """The entries that have a value; a name may stand twice, which the reader will tell."""
    given = [(scalar(name, _line(node)), node) for name, node in entries if node is not None]
    return yaml.MappingNode("tag:yaml.org,2002:map", given, _mark(line))


def composed(value: Plain, line: int) -> yaml.Node:
    """Texts, lists and mappings of them, all on one line."""
    match value:
        case str():
            return scalar(value, line)
        case Mapping():
            return mapping(((name, composed(inner, line)) for name, inner in value.items()), line)
        case _:
            return listing((composed(inner, line) for inner in value), line)


def _mark(line: int) -> yaml.Mark:
    return yaml.Mark("", 0, line - 1, 0, None, 0)


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
