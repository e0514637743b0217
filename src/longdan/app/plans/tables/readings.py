"""Files as they came, the documents read from them, and the previews that people correct."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from longdan.app.agencies.models import Agency, Post


class StoredFile(models.Model):
    """The bytes of a file, kept once however often and under whatever name they come."""

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField()
    content = models.FileField(max_length=200)
    stored_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.sha256


class Document(models.Model):
    """The text read from one set of files; never changed, as spans of plans point into it."""

    digest = models.CharField(max_length=64)  # of the files
    text_digest = models.CharField(max_length=64)
    name = models.CharField(max_length=300)
    text = models.TextField()
    pages = models.PositiveIntegerField(null=True)
    recognised = models.BooleanField(default=False)
    read_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("digest", "text_digest"), name="document_once"),)

    def __str__(self) -> str:
        return self.name


class Passage(models.Model):
    """A paragraph or table cell of a document: its place in the file, its span in the text."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="passages")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    file = models.CharField(max_length=300)
    page = models.PositiveIntegerField(null=True)
    paragraph = models.PositiveIntegerField(null=True)
    table = models.PositiveIntegerField(null=True)
    row = models.PositiveIntegerField(null=True)
    column = models.PositiveIntegerField(null=True)
    folded = models.TextField(editable=False)  # its words, as a search compares them

    class Meta:
        ordering = ("start",)
        constraints = (
            models.UniqueConstraint(fields=("document", "start"), name="passage_once"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="passage_holds_words"),
        )

    def __str__(self) -> str:
        return f"{self.file} {self.start}–{self.end}"


class ReadingState(models.TextChoices):
    WAITING = "waiting", _("Đang chờ đọc")
    READING = "reading", _("Đang đọc")
    READY = "ready", _("Chờ xác nhận")
    FAILED = "failed", _("Không đọc được")
    CANCELLED = "cancelled", _("Đã hủy")
    CONFIRMED = "confirmed", _("Đã xác nhận")


class ReadingKind(models.TextChoices):
    DOCUMENT = "document", _("Văn bản")
    SHEET = "sheet", _("Bảng nhiệm vụ")
    CARRIED = "carried", _("Chuyển sang năm sau")


class Reading(models.Model):
    """One attempt to make a plan, or to change one: read, shown, corrected, then confirmed or not."""

    kind = models.CharField(max_length=10, choices=ReadingKind.choices, default=ReadingKind.DOCUMENT)
    # The plan that a sheet changes, or that is carried over; none where a document speaks for itself.
    of = models.ForeignKey("longdan.Plan", models.PROTECT, null=True, related_name="proposals")
    digest = models.CharField(max_length=64, db_index=True)  # of the files, in their order
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")  # whose desk it lies on
    state = models.CharField(max_length=10, choices=ReadingState.choices, default=ReadingState.WAITING)
    received_by = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    received_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    starts = models.PositiveSmallIntegerField(default=0)  # more than one where reading was cut off
    alive_at = models.DateTimeField(null=True)  # when its worker last gave a sign of life
    ended_at = models.DateTimeField(null=True)
    pages_done = models.PositiveIntegerField(default=0)
    pages = models.PositiveIntegerField(null=True)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="readings")
    preview = models.JSONField(null=True)  # what the reader found, versioned by its key "version"
    plan = models.ForeignKey("longdan.Plan", models.PROTECT, null=True, related_name="readings")
    confirmed_by = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("-received_at", "-id")
        indexes = (models.Index(fields=("agency", "state", "-received_at"), name="reading_of_agency"),)
        constraints = (
            models.CheckConstraint(condition=Q(state__in=ReadingState.values), name="reading_state_known"),
            models.CheckConstraint(
                condition=Q(kind=ReadingKind.DOCUMENT, of__isnull=True)
                | Q(kind__in=(ReadingKind.SHEET, ReadingKind.CARRIED), of__isnull=False),
                name="reading_kind_of_plan",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(ReadingState.READY, ReadingState.CONFIRMED))
                | Q(preview__isnull=False, document__isnull=False),
                name="reading_ready_has_preview",
            ),
            models.CheckConstraint(
                condition=Q(state=ReadingState.CONFIRMED, plan__isnull=False)
                | (~Q(state=ReadingState.CONFIRMED) & Q(plan__isnull=True)),
                name="reading_confirmed_has_plan",
            ),
            models.UniqueConstraint(
                fields=("agency", "digest"),
                condition=Q(state__in=(ReadingState.WAITING, ReadingState.READING, ReadingState.READY)),
                name="reading_open_once",
            ),
        )

    def __str__(self) -> str:
        return f"Bản đọc {self.pk}"


class ReadingFile(models.Model):
    """A file of a reading, under the name it came with."""

    reading = models.ForeignKey(Reading, models.CASCADE, related_name="files")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    name = models.CharField(max_length=300)
    number = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("reading", "number"), name="reading_file_once"),)

    def __str__(self) -> str:
        return self.name


class ReadingProblem(models.Model):
    """Why a reading failed, or what is to be known of it."""

    reading = models.ForeignKey(Reading, models.CASCADE, related_name="problems")
    code = models.CharField(max_length=80)
    where = models.CharField(max_length=400)
    what = models.TextField()
    fix = models.TextField()

    def __str__(self) -> str:
        return self.code


class Correction(models.Model):
    """One change that a person made to a preview; shown is the reader's with all applied in order that are not undone."""

    reading = models.ForeignKey(Reading, models.CASCADE, related_name="corrections")
    number = models.PositiveIntegerField()
    verb = models.CharField(max_length=20)
    item = models.CharField(max_length=40)
    field = models.CharField(max_length=20, blank=True)
    value = models.TextField(blank=True)
    by = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    undone_by = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("reading", "number"), name="correction_in_order"),)

    def __str__(self) -> str:
        return f"{self.verb} {self.item} {self.field}"
