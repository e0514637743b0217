"""Goals that officials name, a place or a group, as the score that they ask for while the other units keep theirs."""

from decimal import Decimal

from longdan.core.catalogue.indices.model import Display, Grouping
from longdan.core.engine.comparing.groups import mark_for_group
from longdan.core.engine.comparing.places import Marks, mark_for_place
from longdan.core.engine.improving.model import LeastEffort
from longdan.core.engine.writing import as_printed, printed
from longdan.core.problems import Problem

OTHERS_KEEP = "nếu các đơn vị khác giữ nguyên điểm"


def for_place(others: Marks, place: int, now: Decimal, display: Display | None = None) -> LeastEffort:
    """The goal of a place: the least score printed like that of whoever has it now (ties share the better place).

    ``now``: the unit's own score, which is enough where any is.
    """
    return _goal(mark_for_place(others, place, display), now, f"hạng {place}", display)


def for_group(
    others: Marks, unit: str, grouping: Grouping, key: str, now: Decimal, display: Display | None = None
) -> LeastEffort | Problem:
    """The goal of a group, by the rule of a year; a problem where that rule is not known or no score gets there."""
    title = next((group.title.vi for group in grouping.groups if group.key == key), key)
    named = title if title.casefold().startswith("nhóm") else f"nhóm {title}"
    needed = mark_for_group(others, unit, grouping, key, display)
    if needed is None:
        return Problem(
            "improving.no-rule-for-group",
            named,
            "không biết quy tắc chia nhóm của năm này, hoặc không mức điểm nào vào được nhóm",
            "đặt mục tiêu theo điểm hoặc theo hạng",
        )
    return _goal(needed, now, named, display)


def _goal(needed: Decimal, now: Decimal, words: str, display: Display | None) -> LeastEffort:
    if not needed.is_finite():
        return LeastEffort(now, f"{words}, {OTHERS_KEEP}")
    seen = f", làm tròn thành {printed(needed, display)}" if display and as_printed(needed, display) != needed else ""
    return LeastEffort(needed, f"{words}{seen}, {OTHERS_KEEP}")
