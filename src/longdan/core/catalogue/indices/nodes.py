"""Reads the tree of an edition: nested rows become nodes in the order of the annex, each with its parent."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from unicodedata import normalize

from longdan.core.catalogue.indices.model import TOTAL, Missing, Node, Place, Scored, Text
from longdan.core.catalogue.indices.notation import read_rule
from longdan.core.catalogue.indices.rules import Published, Rule, Sum, Unknown
from longdan.core.catalogue.indices.titles import Sources, read_text
from longdan.core.catalogue.records import Record

REQUIRED = ("code", "title")
OPTIONAL = (
    "most",
    "least",
    "weight",
    "rule",
    "scored",
    "surveyed",
    "not_applicable",
    "unknown",
    "succeeds",
    "source",
    "note",
    "children",
)
TOTAL_KEYS = ("title", "least", "rule", "unknown", "succeeds", "source", "note")


@dataclass(frozen=True, slots=True)
class Above:
    """What a row has from the row above: the parent's code, the source unless it names its own."""

    code: str | None
    source: Place


def read_total(record: Record, title: Text, above: Above, sources: Sources, lines: dict[str, int]) -> Node | None:
    """The node above all domains; its title is the edition's unless it has its own."""
    entry = record.record("total", ("most",), TOTAL_KEYS)
    if entry is None:
        return None
    lines[TOTAL] = entry.line
    return _node(entry, TOTAL, read_text(entry, "title") if "title" in entry else title, above, sources, has_children=True)


def read_nodes(record: Record, key: str, above: Above, sources: Sources, lines: dict[str, int]) -> tuple[Node, ...]:
    """The rows under a key with all that is under them; ``lines`` takes the line of each code."""
    return tuple(_rows(record, key, above, sources, lines))


def _rows(record: Record, key: str, above: Above, sources: Sources, lines: dict[str, int]) -> Iterator[Node]:
    for entry in record.records(key, REQUIRED, OPTIONAL):
        code = entry.text("code")
        _check_code(entry, code, lines)
        node = _node(entry, code, read_text(entry, "title"), above, sources, has_children="children" in entry)
        yield node
        yield from _rows(entry, "children", Above(code, node.source), sources, lines)


def _check_code(entry: Record, code: str, lines: dict[str, int]) -> None:
    if "/" in code or " " in code:
        entry.found.add("wrong-code", entry.line_of("code"), entry.at("code"), f"mã “{code}” có dấu cách hoặc dấu /", "bỏ dấu đó")
    if not code.isprintable() or normalize("NFKC", code) != code:
        what = f"mã {code!a} có ký tự lạ, nhìn giống ký tự thường"
        entry.found.add("wrong-code", entry.line_of("code"), entry.at("code"), what, "gõ lại mã bằng bàn phím")
    entry.found.unique(code, entry.line_of("code"), entry.at("code"), lines)


def _node(entry: Record, code: str, title: Text, above: Above, sources: Sources, *, has_children: bool) -> Node:
    scored = _scored(entry)
    rule = _rule(entry, code, scored, has_children) or Unknown()  # a wrong rule has been noted; the tree stays whole
    most, least = _points(entry, "most"), _points(entry, "least")
    unknown = _unknown(entry, rule)
    if "most" not in entry and scored is Scored.SCORED and Missing.MOST not in unknown:
        entry.found.add(
            "missing-key", entry.line, entry.at("most"), "thiếu điểm tối đa", "thêm khóa most; nếu chưa biết, ghi most: unknown"
        )
    return Node(
        code=code,
        parent=above.code,
        title=title,
        rule=rule,
        most=most,
        least=Decimal(0) if "least" not in entry and scored is Scored.SCORED else least,
        weight=_points(entry, "weight"),
        scored=scored,
        surveyed=entry.flag("surveyed"),
        not_applicable_allowed=entry.flag("not_applicable"),
        unknown=unknown,
        succeeds=entry.texts("succeeds") if "succeeds" in entry and not _says_unknown(entry, "succeeds") else None,
        source=(sources.place(entry, "source") if "source" in entry else None) or above.source,
        note=entry.text("note"),
    )


def _scored(entry: Record) -> Scored:
    if "scored" not in entry:
        return Scored.SCORED
    return entry.found.choice(entry.text("scored"), entry.line_of("scored"), entry.at("scored"), Scored) or Scored.SCORED


def _rule(entry: Record, code: str, scored: Scored, has_children: bool) -> Rule | None:
    """The rule that a row gives; that of a row with children is their sum, a listed one is only published."""
    if "rule" in entry:
        return read_rule(entry, code)
    if has_children:
        return Sum((), capped=False)
    if scored is not Scored.SCORED:
        return Published(code)
    entry.found.add(
        "missing-key",
        entry.line,
        entry.at("rule"),
        "tiêu chí cuối chưa có quy tắc chấm",
        "thêm khóa rule; nếu chưa biết, ghi rule: unknown",
    )
    return None


def _says_unknown(entry: Record, key: str) -> bool:
    return entry.single(key) and entry.text(key) == "unknown"


def _points(entry: Record, key: str) -> Decimal | None:
    return None if _says_unknown(entry, key) else entry.number(key)


def _unknown(entry: Record, rule: Rule) -> frozenset[Missing]:
    """What a row says is not known: by ``key: unknown``, or in its list ``unknown``."""
    said = {Missing(key) for key in ("title", "most", "least", "weight", "succeeds") if _says_unknown(entry, key)}
    for text in entry.texts("unknown"):
        if listed := entry.found.choice(text, entry.line_of("unknown"), entry.at("unknown"), Missing):
            said.add(listed)
    return frozenset(said | {Missing.RULE}) if isinstance(rule, Unknown) else frozenset(said)
