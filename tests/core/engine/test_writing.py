"""Numbers are written as Vietnamese readers write them, rounded half up."""

from decimal import Decimal

import pytest

from longdan.core.engine.writing import number


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("83.5", 6, "83,5"),
        ("2.00005", 4, "2,0001"),
        ("2.00015", 4, "2,0002"),
        ("-2.00005", 4, "-2,0001"),
        ("-0.00001", 4, "0"),
        ("1200", 4, "1200"),
        ("1e30", 4, "1" + 30 * "0"),
    ],
)
def test_a_number_is_rounded_half_up_without_idle_zeros(value: str, decimals: int, text: str) -> None:
    assert number(Decimal(value), decimals) == text
