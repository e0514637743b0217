"""Gathers the rows of the spreadsheet into the nodes of an edition's file, each with the row where it stands."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import yaml

from longdan.core.catalogue.composing import listing, mapping, scalar, texts
from longdan.core.catalogue.exchange import words
from longdan.core.catalogue.exchange.details import rule_node
from longdan.core.catalogue.findings import Findings
from longdan.core.catalogue.indices.model import TOTAL

Entries = list[tuple[str, yaml.Node | None]]


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a sheet: its number, its cells by the key of the column; all texts are stripped."""

    number: int
    cells: dict[str, str]

    def text(self, key: str) -> str:
        return self.cells.get(key, "")

    def node(self, key: str) -> yaml.Node | None:
        text = self.text(key)
        return scalar("unknown" if text == words.UNKNOWN else text, self.number) if text else None

    def list(self, key: str) -> yaml.Node | None:
        return _texts(self.text(key).split(","), self.number)

    def title(self) -> yaml.Node | None:
        if not self.text("title_en"):
            return self.node("title")
        return mapping([("vi", self.node("title")), ("en", self.node("title_en"))], self.number)

    def source(self, key: str = "source", at: str = "at") -> yaml.Node | None:
        if not self.text(at):
            return self.node(key)
        return texts([self.text(key), self.text(at)], self.number)


def _texts(items: Iterable[str], line: int) -> yaml.Node | None:
    """The items that are not empty, if there are any."""
    given = [item.strip() for item in items if item.strip()]
    return texts(given, line) if given else None


def edition_node(head: dict[str, Line], tables: Mapping[str, Sequence[Line]], found: Findings) -> yaml.Node:
    """The whole edition; ``head``: a row for each key. Rows that belong nowhere are noted."""
    nodes = tables["Mục"]
    total = next((line for line in nodes if line.text("code") == TOTAL), None)
    children = _by_parent(nodes, found)
    return mapping(
        [
            *_head(head),
            (
                "inputs",
                _rows(tables["Số liệu"], lambda line: [*_plain(line, "code"), ("title", line.title()), *_plain(line, "measure")]),
            ),
            ("sources", _rows(tables["Nguồn"], lambda line: _plain(line, "key", "text", "mark"))),
            ("groups", _groups(tables["Nhóm"])),
            ("breaks", _rows(tables["Đứt chuỗi"], _break)),
            ("total", mapping(_node(total, found)[1:], total.number) if total else None),
            ("nodes", _tree(TOTAL, children, found) or listing([], 1)),
            ("views", _tree("", children, found)),
        ],
        1,
    )


def _plain(line: Line, *keys: str) -> Entries:
    return [(key, line.node(key)) for key in keys]


def _rows(lines: Sequence[Line], entries: Callable[[Line], Entries]) -> yaml.Node | None:
    return listing((mapping(entries(line), line.number) for line in lines), lines[0].number) if lines else None


def _head(head: dict[str, Line]) -> Iterator[tuple[str, yaml.Node | None]]:
    line = Line(1, {key: one.text(key) for key, one in head.items()})
    for key in (
        "index",
        "edition",
        "standing",
        "act",
        "responsible",
        "level",
        "years",
        "state",
        "survey_points",
        "least_answers",
    ):
        yield key, head[key].node(key)
    yield "title", _placed(head["title"], line).title()
    yield "source", _placed(head["source"], line).source()
    yield "display", _under(head, "decimals", "divided_by")
    yield "succeeds", _succession(head)
    yield "unknown", _texts(head["unknown"].text("unknown").split("\n"), head["unknown"].number)
    if head["z"].text("z") or head["printed_percent"].text("printed_percent"):
        source = _placed(head["intervals_source"], line).source("intervals_source", "intervals_at")
        entries = [(key, head[key].node(key)) for key in ("z", "printed_percent")]
        yield "intervals", mapping([*entries, ("source", source)], head["z"].number)


def _placed(at: Line, line: Line) -> Line:
    """The head's cells, said to stand on the row of one of them."""
    return Line(at.number, line.cells)


def _under(head: dict[str, Line], *keys: str) -> yaml.Node | None:
    entries = [(key, head[key].node(key)) for key in keys]
    return mapping(entries, head[keys[0]].number) if any(node for _, node in entries) else None


def _succession(head: dict[str, Line]) -> yaml.Node | None:
    edition, same = head["before"].node("before"), head["same_codes"].node("same_codes")
    return mapping([("edition", edition), ("same_codes", same)], head["before"].number) if same else edition


def _groups(lines: Sequence[Line]) -> yaml.Node | None:
    tables = [list(rows) for _, rows in groupby(lines, key=lambda line: line.text("table"))]
    if not tables:
        return None
    return listing((_grouping(rows) for rows in tables), lines[0].number)


def _grouping(rows: Sequence[Line]) -> yaml.Node:
    first = rows[0]
    groups = _rows(
        rows, lambda line: [*_plain(line, "key"), ("title", line.title()), *_plain(line, "low", "high", "percentile", "count")]
    )
    entries: Entries = [
        ("years", first.list("years")),
        *_plain(first, "rule", "node"),
        ("source", first.source()),
        ("groups", groups),
    ]
    return mapping(entries, first.number)


def _break(line: Line) -> Entries:
    return [*_plain(line, "year"), ("nodes", line.list("nodes")), ("why", line.title()), ("source", line.source())]


def _by_parent(nodes: Sequence[Line], found: Findings) -> dict[str, list[Line]]:
    """The rows under each code, "" for those that stand alone; rows that cannot be reached from the top are noted."""
    children: dict[str, list[Line]] = {}
    codes = {line.text("code") for line in nodes}
    for line in nodes:
        parent = line.text("parent")
        if parent and parent not in codes:
            found.add(
                "unknown-reference", line.number, "nodes.parent", f"không có mục “{parent}”", "ghi mã của mục trên, hoặc total"
            )
            parent = TOTAL
        if line.text("code") != TOTAL:
            children.setdefault(parent, []).append(line)
    reached = _below(TOTAL, children) | _below("", children) | {TOTAL}
    for line in nodes:
        if line.text("code") not in reached:
            what = "mục trên của mục này lại nằm dưới nó"
            found.add("cycle", line.number, "nodes.parent", what, "sửa cột Mục trên để cây bắt đầu từ total")
    return children


def _below(code: str, children: dict[str, list[Line]]) -> set[str]:
    """All codes under a code."""
    reached, waiting = set[str](), [code]
    while waiting:
        for line in children.get(waiting.pop(), []):
            if line.text("code") not in reached:
                reached.add(line.text("code"))
                waiting.append(line.text("code"))
    return reached


def _tree(code: str, children: dict[str, list[Line]], found: Findings) -> yaml.Node | None:
    """The rows under a code with all that is under them; each code's children are taken once."""
    lines = children.pop(code, [])
    nodes = [
        mapping([*_node(line, found), ("children", _tree(line.text("code"), children, found))], line.number) for line in lines
    ]
    return listing(nodes, lines[0].number) if lines else None


def _node(line: Line, found: Findings) -> Entries:
    missing = {word: key for key, word in words.MISSING.items()}
    unknown = (missing.get(item.strip(), item) for item in line.text("unknown").split(","))
    return [
        *_plain(line, "code"),
        ("title", line.title()),
        *_plain(line, "most", "least", "weight"),
        ("rule", rule_node(line.text("kind"), line.text("details"), line.number, found)),
        *_plain(line, "scored", "surveyed", "not_applicable"),
        ("unknown", _texts(unknown, line.number)),
        ("succeeds", texts([], line.number) if line.text("succeeds") == words.NEW else _codes(line)),
        ("source", line.source()),
        *_plain(line, "note"),
    ]


def _codes(line: Line) -> yaml.Node | None:
    return line.node("succeeds") if line.text("succeeds") == words.UNKNOWN else line.list("succeeds")
