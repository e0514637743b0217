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
from longdan.app.plans.previewing import Preview, preview
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
    *, files: Sequence[SourceFile], by: Post, programs: Programs, now: Callable[[], datetime], leave: int = 0
) -> tuple[Imported, ...]:
    """Each file read as a document of its own and put in force; the last ``leave`` of them stay previews, to be confirmed."""
    readings = [_read(file, by, programs, now) for file in files]
    ready = [one.pk for one in readings if one.state == ReadingState.READY]
    left = ready[len(ready) - leave :]
    return tuple(_finished(file.name, one, by, now(), wait=one.pk in left) for file, one in zip(files, readings, strict=True))


def _read(file: SourceFile, by: Post, programs: Programs, now: Callable[[], datetime]) -> Reading:
    reading = receive(files=[file], by=by, at=now())
    if reading.state in (ReadingState.WAITING, ReadingState.READING):  # the latter where an import was cut off
        read(reading_id=reading.pk, programs=programs, now=now)
        reading.refresh_from_db()
    return reading


def _finished(name: str, reading: Reading, by: Post, at: datetime, *, wait: bool) -> Imported:
    if reading.state == ReadingState.FAILED:
        problems = tuple(Problem(one.code, one.where, one.what, one.fix) for one in reading.problems.all())
        return Imported(name, "", 0, 0, 0, 0, 0, 0, False, problems)
    page = preview(by, reading.pk, on=localdate(at))
    if reading.state == ReadingState.READY and not wait:
        confirm(reading_id=reading.pk, by=by, seen=page.token, at=at)
    return _told(name, page.preview, in_force=not wait)


def _told(name: str, shown: Preview, *, in_force: bool) -> Imported:
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
        in_force=in_force,
        problems=(),
    )
