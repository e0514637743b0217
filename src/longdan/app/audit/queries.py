"""Reading the audit trail, and proving that nobody changed it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from longdan.app.audit.models import GENESIS, ChainHead, Event

VERBS = {
    "plans.reading.received": "nhận văn bản",
    "plans.reading.cancelled": "hủy bản đọc",
    "plans.plan.confirmed": "xác nhận kế hoạch",
    "plans.plan.amended": "cập nhật kế hoạch theo văn bản mới",
    "plans.task.reassigned": "đổi cơ quan thực hiện theo văn bản mới",
    "work.assignment.accept": "nhận việc",
    "work.assignment.report": "báo cáo tiến độ",
    "work.assignment.submit": "nộp kết quả",
    "work.assignment.send_back": "trả lại",
    "work.assignment.finish": "duyệt hoàn thành",
    "work.assignment.cancel": "thôi giao việc",
}


@dataclass(frozen=True, slots=True)
class EventRow:
    number: int
    at: datetime
    signature: str
    verb: str
    words: str
    thing: str
    thing_id: int
    about: str
    detail: str


def rows(events: Iterable[Event]) -> tuple[EventRow, ...]:
    return tuple(
        EventRow(e.number, e.at, e.signature, e.verb, VERBS.get(e.verb, e.verb), e.thing, e.thing_id, e.about, e.detail)
        for e in events
    )


def of_things(limit: int = 100, **ids: Iterable[int]) -> QuerySet[Event]:
    """The events of some things, the latest first; the things by what they are: ``task=[3], assignment=[5, 6]``."""
    meant = (Q(thing=thing, thing_id__in=list(some)) for thing, some in ids.items())
    return Event.objects.filter(reduce(or_, meant))[:limit]


def first_break() -> int | None:
    """The number of the first event that does not follow from those before it; None where the chain is whole."""
    previous, number = GENESIS, 0
    for event in Event.objects.order_by("number").iterator():
        if (event.number, event.previous) != (number + 1, previous) or event.digest != event.computed_digest():
            return event.number
        previous, number = event.digest, event.number
    head = ChainHead.objects.filter(pk=1).first()
    return None if (head.digest if head else GENESIS) == previous else number + 1
