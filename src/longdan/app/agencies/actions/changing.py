"""Adding an agency, renaming it, ending it: each from a day, with the document that orders it."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import COMMUNE_KINDS, Agency, AgencyKind, AgencyName, Post, Succession
from longdan.app.agencies.queries import in_force
from longdan.app.audit.actions import record
from longdan.app.audit.locks import locked
from longdan.core.problems import Problem, ProblemsFound, refuse
from longdan.core.vietnamese import fold

ADDABLE = (AgencyKind.DEPARTMENT, AgencyKind.CENTRAL, AgencyKind.PARTY, AgencyKind.OTHER, *COMMUNE_KINDS)


@dataclass(frozen=True, slots=True)
class Order:
    """From which day something holds, and by which document (as a person writes it; may be empty)."""

    on: date
    basis: str = ""

    def told(self) -> str:
        return f"từ {self.on:%d/%m/%Y}" + (f", theo {self.basis}" if self.basis else "")


def locked_province(by: Post) -> Agency:
    """The province, locked until the transaction ends: reforms and confirmed plans of a province come one after the other."""
    return Agency.objects.select_for_update(no_key=True).get(pk=by.agency.province_or_self)


@transaction.atomic
def add_agency(
    *, name: str, kind: AgencyKind, short_name: str = "", within: int | None = None, order: Order, by: Post, at: datetime
) -> Agency:
    """Add an agency to the province; ``within``: the agency that it is a part of, None: the province itself."""
    province = locked_province(by)
    require(by, Right.ADMINISTER_AGENCIES, on=province)
    parent = Agency.objects.get(pk=within) if within else province
    require(by, Right.ADMINISTER_AGENCIES, on=parent)
    _must_be_named(name, province, order.on)
    _must_have_come(order, at)
    if kind not in ADDABLE:
        raise refuse("agencies.kind", name, "loại đơn vị này không thêm ở đây được", "chọn loại khác")
    agency = Agency(
        code=f"{province.code}.m{secrets.token_hex(4)}",
        name=name.strip(),
        short_name=short_name.strip()[:100],
        kind=kind,
        parent=parent,
        province=province,
        valid_from=order.on,
        fictional=province.fictional,
    ).keyed()
    agency.save()
    record(by, "agencies.agency.added", agency, at=at, detail=order.told())
    return agency


@transaction.atomic
def rename(*, agency_id: int, name: str, short_name: str, order: Order, by: Post, at: datetime) -> Agency:
    """Give an agency another name from a day on; documents that bear the old one still find it."""
    province = locked_province(by)
    agency = _open(agency_id, by)
    _must_have_come(order, at)
    if name.strip() == agency.name and short_name.strip() == agency.short_name:
        return agency
    if fold(name) != fold(agency.name):
        _must_be_named(name, province, order.on, besides=agency.pk)
    elif not name.strip():
        _must_be_named(name, province, order.on)
    before = agency.name
    _keep_names(agency, name.strip(), short_name.strip(), order.on)
    agency.name, agency.short_name = name.strip(), short_name.strip()[:100]
    agency.keyed().save(update_fields=["name", "short_name", "folded", "sort_key"])
    record(by, "agencies.agency.renamed", agency, at=at, detail=f"{before} → {agency.name}, {order.told()}")
    return agency


def _keep_names(agency: Agency, name: str, short_name: str, on: date) -> None:
    """The names that are given up, so that old documents still find the agency; one that it takes again is no former name."""
    last = agency.names.filter(kind=AgencyName.Kind.FORMER).order_by("-until").first()
    since = (last.until if last else None) or agency.valid_from
    gone = [(agency.name, AgencyName.Kind.FORMER)] if name != agency.name else []
    if agency.short_name and short_name != agency.short_name:
        gone.append((agency.short_name, AgencyName.Kind.SHORT))
    agency.names.filter(name__in=[name, short_name]).delete()
    for old, kind in gone:
        AgencyName.objects.get_or_create(
            agency=agency,
            name=old,
            defaults={"kind": kind, "since": since if since and since < on else None, "until": on, "folded": fold(old)},
        )


@transaction.atomic
def name_also(*, agency_id: int, names: Iterable[str], by: Post, at: datetime) -> Agency:
    """Say by which short names documents call an agency: these, and no others."""
    agency = _open(agency_id, by)
    wanted = {name.strip() for name in names if fold(name)}
    for name in wanted:
        _must_be_short(name)
    short = agency.names.filter(kind=AgencyName.Kind.SHORT)
    known = set(agency.names.values_list("name", flat=True))
    dropped = set(short.values_list("name", flat=True)) - wanted
    short.filter(name__in=dropped).delete()
    added = sorted(wanted - known - {agency.name})
    AgencyName.objects.bulk_create(
        AgencyName(agency=agency, name=name, kind=AgencyName.Kind.SHORT, folded=fold(name)) for name in added
    )
    if told := [f"thêm {name}" for name in added] + [f"bỏ {name}" for name in sorted(dropped)]:
        record(by, "agencies.agency.named", agency, at=at, detail="; ".join(told))
    return agency


@transaction.atomic
def end_agency(*, agency_id: int, heirs: Sequence[Agency], order: Order, by: Post, at: datetime) -> Agency:
    """End an agency on a day; ``heirs`` carry on its work, which itself is moved by ``app.reform``."""
    locked_province(by)
    agency = _open(agency_id, by)
    _must_have_come(order, at)
    if problems := list(_end_wrong(agency, heirs, order, by)):
        raise ProblemsFound(problems)
    agency.valid_to = order.on
    agency.save(update_fields=["valid_to"])
    share = Succession.Share.WHOLE if len(heirs) == 1 else Succession.Share.PART
    Succession.objects.bulk_create(
        Succession(predecessor=agency, successor=heir, share=share, basis=order.basis[:300]) for heir in heirs
    )
    told = ", ".join(heir.name for heir in heirs) or "không có cơ quan kế thừa"
    record(by, "agencies.agency.ended", agency, at=at, detail=f"{order.told()}; kế thừa: {told}")
    return agency


def _end_wrong(agency: Agency, heirs: Sequence[Agency], order: Order, by: Post) -> Iterable[Problem]:
    if agency.province_id is None:
        yield Problem("agencies.end.province", agency.name, "là chính tỉnh này", "chọn một cơ quan của tỉnh")
    if agency.valid_from and agency.valid_from >= order.on:
        what = f"mới có từ {agency.valid_from:%d/%m/%Y}"
        yield Problem("agencies.end.too-early", agency.name, what, f"chọn ngày sau {agency.valid_from:%d/%m/%Y}")
    for heir in heirs:
        if heir.pk == agency.pk:
            yield Problem("agencies.end.itself", heir.name, "không thể tự kế thừa chính mình", "chọn cơ quan khác")
        elif heir.ended:
            yield Problem("agencies.end.heir-ended", heir.name, "đã chấm dứt", "chọn cơ quan đang hoạt động")
        elif heir.province_or_self != by.agency.province_or_self:
            yield Problem("agencies.end.elsewhere", heir.name, "không thuộc tỉnh này", "chọn cơ quan của tỉnh")


def _open(agency_id: int, by: Post) -> Agency:
    """An agency that is still there and may be changed, locked until the transaction ends."""
    agency = locked(Agency.objects.select_related("province"), agency_id)
    require(by, Right.ADMINISTER_AGENCIES, on=agency)
    if agency.ended:
        raise refuse("agencies.ended", agency.name, "đã chấm dứt nên không sửa được nữa", "tải lại trang để xem cơ quan kế thừa")
    return agency


def _must_have_come(order: Order, at: datetime) -> None:
    """A reform is recorded once it holds: before that day, the work is still the old agency's."""
    if order.on > localdate(at):
        fix = f"ghi nhận khi quyết định đã có hiệu lực, từ {order.on:%d/%m/%Y}"
        raise refuse("agencies.not-yet", "ngày có hiệu lực", f"{order.on:%d/%m/%Y} chưa đến", fix)
    if order.on < localdate(at) - timedelta(days=366 * 30):
        raise refuse("agencies.long-ago", "ngày có hiệu lực", f"{order.on:%d/%m/%Y} đã quá lâu", "kiểm tra lại năm")


def _must_be_named(name: str, province: Agency, on: date, besides: int | None = None) -> None:
    if not fold(name):
        raise refuse("agencies.no-name", "tên cơ quan", "còn để trống", "ghi tên đầy đủ của cơ quan")
    _must_be_short(name)
    same = Agency.objects.filter(in_force(on), province=province).exclude(pk=besides or 0)
    if any(fold(one) == fold(name) for one in same.values_list("name", flat=True)):
        raise refuse("agencies.same-name", name, "tỉnh đã có cơ quan mang tên này", "đặt tên khác, hoặc sửa cơ quan ấy")


def _must_be_short(name: str) -> None:
    if len(name) > 250:
        raise refuse("agencies.long-name", name[:60], "dài hơn 250 ký tự", "rút gọn tên")
