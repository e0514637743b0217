"""The evidence at a task, with every version of it."""

from dataclasses import dataclass
from datetime import datetime

from longdan.app.agencies.access import Right, may
from longdan.app.agencies.models import Post
from longdan.app.plans.models import AssignmentState
from longdan.app.work.access import own
from longdan.app.work.models import Evidence, EvidenceVersion
from longdan.core.documents.formats import Format


@dataclass(frozen=True, slots=True)
class VersionRow:
    id: int
    number: int
    name: str
    format: str
    size: int
    sha256: str
    missing: bool
    by: str
    at: datetime

    @property
    def is_picture(self) -> bool:
        return self.format == Format.IMAGE and not self.missing


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    id: int
    assignment_id: int
    agency_name: str
    title: str
    withdrawn_reason: str
    withdrawn: bool
    versions: tuple[VersionRow, ...]  # the latest first
    may_change: bool


def evidence_of_task(task_id: int, post: Post) -> tuple[EvidenceRow, ...]:
    """What proves that a task is done; what was withdrawn comes last."""
    found = Evidence.objects.filter(assignment__task=task_id).select_related(
        "assignment__agency", "assignment__task__plan__owner"
    )
    items = list(found.prefetch_related("versions__file", "versions__by__account"))
    return tuple(_row(one, post) for one in sorted(items, key=lambda one: (one.withdrawn_at is not None, -one.pk)))


def _row(one: Evidence, post: Post) -> EvidenceRow:
    about = one.assignment
    return EvidenceRow(
        id=one.pk,
        assignment_id=about.pk,
        agency_name=about.doer,
        title=one.title,
        withdrawn_reason=one.withdrawn_reason,
        withdrawn=one.withdrawn_at is not None,
        versions=tuple(map(_version, one.versions.all())),
        may_change=about.state != AssignmentState.DONE and may(post, Right.ATTACH, on=own(about)),
    )


def _version(one: EvidenceVersion) -> VersionRow:
    return VersionRow(
        one.pk, one.number, one.name, one.format, one.file.size, one.file.sha256, one.missing_since is not None,
        one.by.account.full_name, one.at,
    )  # fmt: skip
