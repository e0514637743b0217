"""Checks an edition as a whole: children add up, the survey's part is as declared, every reference leads somewhere."""

from collections.abc import Iterator
from decimal import Decimal

from longdan.core.catalogue.findings import Findings
from longdan.core.catalogue.indices.model import Index, Missing, Node, Scored
from longdan.core.catalogue.indices.rule_checks import Finding, rule_findings
from longdan.core.catalogue.indices.rules import (
    Affine,
    Aggregate,
    Bonus,
    DerivedFromIndex,
    Mean,
    Penalty,
    Published,
    Sum,
    Unknown,
    WeightedSum,
)
from longdan.core.catalogue.records import Record

# Printed maxima of weighted sums and means are rounded ("3.33" for 10/3), so they are held to this share only.
_ROUNDED = Decimal("0.01")


def check_edition(index: Index, lines: dict[str, int], record: Record, found: Findings) -> None:
    """Notes what is wrong between the parts of an edition; ``lines`` knows where each node stands."""
    nodes, inputs = index.by_code(), {one.code for one in index.inputs}
    for node in index.nodes:
        for code, what, fix in (*rule_findings(node), *_relations(index, node, nodes, inputs)):
            found.add(code, lines[node.code], f"mục {node.code}", what, fix)
    for code, field, what, fix in _whole(index, inputs):
        found.add(code, record.line_of(field), field, what, fix)


def _relations(index: Index, node: Node, nodes: dict[str, Node], inputs: set[str]) -> Iterator[Finding]:
    yield from _points(node)
    yield from _references(node, nodes, inputs)
    yield from _children(index, node)
    if _round_about(node, nodes):
        yield "cycle", "mục này tính từ chính nó", "bỏ vòng lặp trong of, weights hoặc terms"
    elif not _unresolved(node, nodes):
        yield from _adds_up(index, node)
    if node.succeeds is not None and index.succeeds is None:
        yield "unknown-reference", "mục ghi succeeds, tệp chưa ghi bộ trước", "thêm khóa succeeds ở đầu tệp"


def _points(node: Node) -> Iterator[Finding]:
    if node.most is not None and node.least is not None and node.least > node.most:
        yield "wrong-order", f"least ({node.least}) lớn hơn most ({node.most})", "sửa một trong hai"
    if node.most is not None and node.most < 0:
        yield "wrong-points", f"điểm tối đa là {node.most}", "điểm tối đa không nhỏ hơn 0"


def named(node: Node) -> tuple[str, ...]:
    """The codes of nodes that a node's rule names; those of Affine may be figures."""
    match node.rule:
        case Sum(of=of) | Mean(of=of):
            return of
        case WeightedSum(weights=pairs) | Affine(terms=pairs):
            return tuple(code for code, _ in pairs)
        case _:
            return ()


def _unresolved(node: Node, nodes: dict[str, Node]) -> bool:
    return isinstance(node.rule, Aggregate) and any(code not in nodes for code in named(node))


def _references(node: Node, nodes: dict[str, Node], inputs: set[str]) -> Iterator[Finding]:
    if isinstance(node.rule, Aggregate):
        for code in named(node):
            if code not in nodes:
                yield "unknown-reference", f"không có mục “{code}”", "sửa mã, hoặc thêm mục có mã đó"
        return
    known = inputs | {node.code} | (nodes.keys() if isinstance(node.rule, Affine) else set())
    for code in node.needs if not isinstance(node.rule, DerivedFromIndex) else ():
        if code not in known:
            yield "unknown-input", f"số liệu “{code}” chưa khai ở inputs", "sửa mã, hoặc thêm dòng vào inputs"


def _children(index: Index, node: Node) -> Iterator[Finding]:
    """A rule that puts children together needs some, any other leaves scored children without effect."""
    scored = [child for child in index.children(node.code) if child.scored is Scored.SCORED]
    if isinstance(node.rule, Aggregate) and not named(node) and not scored and Missing.CHILDREN not in node.unknown:
        yield (
            "no-children",
            "quy tắc cộng các mục con, nhưng không có mục con nào được tính",
            "thêm children, hoặc ghi unknown: [children]",
        )
    if scored and not isinstance(node.rule, Aggregate | Affine | Published | Unknown):
        yield "two-rules", "mục có mục con được chấm, lại có quy tắc chấm riêng", "chỉ mục cuối có quy tắc; bỏ rule ở mục này"
    if isinstance(node.rule, WeightedSum) and not named(node):
        for child in scored:
            if child.weight is None and Missing.WEIGHT not in child.unknown:
                yield "missing-weight", f"mục con {child.code} chưa có trọng số", "thêm weight, hoặc ghi weight: unknown"


def _round_about(node: Node, nodes: dict[str, Node]) -> bool:
    """Whether a node is put together from itself, by whatever way."""
    waiting, seen = list(_below(node, nodes)), set[str]()
    while waiting:
        code = waiting.pop()
        if code == node.code:
            return True
        if code in nodes and code not in seen:
            seen.add(code)
            waiting += _below(nodes[code], nodes)
    return False


def _below(node: Node, nodes: dict[str, Node]) -> tuple[str, ...]:
    if codes := tuple(code for code in named(node) if code in nodes):
        return codes
    return tuple(code for code, child in nodes.items() if child.parent == node.code) if isinstance(node.rule, Aggregate) else ()


def _adds_up(index: Index, node: Node) -> Iterator[Finding]:
    """The maxima of the parts make the maximum of the whole; less where it is said that parts are not known."""
    parts = [(part, weight) for part, weight in index.parts(node.code) if not isinstance(part.rule, Bonus | Penalty)]
    if (
        node.most is None
        or not isinstance(node.rule, Aggregate)
        or any(part.most is None and part.scored is Scored.SCORED for part, _ in parts)
    ):
        return
    together = sum(((part.most or Decimal(0)) * weight for part, weight in parts), Decimal(0))
    match node.rule:
        case Sum(capped=capped):
            wrong = together < node.most if capped else together != node.most
        case WeightedSum(times=times):
            together *= times
            wrong = abs(together - node.most) > node.most * _ROUNDED
        case Mean(times=times):
            together = together * times / max(len(parts), 1)
            wrong = abs(together - node.most) > node.most * _ROUNDED
    if Missing.CHILDREN in node.unknown or any(Missing.WEIGHT in part.unknown for part, _ in parts):
        wrong = together > node.most
    if wrong and parts:
        yield (
            "not-adding-up",
            f"các mục con cộng lại được {_short(together)} điểm, mục này ghi {node.most}",
            "sửa điểm tối đa của mục này hoặc của mục con",
        )


def _short(number: Decimal) -> str:
    return f"{number:.6f}".rstrip("0").rstrip(".")


def _whole(index: Index, inputs: set[str]) -> Iterator[tuple[str, str, str, str]]:
    read = {code for node in index.nodes for code in node.needs}
    for code in sorted(inputs - read):
        yield "unused-input", "inputs", f"không quy tắc nào dùng số liệu “{code}”", "bỏ dòng này, hoặc sửa mã trong quy tắc"
    surveyed = [node for node in index.leaves() if node.surveyed]
    if index.survey_points is not None and all(node.most is not None for node in surveyed):
        together = sum((node.most or Decimal(0) for node in surveyed), Decimal(0))
        hidden = any(Missing.CHILDREN in node.unknown for node in index.nodes)
        if together > index.survey_points or (together < index.survey_points and not hidden):
            what = f"các mục surveyed cộng lại được {together} điểm, khai {index.survey_points}"
            yield "not-adding-up", "survey_points", what, "sửa survey_points, hoặc đánh dấu surveyed cho đúng mục"
