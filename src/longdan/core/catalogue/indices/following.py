"""Begins the edition of the next years as a copy of one: what held for its own years alone stays behind."""

from dataclasses import replace
from datetime import date

from longdan.core.catalogue.indices.model import Index, Node, Succession


def following(index: Index, edition: str, first_year: int, state: date) -> Index:
    """The copy, which says of itself that nobody has held it against the new act yet.

    Groups, breaks, intervals, notes, the act, what was not seen of the old edition and its successions are left out, with the
    sources that only they cite. Each row is the successor of the row with its code.
    """
    nodes = tuple(replace(node, succeeds=None, note="") for node in index.nodes)
    before = f"{index.index}/{index.edition}"
    return replace(
        index,
        edition=edition,
        act=None,
        first_year=first_year,
        last_year=None,
        state=state,
        intervals=None,
        succeeds=Succession(index.edition, same_codes=True),
        nodes=nodes,
        groupings=(),
        breaks=(),
        sources=tuple(one for one in index.sources if one.key in _cited(nodes)),
        unknown=(
            f"Chép từ bộ {before}, chưa đối chiếu với văn bản của kỳ này: đối chiếu từng mục, điểm, quy tắc, rồi xóa câu này.",
        ),
    )


def _cited(nodes: tuple[Node, ...]) -> set[str]:
    return {node.source.citation.key for node in nodes}
