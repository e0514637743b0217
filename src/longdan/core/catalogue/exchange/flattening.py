"""Lays an edition out in rows of cells, one table for each sheet."""

from collections.abc import Iterator, Mapping
from typing import Any

from longdan.core.catalogue.exchange import words
from longdan.core.catalogue.exchange.details import details_of
from longdan.core.catalogue.exchange.sheets import NODE_SHEET
from longdan.core.catalogue.indices.model import TOTAL, Index
from longdan.core.catalogue.indices.writing import plain_edition, plain_node

Cells = dict[str, str]  # by the key of the column; a cell that is left out is empty


def head_of(index: Index) -> Cells:
    plain = plain_edition(index)
    head = {key: value for key, value in plain.items() if isinstance(value, str) and key not in ("source", "title", "succeeds")}
    said = index.succeeds
    before = {"before": said.edition, "same_codes": "true" if said.same_codes else ""} if said else {}
    intervals = plain.get("intervals", {})
    source = {f"intervals_{key}": value for key, value in _source(intervals.get("source")).items()}
    found = {key: intervals[key] for key in ("z", "printed_percent") if key in intervals}
    unknown = {"unknown": "\n".join(index.unknown)} if index.unknown else {}
    act = {"act": index.act or words.UNKNOWN}
    described = _titled(plain["title"]) | _source(plain["source"], "source")
    shown = {"decimals": str(index.display.decimals), "divided_by": str(index.display.divided_by)}
    return head | act | described | shown | before | found | _renamed(source) | unknown


def _renamed(source: Cells) -> Cells:
    return {"intervals_source" if key == "intervals_key" else key: value for key, value in source.items()}


def tables_of(index: Index) -> dict[str, list[Cells]]:
    """The rows of each sheet but the first."""
    plain = plain_edition(index)
    return {
        NODE_SHEET: list(_nodes(index)),
        "Số liệu": [{**_said(one), **_titled(one["title"])} for one in plain.get("inputs", [])],
        "Nhóm": list(_groups(plain.get("groups", []))),
        "Đứt chuỗi": [_break(one) for one in plain.get("breaks", [])],
        "Nguồn": plain["sources"],
    }


def _said(plain: Mapping[str, Any]) -> Cells:
    return {key: value for key, value in plain.items() if isinstance(value, str)}


def _titled(title: str | Mapping[str, str] | None) -> Cells:
    if isinstance(title, Mapping):
        return {"title": title["vi"], "title_en": title["en"]}
    return {} if title is None else {"title": words.UNKNOWN if title == "unknown" else title}


def _source(source: str | list[str] | None, name: str = "key") -> Cells:
    match source:
        case [key, place]:
            return {name: key, "at": place}
        case None:
            return {}
        case _:
            return {name: str(source)}


def _nodes(index: Index) -> Iterator[Cells]:
    sources = {node.code: node.source for node in index.nodes}
    for node in index.nodes:
        plain = plain_node(index, node, sources[node.parent or TOTAL])
        yield {
            "code": node.code,
            "parent": node.parent or "",
            **{key: words.UNKNOWN if value == "unknown" else value for key, value in _said(plain).items()},
            **_titled(plain.get("title")),
            **_rule(plain.get("rule")),
            "unknown": ", ".join(words.MISSING[one] for one in plain.get("unknown", [])),
            "succeeds": _codes(plain.get("succeeds")),
            **_source(plain.get("source"), "source"),
        }


def _rule(rule: str | Mapping[str, Any] | None) -> Cells:
    if isinstance(rule, Mapping):
        return {"kind": rule["kind"], "details": details_of(rule)}
    return {} if rule is None else {"kind": rule}


def _codes(codes: str | list[str] | None) -> str:
    """None: nothing is said; an empty list: the row is new."""
    match codes:
        case None:
            return ""
        case []:
            return words.NEW
        case str():
            return words.UNKNOWN
        case _:
            return ", ".join(codes)


def _groups(groupings: list[dict[str, Any]]) -> Iterator[Cells]:
    for number, grouping in enumerate(groupings, 1):
        years = {"table": str(number), "years": ", ".join(grouping["years"])}
        for group in grouping["groups"]:
            yield {**years, **_said(grouping), **_source(grouping["source"], "source"), **_said(group), **_titled(group["title"])}


def _break(said: dict[str, Any]) -> Cells:
    nodes = {"nodes": ", ".join(said.get("nodes", []))}
    return {**_said(said), **nodes, **_titled(said["why"]), **_source(said["source"], "source")}
