"""Importing documents in one go, by the same road that a person's files take."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from longdan.app.agencies.models import Post
from longdan.app.plans.actions.confirming import confirm
from longdan.app.plans.actions.reading import read
from longdan.app.plans.actions.receiving import receive
from longdan.app.plans.models import Reading, ReadingState
from longdan.app.plans.previewing import preview
from longdan.core.documents.programs import Programs
from longdan.core.documents.sources import SourceFile
from longdan.core.problems import Problem


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file; counts of what was found in it."""

    name: str
    title: str
    tasks: int
    assignments: int
    deadlines: int
    targets: int
    reports: int
    to_check: int
    in_force: bool
    problems: tuple[Problem, ...]


def import_files(
    *, files: Sequence[tuple[SourceFile, bool]], by: Post, programs: Programs, now: Callable[[], datetime]
) -> tuple[Imported, ...]:
    """Each file read as a document of its own; put in force where its flag says so, else left as a preview to be confirmed."""
    return tuple(_import(file, put_in_force, by, programs, now) for file, put_in_force in files)


def _import(file: SourceFile, put_in_force: bool, by: Post, programs: Programs, now: Callable[[], datetime]) -> Imported:
    reading = receive(files=[file], by=by, at=now())
    if reading.state == ReadingState.WAITING:
        read(reading_id=reading.pk, programs=programs, now=now)
        reading.refresh_from_db()
    if reading.state == ReadingState.FAILED:
        problems = tuple(Problem(one.code, one.where, one.what, one.fix) for one in reading.problems.all())
        return Imported(file.name, "", 0, 0, 0, 0, 0, 0, False, problems)
    found = _told(file.name, reading, by, now())
    if put_in_force and reading.state == ReadingState.READY:
        token = preview(by, reading.pk, on=localdate(now())).token
        confirm(reading_id=reading.pk, by=by, seen=token, at=now())
    return found


def _told(name: str, reading: Reading, by: Post, at: datetime) -> Imported:
    shown = preview(by, reading.pk, on=localdate(at)).preview
    kept = shown.kept()
    return Imported(
        name=name,
        title=shown.heading.title or shown.heading.number or name,
        tasks=len(kept),
        assignments=sum(len(task.assignments) for task in kept),
        deadlines=sum(task.due is not None for task in kept) + len(shown.deadlines),
        targets=len(shown.targets),
        reports=len(shown.report_periods),
        to_check=sum(task.doubtful for task in kept),
        in_force=reading.state == ReadingState.CONFIRMED,
        problems=(),
    )
