"""Proposes a rule where an annex's scoring text is plain; where it is not, the rule stays unknown, with the reason."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from longdan.core.catalogue.annexes.proportions import read_share
from longdan.core.catalogue.annexes.rows import AnnexRow
from longdan.core.catalogue.annexes.scoring import Statement, read_statement
from longdan.core.catalogue.indices.rules import Bands, Level, Levels, Proportion, Rule, Unknown, YesNo
from longdan.core.vietnamese import fold

_FULL = Decimal(100)


@dataclass(frozen=True, slots=True)
class Proposed:
    """A rule with the inputs that it needs beside the row's own figure (code, title); ``why`` where it is unknown."""

    rule: Rule
    why: str = ""
    inputs: tuple[tuple[str, str], ...] = ()


def propose(row: AnnexRow, most: Decimal | None) -> Proposed:
    """The rule that the row's scoring text tells. Nothing is guessed: every statement must fit."""
    statements = [read_statement(line) for line in row.scoring]
    if row.surveyed:
        return Proposed(Unknown(), "điểm điều tra xã hội học: phụ lục không cho cách quy phiếu thành điểm")
    if not statements:
        return Proposed(Unknown(), "phụ lục không ghi cách chấm")
    if most is None:
        return Proposed(Unknown(), "chưa rõ điểm tối đa")
    if any(one.formula for one in statements):
        return _proportion(row, most)
    if len(statements) < 2 or any(one.points is None for one in statements):
        return Proposed(Unknown(), "cách chấm không ghi thành từng mức điểm")
    if max(one.points or Decimal(0) for one in statements) != most:
        return Proposed(Unknown(), "mức cao nhất khác điểm tối đa")
    return _listed(row.code, statements, most)


def _listed(code: str, statements: Sequence[Statement], most: Decimal) -> Proposed:
    if all(one.band for one in statements):
        if not any(one.band.low is None or one.band.low == 0 for one in statements if one.band):
            return Proposed(Unknown(), "phụ lục không ghi dưới các khoảng ấy được bao nhiêu điểm")
        return Proposed(
            Bands(
                code,
                None,
                tuple(replace(one.band, points=one.points) for one in statements if one.band and one.points is not None),
            )
        )
    if any(one.band for one in statements):
        return Proposed(Unknown(), "có mức ghi theo phần trăm, có mức không")
    if _opposites(statements, most):
        return Proposed(YesNo(code))
    labels = [one.label for one in statements]
    if len(set(labels)) < len(labels):
        return Proposed(Unknown(), "hai mức cùng tên")
    return Proposed(Levels(code, tuple(Level(one.label, one.points) for one in statements if one.points is not None)))


def _opposites(statements: Sequence[Statement], most: Decimal) -> bool:
    """Whether there are two statements, "đạt" with all points, "không đạt" with none."""
    points = {fold(one.label): one.points for one in statements}
    full = [label for label, given in points.items() if given == most]
    none = [label for label, given in points.items() if given == 0]
    if len(statements) != 2 or len(full) != 1 or len(none) != 1:
        return False
    return none[0] in (f"khong {full[0]}", f"chua {full[0]}", f"khong {full[0].removeprefix('co ')}", "khong")


def _proportion(row: AnnexRow, most: Decimal) -> Proposed:
    """The proportion of the row's own percent, or of the two figures that the formula divides."""
    share = read_share(row.scoring, most)
    if isinstance(share, str):
        return Proposed(Unknown(), share)
    if not share.above:
        return Proposed(Proportion(row.code, None, share.floor, _FULL))
    if share.above == share.below or not {share.above, share.below} <= share.meanings.keys():
        return Proposed(Unknown(), "không rõ a, b trong công thức là số liệu nào")
    codes = {letter: f"{row.code}.{letter}" for letter in (share.above, share.below)}
    inputs = tuple((codes[letter], share.meanings[letter]) for letter in codes)
    return Proposed(Proportion(codes[share.above], codes[share.below], share.floor, _FULL), "", inputs)
