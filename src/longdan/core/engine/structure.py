"""What each node of an edition is put together from, in an order in which all of them can be scored."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from longdan.core.catalogue.indices.model import Index, Node
from longdan.core.catalogue.indices.rules import Affine, Aggregate

Part = tuple[Node, Decimal]  # a node with the weight that it is taken with


@dataclass(frozen=True, slots=True)
class Structure:
    """``nodes``: all by code. ``order``: each after its parts. ``parts``: by code, for the nodes whose rule reads other nodes.
    ``above``: by code, the node itself with all nodes above it."""

    nodes: Mapping[str, Node]
    order: tuple[Node, ...]
    parts: Mapping[str, tuple[Part, ...]]
    above: Mapping[str, tuple[str, ...]]


def structure(index: Index) -> Structure:
    nodes = index.by_code()
    parts = {node.code: _parts(index, node, nodes) for node in index.nodes}
    placed: dict[str, Node] = {}
    for node in index.nodes:
        _place(node, parts, placed)
    return Structure(nodes, tuple(placed.values()), parts, {code: _above(node, nodes) for code, node in nodes.items()})


def _parts(index: Index, node: Node, nodes: Mapping[str, Node]) -> tuple[Part, ...]:
    if isinstance(node.rule, Affine):
        return tuple((nodes[code], slope) for code, slope in node.rule.terms if code in nodes and code != node.code)
    return index.parts(node.code) if isinstance(node.rule, Aggregate) else ()


def _place(node: Node, parts: Mapping[str, tuple[Part, ...]], placed: dict[str, Node]) -> None:
    """Puts a node's parts into the order, then the node; the catalogue refuses nodes that are parts of themselves."""
    if node.code not in placed:
        for part, _ in parts[node.code]:
            _place(part, parts, placed)
        placed[node.code] = node


def _above(node: Node, nodes: Mapping[str, Node]) -> tuple[str, ...]:
    return (node.code,) if node.parent is None else (node.code, *_above(nodes[node.parent], nodes))
