"""Agencies: the units of the country and the bodies of a province, under all their names, and what became of them."""

from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from longdan.core.vietnamese import fold, sort_key

DAY = timedelta(days=1)


class AgencyKind(models.TextChoices):
    PROVINCE = "province", _("Tỉnh, thành phố")
    DEPARTMENT = "department", _("Sở, ban, ngành")
    COMMUNE = "commune", _("Xã")
    WARD = "ward", _("Phường")
    SPECIAL_ZONE = "special_zone", _("Đặc khu")
    TOWNSHIP = "township", _("Thị trấn")  # until 30/06/2025
    DISTRICT = "district", _("Huyện, quận, thị xã")  # until 30/06/2025
    CENTRAL = "central", _("Cơ quan Trung ương")
    PARTY = "party", _("Cơ quan Đảng, đoàn thể")
    OTHER = "other", _("Đơn vị khác")


COMMUNE_KINDS = (AgencyKind.COMMUNE, AgencyKind.WARD, AgencyKind.SPECIAL_ZONE)


class Agency(models.Model):
    """A body that plans give work to; a province stands for its People's Committee, and so does a commune."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=250)
    short_name = models.CharField(max_length=100, blank=True)
    kind = models.CharField(max_length=20, choices=AgencyKind.choices)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="parts")
    province = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")  # None for a province
    valid_from = models.DateField(null=True)  # None: it was there before these records begin
    valid_to = models.DateField(null=True)  # the first day on which it is no longer there
    end_unknown = models.BooleanField(default=False)  # it is no longer there, the day is not known
    fictional = models.BooleanField(default=False)
    sort_key = models.CharField(max_length=1000, editable=False)
    folded = models.CharField(max_length=400, editable=False)

    class Meta:
        ordering = ("sort_key",)
        indexes = (
            models.Index(fields=("province", "kind", "sort_key"), name="agency_of_province"),
            models.Index(fields=("folded",), name="agency_folded"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_from__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="agency_ends_after_it_begins",
            ),
            models.CheckConstraint(condition=Q(end_unknown=False) | Q(valid_to__isnull=True), name="agency_end_known_or_not"),
            models.CheckConstraint(
                condition=Q(kind=AgencyKind.PROVINCE, province__isnull=True) | ~Q(kind=AgencyKind.PROVINCE),
                name="province_lies_in_none",
            ),
            models.CheckConstraint(condition=Q(kind__in=AgencyKind.values), name="agency_kind_known"),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def ended(self) -> bool:
        """Whether its end is recorded; with a day in the future it is still there."""
        return self.end_unknown or self.valid_to is not None

    @property
    def last_day(self) -> date | None:
        """The last day on which it was there; None where it is still there, or nobody knows."""
        return self.valid_to - DAY if self.valid_to else None

    @property
    def official_code(self) -> str:
        """The code that the law gives; codes of former units were given again, so that rows of those bear their end behind it."""
        return self.code.partition("~")[0]

    @property
    def province_or_self(self) -> int:
        return self.province_id or self.pk

    def keyed(self) -> "Agency":
        """With the columns that search and sorting use, also where rows are written in bulk."""
        self.folded, self.sort_key = fold(f"{self.name} {self.short_name}"), sort_key(self.name)[:1000]
        return self


class AgencyName(models.Model):
    """Another name that documents use for an agency: a former one, or a short one."""

    class Kind(models.TextChoices):
        FORMER = "former", _("Tên cũ")
        SHORT = "short", _("Tên gọi tắt")

    agency = models.ForeignKey(Agency, models.CASCADE, related_name="names")
    name = models.CharField(max_length=250)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    since = models.DateField(null=True)
    until = models.DateField(null=True)  # the first day on which it no longer bore this name
    folded = models.CharField(max_length=250, db_index=True, editable=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("agency", "name"), name="agency_name_once"),)

    def __str__(self) -> str:
        return self.name

    @property
    def last_day(self) -> date | None:
        return self.until - DAY if self.until else None


class Succession(models.Model):
    """What an agency's people and work went over to. ``basis``: the document that ordered it, as a person wrote it."""

    class Share(models.TextChoices):
        WHOLE = "whole", _("Toàn bộ")
        MAIN = "main", _("Phần lớn")
        PART = "part", _("Một phần")

    predecessor = models.ForeignKey(Agency, models.CASCADE, related_name="into")
    successor = models.ForeignKey(Agency, models.PROTECT, related_name="out_of")
    share = models.CharField(max_length=5, choices=Share.choices)
    basis = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("predecessor", "successor"), name="succession_once"),
            models.CheckConstraint(condition=~Q(predecessor=F("successor")), name="succession_leads_on"),
            models.CheckConstraint(condition=Q(share__in=("whole", "main", "part")), name="succession_share_known"),
        )

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"
