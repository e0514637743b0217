"""Periods are written as officials name them, ordered by time."""

from datetime import date

import pytest

from longdan.core.periods import Period, read_period, year

WRITTEN = [
    ("2024", "2024-01-01", "2024-12-31"),
    ("2024-H2", "2024-07-01", "2024-12-31"),
    ("2024-Q3", "2024-07-01", "2024-09-30"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2024-02-10/2025-05-09", "2024-02-10", "2025-05-09"),
    ("2023-07-01/2024-06-30", "2023-07-01", "2024-06-30"),
    ("2024-02-01/2024-04-30", "2024-02-01", "2024-04-30"),
]


@pytest.mark.parametrize(("text", "first", "last"), WRITTEN)
def test_a_period_is_read_and_written_again(text: str, first: str, last: str) -> None:
    period = Period(date.fromisoformat(first), date.fromisoformat(last))
    assert (read_period(text), str(period)) == (period, text)


@pytest.mark.parametrize(
    "text", ["", "24", "2024-Q5", "2024-13", "2024-H3", "năm 2024", "2024-05-02/2024-05-01", "a/b", "0000", "1/2/3"]
)
def test_what_is_no_period_gives_none(text: str) -> None:
    assert read_period(text) is None


def test_periods_are_ordered_by_their_first_day_then_by_their_last() -> None:
    texts = ["2024", "2023", "2024-Q1", "2024-H1", "2024-Q2"]
    assert sorted(texts, key=lambda text: read_period(text) or year(1)) == ["2023", "2024-Q1", "2024-H1", "2024", "2024-Q2"]


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="lies before"):
        Period(date(2024, 1, 2), date(2024, 1, 1))


def test_results_are_named_after_the_year_in_which_the_period_ends() -> None:
    assert (Period(date(2023, 7, 1), date(2024, 6, 30)).year, date(2024, 3, 1) in year(2024)) == (2024, True)
