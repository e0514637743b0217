"""Vietnamese words made comparable."""

import unicodedata

import pytest

from longdan.core.vietnamese import spelt


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Hoà Bình", "Hòa Bình", True),
        ("Thuỷ Nguyên", "THỦY NGUYÊN", True),
        ("Đắk Ðoa", unicodedata.normalize("NFD", "Đắk Đoa"), True),
        ("Tân Thành", "Tân Thạnh", False),
        ("Cam Lâm", "Cẩm Lâm", False),
        ("Đông Hà", "Dông Hà", False),
    ],
)
def test_words_are_spelt_alike_wherever_their_tone_marks_stand(one: str, other: str, same: bool) -> None:
    assert (spelt(one) == spelt(other)) is same
