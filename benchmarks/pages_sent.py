"""Sends what people send all day, each taken back at once: a correction in a long preview, a change, words, a report."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from longdan.app.agencies.models import Post
from longdan.app.plans.models import Assignment, Reading, ReadingState, Task
from longdan.app.plans.previewing import preview

COORDINATOR, HEAD = "dieuphoi", "giamdoc"


@dataclass(frozen=True, slots=True)
class Sent:
    """A form, by whom it is sent."""

    name: str
    who: str
    address: str
    form: Mapping[str, str]


def forms() -> Iterator[Sent]:
    """What is sent: the correction at the first task of the newest preview, the rest at tasks in force."""
    coordinator, head = (post_of(user) for user in (COORDINATOR, HEAD))
    reading = Reading.objects.filter(state=ReadingState.READY).latest("pk").pk
    item = preview(coordinator, reading, on=timezone.localdate()).preview.tasks[0].id
    correction = {"verb": "edit", "item": item, "field": "product", "value": "Biên bản", "shown": item}
    yield Sent("correct", COORDINATOR, reverse("correct", args=[reading]), correction)
    task = Task.objects.filter(withdrawn_at=None).latest("pk").pk
    change = {"field": "product", "value": "Biên bản"}
    yield Sent("change-task", COORDINATOR, reverse("change-task", args=[task, "noi-dung"]), change)
    yield Sent("comment", COORDINATOR, reverse("comment", args=[task]), {"text": "Đã nhắc qua điện thoại."})
    duty = Assignment.objects.filter(agency=head.agency, state="under_way", task__withdrawn_at=None).latest("pk")
    report = {"task_id": str(duty.task_id), "text": "Đã hoàn thành dự thảo.", "percent_done": "60"}
    yield Sent("step (report)", HEAD, reverse("step", args=[duty.pk, "report"]), report)


def post_of(user: str) -> Post:
    return Post.objects.select_related("agency", "account").get(account__username=user)


def send(client: Client, one: Sent) -> int:
    """The status of the answer; nothing of it stays."""
    with transaction.atomic():
        status = client.post(one.address, one.form, headers={"HX-Request": "true"}).status_code
        transaction.set_rollback(True)
    return status
