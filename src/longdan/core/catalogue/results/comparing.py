"""Checks imported years against one another and in themselves: copies of another year, parts that do not add up."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from longdan.core.catalogue.indices.model import Index, Node
from longdan.core.catalogue.indices.rules import Sum
from longdan.core.catalogue.results.draft import YearDraft
from longdan.core.catalogue.results.provinces import ProvinceNames
from longdan.core.facts import Fact
from longdan.core.problems import Problem

_SAME = Decimal("0.9")  # from this share of equal figures on a year is a copy
_FEWEST = 20
_ROUNDING = Decimal("0.005")


def without_copies(years: Sequence[YearDraft]) -> tuple[YearDraft, ...]:
    """The years; one that repeats an earlier sheet's figures loses them, and says so."""
    kept: list[YearDraft] = []
    for one in sorted(years, key=lambda year: year.year):
        original = next((other for other in kept if _same(one.facts, other.facts)), None)
        kept.append(one if original is None else _copy(one, original))
    return tuple(kept)


def _copy(one: YearDraft, original: YearDraft) -> YearDraft:
    what = f"số liệu năm {one.year} chép lại số liệu năm {original.year} ({original.place})"
    remark = Problem("results.copy", one.place, what, "năm này không được lấy; tìm số liệu ở nguồn khác")
    return replace(one, facts=(), problems=(), remarks=(remark,), copy_of=original.year)


def _same(facts: Sequence[Fact], others: Sequence[Fact]) -> bool:
    known = {(fact.input, fact.unit): fact.value for fact in others}
    both = [fact.value == known[fact.input, fact.unit] for fact in facts if (fact.input, fact.unit) in known]
    return len(both) >= _FEWEST and sum(both) >= _SAME * len(both)


def sum_remarks(facts: Sequence[Fact], edition: Index, names: ProvinceNames, place: str) -> Iterator[Problem]:
    """Where a mark is not the sum of its parts: of each node how many units, the worst three named."""
    values = {(fact.input, fact.unit): fact.value for fact in facts}
    units = {fact.unit for fact in facts}
    for node in edition.nodes:
        if isinstance(node.rule, Sum):
            errors = [(abs(error), unit) for unit in units if (error := _error(values, edition, node, unit)) is not None]
            worst = sorted((one for one in errors if one[0] > _ROUNDING), reverse=True)
            if worst:
                told = ", ".join(f"{names.provinces[unit]} lệch {error:.4f}" for error, unit in worst[:3])
                many = f" (và {len(worst) - 3} tỉnh nữa)" if worst[3:] else ""
                what = f"mục {node.code} không bằng tổng các mục con: {told}{many}"
                yield Problem("results.not-adding-up", place, what, "đối chiếu với bản công bố")


def _error(values: dict[tuple[str, str], Decimal], edition: Index, node: Node, unit: str) -> Decimal | None:
    parts = [values.get((part.code, unit)) for part, _ in edition.parts(node.code)]
    mark = values.get((node.code, unit))
    given = [part for part in parts if part is not None]
    return mark - sum(given, Decimal(0)) if mark is not None and parts and len(given) == len(parts) else None
