"""Accounts from a sheet: handed in, looked at, acted upon or discarded."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.actions.changing import locked_province
from longdan.app.agencies.models import Account, Agency, Post
from longdan.app.audit.actions import record
from longdan.app.audit.locks import lock, locked
from longdan.app.people.actions.posts import Name, Seat, add_person, change_person, change_post, give_post
from longdan.app.people.models import AccountSheet
from longdan.app.people.previewing.comparing import Entry, SheetPreview, preview
from longdan.app.people.previewing.reading import lines
from longdan.app.plans.previewing import Change
from longdan.core.problems import ProblemsFound, refuse


@transaction.atomic
def receive_sheet(*, name: str, content: bytes, by: Post, at: datetime) -> AccountSheet:
    """Take a sheet of accounts in, to be looked at; one that has no accounts is refused."""
    require(by, Right.ADMINISTER_PEOPLE, on=by.agency)
    if not lines(name, content):
        raise refuse("people.sheet.no-rows", name, "không có dòng nào dưới tiêu đề", "điền mỗi người một dòng")
    province = Agency.objects.get(pk=by.agency.province_or_self)
    sheet = AccountSheet.objects.create(agency=province, name=name[:300], content=content, received_by=by, received_at=at)
    record(by, "people.sheet.received", sheet, at=at)
    return sheet


@transaction.atomic
def confirm_sheet(*, sheet_id: int, seen: str, choices: Mapping[str, int], by: Post, at: datetime) -> SheetPreview:
    """Do what was seen (``seen`` is its token): add who is new, mend who changed; nobody is taken away.

    ``choices``: the agency that a doubtful name means, by the folded name.
    """
    sheet = _open(sheet_id, by)
    locked_province(by)  # posts, then people, before what is written leaves its trace: as whoever changes one of them
    first = preview(sheet, by=by, on=localdate(at))
    if first.token() != seen:
        fix = "xem lại bản xem trước mới nhất rồi xác nhận"
        raise refuse("people.sheet.changed", sheet.name, "người dùng hoặc cơ quan đã thay đổi sau khi trang này được mở", fix)
    found = preview(sheet, by=by, on=localdate(at), choices=choices)
    if found.problems:
        raise ProblemsFound(found.problems)
    if questions := found.open_questions():
        named = ", ".join(sorted({f"“{entry.agency_written}”" for entry in questions}))
        raise refuse("people.sheet.agency", sheet.name, f"chưa rõ cơ quan {named}", "chọn cơ quan cho mỗi tên rồi xác nhận")
    lock(Post.objects.filter(pk__in=[entry.post_id for entry in found.entries if entry.post_id]))
    lock(Account.objects.filter(pk__in=[entry.account_id for entry in found.entries if entry.account_id]))
    accounts: dict[str, int] = {}
    for entry in found.entries:
        _write(entry, accounts, by, at)
    _close(sheet, at)
    counts = ", ".join(f"{found.count(change)} {words}" for change, words in WORDS.items())
    record(by, "people.sheet.confirmed", sheet, at=at, detail=counts)
    return found


WORDS = {Change.NEW: "mới", Change.CHANGED: "thay đổi", Change.UNCHANGED: "giữ nguyên"}


@transaction.atomic
def discard_sheet(*, sheet_id: int, by: Post, at: datetime) -> AccountSheet:
    """Put a sheet away without doing what it says."""
    sheet = _open(sheet_id, by)
    _close(sheet, at)
    record(by, "people.sheet.discarded", sheet, at=at)
    return sheet


def _open(sheet_id: int, by: Post) -> AccountSheet:
    sheet = locked(AccountSheet.objects.select_related("agency"), sheet_id)
    require(by, Right.ADMINISTER_PEOPLE, on=sheet.agency)
    if sheet.ended_at:
        raise refuse("people.sheet.ended", sheet.name, "đã được xử lý xong", "nộp lại tệp nếu còn thay đổi")
    return sheet


def _close(sheet: AccountSheet, at: datetime) -> None:
    sheet.ended_at, sheet.content = at, b""
    sheet.save(update_fields=["ended_at", "content"])


def _write(entry: Entry, accounts: dict[str, int], by: Post, at: datetime) -> None:
    """One row: who is new is added once, however many rows name them."""
    assert entry.agency_id is not None
    told = entry.meant
    seat = Seat(entry.agency_id, told.role, told.title, told.since)
    account_id = entry.account_id or accounts.get(entry.person)
    if account_id is None:
        account = add_person(name=Name(told.full_name, told.username, told.email), seat=seat, by=by, at=at)
        accounts[entry.person] = account.pk
        return
    if entry.change is Change.UNCHANGED:
        return
    _mend(account_id, told.full_name, told.email, by, at)
    if entry.post_id is None:
        give_post(account_id=account_id, seat=seat, by=by, at=at)
    else:
        change_post(post_id=entry.post_id, title=told.title, role=told.role, by=by, at=at)


def _mend(account_id: int, full_name: str, email: str, by: Post, at: datetime) -> None:
    account = Account.objects.get(pk=account_id)
    change_person(account_id=account_id, name=Name(full_name, account.username, email or account.email), by=by, at=at)
