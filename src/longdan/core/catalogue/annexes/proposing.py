"""Proposes a rule where an annex's scoring text is plain; where it is not, the rule stays unknown, with the reason."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from longdan.core.catalogue.annexes.rows import AnnexRow
from longdan.core.catalogue.annexes.scoring import Statement, meanings, read_statement
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
        return _proportion(row, statements, most)
    if len(statements) < 2 or any(one.points is None for one in statements):
        return Proposed(Unknown(), "cách chấm không ghi thành từng mức điểm")
    if max(one.points or Decimal(0) for one in statements) != most:
        return Proposed(Unknown(), "mức cao nhất khác điểm tối đa")
    return _listed(row.code, statements, most)


def _listed(code: str, statements: Sequence[Statement], most: Decimal) -> Proposed:
    if all(one.band for one in statements):
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


def _proportion(row: AnnexRow, statements: Sequence[Statement], most: Decimal) -> Proposed:
    """most × share, with nothing below a floor, and all points only at a hundred percent."""
    formulas = [one for one in statements if one.formula]
    shares = {one.share for one in formulas if one.share}
    others = [one for one in statements if not one.formula and one.points is not None]
    if len(shares) != 1:
        return Proposed(Unknown(), "công thức không phải là tỷ lệ nhân điểm tối đa")
    lowest = [one for one in others if one.points == 0]
    full = [one for one in others if one.points == most]
    if len(lowest) + len(full) != len(others) or len(lowest) > 1 or any(one.band is None for one in others):
        return Proposed(Unknown(), "ngoài công thức còn mức điểm khác")
    if any(one.band and one.band.low != _FULL for one in full):
        return Proposed(Unknown(), "công thức cho điểm khác với mức đủ điểm ở ngưỡng dưới 100 %")
    band = lowest[0].band if lowest else None
    if band and (band.low is not None or band.high is None or band.high_included):
        return Proposed(Unknown(), "mức 0 điểm không phải là “dưới” một ngưỡng")
    floor = band.high if band and band.high is not None else Decimal(0)
    return _shared(row, shares.pop(), floor)


def _shared(row: AnnexRow, share: tuple[str, str], floor: Decimal) -> Proposed:
    """The proportion of the row's own percent, or of the two figures that the formula divides."""
    above, below = share
    if not above:
        return Proposed(Proportion(row.code, None, floor, _FULL))
    said = meanings(row.scoring)
    if above == below or above not in said or below not in said:
        return Proposed(Unknown(), "không rõ a, b trong công thức là số liệu nào")
    codes = {letter: f"{row.code}.{letter}" for letter in (above, below)}
    inputs = tuple((codes[letter], said[letter]) for letter in (above, below))
    return Proposed(Proportion(codes[above], codes[below], floor, _FULL), "", inputs)
