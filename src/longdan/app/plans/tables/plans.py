"""Plans in force: what a person confirmed of a document, every statement with its span in it."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from longdan.app.agencies.models import Agency
from longdan.app.plans.tables.readings import Document
from longdan.core.vietnamese import fold


class Precision(models.TextChoices):
    DAY = "day", "Ngày"
    MONTH = "month", "Tháng"


class AssignmentRole(models.TextChoices):
    LEAD = "lead", "Chủ trì"
    RESPONSIBLE = "responsible", "Thực hiện"
    COOPERATE = "cooperate", "Phối hợp"


class AssignmentState(models.TextChoices):
    ASSIGNED = "assigned", "Đã giao"
    ACCEPTED = "accepted", "Đã nhận"
    UNDER_WAY = "under_way", "Đang làm"
    SUBMITTED = "submitted", "Đã nộp, chờ duyệt"
    RETURNED = "returned", "Bị trả lại"
    DONE = "done", "Hoàn thành"
    CANCELLED = "cancelled", "Thôi giao"


class Plan(models.Model):
    """A plan in force. ``identity`` says when another document is the same plan again."""

    identity = models.CharField(max_length=300, unique=True)
    document = models.ForeignKey(Document, models.PROTECT, related_name="plans")
    province = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    issuer = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="issued_plans")
    owner = models.ForeignKey(Agency, models.PROTECT, related_name="+")  # the agency that looks after it here
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    kind = models.CharField(max_length=30)
    issuer_name = models.CharField(max_length=300, blank=True)
    parent_issuer_name = models.CharField(max_length=300, blank=True)
    place = models.CharField(max_length=100, blank=True)
    number = models.CharField(max_length=100, blank=True)
    issued = models.DateField(null=True)
    doc_type = models.CharField(max_length=100, blank=True)
    title = models.TextField()
    folded = models.TextField(editable=False)
    signer = models.CharField(max_length=150, blank=True)
    signer_position = models.CharField(max_length=200, blank=True)
    first_year = models.PositiveSmallIntegerField(null=True)
    last_year = models.PositiveSmallIntegerField(null=True)
    confirmed_at = models.DateTimeField()
    amended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-issued", "-id")
        indexes = (models.Index(fields=("province", "-issued"), name="plan_of_province"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(first_year__isnull=True, last_year__isnull=True) | Q(last_year__gte=F("first_year")),
                name="plan_years_in_order",
            ),
        )

    def __str__(self) -> str:
        return f"{self.doc_type or 'Văn bản'} {self.number}".strip() if self.number else self.title[:200]

    def keyed(self) -> "Plan":
        self.folded = fold(f"{self.number} {self.title} {self.issuer_name}")
        return self


class Quoted(models.Model):
    """A statement with its words: ``document.text[start:end] == quote``; no span where a person wrote it."""

    quote = models.TextField(blank=True)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                condition=Q(start__isnull=True, end__isnull=True) | Q(end__gt=F("start")), name="%(class)s_span_in_order"
            ),
        )


class Section(Quoted):
    """A numbered part of a plan; ``title`` is empty where the text runs in behind the number."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="sections")
    parent = models.ForeignKey("self", models.CASCADE, null=True, related_name="parts")
    order = models.PositiveIntegerField()
    number = models.CharField(max_length=60)
    path = models.CharField(max_length=200)
    title = models.TextField(blank=True)

    class Meta(Quoted.Meta):
        ordering = ("order",)
        constraints = (*Quoted.Meta.constraints, models.UniqueConstraint(fields=("plan", "order"), name="section_in_order"))

    def __str__(self) -> str:
        return f"{self.path} {self.title}".strip()


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
                condition=~Q(state__in=(AssignmentState.RETURNED, AssignmentState.CANCELLED)) | ~Q(state_reason=""),
                name="assignment_reason_given",
            ),
        )

    def __str__(self) -> str:
        return f"{self.as_written}: {self.task.text[:200]}"


class Deadline(Quoted):
    """A day that the plan names, for one of its tasks or for all of them."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="deadlines")
    task = models.ForeignKey(Task, models.CASCADE, null=True, related_name="deadlines")
    date = models.DateField()
    precision = models.CharField(max_length=5, choices=Precision.choices)
    relation = models.CharField(max_length=20)
    what = models.TextField()
    raw = models.CharField(max_length=300)

    class Meta(Quoted.Meta):
        ordering = ("date", "id")

    def __str__(self) -> str:
        return f"{self.raw}: {self.what[:200]}"


class ReportDemand(Quoted):
    """A report that the plan asks for, with its due date and the window its figures cover."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="report_demands")
    kind = models.CharField(max_length=20)
    raw = models.TextField()
    due = models.DateField(null=True)
    due_recurring = models.CharField(max_length=5, blank=True)  # MM-DD of every year
    due_day = models.PositiveSmallIntegerField(null=True)  # of every month
    from_date = models.DateField(null=True)
    to_date = models.DateField(null=True)
    to_agency = models.CharField(max_length=300, blank=True)

    class Meta(Quoted.Meta):
        ordering = ("id",)
        constraints = (
            *Quoted.Meta.constraints,
            models.CheckConstraint(condition=Q(due_day__isnull=True) | Q(due_day__range=(1, 31)), name="report_demand_day"),
        )

    def __str__(self) -> str:
        return self.raw[:300]


class PlanDemand(Quoted):
    """What the plan demands of the plans that other agencies must make."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="demands")
    text = models.TextField()
    of = models.TextField(blank=True)
    due = models.DateField(null=True)
    due_precision = models.CharField(max_length=5, choices=Precision.choices, blank=True)

    class Meta(Quoted.Meta):
        ordering = ("id",)

    def __str__(self) -> str:
        return self.text[:300]


class Target(Quoted):
    """What the plan means to reach."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="targets")
    text = models.TextField()
    kind = models.CharField(max_length=10)
    index = models.CharField(max_length=20, blank=True)
    op = models.CharField(max_length=2, blank=True)
    value = models.CharField(max_length=60)
    unit = models.CharField(max_length=60, blank=True)
    by = models.CharField(max_length=60, blank=True)

    class Meta(Quoted.Meta):
        ordering = ("id",)

    def __str__(self) -> str:
        return self.text[:300]


class Baseline(Quoted):
    """A result of a past year that the plan starts from."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="baselines")
    index = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField(null=True)
    score = models.DecimalField(max_digits=12, decimal_places=5, null=True)
    unit = models.CharField(max_length=60, blank=True)
    rank = models.PositiveSmallIntegerField(null=True)
    of = models.PositiveSmallIntegerField(null=True)
    score_change = models.DecimalField(max_digits=12, decimal_places=5, null=True)
    rank_change = models.SmallIntegerField(null=True)
    group = models.CharField(max_length=60, blank=True)

    class Meta(Quoted.Meta):
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.index} {self.year}"


class PlanIndex(models.Model):
    """An index that the plan is about."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="indices")
    code = models.CharField(max_length=20)

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("plan", "code"), name="plan_index_once"),)

    def __str__(self) -> str:
        return self.code


class Recipient(models.Model):
    """Whom the document goes to, as written."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="recipients")
    as_written = models.CharField(max_length=500)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.as_written


class Citation(models.Model):
    """A document that the plan names, as its legal base or otherwise."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="citations")
    text = models.CharField(max_length=500)
    basis = models.BooleanField()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.text
