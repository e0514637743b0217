"""Who may do what: one table of rights by role, as far as the relation of a post to a thing's agency reaches."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from longdan.app.agencies.models import Agency, Post, Role
from longdan.core.problems import Problem, ProblemsFound


class Right(StrEnum):
    SEE = "see"  # plans, tasks, documents, agencies, who holds which post
    EXPORT = "export"  # take lists and plans out as sheets, feed a calendar
    IMPORT = "import"  # hand files in, correct what was read
    CONFIRM = "confirm"  # put a plan in force
    EDIT_PLAN = "edit_plan"  # change a plan in force: its tasks, deadlines, agencies, parent
    CARRY_OVER = "carry_over"  # begin the plan of the next year from this one
    REPORT = "report"  # accept an assignment, tell its progress, submit it
    ENTRUST = "entrust"  # put one of the agency's people in charge of its assignment
    DECLINE = "decline"  # say no to what was only requested
    ATTACH = "attach"  # add evidence to an assignment, a new version of it, withdraw it
    RAISE = "raise"  # say what stands in the way of an assignment
    COMMENT = "comment"
    VERIFY = "verify"  # return or finish what was submitted
    URGE = "urge"  # urge an agency for what it is late with
    CANCEL = "cancel"  # release an agency from an assignment
    ANSWER = "answer"  # answer a difficulty, or take it up to the province
    DECIDE = "decide"  # decide a difficulty that was taken up to the province
    SEE_TRAIL = "see_trail"
    KEEP_INDICES = "keep_indices"  # bring in editions of indices, figures of the province
    ADMINISTER_AGENCIES = "administer_agencies"
    ADMINISTER_PEOPLE = "administer_people"  # accounts, posts, hand-overs, locked sign-ins


class Relation(StrEnum):
    """How a post stands to the agency that a thing belongs to."""

    OWN = "own"
    PROVINCE = "province"
    OUTSIDE = "outside"


OWN = frozenset({Relation.OWN})
PROVINCE = frozenset({Relation.OWN, Relation.PROVINCE})
NOWHERE: frozenset[Relation] = frozenset()

# Who does the work of an agency; who may besides speak for it.
DOERS = (Role.COORDINATOR, Role.CONTENT_OWNER, Role.AGENCY_LEAD, Role.AGENCY_STAFF)
HEADS = (Role.CONTENT_OWNER, Role.AGENCY_LEAD)

# The agency asked about is, for a document or plan, the one that looks after it; for an assignment, its evidence and its
# difficulties the one that does it (REPORT … RAISE) or the one that looks after its plan (COMMENT … DECIDE).
REACH: dict[Right, dict[Role, frozenset[Relation]]] = {
    Right.SEE: dict.fromkeys(Role, PROVINCE),
    Right.EXPORT: dict.fromkeys(Role, PROVINCE),
    Right.IMPORT: dict.fromkeys(DOERS, OWN) | {Role.COORDINATOR: PROVINCE},
    Right.CONFIRM: dict.fromkeys(HEADS, OWN) | {Role.COORDINATOR: PROVINCE},
    Right.EDIT_PLAN: dict.fromkeys(HEADS, OWN) | {Role.COORDINATOR: PROVINCE},
    Right.CARRY_OVER: dict.fromkeys(HEADS, OWN) | {Role.COORDINATOR: PROVINCE},
    Right.REPORT: dict.fromkeys(DOERS, OWN),
    Right.ENTRUST: dict.fromkeys(DOERS, OWN),
    Right.DECLINE: dict.fromkeys((Role.COORDINATOR, *HEADS), OWN),
    Right.ATTACH: dict.fromkeys(DOERS, OWN),
    Right.RAISE: dict.fromkeys(DOERS, OWN),
    Right.COMMENT: dict.fromkeys((*DOERS, Role.LEADER), PROVINCE),
    Right.VERIFY: dict.fromkeys(HEADS, OWN) | {Role.COORDINATOR: PROVINCE},
    Right.URGE: dict.fromkeys(HEADS, OWN) | dict.fromkeys((Role.COORDINATOR, Role.LEADER), PROVINCE),
    Right.CANCEL: {Role.COORDINATOR: PROVINCE, Role.AGENCY_LEAD: OWN},
    Right.ANSWER: dict.fromkeys(HEADS, OWN) | {Role.COORDINATOR: PROVINCE},
    Right.DECIDE: dict.fromkeys((Role.COORDINATOR, Role.LEADER), PROVINCE),
    Right.SEE_TRAIL: dict.fromkeys((Role.COORDINATOR, Role.AUDITOR, Role.ADMINISTRATOR), PROVINCE),
    Right.KEEP_INDICES: {Role.COORDINATOR: PROVINCE},
    Right.ADMINISTER_AGENCIES: dict.fromkeys((Role.ADMINISTRATOR, Role.COORDINATOR), PROVINCE),
    Right.ADMINISTER_PEOPLE: {Role.ADMINISTRATOR: PROVINCE},
}

NAMES = {
    Right.SEE: _("xem nội dung này"),
    Right.EXPORT: _("xuất dữ liệu này ra tệp"),
    Right.IMPORT: _("nhập hoặc sửa bản đọc này"),
    Right.CONFIRM: _("xác nhận kế hoạch này"),
    Right.EDIT_PLAN: _("sửa kế hoạch đang theo dõi này"),
    Right.CARRY_OVER: _("chuyển kế hoạch này sang năm sau"),
    Right.REPORT: _("báo cáo nhiệm vụ này"),
    Right.ENTRUST: _("giao người phụ trách việc này"),
    Right.DECLINE: _("từ chối nhiệm vụ được đề nghị này"),
    Right.ATTACH: _("đính kèm tài liệu kiểm chứng cho nhiệm vụ này"),
    Right.RAISE: _("nêu khó khăn, vướng mắc của nhiệm vụ này"),
    Right.COMMENT: _("bình luận nhiệm vụ này"),
    Right.VERIFY: _("duyệt hoặc trả lại báo cáo này"),
    Right.URGE: _("đôn đốc những việc quá hạn này"),
    Right.CANCEL: _("thôi giao nhiệm vụ này"),
    Right.ANSWER: _("trả lời hoặc chuyển lên tỉnh khó khăn, vướng mắc này"),
    Right.DECIDE: _("quyết định khó khăn, vướng mắc đã chuyển lên tỉnh"),
    Right.SEE_TRAIL: _("xem nhật ký"),
    Right.KEEP_INDICES: _("đưa bộ chỉ số, số liệu vào dùng"),
    Right.ADMINISTER_AGENCIES: _("quản trị danh sách cơ quan"),
    Right.ADMINISTER_PEOPLE: _("quản trị người dùng và vị trí"),
}


class NotAllowed(ProblemsFound):
    """The post has not the right that was asked for."""


def relation(post: Post, agency: Agency) -> Relation:
    if agency.pk == post.agency_id:
        return Relation.OWN
    if agency.province_or_self == post.agency.province_or_self:
        return Relation.PROVINCE
    return Relation.OUTSIDE


def reach(post: Post, right: Right) -> frozenset[Relation]:
    """How far the right of a post goes."""
    return REACH[right].get(Role(post.role), NOWHERE)


def may(post: Post, right: Right, *, on: Agency) -> bool:
    """Whether ``post`` has ``right`` over what belongs to the agency ``on``."""
    return relation(post, on) in reach(post, right)


def require(post: Post, right: Right, *, on: Agency) -> None:
    if not may(post, right, on=on):
        role = Role(post.role).label
        raise NotAllowed(
            [
                Problem(
                    f"access.{right}",
                    on.name,
                    f"vai trò “{role}” tại {post.agency.name} không được {NAMES[right]}",
                    "nhờ cơ quan được giao, hoặc đề nghị quản trị cấp vai trò phù hợp",
                )
            ]
        )
