"""A calendar of whole days as other programs read it: RFC 5545 (iCalendar), with the calendar's name as of RFC 7986."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

FOLDED_AT = 75  # octets of a line, its break left out (RFC 5545, 3.1)
PRODUCT = "-//Long Dan//Lich viec//VI"
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}


@dataclass(frozen=True, slots=True)
class Event:
    """Something on one whole day: it blocks no time, and needs no time zone (VALUE=DATE)."""

    uid: str  # the same for ever
    day: date
    summary: str
    description: str
    url: str
    category: str
    created: datetime
    changed: datetime  # aware; LAST-MODIFIED, and what SEQUENCE is counted from

    @property
    def sequence(self) -> int:
        """Grows with every change: the minutes from its making to its last change."""
        return max(0, int((self.changed - self.created).total_seconds() // 60))


def written(name: str, events: Iterable[Event]) -> str:
    """The calendar with lines of CR LF; the same events give the same letters, so that a reader can be told "nothing new"."""
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN")
    named = (f"NAME:{escaped(name)}", f"X-WR-CALNAME:{escaped(name)}", "REFRESH-INTERVAL;VALUE=DURATION:PT6H")
    body = (line for event in events for line in _event(event))
    return "".join(f"{folded(line)}\r\n" for line in (*head, *named, *body, "END:VCALENDAR"))


def _event(event: Event) -> Iterator[str]:
    yield from (
        "BEGIN:VEVENT",
        f"UID:{escaped(event.uid)}",
        f"DTSTAMP:{_moment(event.changed)}",
    )  # without a METHOD: when it was revised (3.8.7.2)
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"  # the day behind the last
    yield from (f"CREATED:{_moment(event.created)}", f"LAST-MODIFIED:{_moment(event.changed)}", f"SEQUENCE:{event.sequence}")
    yield from (f"SUMMARY:{escaped(event.summary)}", f"DESCRIPTION:{escaped(event.description)}")
    yield from (f"CATEGORIES:{escaped(event.category)}", f"URL:{event.url}", "TRANSP:TRANSPARENT", "END:VEVENT")


def escaped(text: str) -> str:
    """A TEXT value (3.3.11): backslash, semicolon, comma, line break; without other control letters."""
    plain = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(_ESCAPES.get(letter, letter) for letter in plain)


def folded(line: str) -> str:
    """A content line of at most 75 octets, gone on after a break and a blank; no letter is cut apart."""
    parts, size = [""], 0
    for letter in line:
        weight = len(letter.encode())
        if size + weight > FOLDED_AT:
            parts.append(" ")
            size = 1
        parts[-1] += letter
        size += weight
    return "\r\n".join(parts)


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
