"""Correcting what was read, one stored change after the other; taking corrections back, and making them again."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.matching import Group, match
from longdan.app.agencies.models import Agency, Post
from longdan.app.agencies.queries import agencies_holding, directory_of
from longdan.app.audit.actions import record
from longdan.app.audit.locks import locked
from longdan.app.plans.models import Correction, Plan, Reading, ReadingState
from longdan.app.plans.previewing import (
    Correct,
    Preview,
    PreviewPage,
    Verb,
    apply,
    last_done,
    next_undone,
    outdated,
    page_of,
    preview_of,
    standing,
    words,
)
from longdan.app.plans.previewing.history import BY_AGENCY
from longdan.core.problems import refuse

LONGEST = {"item": 40, "field": 20, "value": 10_000}  # characters


@transaction.atomic
def correct(
    *, reading_id: int, by: Post, verb: str, item: str, field: str = "", value: str = "", agency: str | None = None, at: datetime
) -> Correction:
    """Change something in a preview; refused where the preview has no such place, or the value means nothing.

    ``agency`` is the name that a person typed, instead of the value that it stands for.
    """
    return _corrected(reading_id, by, _checked(verb, item, field, value), agency, at)[0][-1]


@transaction.atomic
def correct_and_look(
    *, reading_id: int, by: Post, verb: str, item: str, field: str = "", value: str = "", agency: str | None = None,
    seen: str = "", at: datetime,
) -> PreviewPage:  # fmt: skip
    """Make a correction and show the preview as it stands then, without its document.

    ``seen`` is the mark of the page on which it is made: what others corrected since is told to it.
    """
    corrections, preview = _corrected(reading_id, by, _checked(verb, item, field, value), agency, at)
    behind = outdated(seen, corrections[:-1])
    return page_of(by, corrections[-1].reading, preview, corrections, whole=False, behind=behind)


@transaction.atomic
def undo(*, reading_id: int, by: Post, seen: str = "", at: datetime) -> bool:
    """Take the last correction back; False where there is none. It stays on record.

    Refused where the last is not that of the page which bears the mark ``seen``: somebody else has corrected since.
    """
    reading = _open(reading_id, by)
    corrections = list(reading.corrections.all())
    _must_be_seen(seen, corrections)
    last = last_done(corrections)
    if last is None:
        return False
    last.undone_by, last.undone_at = by, at
    last.save(update_fields=["undone_by", "undone_at"])
    record(by, "plans.reading.undone", reading, at=at, detail=_told(last))
    return True


@transaction.atomic
def redo(*, reading_id: int, by: Post, seen: str = "", at: datetime) -> bool:
    """Make the correction again that was taken back last; False where there is none. ``seen`` as for ``undo``."""
    reading = _open(reading_id, by)
    corrections = list(reading.corrections.all())
    _must_be_seen(seen, corrections)
    undone = next_undone(corrections)
    if undone is None:
        return False
    undone.undone_by = undone.undone_at = None
    undone.save(update_fields=["undone_by", "undone_at"])
    record(by, "plans.reading.redone", reading, at=at, detail=_told(undone))
    return True


def _must_be_seen(seen: str, corrections: Sequence[Correction]) -> None:
    if outdated(seen, corrections):
        fix = "xem bản mới nhất rồi hoàn tác, làm lại nếu vẫn cần"
        raise refuse("plans.preview.changed", "bản xem trước", "đã thay đổi sau khi trang này được mở", fix)


def _checked(verb: str, item: str, field: str, value: str) -> Correct:
    """A correction of known shape; whatever else may be sent is refused."""
    if verb not in list(Verb):
        raise refuse("plans.preview.unknown", verb[:40], "không có thao tác này", "tải lại trang rồi sửa lại")
    for name, written in (("item", item), ("field", field), ("value", value)):
        if len(written) > LONGEST[name] or "\0" in written:
            what = f"dài quá {LONGEST[name]} chữ hoặc có ký tự không đọc được"
            raise refuse("plans.preview.too-long", written[:40].replace("\0", ""), what, "viết ngắn lại rồi lưu")
    return Correct(Verb(verb), item, field, value)


def _corrected(reading_id: int, by: Post, asked: Correct, agency: str | None, at: datetime) -> tuple[list[Correction], Preview]:
    reading, on = _open(reading_id, by), localdate(at)
    before = preview_of(reading, on=on)
    value = asked.value if agency is None else meaning(agency, reading.agency.province_or_self, on=on)
    _must_know(asked.verb, value, reading)
    made = list(reading.corrections.all())
    number = made[-1].number + 1 if made else 1
    preview = apply(before, Correct(asked.verb, asked.item, asked.field, value, number))
    change = Correction.objects.create(
        reading=reading, number=number, verb=asked.verb, item=asked.item, field=asked.field, value=value, by=by, at=at
    )
    record(by, "plans.reading.corrected", reading, at=at, detail=_told(change))
    if asked.item == "heading":  # what it amends may be another plan
        preview = standing(reading, [*made, change], on=on)
    return [*made, change], preview


def meaning(typed: str, province: int, *, on: date) -> str:
    """What the name means that a person chose or typed: "agency:12", "group:communes", nothing."""
    name = typed.strip()
    if not name:
        return ""
    for group in Group:
        if group.label.casefold() == name.casefold():
            return f"group:{group.value}"
    found = match(name, directory_of(province, on=on))
    if found.sure:
        return f"group:{found.group.value}" if found.group else f"agency:{found.agency}"
    near = agencies_holding(name, province, on=on)
    if len(near) == 1:
        return f"agency:{near[0].pk}"
    if near:
        fix = f"chọn đúng tên: {', '.join(one.name for one in near)}"
        raise refuse("plans.preview.several-agencies", name, "có nhiều cơ quan mang tên như vậy", fix)
    fix = "gõ vài chữ rồi chọn một tên trong gợi ý"
    raise refuse("plans.preview.unknown-agency", name, "không có cơ quan nào tên như vậy trong tỉnh", fix)


def _told(change: Correction) -> str:
    """A correction as the trail tells it: which statement, what, by which words."""
    names = {}
    kind, _, name = change.value.partition(":")
    if kind == "agency" and change.verb in BY_AGENCY:
        names = dict(Agency.objects.filter(pk=int(name)).values_list("pk", "name"))
    return f"{change.item}: {words(change, names)}"


def _open(reading_id: int, by: Post) -> Reading:
    """A reading that may be corrected, locked until the transaction ends."""
    found = Reading.objects.select_related("agency__province", "document", "of")
    reading = locked(found.prefetch_related("corrections__by__account", "corrections__undone_by__account"), reading_id)
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


def _must_know(verb: Verb, value: str, reading: Reading) -> None:
    """Refuse agencies and plans that are not there, or are of another province."""
    kind, _, name = value.partition(":")
    if kind == "agency" and name.isascii() and name.isdecimal() and len(name) < 16:
        here = Q(province=reading.agency.province_or_self) | Q(province__isnull=True)
        if not Agency.objects.filter(here, pk=int(name)).exists():
            raise refuse(
                "plans.preview.no-agency", "cơ quan", "cơ quan này không có trong danh mục", "chọn lại cơ quan từ danh mục"
            )
    elif verb is Verb.AMEND and kind.isascii() and kind.isdecimal():
        plans = Plan.objects.filter(province=reading.agency.province_or_self)
        if len(kind) > 15 or not plans.filter(pk=int(kind)).exists():
            raise refuse(
                "plans.preview.no-plan", "kế hoạch", "kế hoạch này không có trong tỉnh", "chọn lại kế hoạch từ danh sách"
            )
