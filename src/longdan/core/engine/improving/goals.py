"""Goals that officials name, a place or a group, as the score that they ask for while the other units keep theirs."""

from decimal import Decimal

from longdan.core.catalogue.indices.model import Grouping
from longdan.core.engine.comparing.groups import mark_for_group
from longdan.core.engine.comparing.places import Marks, mark_for_place
from longdan.core.engine.improving.model import LeastEffort
from longdan.core.problems import Problem

OTHERS_KEEP = "nếu các đơn vị khác giữ nguyên điểm"


def for_place(others: Marks, place: int, margin: Decimal = Decimal(0)) -> LeastEffort:
    """The goal of a place: the score of whoever has it now (ties share the better place), and ``margin`` points above that."""
    needed = mark_for_place(others, place)
    return LeastEffort(Decimal(0) if needed is None else needed + margin, f"hạng {place}, {OTHERS_KEEP}")


def for_group(
    others: Marks, unit: str, grouping: Grouping, key: str, decimals: int = 4, margin: Decimal = Decimal(0)
) -> LeastEffort | Problem:
    """The goal of a group, by the rule of a year; a problem where that rule is not known or no score gets there."""
    title = next((group.title.vi for group in grouping.groups if group.key == key), key)
    needed = mark_for_group(others, unit, grouping, key, decimals)
    if needed is None:
        return Problem(
            "improving.no-rule-for-group",
            f"nhóm {title}",
            "không biết quy tắc chia nhóm của năm này, hoặc không mức điểm nào vào được nhóm",
            "đặt mục tiêu theo điểm hoặc theo hạng",
        )
    return LeastEffort(needed + margin, f"nhóm {title}, {OTHERS_KEEP}")
