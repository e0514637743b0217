"""The editions of the catalogue as text: the list, and one with its tree."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from longdan.core.catalogue.exchange.words import GROUP_RULES
from longdan.core.catalogue.indices.model import Group, Grouping, Index, Missing, Node, Standing
from longdan.core.engine.structure import structure
from longdan.core.engine.summaries.layout import columns, row, years
from longdan.core.engine.summaries.scorecards import LISTED
from longdan.core.engine.wording import in_words
from longdan.core.engine.writing import number

STANDING = {
    Standing.OFFICIAL: "chính thức",
    Standing.OWN: "của tỉnh",
    Standing.SAMPLE: "mẫu",
    Standing.TEMPLATE: "khung",
}
MISSING = {
    Missing.TITLE: "tên",
    Missing.MOST: "điểm tối đa",
    Missing.LEAST: "điểm thấp nhất",
    Missing.RULE: "quy tắc",
    Missing.WEIGHT: "trọng số",
    Missing.CHILDREN: "mục con",
    Missing.SUCCEEDS: "mục của bộ trước",
}


def editions_text(editions: Iterable[Index]) -> str:
    """One line an edition: name, years, standing, rows, how many of them can be scored."""
    rows = [("bộ", "năm", "tính chất", "mục", "chưa rõ")]
    for one in editions:
        unclear = sum(bool(node.unknown) for node in one.nodes)
        rows.append((f"{one.index}/{one.edition}", years(one), STANDING[one.standing], str(len(one.nodes)), str(unclear)))
    return "\n".join(columns(rows, right=(3, 4)))


def edition_text(index: Index) -> str:
    """The whole of an edition: what it is, its tree with points and rules, what nobody has seen."""
    lines = [index.title.vi, f"{index.index}/{index.edition} · {STANDING[index.standing]} · năm {years(index)}"]
    lines += row(f"Văn bản: {index.act or 'chưa rõ'} · chủ trì: {index.responsible}")
    lines += _head(index)
    lines.append("")
    built, depth = structure(index), dict[str, int]()
    for node in index.nodes:
        depth[node.code] = 0 if node.parent is None else depth[node.parent] + 1
        indent = 2 * max(depth[node.code] - 1, 0)
        lines += row(f"{node.code} {node.title.vi}{LISTED[node.scored]}", _most(node.most), indent)
        lines += row(in_words(node, built.parts[node.code]) + _unknown(node) + _followed(node), indent=indent + 4)
        lines += row(f"ghi chú: {node.note}", indent=indent + 4) if node.note else ()
    lines += _list("Số liệu đầu vào", [f"{one.code} {one.title.vi} ({one.measure})" for one in index.inputs])
    lines += _list("Nhóm", [_grouping(one) for one in index.groupings])
    lines += _list("Đứt chuỗi", [f"từ {one.year}, {', '.join(one.nodes) or 'cả chỉ số'}: {one.why.vi}" for one in index.breaks])
    lines += _list("Chưa ai thấy", index.unknown)
    return "\n".join(lines)


def _head(index: Index) -> Iterator[str]:
    if index.succeeds:
        same = "mã giống nhau là cùng mục" if index.succeeds.same_codes else "chỉ các mục ghi rõ mới là cùng mục"
        yield from row(f"Nối tiếp bộ {index.succeeds.edition}: {same}")
    if index.survey_points is not None:
        yield from row(f"Điểm điều tra xã hội học như văn bản khai: {number(index.survey_points)}")


def _followed(node: Node) -> str:
    """Which rows of the edition before a row says that it follows."""
    if node.succeeds is None:
        return ""
    return f" (bộ trước: {', '.join(node.succeeds)})" if node.succeeds else " (bộ trước không có mục này)"


def _grouping(one: Grouping) -> str:
    of = ", ".join(str(year) for year in one.years)
    groups = ", ".join(f"{group.title.vi}{_begins(group)}" for group in one.groups)
    return f"{of}, mục {one.node}, {GROUP_RULES[one.rule]}: {groups}"


def _begins(group: Group) -> str:
    if group.percentile is not None:
        return f" từ bách phân vị {number(group.percentile)}"
    return "" if group.low is None else f" từ {number(group.low)}"


def _most(most: Decimal | None) -> str:
    return "? điểm" if most is None else f"{number(most)} điểm"


def _unknown(node: Node) -> str:
    return f" (chưa rõ: {', '.join(MISSING[one] for one in Missing if one in node.unknown)})" if node.unknown else ""


def _list(title: str, items: Iterable[str]) -> Iterator[str]:
    listed = list(items)
    if listed:
        yield from ("", title)
        for item in listed:
            yield from row(f"- {item}")
