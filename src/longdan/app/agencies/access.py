"""Who may do what: one table of rights by role, as far as the relation of a post to a thing's agency reaches."""

from enum import StrEnum

from longdan.app.agencies.models import Agency, Post, Role
from longdan.core.problems import Problem, ProblemsFound


class Right(StrEnum):
    SEE = "see"  # plans, tasks, documents
    IMPORT = "import"  # hand files in, correct what was read
    CONFIRM = "confirm"  # put a plan in force
    REPORT = "report"  # accept an assignment, tell its progress, submit it
    VERIFY = "verify"  # return or finish what was submitted
    CANCEL = "cancel"  # release an agency from an assignment
    SEE_TRAIL = "see_trail"


class Relation(StrEnum):
    """How a post stands to the agency that a thing belongs to."""

    OWN = "own"
    PROVINCE = "province"
    OUTSIDE = "outside"


OWN = frozenset({Relation.OWN})
PROVINCE = frozenset({Relation.OWN, Relation.PROVINCE})
NOWHERE: frozenset[Relation] = frozenset()

REACH: dict[Right, dict[Role, frozenset[Relation]]] = {
    Right.SEE: dict.fromkeys(Role, PROVINCE),
    Right.IMPORT: {Role.COORDINATOR: PROVINCE, Role.CONTENT_OWNER: OWN, Role.AGENCY_LEAD: OWN, Role.AGENCY_STAFF: OWN},
    Right.CONFIRM: {Role.COORDINATOR: PROVINCE, Role.CONTENT_OWNER: OWN, Role.AGENCY_LEAD: OWN},
    Right.REPORT: {Role.COORDINATOR: OWN, Role.CONTENT_OWNER: OWN, Role.AGENCY_LEAD: OWN, Role.AGENCY_STAFF: OWN},
    Right.VERIFY: {Role.COORDINATOR: PROVINCE, Role.CONTENT_OWNER: OWN, Role.AGENCY_LEAD: OWN},
    Right.CANCEL: {Role.COORDINATOR: PROVINCE, Role.AGENCY_LEAD: OWN},
    Right.SEE_TRAIL: {Role.COORDINATOR: PROVINCE, Role.AUDITOR: PROVINCE, Role.ADMINISTRATOR: PROVINCE},
}

NAMES = {
    Right.SEE: "xem nội dung này",
    Right.IMPORT: "nhập hoặc sửa bản đọc này",
    Right.CONFIRM: "xác nhận kế hoạch này",
    Right.REPORT: "báo cáo nhiệm vụ này",
    Right.VERIFY: "duyệt hoặc trả lại báo cáo này",
    Right.CANCEL: "thôi giao nhiệm vụ này",
    Right.SEE_TRAIL: "xem nhật ký",
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
