"""Small editions made in code."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from longdan.core.catalogue.citations import Citation, Verification
from longdan.core.catalogue.indices import TOTAL, Display, Index, Node, Place, Scored, Standing, Text, UnitLevel
from longdan.core.catalogue.indices.rules import Rule, Sum

PLACE = Place(Citation("here", "bộ này", Verification.KNOWN))


def a_node(code: str, rule: Rule, *, parent: str | None = TOTAL, most: int | Decimal | None = 10, **more: object) -> Node:
    """A node of 0 to 10 points under the total, unless said otherwise."""
    node = Node(
        code=code,
        parent=parent,
        title=Text(f"Mục {code}"),
        rule=rule,
        most=None if most is None else Decimal(most),
        least=Decimal(0),
        weight=None,
        scored=Scored.SCORED,
        surveyed=False,
        not_applicable_allowed=True,
        unknown=frozenset(),
        succeeds=None,
        source=PLACE,
    )
    return replace(node, **more)  # type: ignore[arg-type]


def an_index(nodes: Iterable[Node], total: Rule | None = None, *, most: int | Decimal | None = 10, **more: object) -> Index:
    """An edition of these nodes under a total, which is their sum unless said otherwise."""
    index = Index(
        index="thu",
        edition="2025",
        title=Text("Chỉ số thử"),
        standing=Standing.SAMPLE,
        act=None,
        responsible="không có",
        level=UnitLevel.COMMUNE,
        first_year=2025,
        last_year=None,
        state=date(2026, 11, 21),
        display=Display(Decimal(1), 2),
        survey_points=None,
        intervals=None,
        least_answers=None,
        succeeds=None,
        inputs=(),
        nodes=(a_node(TOTAL, total or Sum((), False), parent=None, most=most), *nodes),
        groupings=(),
        breaks=(),
        sources=(),
        unknown=(),
    )
    return replace(index, **more)  # type: ignore[arg-type]
