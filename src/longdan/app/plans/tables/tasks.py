"""What a plan in force orders: its tasks, and the agencies that they are given to."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from longdan.app.agencies.models import Agency
from longdan.app.plans.tables.plans import Plan, Precision, Quoted, Section
from longdan.core.vietnamese import fold


class AssignmentRole(models.TextChoices):
    """What an agency does for a task, the strongest first."""

    LEAD = "lead", _("Chủ trì")
    RESPONSIBLE = "responsible", _("Thực hiện")
    COOPERATE = "cooperate", _("Phối hợp")


class AssignmentState(models.TextChoices):
    ASSIGNED = "assigned", _("Đã giao")
    ACCEPTED = "accepted", _("Đã nhận")
    UNDER_WAY = "under_way", _("Đang làm")
    SUBMITTED = "submitted", _("Đã nộp, chờ duyệt")
    RETURNED = "returned", _("Bị trả lại")
    DONE = "done", _("Hoàn thành")
    CANCELLED = "cancelled", pgettext_lazy("state", "Thôi giao")
    DECLINED = "declined", _("Từ chối")  # of what was only requested


RELEASED = (AssignmentState.CANCELLED, AssignmentState.DECLINED)  # no longer the agency's to do


class Task(Quoted):
    """Something that the plan orders; ``key`` tells it again in an amended document."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="tasks")
    section = models.ForeignKey(Section, models.SET_NULL, null=True, related_name="tasks")
    order = models.PositiveIntegerField()
    key = models.CharField(max_length=80)
    reads = models.TextField(blank=True)  # names of what the reader found, and what was confirmed of it, by which
    facts = models.TextField(blank=True)  # an amended document is told from what is in force
    text = models.TextField()
    folded = models.TextField(editable=False)
    product = models.TextField(blank=True)
    due = models.DateField(null=True)  # the last day on which it is in time
    due_precision = models.CharField(max_length=5, choices=Precision.choices, blank=True)
    due_raw = models.CharField(max_length=300, blank=True)
    recurrence = models.CharField(max_length=60, blank=True)
    dimension = models.CharField(max_length=300, blank=True)
    confidence = models.FloatField(default=1.0)
    withdrawn_at = models.DateTimeField(null=True)  # an amended document no longer holds it

    class Meta(Quoted.Meta):
        ordering = ("order",)
        indexes = (models.Index(fields=("plan", "due"), name="task_due"),)
        constraints = (
            *Quoted.Meta.constraints,
            models.UniqueConstraint(fields=("plan", "key"), name="task_once"),
            models.CheckConstraint(
                condition=Q(due__isnull=True, due_precision="") | Q(due__isnull=False, due_precision__in=Precision.values),
                name="task_due_has_precision",
            ),
        )

    def __str__(self) -> str:
        return self.text[:300]

    def keyed(self) -> "Task":
        self.folded = fold(self.text)
        return self


class Criterion(models.Model):
    """A criterion of an index, by its code, that a task serves."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="criteria")
    code = models.CharField(max_length=30)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("task", "code"), name="criterion_once"),)

    def __str__(self) -> str:
        return self.code


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def in_force(self) -> "AssignmentQuerySet":
        return self.filter(task__withdrawn_at__isnull=True)


class Assignment(models.Model):
    """What an agency has to do with a task; ``agency`` is None where the name as written is not matched or means a group."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="assignments")
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="assignments")
    group = models.CharField(max_length=20, blank=True)
    as_written = models.CharField(max_length=500)
    role = models.CharField(max_length=12, choices=AssignmentRole.choices)
    requested = models.BooleanField(default=False)  # "Đề nghị …": asked of a body that the issuer cannot order
    state = models.CharField(max_length=10, choices=AssignmentState.choices, default=AssignmentState.ASSIGNED)
    state_reason = models.TextField(blank=True)
    state_since = models.DateTimeField()
    percent = models.PositiveSmallIntegerField(default=0)
    urged_at = models.DateTimeField(null=True)  # when its agency was last urged; None again once a step is taken
    # Who answers for it within the agency; counts as long as they hold that post there.
    officer = models.ForeignKey("longdan.Post", models.PROTECT, null=True, related_name="entrusted")

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("agency", "state"), name="assignment_of_agency"),)
        constraints = (
            models.UniqueConstraint(fields=("task", "agency", "role"), name="assignment_once"),
            models.CheckConstraint(condition=Q(percent__lte=100), name="assignment_percent"),
            models.CheckConstraint(condition=Q(role__in=AssignmentRole.values), name="assignment_role_known"),
            models.CheckConstraint(condition=Q(state__in=AssignmentState.values), name="assignment_state_known"),
            models.CheckConstraint(
                condition=~Q(state__in=(AssignmentState.RETURNED, *RELEASED)) | ~Q(state_reason=""),
                name="assignment_reason_given",
            ),
        )

    def __str__(self) -> str:
        return f"{self.as_written}: {self.task.text[:200]}"

    @property
    def doer(self) -> str:
        """The name of its agency; as the plan writes it, where that is matched to none."""
        return self.agency.name if self.agency else self.as_written

    @property
    def state_told(self) -> str:
        """Its state as people read it: what is written for a name that matches no agency is given to nobody."""
        state = AssignmentState(self.state)
        nobodys = state is AssignmentState.ASSIGNED and self.agency_id is None and not self.group
        return gettext("Chưa giao") if nobodys else str(state.label)
