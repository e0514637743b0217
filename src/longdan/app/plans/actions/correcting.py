"""Correcting what was read, one stored change after the other."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Agency, Post
from longdan.app.plans.models import Correction, Reading, ReadingState
from longdan.app.plans.previewing import Correct, Verb, apply, preview_of
from longdan.core.problems import refuse


@transaction.atomic
def correct(*, reading_id: int, by: Post, verb: str, item: str, field: str = "", value: str = "", at: datetime) -> Correction:
    """Change something in a preview; refused where the preview has no such place, or the value means nothing."""
    reading = _open(reading_id, by)
    if verb not in list(Verb):
        raise refuse("plans.preview.unknown", verb, "không có thao tác này", "tải lại trang rồi sửa lại")
    preview = preview_of(reading, on=localdate(at))
    last = reading.corrections.order_by("-number").first()
    change = Correct(Verb(verb), item, field, value, last.number + 1 if last else 1)
    apply(preview, change)
    _must_know(value)
    return Correction.objects.create(
        reading=reading, number=change.number, verb=change.verb, item=item, field=field, value=value, by=by, at=at
    )


@transaction.atomic
def undo(*, reading_id: int, by: Post) -> bool:
    """Take the last correction back; False where there is none."""
    reading = _open(reading_id, by)
    last = reading.corrections.order_by("-number").first()
    if last is None:
        return False
    last.delete()
    return True


def _open(reading_id: int, by: Post) -> Reading:
    """A reading that may be corrected, locked until the transaction ends."""
    reading = Reading.objects.select_for_update(of=("self",)).select_related("agency", "document").get(pk=reading_id)
    require(by, Right.IMPORT, on=reading.agency)
    if reading.state != ReadingState.READY:
        label = ReadingState(reading.state).label
        raise refuse(
            "plans.reading.state",
            "bản đọc",
            f"không sửa được khi bản đọc ở trạng thái “{label}”",
            "tải lại trang để xem bản mới nhất",
        )
    return reading


def _must_know(value: str) -> None:
    kind, _, name = value.partition(":")
    if kind == "agency" and name.isdecimal() and not Agency.objects.filter(pk=int(name)).exists():
        raise refuse("plans.preview.no-agency", "cơ quan", "cơ quan này không có trong danh mục", "chọn lại cơ quan từ danh mục")
