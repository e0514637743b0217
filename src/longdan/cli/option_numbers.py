"""Reads a number that is given as an option, with a decimal point or comma."""

from decimal import Decimal, InvalidOperation

from longdan.core.problems import refuse

_LONGEST = 15  # digits before the point, as in the files of the catalogue


def option_number(option: str, text: str) -> Decimal:
    """The number; NaN, infinity and numbers of more digits than any score has are refused like words."""
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or number.adjusted() >= _LONGEST:
        raise refuse("cli.wrong-number", option, f"“{text}” không phải là số dùng được", "ghi chữ số, ví dụ 12.5")
    return number
