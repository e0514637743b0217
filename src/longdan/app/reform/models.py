"""Reforms that are ordered for a day to come: who ends, who carries on, what goes where."""

from django.db import models
from django.db.models import Q

from longdan.app.agencies.models import Agency, AgencyKind, Post


class PlannedReform(models.Model):
    """A reform that holds from a day on; carried out on that day, or cancelled before. ``kind``: of heirs that are founded."""

    province = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    effective = models.DateField()
    basis = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=20, choices=AgencyKind.choices)
    ordered_by = models.ForeignKey(Post, models.PROTECT, related_name="+")
    ordered_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    refusal = models.TextField(blank=True)  # why it could not be carried out though its day has come

    class Meta:
        ordering = ("effective", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(done_at__isnull=True) | Q(cancelled_at__isnull=True), name="reform_done_or_cancelled"
            ),
            models.CheckConstraint(condition=Q(kind__in=AgencyKind.values), name="reform_kind_known"),
        )

    def __str__(self) -> str:
        return f"sắp xếp cơ quan từ {self.effective:%d/%m/%Y}"

    @property
    def waits(self) -> bool:
        return self.done_at is None and self.cancelled_at is None


class PlannedEnd(models.Model):
    """An agency that a planned reform ends."""

    reform = models.ForeignKey(PlannedReform, models.CASCADE, related_name="ends")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="planned_ends")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("reform", "agency"), name="ends_once_in_a_reform"),)

    def __str__(self) -> str:
        return self.agency.name


class PlannedHeir(models.Model):
    """Who carries on after a planned reform, in its order; ``agency`` None: it is founded on the day under ``name``."""

    reform = models.ForeignKey(PlannedReform, models.CASCADE, related_name="heirs")
    place = models.PositiveSmallIntegerField()
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=250)

    class Meta:
        ordering = ("place",)
        constraints = (models.UniqueConstraint(fields=("reform", "place"), name="heir_of_a_place"),)

    def __str__(self) -> str:
        return self.name


class PlannedChoice(models.Model):
    """Which heir takes a thing, by the thing's key ("a12"); ``place`` -1: it stays."""

    reform = models.ForeignKey(PlannedReform, models.CASCADE, related_name="choices")
    key = models.CharField(max_length=24)
    place = models.SmallIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("reform", "key"), name="choice_of_a_thing"),)

    def __str__(self) -> str:
        return f"{self.key}: {self.place}"
