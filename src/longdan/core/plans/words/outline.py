"""The tree of numbered paragraphs, and which paragraph stands under which."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from longdan.core.plans.words.numbering import Marker, Style
from longdan.core.plans.words.paragraphs import Paragraph

_DIVISIONS = ("phần", "chương", "mục", "điều")


@dataclass(slots=True, eq=False)
class Node:
    """A numbered paragraph with what stands under it; the root has no paragraph."""

    paragraph: Paragraph | None = None
    parent: "Node | None" = None
    children: list["Node"] = field(default_factory=list)
    content: list[Paragraph] = field(default_factory=list)

    @property
    def marker(self) -> Marker | None:
        return self.paragraph.marker if self.paragraph else None

    @property
    def words(self) -> str:
        return self.paragraph.words if self.paragraph else ""

    @property
    def has_body(self) -> bool:
        return bool(self.children or self.content)

    @property
    def path(self) -> str:
        """``II.6.2.1``: the numbers from the top, a dotted number standing for those that it repeats."""
        if self.paragraph is None or self.parent is None or self.marker is None:
            return ""
        above = self.parent
        while above.marker and _continues(self.marker, above.marker):
            above = above.parent or above
        return f"{above.path}.{self.marker.label}" if above.path else self.marker.label

    def ancestors(self) -> Iterator["Node"]:
        """The node itself and those above it, the root left out."""
        node: Node | None = self
        while node is not None and node.paragraph is not None:
            yield node
            node = node.parent

    def walk(self) -> Iterator["Node"]:
        """The node and all below it, in the document's order."""
        yield self
        for child in self.children:
            yield from child.walk()


def _continues(one: Marker, above: Marker) -> bool:
    """Whether ``6.2.1`` repeats the number above it."""
    return one.style is above.style is Style.ARABIC and one.depth > above.depth and one.parts[: above.depth] == above.parts


def outlined(parts: Sequence[Sequence[Paragraph]]) -> Node:
    """The root of the tree over the parts of a body, each numbered anew (a decision, the plan attached to it)."""
    root = Node()
    for part in parts:
        _grow(root, part)
    return root


def _grow(root: Node, part: Sequence[Paragraph]) -> None:
    open_nodes = [root]
    for paragraph in part:
        if paragraph.marker and paragraph.marker.numbered:
            parent = _parent(open_nodes, paragraph.marker)
            node = Node(paragraph, parent)
            parent.children.append(node)
            open_nodes = [*open_nodes[: open_nodes.index(parent) + 1], node]
        else:
            open_nodes[-1].content.append(paragraph)


def _parent(open_nodes: list[Node], mark: Marker) -> Node:
    """Under which of the open nodes a number belongs."""
    for node in reversed(open_nodes[1:]):
        other = node.marker
        if other is None or node.parent is None:
            continue
        if _continues(mark, other) and mark.depth == other.depth + 1:
            return node
        if _same_level(mark, other):
            return node.parent
    return _new_level(open_nodes, mark)


def _same_level(one: Marker, other: Marker) -> bool:
    if one.style is not other.style:
        return False
    if one.style is Style.DIVISION:
        return _rank(one) == _rank(other)
    return one.depth == other.depth


def _rank(mark: Marker) -> int:
    return _DIVISIONS.index(mark.label.split()[0].lower())


def _new_level(open_nodes: list[Node], mark: Marker) -> Node:
    """Where the first number of its kind belongs: divisions above Roman, Roman above Arabic, Arabic above letters."""
    roman = next((node for node in reversed(open_nodes) if node.marker and node.marker.style is Style.ROMAN), None)
    if roman and mark.style is Style.CAPITAL and mark.parts == (1,):
        return roman  # no capital stood above the Roman numbers, so they stand above this one
    return next(node for node in reversed(open_nodes) if node.marker is None or _above(node.marker, mark))


def _above(other: Marker, mark: Marker) -> bool:
    order = (Style.DIVISION, Style.CAPITAL, Style.ROMAN, Style.ARABIC, Style.LETTER)
    if other.style is mark.style:
        return _rank(other) < _rank(mark) if mark.style is Style.DIVISION else other.depth < mark.depth
    return order.index(other.style) < order.index(mark.style)
