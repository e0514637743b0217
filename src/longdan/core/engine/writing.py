"""Numbers as Vietnamese readers write them, marks rounded only here, to the digits that an edition prints."""

from decimal import ROUND_HALF_UP, Decimal

from longdan.core.catalogue.indices.model import Display, Index


def shown(points: Decimal, display: Display) -> Decimal:
    """Points on the scale that the edition prints, rounded half up to its digits."""
    return (points / display.divided_by).quantize(Decimal(1).scaleb(-display.decimals), ROUND_HALF_UP)


def points_decimals(index: Index) -> int:
    """The digits that an edition prints, counted in points; never more, so that a printed tie stays one."""
    return index.display.decimals - index.display.divided_by.adjusted()


def number(value: Decimal, decimals: int = 6) -> str:
    """At most so many decimals, none that are zero, with the decimal comma: "83,5"."""
    text = f"{value:.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return ("0" if text == "-0" else text).replace(".", ",")


def printed(value: Decimal, display: Display) -> str:
    """A mark as the edition prints it, zeros kept: "43,960"."""
    return f"{shown(value, display)}".replace(".", ",")
