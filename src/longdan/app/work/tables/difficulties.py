"""What stands in the way of an assignment, and what was done about it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from longdan.app.agencies.models import Post
from longdan.app.plans.models import Assignment
from longdan.core.vietnamese import fold


class DifficultyState(models.TextChoices):
    RAISED = "raised", _("Chờ trả lời")
    ANSWERED = "answered", _("Đã trả lời")
    ESCALATED = "escalated", _("Đã chuyển lên tỉnh")
    DECIDED = "decided", _("Tỉnh đã quyết định")
    CLOSED = "closed", _("Đã khép lại")


class Difficulty(models.Model):
    """A difficulty (khó khăn, vướng mắc) of an assignment, in the words of its agency."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="difficulties")
    text = models.TextField()
    proposal = models.TextField(blank=True)  # what the agency proposes
    folded = models.TextField(editable=False)
    state = models.CharField(max_length=10, choices=DifficultyState.choices, default=DifficultyState.RAISED)
    state_since = models.DateTimeField()
    by = models.ForeignKey(Post, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-id")
        indexes = (models.Index(fields=("state", "-at"), name="difficulty_in_state"),)
        constraints = (
            models.CheckConstraint(condition=~Q(text=""), name="difficulty_says_something"),
            models.CheckConstraint(condition=Q(state__in=DifficultyState.values), name="difficulty_state_known"),
        )

    def __str__(self) -> str:
        return self.text[:200]

    def keyed(self) -> "Difficulty":
        self.folded = fold(f"{self.text} {self.proposal}")
        return self


class DifficultyTurn(models.Model):
    """A step that was taken with a difficulty, with its words."""

    difficulty = models.ForeignKey(Difficulty, models.CASCADE, related_name="turns")
    verb = models.CharField(max_length=20)
    state = models.CharField(max_length=10, choices=DifficultyState.choices)
    text = models.TextField(blank=True)
    by = models.ForeignKey(Post, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"{self.verb} → {self.state}"
