"""Agencies in the order in which people look for them, and as a sheet."""

from collections.abc import Iterable
from itertools import groupby

from django.utils.translation import gettext as _

from longdan.app.agencies.models import AgencyKind
from longdan.app.agencies.queries import AgencyRow, Listing
from longdan.core.vietnamese import fold
from longdan.web.shared.workbooks import Column, Sheet

SIZE = 200
FIRST = (AgencyKind.PROVINCE, AgencyKind.DEPARTMENT, AgencyKind.PARTY, AgencyKind.CENTRAL)
ORDER = (*FIRST, *(kind for kind in AgencyKind if kind not in FIRST))


def by_kind(rows: Iterable[AgencyRow]) -> list[tuple[str, list[AgencyRow]]]:
    """Agencies by kind, within a kind as they came: in the order of the dictionary."""
    ordered = sorted(rows, key=lambda row: ORDER.index(AgencyKind(row.kind)))
    return [(label, list(group)) for label, group in groupby(ordered, lambda row: row.kind_label)]


def groups_like(typed: str, labels: Iterable[str]) -> list[str]:
    return [label for label in labels if fold(typed) in fold(label)]


def sheet(found: Listing) -> Sheet:
    """The list as it leaves for Excel."""
    columns = (Column(_("Tên"), 50, wraps=True), Column(_("Tên gọi tắt"), 20), Column(_("Loại"), 24), Column(_("Mã"), 18),
               Column(_("Người giữ vị trí"), 60, wraps=True))  # fmt: skip
    rows = [(row.name, row.short_name, row.kind_label, row.official_code, "; ".join(row.people)) for row in found.rows]
    return Sheet(_("Cơ quan"), columns, rows)
