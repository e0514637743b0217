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
    for code in sorted(inputs & nodes.keys()):
        what, fix = f"mã số liệu “{code}” trùng mã của một mục", "đổi mã số liệu; số liệu riêng của mục thì không cần khai"
        found.add("duplicate", lines[f"inputs/{code}"], "inputs", what, fix)
    for code in sorted(inputs - {code for node in index.nodes for code in node.needs}):
        what = f"không quy tắc nào dùng số liệu “{code}”"
        found.add("unused-input", lines[f"inputs/{code}"], "inputs", what, "bỏ dòng này, hoặc sửa mã trong quy tắc")
    for code, what, fix in _survey(index):
        found.add(code, record.line_of("survey_points"), "survey_points", what, fix)


def _relations(index: Index, node: Node, nodes: dict[str, Node], inputs: set[str]) -> Iterator[Finding]:
    yield from _points(node)
    yield from _references(node, nodes, inputs)
    yield from _children(index, node)
    yield from _never_whole(node, nodes)
    if _round_about(node, nodes):
        yield "cycle", "mục này tính từ chính nó", "bỏ vòng lặp trong of, weights hoặc terms"
    elif isinstance(node.rule, DerivedFromIndex) and node.rule.index == index.index:
        yield "cycle", f"mục này lấy điểm từ chính chỉ số {index.index}", "ghi chỉ số khác, hoặc chọn quy tắc khác"
    elif not _unresolved(node, nodes):
        yield from _adds_up(index, node)
    if node.succeeds is not None and index.succeeds is None:
        yield "unknown-reference", "mục ghi succeeds, tệp chưa ghi bộ trước", "thêm khóa succeeds ở đầu tệp"


def _points(node: Node) -> Iterator[Finding]:
    if node.most is not None and node.least is not None and node.least > node.most:
        yield "wrong-order", f"least ({node.least}) lớn hơn most ({node.most})", "sửa một trong hai"
    if node.most is not None and node.most < 0:
        yield "wrong-points", f"điểm tối đa là {node.most}", "điểm tối đa không nhỏ hơn 0"


def _never_whole(node: Node, nodes: dict[str, Node]) -> Iterator[Finding]:
    """A formula of marks needs all of them: one that may not apply would leave the node without a mark."""
    for code, _ in node.rule.terms if isinstance(node.rule, Affine) else ():
        if code != node.code and code in nodes and nodes[code].not_applicable_allowed:
            what = f"công thức cần điểm của mục {code}, mà mục ấy được khai là có thể không áp dụng"
            yield "never-whole", what, f"bỏ not_applicable ở mục {code}, hoặc dùng quy tắc cộng có trọng số"


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
    if node.weight is not None and not _weighed(index, node):
        what = "trọng số không có tác dụng: mục trên không cộng theo trọng số"
        yield "useless-weight", what, "bỏ weight, hoặc đổi quy tắc của mục trên"
    for child in _without_weight(index, node):
        if Missing.WEIGHT not in child.unknown:
            yield "missing-weight", f"mục con {child.code} chưa có trọng số", "thêm weight, hoặc ghi weight: unknown"


def _weighed(index: Index, node: Node) -> bool:
    above = index.by_code().get(node.parent or "")
    return above is not None and isinstance(above.rule, WeightedSum | Published | Unknown)


def _without_weight(index: Index, node: Node) -> list[Node]:
    """The scored children that a weighted sum cannot take."""
    if not isinstance(node.rule, WeightedSum) or named(node):
        return []
    return [child for child in index.children(node.code) if child.scored is Scored.SCORED and child.weight is None]


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
    unsure = any(part.most is None and part.scored is Scored.SCORED for part, _ in parts) or _without_weight(index, node)
    if node.most is None or not isinstance(node.rule, Aggregate) or unsure:
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
    if Missing.CHILDREN in node.unknown:
        wrong = together > node.most
    if wrong and parts:
        what = f"các mục con cộng lại được {_short(together)} điểm, mục này ghi {node.most}"
        weights = "; hoặc trọng số, thường cộng lại bằng 1" if isinstance(node.rule, WeightedSum) else ""
        yield "not-adding-up", what, f"sửa điểm tối đa của mục này hoặc của mục con{weights}"


def _short(number: Decimal) -> str:
    return f"{number:.6f}".rstrip("0").rstrip(".")


def _survey(index: Index) -> Iterator[Finding]:
    """The points from surveys are as many as the act declares; fewer only where rows have not been seen."""
    surveyed = [node for node in index.leaves() if node.surveyed]
    if index.survey_points is None or any(node.most is None for node in surveyed):
        return
    together = sum((node.most or Decimal(0) for node in surveyed), Decimal(0))
    hidden = any(Missing.CHILDREN in node.unknown for node in index.nodes)
    if together > index.survey_points or (together < index.survey_points and not hidden):
        what = f"các mục surveyed cộng lại được {together} điểm, khai {index.survey_points}"
        yield "not-adding-up", what, "sửa survey_points, hoặc đánh dấu surveyed cho đúng mục"
