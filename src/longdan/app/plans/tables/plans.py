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


class Plan(models.Model):
    """A plan in force. ``identity`` says when another document is the same plan again."""

    identity = models.CharField(max_length=300, unique=True)
    document = models.ForeignKey(Document, models.PROTECT, related_name="plans")
    province = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    issuer = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="issued_plans")
    owner = models.ForeignKey(Agency, models.PROTECT, related_name="+")  # the agency that looks after it here
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")  # that it carries out
    predecessor = models.ForeignKey("self", models.PROTECT, null=True, related_name="successors")  # of the year before
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

    @property
    def year(self) -> int | None:
        """The year that the plan is for; None of one for several years."""
        return self.first_year if self.first_year == self.last_year else None

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
