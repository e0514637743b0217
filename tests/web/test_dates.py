"""Deadlines as screens write them."""

from datetime import date

import pytest

from longdan.web.shared.dates import Due, due

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("when", "words", "left", "tone"),
    [
        (date(2026, 11, 9), "09/11/2026", "quá 12 ngày", "late"),
        (date(2026, 11, 21), "21/11/2026", "hết hạn hôm nay", "soon"),
        (date(2026, 12, 5), "05/12/2026", "còn 14 ngày", "soon"),
        (date(2026, 12, 6), "06/12/2026", "còn 15 ngày", ""),
        ("2026-12-31", "31/12/2026", "còn 40 ngày", ""),
        ("2026-12", "tháng 12/2026", "còn 40 ngày", ""),
        ("2026-02", "tháng 2/2026", "quá 266 ngày", "late"),
    ],
)
def test_a_deadline_says_when_and_how_many_days_are_left(when: date | str, words: str, left: str, tone: str) -> None:
    shown = due(when, TODAY)
    assert (shown.words, shown.left, shown.tone) == (words, left, tone)


def test_what_is_done_is_no_longer_late() -> None:
    assert due(date(2026, 1, 1), TODAY, over=True) == Due("01/01/2026", "", "good", "01", "01/2026")


def test_without_a_date_the_words_of_the_document_stand() -> None:
    assert due(None, TODAY, raw="thường xuyên").words == "thường xuyên"
    assert due(None, TODAY).words == "Không có thời hạn"


def test_of_a_day_that_was_written_as_a_month_only_the_month_is_shown() -> None:
    assert due(date(2026, 9, 30), TODAY, month=True).words == "tháng 9/2026"
