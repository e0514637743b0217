"""Sheets of accounts that wait to be looked at."""

from dataclasses import dataclass
from datetime import datetime

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Post
from longdan.app.people.models import AccountSheet


@dataclass(frozen=True, slots=True)
class SheetRow:
    id: int
    name: str
    received_by: str
    received_at: datetime


def sheets(post: Post) -> tuple[SheetRow, ...]:
    """The sheets of the province that nobody has acted upon yet."""
    require(post, Right.ADMINISTER_PEOPLE, on=post.agency)
    rows = AccountSheet.objects.filter(agency=post.agency.province_or_self, ended_at__isnull=True).defer("content")
    found = rows.select_related("received_by__account").order_by("-received_at")
    return tuple(SheetRow(one.pk, one.name, one.received_by.account.full_name, one.received_at) for one in found)


def open_sheet(post: Post, sheet_id: int) -> AccountSheet:
    """One of them."""
    sheet = AccountSheet.objects.select_related("agency").get(pk=sheet_id, ended_at__isnull=True)
    require(post, Right.ADMINISTER_PEOPLE, on=sheet.agency)
    return sheet
