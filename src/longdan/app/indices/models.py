"""Editions that a province brings in, figures that it states, and the files that they come from."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from longdan.app.agencies.models import Agency, Post


class SourceKind(models.TextChoices):
    """What a file brought in holds."""

    ANNEX = "annex", _("Phụ lục bộ chỉ số như văn bản ban hành (DOCX, XLSX)")
    SHEET = "sheet", _("Bộ chỉ số trong bảng tính của phần mềm (XLSX)")
    RESULTS = "results", _("Kết quả công bố của các tỉnh (XLSX, CSV)")
    FIGURES = "figures", _("Số liệu của một bộ chỉ số (CSV)")


class SourceState(models.TextChoices):
    WAITING = "waiting", _("Chờ xác nhận")
    CONFIRMED = "confirmed", _("Đã xác nhận")
    DROPPED = "dropped", _("Đã bỏ")


class IndexSource(models.Model):
    """A file from which an edition or figures are made: kept byte for byte, shown as a preview, confirmed or dropped.

    What stands from ``index`` to ``part`` is what the sender says of an annex, which does not say it itself; of figures only
    the edition that they belong to.
    """

    province = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=SourceKind.choices)
    name = models.CharField(max_length=300)
    content = models.BinaryField()
    digest = models.CharField(max_length=64)
    index = models.CharField(max_length=60, blank=True)
    edition = models.CharField(max_length=60, blank=True)
    title = models.CharField(max_length=300, blank=True)
    act = models.CharField(max_length=300, blank=True)
    responsible = models.CharField(max_length=300, blank=True)
    standing = models.CharField(max_length=20, blank=True)
    level = models.CharField(max_length=20, blank=True)
    years = models.CharField(max_length=20, blank=True)  # as catalogue files write them: "2026-"
    part = models.CharField(max_length=2, blank=True)  # which of several sets in the file: "2"
    state = models.CharField(max_length=10, choices=SourceState.choices, default=SourceState.WAITING)
    received_by = models.ForeignKey(Post, models.PROTECT, related_name="+")
    received_at = models.DateTimeField()
    ended_by = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-received_at", "-id")
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=SourceKind.values), name="index_source_kind_known"),
            models.CheckConstraint(condition=Q(state__in=SourceState.values), name="index_source_state_known"),
            models.UniqueConstraint(
                fields=("province", "kind", "digest", "index", "edition"),
                condition=Q(state=SourceState.WAITING),
                name="index_source_waits_once",
            ),
        )

    def __str__(self) -> str:
        return self.name


class OwnEdition(models.Model):
    """An edition that the province confirmed beside those of the catalogue, as the text of a catalogue file."""

    province = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    index = models.CharField(max_length=60)
    edition = models.CharField(max_length=60)
    text = models.TextField()
    source = models.ForeignKey(IndexSource, models.PROTECT, related_name="editions")
    confirmed_at = models.DateTimeField()

    class Meta:
        ordering = ("index", "-edition")
        constraints = (models.UniqueConstraint(fields=("province", "index", "edition"), name="own_edition_once"),)

    def __str__(self) -> str:
        return f"{self.index}/{self.edition}"


class IndexFigure(models.Model):
    """The value of one input for one unit in one period; of each kind one, so that none overwrites another."""

    province = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    index = models.CharField(max_length=60)
    input = models.CharField(max_length=120)
    unit = models.CharField(max_length=60)
    first = models.DateField()
    last = models.DateField()
    value = models.DecimalField(max_digits=30, decimal_places=12, null=True)  # None: the input does not concern the unit
    standard_error = models.DecimalField(max_digits=30, decimal_places=12, null=True)
    kind = models.CharField(max_length=20)
    told_by = models.TextField(blank=True)  # the source that the file names
    source = models.ForeignKey(IndexSource, models.PROTECT, related_name="figures")

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("province", "index"), name="figures_of_index"),)
        constraints = (
            models.UniqueConstraint(
                fields=("province", "index", "input", "unit", "first", "last", "kind"), name="index_figure_once"
            ),
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="index_figure_days_in_order"),
        )

    def __str__(self) -> str:
        return f"{self.index} {self.input} {self.unit}"
