"""The tree of a composite indicator, ready for arrays: leaves first found, groups from the bottom up."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from longdan.core.engine.arrays import Floats, Integers
from longdan.core.problems import refuse


@dataclass(frozen=True, slots=True)
class Branch:
    """A node: its code, whose part it is, its weight among its siblings; for a leaf, whether more (1) or less (−1) is better."""

    code: str
    parent: str | None
    weight: float = 1.0
    direction: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class Siblings:
    """A node and its children, by their places in the hierarchy; ``height`` is 1 where all children are leaves."""

    parent: int
    children: Integers
    height: int


@dataclass(frozen=True, slots=True, eq=False)
class Hierarchy:
    """``branches`` and ``weights`` by place, ``leaves`` the places of leaves; in ``groups`` children precede their parents."""

    branches: tuple[Branch, ...]
    weights: Floats
    leaves: Integers
    groups: tuple[Siblings, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(branch.code for branch in self.branches)

    @property
    def root(self) -> int:
        return self.groups[-1].parent

    @property
    def directions(self) -> Floats:
        """1 or −1 for each leaf."""
        return np.array([self.branches[place].direction for place in self.leaves], dtype=np.float64)


def plant(branches: Sequence[Branch]) -> Hierarchy:
    """The hierarchy of a list of branches with exactly one root; refuses unknown parents, repeated codes and circles."""
    places = {branch.code: place for place, branch in enumerate(branches)}
    roots = [branch.code for branch in branches if branch.parent is None]
    children = _children(branches, places)
    groups = tuple(_groups(places[roots[0]], children)) if len(roots) == 1 else ()
    reached = {place for group in groups for place in (group.parent, *group.children.tolist())}
    if not groups or len(places) != len(branches) or len(reached) != len(branches):
        raise refuse(
            "engine.not-a-tree",
            roots[0] if roots else "cây chỉ số",
            "các nút không làm thành một cây có đúng một gốc",
            "mỗi mã ghi một lần, mỗi nút có một nút cha đã khai báo, chỉ một nút không có cha",
        )
    leaves = [place for place in range(len(branches)) if place not in children]
    return Hierarchy(tuple(branches), np.array([branch.weight for branch in branches]), np.array(leaves), groups)


def reweighed(tree: Hierarchy, weights: Mapping[str, float]) -> Hierarchy:
    """The same hierarchy with other weights for the codes named."""
    return plant([replace(branch, weight=weights.get(branch.code, branch.weight)) for branch in tree.branches])


def without(tree: Hierarchy, code: str) -> Hierarchy:
    """The hierarchy that is left when a node is taken out with all below it, and all nodes above that are thereby left empty."""
    gone = {code}
    for group in reversed(tree.groups):  # parents before their children
        if tree.codes[group.parent] in gone:
            gone.update(tree.codes[child] for child in group.children)
    for group in tree.groups:
        if all(tree.codes[child] in gone for child in group.children):
            gone.add(tree.codes[group.parent])
    return plant([branch for branch in tree.branches if branch.code not in gone])


def _children(branches: Sequence[Branch], places: Mapping[str, int]) -> dict[int, list[int]]:
    children: dict[int, list[int]] = {}
    for place, branch in enumerate(branches):
        if branch.parent is not None and branch.parent in places:
            children.setdefault(places[branch.parent], []).append(place)
    return children


def _groups(root: int, children: Mapping[int, list[int]]) -> Iterator[Siblings]:
    heights: dict[int, int] = {}
    for parent in reversed(_downwards(root, children)):
        heights[parent] = 1 + max(heights.get(child, 0) for child in children[parent])
        yield Siblings(parent, np.array(children[parent]), heights[parent])


def _downwards(root: int, children: Mapping[int, list[int]]) -> list[int]:
    """The nodes that have children, parents before children; a circle is never reached from the root."""
    found = [root] if root in children else []
    for parent in found:
        found.extend(child for child in children[parent] if child in children)
    return found
