"""Giving an agency's assignment to one of its people, who answers for it within the agency."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from longdan.app.agencies.access import DOERS, Right, require
from longdan.app.agencies.models import Post
from longdan.app.audit.actions import record
from longdan.app.plans.models import Assignment
from longdan.app.work.access import own
from longdan.app.work.actions.stepping import must_be_in_force
from longdan.app.work.states import CLOSED
from longdan.core.problems import refuse


@transaction.atomic
def entrust(*, assignment_ids: Sequence[int], to: int | None, by: Post, at: datetime) -> int:
    """Put the post ``to`` in charge of assignments of its agency, or nobody where None; how many that changed.

    All or none: whoever names an assignment that is closed, or a post of another agency, changes nothing.
    """
    rows = Assignment.objects.filter(pk__in=set(assignment_ids)).order_by("pk")
    list(rows.select_for_update(no_key=True).only("pk"))  # alone, as ``locked`` does
    found = list(rows.select_related("task__plan__owner", "agency"))
    if len(found) < len(set(assignment_ids)):
        raise Assignment.DoesNotExist
    officer = None if to is None else _in_office(to, at)
    for one in found:
        require(by, Right.ENTRUST, on=own(one))
        must_be_in_force(one)
        if one.state in CLOSED:
            raise refuse("work.entrust.closed", "nhiệm vụ", "việc này đã khép lại", "mở lại việc rồi giao người phụ trách")
        if officer and officer.agency_id != own(one).pk:
            what = f"{officer.account.full_name} không thuộc {own(one).name}"
            raise refuse("work.entrust.elsewhere", "người phụ trách", what, "chọn một người của chính cơ quan được giao")
    changed = [one for one in found if one.officer_id != to]
    for one in changed:
        one.officer = officer
        one.save(update_fields=["officer"])
        told = officer.account.full_name if officer else ""
        record(by, "work.assignment.entrusted" if officer else "work.assignment.unentrusted", one, at=at, detail=told)
    return len(changed)


def _in_office(post_id: int, at: datetime) -> Post:
    """Somebody who does the work of an agency and holds that post today."""
    post = Post.objects.select_related("account").get(pk=post_id)
    today = localdate(at)
    held = post.since <= today and (post.until is None or post.until > today) and post.account.is_active
    if post.role not in DOERS or not held:
        what = f"{post.account.full_name} hiện không giữ vị trí làm việc nào ở cơ quan này"
        raise refuse("work.entrust.not-held", "người phụ trách", what, "tải lại trang rồi chọn người đang giữ vị trí")
    return post
