"""The stored form of a preview that no reader found: the rows of a sheet, or a plan carried over to another year."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from longdan.app.plans.previewing.value import Found, FoundTask, Preview
from longdan.core.plans.draft import Heading, ReportPeriod, Section
from longdan.core.plans.storing import made, plain, refuse_version

VERSION = 1


@dataclass(frozen=True, slots=True)
class Proposed:
    """What is proposed, with the agencies as they were matched when it was made."""

    heading: Heading
    tasks: tuple[FoundTask, ...]
    sections: tuple[Section, ...] = ()
    report_periods: tuple[ReportPeriod, ...] = ()
    partial: bool = False
    then: tuple[FoundTask, ...] = ()  # of a sheet: the tasks of its rows as they stood when it was read


def to_stored(proposed: Proposed) -> dict[str, Any]:
    return {"version": VERSION, "proposed": plain(proposed)}


def is_proposed(stored: Mapping[str, Any]) -> bool:
    return "proposed" in stored


def from_stored(stored: Mapping[str, Any]) -> tuple[Preview, tuple[FoundTask, ...]]:
    """What is proposed; and the tasks of a sheet's rows as they stood when it was read."""
    if stored["version"] != VERSION:
        raise refuse_version(stored["version"], VERSION)
    proposed: Proposed = made(Proposed, stored["proposed"])
    reports = tuple(Found(f"r{number}", one) for number, one in enumerate(proposed.report_periods, 1))
    shown = Preview(proposed.heading, proposed.sections, proposed.tasks, report_periods=reports, partial=proposed.partial)
    return shown, proposed.then
