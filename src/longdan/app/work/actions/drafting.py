"""Keeping what people type before they send it."""

import re
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Post
from longdan.app.plans.models import Task
from longdan.app.work.models import Draft
from longdan.app.work.states import DifficultyStep, Step
from longdan.core.problems import refuse

LONGEST = 20_000  # characters; nobody reports as much
MOST = 200  # drafts of one post; the oldest make room
_STEPS = "|".join(Step)
_TURNS = "|".join(DifficultyStep)
# The fields of a task's page: its comment, and those of an assignment or a difficulty by their number; a field beside the
# words of a form has the form's place before its own name.
PLACE = re.compile(
    rf"comment|(?:raise|{_STEPS}|difficulty-(?:{_TURNS}))-\d{{1,15}}|{Step.REPORT}-\d{{1,15}}-percent|raise-\d{{1,15}}-proposal"
)


@transaction.atomic
def keep_draft(*, task_id: int, place: str, text: str, by: Post, at: datetime) -> None:
    """Keep what a post is writing in a field of a task's page; an empty field keeps nothing. No trail: nothing was said yet."""
    task = Task.objects.select_related("plan__owner").get(pk=task_id)
    require(by, Right.SEE, on=task.plan.owner)
    if not PLACE.fullmatch(place):
        raise refuse("work.draft-place", "bản nháp", "không có ô nào như vậy trên trang nhiệm vụ", "tải lại trang rồi gõ lại")
    if len(text) > LONGEST:
        raise refuse("work.draft-too-long", "bản nháp", "quá dài để lưu", f"rút gọn còn dưới {LONGEST} chữ, hoặc nộp thành tệp")
    if not text.strip():
        Draft.objects.filter(by=by, task=task, place=place).delete()
        return
    Draft.objects.update_or_create(by=by, task=task, place=place, defaults={"text": text, "at": at})
    oldest = Draft.objects.filter(by=by).order_by("-at", "-pk").values_list("pk", flat=True)[MOST : MOST + MOST]
    Draft.objects.filter(pk__in=list(oldest)).delete()


def drop_draft(*, by: Post, task_id: int, place: str) -> None:
    """Forget what was sent, or given up: the words at a place with what was typed beside them."""
    Draft.objects.filter(Q(place=place) | Q(place__startswith=f"{place}-"), by=by, task_id=task_id).delete()
