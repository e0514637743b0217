"""What people type for a deadline is taken as the reader takes it in a document."""

import pytest

from longdan.core.plans.words.typed_dates import typed_date


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("31/12/2026", "2026-12-31"),
        ("1.5.2026", "2026-05-01"),
        ("1-5-2026", "2026-05-01"),
        ("2026-12-31", "2026-12-31"),
        ("2026-2", "2026-02"),
        ("12/2026", "2026-12"),
        ("tháng 6/2026", "2026-06"),
        ("Tháng 6 năm 2026.", "2026-06"),
        ("quý IV/2026", "2026-12"),
        ("Quý 3 năm 2026", "2026-09"),
        ("Q2/2026", "2026-06"),
        ("6 tháng đầu năm 2026", "2026-06"),
        ("sáu tháng cuối năm 2026", "2026-12"),
        ("trong năm 2026", "2026-12"),
        ("trước ngày 30/6/2026", "2026-06-30"),
        ("Hoàn thành trước 30 / 6 / 2026", "2026-06-30"),
        ("ngày 30 tháng 6 năm 2026", "2026-06-30"),
        ("chậm nhất hết quý I/2026", "2026-03"),
        # of the year of the plan
        ("trước 30/6", "2027-06-30"),
        ("30/6", "2027-06-30"),
        ("quý IV", "2027-12"),
        ("tháng 6", "2027-06"),
        ("6 tháng đầu năm", "2027-06"),
    ],
)
def test_a_time_is_taken_as_it_is_meant(words: str, meant: str) -> None:
    assert typed_date(words, 2027) == meant


@pytest.mark.parametrize(
    "words",
    ["", "mai", "31/02/2026", "32/1/2026", "13/2026", "12/9999", "30/6/1026", "quý V/2026", "99999999999",
     "30/6/2026 hoặc 1/7/2026",
     "tháng 13/2026", "hằng quý", "2026", "0/2026", "31/12/26"],
)  # fmt: skip
def test_what_means_no_time_is_none(words: str) -> None:
    assert typed_date(words, 2027) is None


@pytest.mark.parametrize("words", ["30/6", "quý IV", "tháng 6", "6 tháng đầu năm"])
def test_without_a_year_anywhere_nothing_is_meant(words: str) -> None:
    assert typed_date(words) is None
