"""Writes an edition as the YAML file that reads back the same: an import's draft becomes a file that people review."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

import yaml

from longdan.core.catalogue.indices.forms import Plain
from longdan.core.catalogue.indices.model import TOTAL, Group, Index, Missing, Node, Place, Scored, Text
from longdan.core.catalogue.indices.notation import written
from longdan.core.catalogue.indices.rules import Published, Sum, Unknown
from longdan.core.catalogue.indices.titles import NOT_SEEN

_WIDTH = 130


def edition_text(index: Index) -> str:
    """The edition as the text of its file."""
    return "\n".join(_block(plain_edition(index), 0)) + "\n"


def plain_edition(index: Index) -> dict[str, Any]:
    """The edition as the keys and values of its file, all values as text."""
    source = index.total.source
    head = {
        "index": index.index,
        "edition": index.edition,
        "title": _text(index.title),
        "standing": index.standing,
        "act": index.act or "unknown",
        "responsible": index.responsible,
        "level": index.level,
        "years": _years(index),
        "state": index.state.isoformat(),
        "display": _given(divided_by=index.display.divided_by, decimals=index.display.decimals),
        "survey_points": index.survey_points,
        "intervals": _intervals(index),
        "least_answers": index.least_answers,
        "succeeds": _succession(index),
        "unknown": list(index.unknown) or None,
        "sources": [{"key": one.key, "text": one.text, "mark": one.mark} for one in index.sources],
        "source": _place(source),
        "inputs": [{"code": one.code, "title": _text(one.title), "measure": one.measure} for one in index.inputs] or None,
        "total": plain_node(index, index.total, source),
        "nodes": [_with_children(index, node, source) for node in index.children(TOTAL)],
        "views": [_with_children(index, node, source) for node in index.nodes[1:] if node.parent is None] or None,
        "groups": [_grouping(index, at) for at in range(len(index.groupings))] or None,
        "breaks": [_break(index, at) for at in range(len(index.breaks))] or None,
    }
    return _given(**head)


def _given(**values: Any) -> dict[str, Any]:
    """Only what is known, numbers as text."""
    return {key: str(value) if isinstance(value, Decimal | int) else value for key, value in values.items() if value is not None}


def _text(text: Text) -> Plain:
    if text.vi == NOT_SEEN:
        return "unknown"
    return text.vi if text.en is None else {"vi": text.vi, "en": text.en}


def _place(place: Place) -> Plain:
    return [place.citation.key, place.at] if place.at else place.citation.key


def _years(index: Index) -> str:
    if index.last_year == index.first_year:
        return str(index.first_year)
    return f"{index.first_year}-{index.last_year or ''}"


def _intervals(index: Index) -> dict[str, Any] | None:
    said = index.intervals
    return _given(z=said.z, printed_percent=said.printed_percent, source=_place(said.source)) if said else None


def _succession(index: Index) -> Plain | None:
    said = index.succeeds
    if said is None or not said.same_codes:
        return said.edition if said else None
    return {"edition": said.edition, "same_codes": "true"}


def _grouping(index: Index, at: int) -> dict[str, Any]:
    said = index.groupings[at]
    groups = [_group(group) for group in said.groups]
    node = said.node if said.node != TOTAL else None
    return _given(years=list(map(str, said.years)), rule=said.rule, node=node, source=_place(said.source), groups=groups)


def _group(group: Group) -> dict[str, Any]:
    bounds = {"low": group.low, "high": group.high, "percentile": group.percentile, "count": group.count}
    return _given(key=group.key, title=_text(group.title), **bounds)


def _break(index: Index, at: int) -> dict[str, Any]:
    said = index.breaks[at]
    return _given(year=said.year, nodes=list(said.nodes) or None, why=_text(said.why), source=_place(said.source))


def _with_children(index: Index, node: Node, source: Place) -> dict[str, Any]:
    children = [_with_children(index, child, node.source) for child in index.children(node.code)]
    return {"code": node.code, **plain_node(index, node, source), **({"children": children} if children else {})}


def plain_node(index: Index, node: Node, above: Place) -> dict[str, Any]:
    """A row without its code and children; what goes without saying is left out. ``above``: the source of the row above."""
    title = None if node.code == TOTAL and node.title == index.title else _text(node.title)
    by_key = _unknown_by_key(node)
    return _given(
        title=title,
        most="unknown" if Missing.MOST in by_key else node.most,
        least="unknown" if Missing.LEAST in by_key else _least(node),
        weight="unknown" if Missing.WEIGHT in by_key else node.weight,
        rule=_rule(index, node),
        scored=node.scored if node.scored is not Scored.SCORED else None,
        surveyed="true" if node.surveyed else None,
        not_applicable="true" if node.not_applicable_allowed else None,
        unknown=sorted(node.unknown - by_key) or None,
        succeeds="unknown" if Missing.SUCCEEDS in by_key else _codes(node.succeeds),
        source=_place(node.source) if node.source != above else None,
        note=node.note or None,
    )


def _unknown_by_key(node: Node) -> set[Missing]:
    """What is said not to be known by ``key: unknown`` itself."""
    without = {
        Missing.TITLE: node.title.vi == NOT_SEEN,
        Missing.MOST: node.most is None,
        Missing.LEAST: node.least is None,
        Missing.WEIGHT: node.weight is None,
        Missing.RULE: isinstance(node.rule, Unknown),
        Missing.SUCCEEDS: node.succeeds is None,
        Missing.CHILDREN: False,
    }
    return {one for one in node.unknown if without[one]}


def _least(node: Node) -> Decimal | None:
    """The fewest points, unless they go without saying."""
    return None if node.least == 0 and node.scored is Scored.SCORED else node.least


def _codes(codes: tuple[str, ...] | None) -> list[str] | None:
    return None if codes is None else list(codes)


def _rule(index: Index, node: Node) -> Plain | None:
    above_others = node.code == TOTAL or bool(index.children(node.code))
    goes_without = Sum((), capped=False) if above_others else Published(node.code)
    if node.rule == goes_without and (above_others or node.scored is not Scored.SCORED):
        return None
    said = written(node.rule, node.code)
    return said if len(said) > 1 else str(said["kind"])


def _block(value: Mapping[str, Any], depth: int) -> Iterator[str]:
    """The lines of a mapping: what fits on one line stands on one."""
    space = "  " * depth
    for key, inner in value.items():
        line = f"{space}{_scalar(key)}: {_flow(inner)}"
        if not _deep(inner) and (len(line) <= _WIDTH or isinstance(inner, str)):
            yield line
        elif isinstance(inner, Mapping):
            yield f"{space}{_scalar(key)}:"
            yield from _block(inner, depth + 1)
        else:
            yield f"{space}{_scalar(key)}:"
            for one in inner:
                yield from _item(one, depth + 1)


def _deep(value: Any) -> bool:
    """Whether a value is a list of rows, which stand on lines of their own."""
    return isinstance(value, list) and any(isinstance(one, Mapping) for one in value)


def _item(value: Any, depth: int) -> Iterator[str]:
    space = "  " * depth
    line = f"{space}- {_flow(value)}"
    if not isinstance(value, Mapping) or (len(line) <= _WIDTH and not any(map(_deep, value.values()))):
        yield line
        return
    first, *rest = _block(value, depth + 1)
    yield f"{space}- {first.strip()}"
    yield from rest


def _flow(value: Any) -> str:
    match value:
        case Mapping():
            return "{" + ", ".join(f"{_scalar(key)}: {_flow(inner)}" for key, inner in value.items()) + "}"
        case str():
            return _scalar(value)
        case Sequence():
            return "[" + ", ".join(map(_flow, value)) + "]"
        case _:
            raise TypeError(value)


def _scalar(text: str) -> str:
    """The text bare where YAML reads it back the same, in quotes where not."""
    return text if _bare(text) else str(yaml.safe_dump(text, allow_unicode=True, default_style='"', width=float("inf"))).strip()


def _bare(text: str) -> bool:
    try:
        node = yaml.compose(f"{{{text}: [{text}]}}", Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return False
    if not isinstance(node, yaml.MappingNode) or len(node.value) != 1:
        return False
    key, (value, *more) = node.value[0][0], node.value[0][1].value or [None]
    same = isinstance(value, yaml.ScalarNode) and value.value == text == key.value
    return same and not more and not value.tag.endswith(":null")
