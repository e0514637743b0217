"""What a plan in force states beside its tasks: deadlines, reports, targets, results, recipients."""

from django.db import models
from django.db.models import Q

from longdan.app.plans.tables.plans import Plan, Precision, Quoted
from longdan.app.plans.tables.tasks import Task


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
