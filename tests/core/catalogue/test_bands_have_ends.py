"""Bands must hold every figure that can come: from 0, as high as there is."""

from decimal import Decimal

import pytest

from longdan.core.catalogue.indices import rules
from longdan.core.catalogue.indices.bounds import read_band
from longdan.core.catalogue.indices.rule_checks import rule_findings
from tests.core.engine.trees import a_node


def bands(*words: str) -> rules.Bands:
    read = [read_band(one, Decimal(10 - 5 * place)) for place, one in enumerate(words)]
    return rules.Bands("1", None, tuple(band for band in read if band))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("từ 4", "từ 2 đến dưới 4"), ["số liệu dưới khoảng “từ 2 đến dưới 4” không có mức điểm"]),
        (("từ 2 đến dưới 4", "dưới 2"), ["số liệu trên khoảng “từ 2 đến dưới 4” không có mức điểm"]),
        (("từ 4", "từ 0 đến dưới 4"), []),
        (("từ 80 đến 100", "dưới 80"), []),
    ],
)
def test_bands_that_are_open_to_nothing_are_told(words: tuple[str, ...], told: list[str]) -> None:
    assert [what for _, what, _ in rule_findings(a_node("1", bands(*words)))] == told
