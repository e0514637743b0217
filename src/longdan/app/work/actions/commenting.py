"""What people say to each other at a task."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Post
from longdan.app.audit.actions import record
from longdan.app.audit.locks import locked
from longdan.app.audit.repeats import sent_already
from longdan.app.plans.models import Task
from longdan.app.work.actions.drafting import drop_draft
from longdan.app.work.actions.stepping import said
from longdan.app.work.matching import Person, called
from longdan.app.work.models import Comment, Mention
from longdan.app.work.queries.people import people_to_call
from longdan.core.problems import refuse

PLACE = "comment"


@transaction.atomic
def comment(*, task_id: int, by: Post, text: str, at: datetime) -> tuple[Person, ...]:
    """Say something at a task; who is called by it. The same words sent twice by one press are said once."""
    task = Task.objects.select_related("plan__owner").get(pk=task_id)
    require(by, Right.COMMENT, on=task.plan.owner)
    text = said(text, "nội dung trao đổi")
    meant = called(text, people_to_call(by, on=localdate(at))) if "@" in text else ()
    if sent_already(task.comments.filter(withdrawn_at__isnull=True), by=by, at=at, text=text):
        return meant
    made = Comment(task=task, text=text, by=by, at=at).keyed()
    made.save()
    Mention.objects.bulk_create(Mention(comment=made, account_id=person.account_id) for person in meant)
    record(by, "work.comment.said", made, at=at, detail=", ".join(f"@{person.handle}" for person in meant))
    drop_draft(by=by, task_id=task_id, place=PLACE)
    return meant


@transaction.atomic
def withdraw_comment(*, comment_id: int, by: Post, at: datetime) -> Comment:
    """Take one's own words back; who was called is called no more."""
    made = locked(Comment.objects.select_related("by", "task"), comment_id)
    _must_be_own(made, by)
    if made.withdrawn_at is None:
        made.withdrawn_at = at
        made.save(update_fields=["withdrawn_at"])
        record(by, "work.comment.withdrawn", made, at=at)
    return made


@transaction.atomic
def restore_comment(*, comment_id: int, by: Post, at: datetime) -> Comment:
    """Say again what one had taken back."""
    made = locked(Comment.objects.select_related("by", "task"), comment_id)
    _must_be_own(made, by)
    if made.withdrawn_at is not None:
        made.withdrawn_at = None
        made.save(update_fields=["withdrawn_at"])
        record(by, "work.comment.restored", made, at=at)
    return made


def _must_be_own(made: Comment, by: Post) -> None:
    if made.by.account_id != by.account_id:
        raise refuse(
            "work.comment.not-own", "trao đổi", "chỉ người viết mới rút lại được", "viết một trao đổi khác để đính chính"
        )


@transaction.atomic
def read_mentions(*, task_id: int, by: Post, at: datetime) -> int:
    """Note that a person has read what called them to a task; how many calls. No trail: reading changes nothing."""
    return Mention.objects.filter(comment__task=task_id, account=by.account_id, read_at__isnull=True).update(read_at=at)
