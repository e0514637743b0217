"""What proves that an assignment is done: titled items, each with numbered versions of a file."""

from django.db import models
from django.db.models import Q

from longdan.app.agencies.models import Post
from longdan.app.plans.models import Assignment, StoredFile
from longdan.core.vietnamese import fold


class Evidence(models.Model):
    """An item of evidence; withdrawn it is shown no more as proof, and stays with its files and the reason."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="evidence")
    title = models.CharField(max_length=300)
    folded = models.TextField(editable=False)
    by = models.ForeignKey(Post, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_reason = models.TextField(blank=True)

    class Meta:
        ordering = ("-at", "-id")
        constraints = (
            models.CheckConstraint(condition=~Q(title=""), name="evidence_has_title"),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_reason="")
                | Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason=""),
                name="evidence_withdrawn_with_reason",
            ),
        )

    def __str__(self) -> str:
        return self.title

    def keyed(self, *names: str) -> "Evidence":
        """With the folded column over its title and the names of its files."""
        self.folded = fold(" ".join((self.title, *names)))
        return self


class EvidenceVersion(models.Model):
    """A file of an item of evidence, under the name it came with; ``missing_since``: the disk no longer holds its bytes."""

    evidence = models.ForeignKey(Evidence, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    name = models.CharField(max_length=300)
    format = models.CharField(max_length=40)  # what the bytes are: "PDF", "ảnh"
    by = models.ForeignKey(Post, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    missing_since = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=("evidence", "number"), name="evidence_version_once"),)

    def __str__(self) -> str:
        return f"{self.name} ({self.number})"
