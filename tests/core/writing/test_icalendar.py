"""Calendars as RFC 5545 wants them: lines folded between letters, text escaped, read back by a kept parser."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from longdan.core.writing.icalendar import Event, escaped, folded, written

MADE, CHANGED = datetime(2026, 3, 2, 2, 0, tzinfo=UTC), datetime(2026, 3, 2, 3, 30, tzinfo=UTC)


def an_event(summary: str = "Hạn", description: str = "") -> Event:
    return Event("task-1.99@longdan", date(2026, 12, 31), summary, description, "https://vi-du.vn/1", "Hạn", MADE, CHANGED)


@pytest.mark.parametrize(
    ("text", "letters"),
    [("a;b,c\\d", "a\\;b\\,c\\\\d"), ("một\r\nhai\rba", "một\\nhai\\nba"), ("chuông\x07", "chuông"), ("", "")],
)
def test_text_is_escaped(text: str, letters: str) -> None:
    assert escaped(text) == letters


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), max_size=400))
def test_lines_are_folded_at_75_octets_and_never_within_a_letter(line: str) -> None:
    parts = folded(line).split("\r\n")
    assert all(len(part.encode()) <= 75 for part in parts)
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=200))
def test_what_is_written_is_what_a_program_reads(text: str) -> None:
    (event,) = Calendar.from_ical(written("Lịch", [an_event(text, f"{text}\ndòng hai")])).walk("VEVENT")
    assert (str(event["SUMMARY"]), str(event["DESCRIPTION"])) == (text, f"{text}\ndòng hai")


def test_every_line_ends_with_cr_lf_and_days_need_no_time_zone() -> None:
    text = written("Lịch của Sở Nội vụ", [an_event()])
    assert text.count("\n") == text.count("\r\n")
    assert "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n" in text
    assert "VTIMEZONE" not in text


def test_a_change_counts_the_sequence_up() -> None:
    (event,) = Calendar.from_ical(written("Lịch", [an_event()])).walk("VEVENT")
    assert event["SEQUENCE"] == 90
    assert event.decoded("LAST-MODIFIED") == event.decoded("DTSTAMP") == CHANGED


def test_a_calendar_without_events_is_one() -> None:
    assert str(Calendar.from_ical(written("Lịch trống", []))["NAME"]) == "Lịch trống"
