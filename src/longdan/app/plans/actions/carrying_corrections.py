"""What people corrected at an earlier reading of the same files holds again at the next."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.timezone import localdate

from longdan.app.plans.models import Reading, ReadingProblem, ReadingState
from longdan.app.plans.previewing import FoundTask, Preview, found_in
from longdan.app.plans.previewing.comparing import keys


def carry_corrections(reading: Reading, at: datetime) -> None:
    """Take over the corrections of the last reading of these files, each to the statement that it was made to.

    A statement is known again by its words, else by its place; a correction whose statement is no more is told.
    """
    last = _last(reading)
    if last is None:
        return
    names = _renamed(found_in(last, on=localdate(at)), found_in(reading, on=localdate(at)))
    lost = 0
    for one in last.corrections.filter(undone_at__isnull=True):
        item, value = _item(one.item, names), _item(one.value, names) if one.verb == "merge" else one.value
        if item is None or value is None:
            lost += 1
            continue
        one.pk, one.reading, one.item, one.value = None, reading, item, value
        one.save(force_insert=True)
    _tell(reading, last, lost)


def _last(reading: Reading) -> Reading | None:
    ended = (ReadingState.CONFIRMED, ReadingState.CANCELLED)
    before = Reading.objects.filter(agency=reading.agency_id, digest=reading.digest, state__in=ended, kind=reading.kind)
    return (
        before.filter(preview__isnull=False, corrections__undone_at__isnull=True, corrections__isnull=False)
        .order_by("-id")
        .first()
    )


def _tell(reading: Reading, last: Reading, lost: int) -> None:
    kept = reading.corrections.count()
    if kept:
        what = f"{kept} chỗ sửa của lần đọc trước đã được lấy lại"
        ReadingProblem.objects.create(
            reading=reading, code="plans.reading.corrections-kept", where=f"bản đọc {last.pk}", what=what,
            fix="xem lại rồi xác nhận, hoặc hoàn tác từng chỗ",
        )  # fmt: skip
    if lost:
        what = f"{lost} chỗ sửa của lần đọc trước không còn chỗ để đặt vào, vì lần này đọc ra khác"
        ReadingProblem.objects.create(
            reading=reading, code="plans.reading.corrections-lost", where=f"bản đọc {last.pk}", what=what,
            fix="xem lại các nhiệm vụ cần xem trước và sửa lại nếu cần",
        )  # fmt: skip


def _renamed(before: Preview, now: Preview) -> dict[str, str]:
    """What the tasks of an earlier reading are called in this one: by their words, else where most of their words stand."""
    by_words = dict(zip(keys(now.tasks), now.tasks, strict=True))
    named = {}
    for key, task in zip(keys(before.tasks), before.tasks, strict=True):
        same = by_words.get(key) or _overlapping(task, now)
        if same:
            named[task.id] = same.id
    return named


def _overlapping(task: FoundTask, now: Preview) -> FoundTask | None:
    def shared(other: FoundTask) -> int:
        if task.quote is None or other.quote is None:
            return 0
        return min(task.quote.end, other.quote.end) - max(task.quote.start, other.quote.start)

    best = max(now.tasks, key=shared, default=None)
    return best if best and shared(best) > 0 else None


def _item(item: str, names: Mapping[str, str]) -> str | None:
    """An item under its name of today: "t79s3.a1" is a part of "t79", the heading and other statements keep theirs."""
    task = next((name for name in (item.partition(".")[0], item.partition("s")[0]) if name in names), None)
    if task is not None:
        return names[task] + item[len(task) :]
    return None if item.startswith("t") else item
