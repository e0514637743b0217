"""Handing a post over: what is open on the old holder's desk goes to the new one, what was done keeps the old name."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from django.db import models, transaction
from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.actions.changing import locked_province
from longdan.app.agencies.models import Account, Post, Role
from longdan.app.agencies.queries.people import held_on
from longdan.app.audit.actions import record
from longdan.app.audit.locks import lock, locked
from longdan.app.people import jobs
from longdan.app.people.actions.posts import Name, Seat, add_person, give_post, must_be_held
from longdan.app.people.models import AccountSheet, HandOver
from longdan.app.plans.models import Assignment, Reading
from longdan.app.plans.states import OPEN
from longdan.app.work.models import CalendarFeed, Draft, Mention
from longdan.app.work.states import CLOSED
from longdan.core.problems import refuse


@transaction.atomic
def hand_over(*, post_id: int, to: int | Name, title: str, effective: date, by: Post, at: datetime) -> HandOver:
    """End a post on the day ``effective`` and give it to somebody from that day: an account of the province, or somebody new.

    Whoever holds the same role there already takes it over in the post that they have.
    """
    _lock_desk(post_id)  # before the province, as whoever confirms a reading
    locked_province(by)
    old = locked(Post.objects.select_related("agency", "account"), post_id)
    require(by, Right.ADMINISTER_PEOPLE, on=old.agency)
    must_be_held(old)
    lock(CalendarFeed.objects.filter(post=old))
    if effective <= old.since:
        fix = f"chọn từ ngày {old.since + timedelta(days=1):%d/%m/%Y}"
        raise refuse("people.ends-too-early", "ngày bàn giao", "không sau ngày người cũ bắt đầu giữ vị trí", fix)
    new = _taking_over(old, to, Seat(old.agency_id, Role(old.role), title, effective), by, at)
    if old.role == Role.ADMINISTRATOR and not new.account.has_usable_password():
        _must_leave_one_who_signs_in(old, effective)
    old.until = effective
    old.save(update_fields=["until"])
    made = HandOver.objects.create(old=old, new=new, effective=effective, ordered_by=by, ordered_at=at)
    told = f"cho {new.account.full_name}, từ {effective:%d/%m/%Y}"
    record(by, "people.post.handed_over", old.account, at=at, detail=f"{old.title}, {old.agency.name}, {told}")
    if effective <= localdate(at):
        move(hand_over_id=made.pk, at=at)
    else:
        jobs.on_the_day(made.pk, effective)
    return made


def _must_leave_one_who_signs_in(old: Post, effective: date) -> None:
    """Refuse to leave the province with an administrator who has no password yet, and nobody left who could invite them."""
    held = Post.objects.filter(held_on(effective), role=Role.ADMINISTRATOR, account__is_active=True).exclude(pk=old.pk)
    province = old.agency.province_or_self
    here = (post for post in held.select_related("agency", "account") if post.agency.province_or_self == province)
    if not any(post.account.has_usable_password() for post in here):
        what = "người nhận chưa đặt mật khẩu, và tỉnh không còn người quản trị nào khác đăng nhập được"
        raise refuse("people.cannot-sign-in", "người nhận", what, "mời người nhận đặt mật khẩu trước, rồi bàn giao")


def _taking_over(old: Post, to: int | Name, seat: Seat, by: Post, at: datetime) -> Post:
    if isinstance(to, Name):
        return add_person(name=to, seat=seat, by=by, at=at).posts.select_related("account", "agency").get()
    if to == old.account_id:
        raise refuse("people.same-holder", old.account.full_name, "đang giữ chính vị trí này", "chọn người khác")
    if not Account.objects.filter(pk=to, is_active=True).exists():
        raise refuse("people.inactive", "người nhận", "tài khoản đang khóa", "mở lại tài khoản, hoặc chọn người khác")
    held = Post.objects.filter(account=to, agency=old.agency_id, role=old.role, until__isnull=True, since__lte=seat.since)
    return held.select_related("account", "agency").first() or give_post(account_id=to, seat=seat, by=by, at=at)


def _lock_desk(post_id: int) -> None:
    """Lock what is open on a desk, before the first trace locks the trail: who changes any of it may wait for that."""
    lock(Reading.objects.filter(received_by=post_id, state__in=OPEN))
    lock(entrusted_to(post_id))


def entrusted_to(post_id: int) -> QuerySet[Assignment]:
    """What a post answers for within its agency and is not closed."""
    return Assignment.objects.filter(officer=post_id).exclude(state__in=CLOSED)


@transaction.atomic
def move(*, hand_over_id: int, at: datetime) -> HandOver:
    """Move what is open, once, on the day that was ordered."""
    order = locked(HandOver.objects.select_related("old__account", "old__agency", "new__account"), hand_over_id)
    if order.done_at:
        return order
    moved = {name: count for name, take in TAKEN.items() if (count := take(order, at))}
    order.done_at = at
    order.save(update_fields=["done_at"])
    told = ", ".join(f"{count} {name}" for name, count in moved.items()) or "không có việc dở dang"
    record(None, "people.post.desk_moved", order.old.account, at=at, detail=f"cho {order.new.account.full_name}: {told}")
    return order


def _readings(order: HandOver, at: datetime) -> int:
    return Reading.objects.filter(received_by=order.old, state__in=OPEN).update(received_by=order.new)


def _drafts(order: HandOver, at: datetime) -> int:
    """Words that were not sent; where the new holder has begun the same, theirs stay."""
    begun = Draft.objects.filter(by=order.new)
    open_ones = Draft.objects.filter(by=order.old)
    theirs = [one.pk for one in open_ones if not begun.filter(task=one.task_id, place=one.place).exists()]
    return Draft.objects.filter(pk__in=theirs).update(by=order.new)


def _mentions(order: HandOver, at: datetime) -> int:
    """Calls that were not read: all of them where no other post is left, else those about what the post's agency does."""
    on = localdate(at)
    left = order.old.account.posts.filter(since__lte=on).exclude(until__lte=on)
    calls = Mention.objects.filter(account=order.old.account_id, read_at__isnull=True)
    if left.exists():
        agency = order.old.agency_id
        calls = calls.filter(Q(comment__task__assignments__agency=agency) | Q(comment__task__plan__owner=agency))
    called = Mention.objects.filter(account=order.new.account_id).values("comment")
    theirs = set(calls.exclude(comment__in=called).values_list("pk", flat=True))
    return Mention.objects.filter(pk__in=theirs).update(account=order.new.account_id)


def _entrusted(order: HandOver, at: datetime) -> int:
    return entrusted_to(order.old_id).update(officer=order.new_id)


def _feeds(order: HandOver, at: datetime) -> int:
    """The old holder knows the secret address of the calendar: it is closed, the new holder makes their own."""
    return CalendarFeed.objects.filter(post=order.old, revoked_at__isnull=True).update(revoked_at=at)


def _sheets(order: HandOver, at: datetime) -> int:
    return AccountSheet.objects.filter(received_by=order.old, ended_at__isnull=True).update(received_by=order.new)


TAKEN: dict[str, Callable[[HandOver, datetime], int]] = {
    "bản đọc đang mở": _readings,
    "bản nháp": _drafts,
    "lời nhắc chưa đọc": _mentions,
    "việc đang phụ trách": _entrusted,
    "địa chỉ lịch đã đóng": _feeds,
    "danh sách tài khoản đang xem": _sheets,
}
# Tables that name a post, and what becomes of their rows; a test completes it.
MOVED: frozenset[type[models.Model]] = frozenset({Assignment, Reading, Draft, Mention, CalendarFeed, AccountSheet})
