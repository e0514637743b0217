"""Numbers as Vietnamese readers write them, marks rounded only here, to the digits that an edition prints."""

from decimal import ROUND_CEILING, ROUND_HALF_UP, Context, Decimal

from longdan.core.catalogue.indices.model import Display

ROOMY = Context(prec=400)  # any figure that a sheet may hold, with its decimals


def shown(points: Decimal, display: Display) -> Decimal:
    """Points on the scale that the edition prints, rounded half up to its digits."""
    return (points / display.divided_by).quantize(Decimal(1).scaleb(-display.decimals), ROUND_HALF_UP)


def as_printed(points: Decimal, display: Display | None) -> Decimal:
    """The mark that an edition prints, in points: what places, ties and cuts are held against; None: as it is."""
    return points if display is None else shown(points, display) * display.divided_by


def least_printed_as(mark: Decimal, display: Display | None) -> Decimal:
    """The least points that are printed as ``mark`` (in points) or more; marks of nothing or less are asked for as they are."""
    if display is None:
        return mark
    step = Decimal(1).scaleb(-display.decimals)
    up = (mark / display.divided_by).quantize(step, ROUND_CEILING)
    return (up - step / 2 if up > 0 else up) * display.divided_by


def number(value: Decimal, decimals: int = 6) -> str:
    """At most so many decimals, rounded half up, none that are zero, with the decimal comma: "83,5"."""
    text = f"{value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, ROOMY):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return ("0" if text == "-0" else text).replace(".", ",")


def printed(value: Decimal, display: Display) -> str:
    """A mark as the edition prints it, zeros kept: "43,960"."""
    return f"{shown(value, display)}".replace(".", ",")
