"""People and their posts: added, changed, ended, closed, opened again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.actions.changing import locked_province
from longdan.app.agencies.models import Account, Agency, Post, Role
from longdan.app.audit.actions import record, take_turn
from longdan.app.audit.locks import locked
from longdan.app.people.actions.sessions import end
from longdan.app.people.previewing.rules import CALLED, is_mail, roles_written, too_long, typed
from longdan.app.people.queries.people import administered
from longdan.core.problems import Problem, ProblemsFound, refuse
from longdan.core.vietnamese import fold


@dataclass(frozen=True, slots=True)
class Name:
    """Who a person is: full name, name to sign in with (made where it is empty), address for mail (may be empty)."""

    full_name: str
    username: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Seat:
    """What a person is somewhere."""

    agency_id: int
    role: Role
    title: str
    since: date


@transaction.atomic
def add_person(*, name: Name, seat: Seat, by: Post, at: datetime) -> Account:
    """Add somebody with a first post; they set their password by an invitation."""
    agency = _agency(seat, by)
    take_turn()  # sign-in names are unique: of two who give the same one at once the second is told
    name = Name(name.full_name.strip(), name.username.strip() or free_username(name.full_name), name.email.strip())
    _must_be_name(name, None)
    account = Account(username=name.username, full_name=name.full_name, email=name.email, joined_at=at)
    account.set_unusable_password()
    account.save()
    record(by, "people.account.added", account, at=at, detail=account.username)
    _give(account, agency, seat, by, at)
    return account


@transaction.atomic
def change_person(*, account_id: int, name: Name, by: Post, at: datetime) -> Account:
    """Mend a person's name, sign-in name or address for mail."""
    account = administered(by, account_id)
    take_turn()  # as for somebody new
    _must_be_name(name, account)
    wanted = {"full_name": name.full_name.strip(), "username": name.username.strip(), "email": name.email.strip()}
    told = "; ".join(f"{CALLED[field]}: {getattr(account, field) or '–'} → {value or '–'}" for field, value in wanted.items()
                     if getattr(account, field) != value)  # fmt: skip
    if told:
        for field, value in wanted.items():
            setattr(account, field, value)
        account.save(update_fields=list(wanted))
        record(by, "people.account.changed", account, at=at, detail=told)
    return account


@transaction.atomic
def give_post(*, account_id: int, seat: Seat, by: Post, at: datetime) -> Post:
    """Give a person one more post."""
    account = administered(by, account_id)
    return _give(account, _agency(seat, by), seat, by, at)


@transaction.atomic
def change_post(*, post_id: int, title: str, role: Role, by: Post, at: datetime) -> Post:
    """Mend the title or the role of a post that goes on being held."""
    locked_province(by)  # of two administrators who end each other's role one is told
    post = locked(Post.objects.select_related("agency", "account"), post_id)
    require(by, Right.ADMINISTER_PEOPLE, on=post.agency)
    must_be_held(post)
    _must_be_title(title)
    if post.role == Role.ADMINISTRATOR and role != Role.ADMINISTRATOR:
        must_leave_an_administrator(post.agency, localdate(at), besides_post=post.pk)
    names = roles_written()
    changes = (("chức vụ", post.title, title.strip()), ("vai trò", names[Role(post.role)], names[role]))
    if told := [f"{what}: {before} → {now}" for what, before, now in changes if before != now]:
        post.title, post.role = title.strip(), role
        post.save(update_fields=["title", "role"])
        record(by, "people.post.changed", post.account, at=at, detail=f"{post.agency.name}; {'; '.join(told)}")
    return post


@transaction.atomic
def end_post(*, post_id: int, until: date, by: Post, at: datetime) -> Post:
    """End a post: ``until`` is the first day on which it is held no more."""
    locked_province(by)  # as above
    post = locked(Post.objects.select_related("agency", "account"), post_id)
    require(by, Right.ADMINISTER_PEOPLE, on=post.agency)
    must_be_held(post)
    if until <= post.since:
        fix = f"chọn từ ngày {post.since + timedelta(days=1):%d/%m/%Y}"
        raise refuse("people.ends-too-early", "ngày thôi giữ", "không sau ngày bắt đầu giữ vị trí", fix)
    must_leave_an_administrator(post.agency, max(until, localdate(at)), besides_post=post.pk)
    post.until = until
    post.save(update_fields=["until"])
    record(by, "people.post.ended", post.account, at=at, detail=f"{post.title}, {post.agency.name}, từ {until:%d/%m/%Y}")
    return post


@transaction.atomic
def close_account(*, account_id: int, by: Post, at: datetime) -> Account:
    """Let a person in no more; whoever works with the account is out with the next press. History stays."""
    locked_province(by)  # as above
    account = administered(by, account_id)
    if account.pk == by.account_id:
        raise refuse("people.own-account", account.full_name, "không thể tự khóa tài khoản đang dùng", "nhờ người quản trị khác")
    for agency in Agency.objects.filter(posts__account=account).distinct():
        must_leave_an_administrator(agency, localdate(at), besides_account=account.pk)
    account.is_active = False
    account.save(update_fields=["is_active"])
    end(account.open_sessions.all())
    record(by, "people.account.closed", account, at=at)
    return account


@transaction.atomic
def open_account(*, account_id: int, by: Post, at: datetime) -> Account:
    """Let a person in again whose account was closed."""
    account = administered(by, account_id)
    account.is_active = True
    account.save(update_fields=["is_active"])
    record(by, "people.account.opened", account, at=at)
    return account


def _agency(seat: Seat, by: Post) -> Agency:
    agency = Agency.objects.get(pk=seat.agency_id)
    require(by, Right.ADMINISTER_PEOPLE, on=agency)
    return agency


def _give(account: Account, agency: Agency, seat: Seat, by: Post, at: datetime) -> Post:
    _must_be_title(seat.title)
    if agency.valid_to and agency.valid_to <= seat.since:
        fix = "chọn cơ quan kế thừa"
        raise refuse("people.agency-ended", agency.name, f"không còn từ ngày {agency.valid_to:%d/%m/%Y}", fix)
    if account.posts.filter(agency=agency, role=seat.role).exclude(until__lte=seat.since).exists():
        what = f"{account.full_name} đang giữ vai trò “{seat.role.label}” tại đây"
        raise refuse("people.post-twice", agency.name, what, "chọn vai trò khác, hoặc kết thúc vị trí đang giữ trước")
    post = Post.objects.create(account=account, agency=agency, role=seat.role, title=seat.title.strip(), since=seat.since)
    told = f"{post.title}, {agency.name}, vai trò {roles_written()[seat.role]}, từ {seat.since:%d/%m/%Y}"
    record(by, "people.post.given", account, at=at, detail=told)
    return post


def _must_be_title(title: str) -> None:
    if not title.strip():
        raise refuse("people.no-title", "chức vụ", "còn để trống", "ghi chức vụ, ví dụ Phó Giám đốc")
    if problems := list(too_long(title=title)):
        raise ProblemsFound(problems)


def _must_be_name(name: Name, account: Account | None) -> None:
    """Refuse a person without a name, a sign-in name that another has or that cannot be typed, an address that is none."""
    problems = [*too_long(full_name=name.full_name, username=name.username, email=name.email)]
    if not name.full_name.strip():
        problems.append(Problem("people.no-name", "họ và tên", "còn để trống", "ghi đủ họ, đệm và tên"))
    username = name.username.strip()
    if account and account.username == username:
        pass  # a name that is there already may stay
    elif not username or not typed(username):
        fix = "dùng chữ thường không dấu, chữ số, dấu chấm hoặc gạch, ví dụ lethichi"
        problems.append(Problem("people.username", "tên đăng nhập", f"“{username}” khó gõ", fix))
    elif Account.objects.filter(username=username).exists():
        what, fix = f"“{username}” đã có người dùng", "chọn tên khác, ví dụ thêm một chữ số"
        problems.append(Problem("people.username-taken", "tên đăng nhập", what, fix))
    if name.email.strip() and not is_mail(name.email.strip()):
        what, fix = f"“{name.email.strip()}” không phải địa chỉ thư", "ghi dạng ten@tinh.gov.vn, hoặc để trống"
        problems.append(Problem("people.mail", "thư điện tử", what, fix))
    if problems:
        raise ProblemsFound(problems)


def free_username(full_name: str, taken: frozenset[str] | set[str] = frozenset()) -> str:
    """A sign-in name that nobody has: the given name and the first letters before it, "chilt" for Lê Thị Chi."""
    words = fold(full_name).split() or ["nguoi"]
    stem = words[-1] + "".join(word[0] for word in words[:-1])
    known = set(Account.objects.filter(username__startswith=stem).values_list("username", flat=True)) | taken
    numbered = (f"{stem}{number}" for number in range(2, len(known) + 3))
    return stem if stem not in known else next(name for name in numbered if name not in known)


def must_be_held(post: Post) -> None:
    if post.until is not None:
        what = f"đã kết thúc từ {post.until:%d/%m/%Y}"
        raise refuse("people.post-ended", str(post), what, "tải lại trang để xem vị trí hiện nay")


def must_leave_an_administrator(
    agency: Agency, on: date, *, besides_post: int | None = None, besides_account: int | None = None
) -> None:
    """Refuse what would leave the province, from a day on, without anybody who can administer it."""
    province = agency.province_or_self
    left = Post.objects.filter(Q(until__isnull=True) | Q(until__gt=on), role=Role.ADMINISTRATOR, account__is_active=True)
    here = [post for post in left.select_related("agency") if post.agency.province_or_self == province]
    others = [post for post in here if post.pk != besides_post and post.account_id != besides_account]
    if _one_after_the_other(here, on) and not _one_after_the_other(others, on):
        fix = "giao vai trò Quản trị cho một người nữa trước"
        raise refuse("people.last-administrator", "vai trò Quản trị", "đây là người quản trị cuối cùng của tỉnh", fix)


def _one_after_the_other(posts: Sequence[Post], on: date) -> bool:
    """Whether on every day from ``on`` at least one of some posts is held."""
    day: date | None = on
    while day is not None:
        ends = [post.until for post in posts if post.since <= day and (post.until is None or post.until > day)]
        if not ends:
            return False
        day = None if None in ends else max(end for end in ends if end)
    return True
