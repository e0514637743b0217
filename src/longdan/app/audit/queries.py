"""Reading the audit trail, and proving that nobody changed it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from longdan.app.audit.models import GENESIS, ChainHead, Event

VERBS = {
    "agencies.agency.added": "thêm cơ quan",
    "agencies.agency.renamed": "đổi tên cơ quan",
    "agencies.agency.named": "sửa tên gọi tắt của cơ quan",
    "agencies.agency.ended": "chấm dứt cơ quan",
    "founding.province.founded": "thiết lập tỉnh",
    "reform.assignment.moved": "chuyển việc cho cơ quan kế thừa",
    "reform.assignment.merged": "nhập việc khi sắp xếp cơ quan",
    "reform.plan.moved": "chuyển kế hoạch cho cơ quan kế thừa",
    "reform.reading.moved": "chuyển văn bản đang đọc cho cơ quan kế thừa",
    "reform.part.moved": "chuyển đơn vị bên trong sang cơ quan kế thừa",
    "reform.post.moved": "chuyển vị trí sang cơ quan kế thừa",
    "indices.source.received": "nhận tệp bộ chỉ số, số liệu",
    "indices.source.dropped": "bỏ tệp bộ chỉ số, số liệu",
    "indices.edition.confirmed": "đưa bộ chỉ số vào dùng",
    "indices.figures.confirmed": "đưa số liệu chỉ số vào dùng",
    "plans.reading.received": "nhận văn bản",
    "plans.reading.cancelled": "hủy bản đọc",
    "plans.reading.again": "đọc lại tệp gốc",
    "plans.reading.corrected": "sửa bản xem trước",
    "plans.reading.undone": "hoàn tác chỗ sửa",
    "plans.reading.redone": "làm lại chỗ sửa",
    "plans.plan.revised": "cập nhật kế hoạch theo bảng nhiệm vụ",
    "plans.plan.carrying": "chuẩn bị kế hoạch năm sau",
    "plans.plan.carried": "chuyển kế hoạch sang năm sau",
    "plans.plan.confirmed": "xác nhận kế hoạch",
    "plans.plan.amended": "cập nhật kế hoạch theo văn bản mới",
    "plans.task.edit": "sửa nhiệm vụ",
    "plans.task.add": "thêm nhiệm vụ",
    "plans.task.withdraw": "rút nhiệm vụ khỏi kế hoạch",
    "plans.task.assign": "giao thêm",
    "plans.task.release": "thôi giao",
    "plans.task.undone": "hoàn tác lần sửa nhiệm vụ",
    "plans.task.reassigned": "đổi cơ quan thực hiện theo văn bản mới",
    "work.assignment.accept": "nhận việc",
    "work.assignment.report": "báo cáo tiến độ",
    "work.assignment.submit": "nộp kết quả",
    "work.assignment.send_back": "trả lại",
    "work.assignment.finish": "duyệt hoàn thành",
    "work.assignment.cancel": "thôi giao việc",
    "work.assignment.decline": "từ chối đề nghị",
    "work.assignment.withdraw": "rút lại",
    "work.assignment.reopen": "mở lại việc đã duyệt",
    "work.assignment.reassign": "giao lại",
    "work.comment.said": "trao đổi",
    "work.comment.withdrawn": "rút lại trao đổi",
    "work.comment.restored": "lấy lại trao đổi đã rút",
    "work.difficulty.raise": "nêu khó khăn, vướng mắc",
    "work.difficulty.answer": "trả lời khó khăn, vướng mắc",
    "work.difficulty.escalate": "chuyển khó khăn, vướng mắc lên tỉnh",
    "work.difficulty.decide": "quyết định khó khăn, vướng mắc",
    "work.difficulty.close": "khép lại khó khăn, vướng mắc",
    "work.difficulty.reopen": "mở lại khó khăn, vướng mắc",
    "work.evidence.added": "nộp tài liệu kiểm chứng",
    "work.evidence.withdrawn": "rút tài liệu kiểm chứng",
    "work.evidence.restored": "lấy lại tài liệu kiểm chứng đã rút",
    "work.evidence.lost": "phát hiện tệp kiểm chứng không còn nguyên trên máy chủ",
    "work.evidence.found": "tệp kiểm chứng đã có lại trên máy chủ",
    "work.feed.opened": "mở địa chỉ lịch",
    "work.feed.revoked": "khóa địa chỉ lịch",
    "people.account.signed_in": "đăng nhập",
    "people.account.signed_out": "đăng xuất",
    "people.account.not_let_in": "đăng nhập không thành công",
    "people.account.locked": "tạm khóa đăng nhập",
    "people.account.released": "mở khóa đăng nhập",
    "people.account.added": "thêm người",
    "people.account.changed": "sửa thông tin của người",
    "people.account.closed": "khóa tài khoản",
    "people.account.opened": "mở lại tài khoản",
    "people.account.invited": "cấp mã mời",
    "people.invitation.accepted": "đặt mật khẩu bằng mã mời",
    "people.password.changed": "đổi mật khẩu",
    "people.password.reset_asked": "yêu cầu thư đặt lại mật khẩu",
    "people.password.reset": "đặt lại mật khẩu qua thư",
    "people.letter.not_sent": "thư không gửi đi được",
    "people.session.ended": "kết thúc một phiên",
    "people.session.others_ended": "kết thúc các phiên khác",
    "people.post.given": "giao vị trí",
    "people.post.changed": "sửa vị trí",
    "people.post.ended": "kết thúc vị trí",
    "people.post.handed_over": "bàn giao vị trí",
    "people.post.desk_moved": "chuyển việc dở dang theo bàn giao",
    "people.sheet.received": "nhận danh sách tài khoản",
    "people.sheet.confirmed": "nhập danh sách tài khoản",
    "people.sheet.discarded": "bỏ danh sách tài khoản",
    "people.list.exported": "xuất danh sách người dùng",
    "audit.trail.exported": "xuất nhật ký",
    "audit.trail.verified": "kiểm tra nhật ký",
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
    return tuple(
        EventRow(e.number, e.at, e.signature, e.verb, VERBS.get(e.verb, e.verb), e.thing, e.thing_id, e.about, e.detail)
        for e in events
    )


def of_things(limit: int = 100, **ids: Iterable[int]) -> QuerySet[Event]:
    """The events of some things, the latest first; the things by what they are: ``task=[3], assignment=[5, 6]``."""
    meant = (Q(thing=thing, thing_id__in=list(some)) for thing, some in ids.items())
    return Event.objects.filter(reduce(or_, meant))[:limit]


def first_break() -> int | None:
    """The number of the first event that does not follow from those before it; None where the chain is whole."""
    previous, number = GENESIS, 0
    for event in Event.objects.order_by("number").iterator():
        if (event.number, event.previous) != (number + 1, previous) or event.digest != event.computed_digest():
            return event.number
        previous, number = event.digest, event.number
    head = ChainHead.objects.filter(pk=1).first()
    return None if (head.digest if head else GENESIS) == previous else number + 1
