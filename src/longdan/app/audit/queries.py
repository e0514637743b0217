"""Reading the audit trail, and proving that nobody changed it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from longdan.app.audit.models import GENESIS, ChainHead, Event

VERBS = {
    "agencies.agency.added": _("thêm cơ quan"),
    "agencies.agency.renamed": _("đổi tên cơ quan"),
    "agencies.agency.named": _("sửa tên gọi tắt của cơ quan"),
    "agencies.agency.ended": _("chấm dứt cơ quan"),
    "founding.province.founded": _("thiết lập tỉnh"),
    "reform.assignment.moved": _("chuyển việc cho cơ quan kế thừa"),
    "reform.assignment.merged": _("nhập việc khi sắp xếp cơ quan"),
    "reform.plan.moved": _("chuyển kế hoạch cho cơ quan kế thừa"),
    "reform.reading.moved": _("chuyển văn bản đang đọc cho cơ quan kế thừa"),
    "reform.part.moved": _("chuyển đơn vị bên trong sang cơ quan kế thừa"),
    "reform.post.moved": _("chuyển vị trí sang cơ quan kế thừa"),
    "reform.planned.ordered": _("đặt lịch sắp xếp cơ quan"),
    "reform.planned.cancelled": _("hủy lịch sắp xếp cơ quan"),
    "reform.planned.done": _("sắp xếp cơ quan theo lịch"),
    "reform.planned.refused": _("chưa sắp xếp được cơ quan theo lịch"),
    "indices.source.received": _("nhận tệp bộ chỉ số, số liệu"),
    "indices.source.dropped": _("bỏ tệp bộ chỉ số, số liệu"),
    "indices.edition.confirmed": _("đưa bộ chỉ số vào dùng"),
    "indices.figures.confirmed": _("đưa số liệu chỉ số vào dùng"),
    "plans.reading.received": _("nhận văn bản"),
    "plans.reading.cancelled": _("hủy bản đọc"),
    "plans.reading.reopened": _("lấy lại bản đọc đã hủy"),
    "plans.reading.again": _("đọc lại tệp gốc"),
    "plans.reading.corrected": _("sửa bản xem trước"),
    "plans.reading.undone": _("hoàn tác chỗ sửa"),
    "plans.reading.redone": _("làm lại chỗ sửa"),
    "plans.plan.revised": _("cập nhật kế hoạch theo bảng nhiệm vụ"),
    "plans.plan.carrying": _("chuẩn bị kế hoạch năm sau"),
    "plans.plan.carried": _("chuyển kế hoạch sang năm sau"),
    "plans.plan.confirmed": _("xác nhận kế hoạch"),
    "plans.plan.amended": _("cập nhật kế hoạch theo văn bản mới"),
    "plans.task.edit": _("sửa nhiệm vụ"),
    "plans.task.amended": _("thay đổi nhiệm vụ theo văn bản mới"),
    "plans.task.add": _("thêm nhiệm vụ"),
    "plans.task.withdraw": _("rút nhiệm vụ khỏi kế hoạch"),
    "plans.task.assign": _("giao thêm"),
    "plans.task.release": _("thôi giao cơ quan"),
    "plans.task.undone": _("hoàn tác lần sửa nhiệm vụ"),
    "plans.task.reassigned": _("đổi cơ quan thực hiện theo văn bản mới"),
    "work.assignment.accept": _("nhận việc"),
    "work.assignment.report": _("báo cáo tiến độ"),
    "work.assignment.submit": _("nộp kết quả"),
    "work.assignment.send_back": _("trả lại"),
    "work.assignment.finish": _("duyệt hoàn thành"),
    "work.assignment.cancel": _("thôi giao việc"),
    "work.assignment.decline": _("từ chối đề nghị"),
    "work.assignment.withdraw": _("rút lại"),
    "work.assignment.reopen": _("mở lại việc đã duyệt"),
    "work.assignment.reassign": _("giao lại"),
    "work.assignment.entrusted": _("giao người phụ trách"),
    "work.assignment.unentrusted": _("bỏ người phụ trách"),
    "work.assignment.urged": _("đôn đốc việc quá hạn"),
    "work.comment.said": _("trao đổi"),
    "work.comment.withdrawn": _("rút lại trao đổi"),
    "work.comment.restored": _("lấy lại trao đổi đã rút"),
    "work.difficulty.raise": _("nêu khó khăn, vướng mắc"),
    "work.difficulty.answer": _("trả lời khó khăn, vướng mắc"),
    "work.difficulty.escalate": _("chuyển khó khăn, vướng mắc lên tỉnh"),
    "work.difficulty.decide": _("quyết định khó khăn, vướng mắc"),
    "work.difficulty.close": _("khép lại khó khăn, vướng mắc"),
    "work.difficulty.reopen": _("mở lại khó khăn, vướng mắc"),
    "work.evidence.added": _("nộp tài liệu kiểm chứng"),
    "work.evidence.withdrawn": _("rút tài liệu kiểm chứng"),
    "work.evidence.restored": _("lấy lại tài liệu kiểm chứng đã rút"),
    "work.evidence.lost": _("phát hiện tệp kiểm chứng không còn nguyên trên máy chủ"),
    "work.evidence.found": _("tệp kiểm chứng đã có lại trên máy chủ"),
    "work.feed.opened": _("mở địa chỉ lịch"),
    "work.feed.revoked": _("khóa địa chỉ lịch"),
    "people.account.signed_in": _("đăng nhập"),
    "people.account.signed_out": _("đăng xuất"),
    "people.account.not_let_in": _("đăng nhập không thành công"),
    "people.account.locked": _("tạm khóa đăng nhập"),
    "people.account.released": _("mở khóa đăng nhập"),
    "people.account.added": _("thêm người"),
    "people.account.changed": _("sửa thông tin của người"),
    "people.account.closed": _("khóa tài khoản"),
    "people.account.opened": _("mở lại tài khoản"),
    "people.account.invited": _("cấp mã mời"),
    "people.invitation.accepted": _("đặt mật khẩu bằng mã mời"),
    "people.password.changed": _("đổi mật khẩu"),
    "people.password.reset_asked": _("yêu cầu thư đặt lại mật khẩu"),
    "people.password.reset": _("đặt lại mật khẩu qua thư"),
    "people.letter.not_sent": _("thư không gửi đi được"),
    "people.session.ended": _("kết thúc một phiên"),
    "people.session.others_ended": _("kết thúc các phiên khác"),
    "people.post.given": _("giao vị trí"),
    "people.post.changed": _("sửa vị trí"),
    "people.post.ended": _("kết thúc vị trí"),
    "people.post.handed_over": _("bàn giao vị trí"),
    "people.post.desk_moved": _("chuyển việc dở dang theo bàn giao"),
    "people.sheet.received": _("nhận danh sách tài khoản"),
    "people.sheet.confirmed": _("nhập danh sách tài khoản"),
    "people.sheet.discarded": _("bỏ danh sách tài khoản"),
    "people.list.exported": _("xuất danh sách người dùng"),
    "audit.trail.exported": _("xuất nhật ký"),
    "audit.trail.verified": _("kiểm tra nhật ký"),
}


@dataclass(frozen=True, slots=True)
class EventRow:
    number: int
    at: datetime
    signature: str
    verb: str
    words: str
    thing: str
    thing_id: int
    about: str
    detail: str


def rows(events: Iterable[Event]) -> tuple[EventRow, ...]:
    return tuple(map(row, events))


def row(e: Event) -> EventRow:
    words = str(VERBS.get(e.verb, e.verb))
    return EventRow(e.number, e.at, e.signature, e.verb, words, e.thing, e.thing_id, e.about, e.detail)


def of_things(limit: int = 100, **ids: Iterable[int]) -> QuerySet[Event]:
    """The events of some things, the latest first; the things by what they are: ``task=[3], assignment=[5, 6]``."""
    meant = (Q(thing=thing, thing_id__in=list(some)) for thing, some in ids.items())
    return Event.objects.filter(reduce(or_, meant))[:limit]


def first_break() -> int | None:
    """The number of the first event that does not follow from those before it; None where the chain is whole."""
    previous, number, before = GENESIS, 0, -1
    while number > before:  # what is written meanwhile is looked at, too
        before = number
        for event in Event.objects.filter(number__gt=number or -1).order_by("number").iterator():
            if (event.number, event.previous) != (number + 1, previous) or event.digest != event.computed_digest():
                return event.number
            previous, number = event.digest, event.number
        head = ChainHead.objects.filter(pk=1).first()
        if (head.digest if head else GENESIS) == previous:
            return None
    return number + 1
