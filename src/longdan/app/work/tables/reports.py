"""What agencies report about their assignments, and the steps that assignments took."""

from django.db import models
from django.db.models import Q

from longdan.app.agencies.models import Post
from longdan.app.plans.models import Assignment, AssignmentState
from longdan.core.vietnamese import fold


class Update(models.Model):
    """How far an assignment is, in its agency's words."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="updates")
    text = models.TextField()
    folded = models.TextField(editable=False)
    percent = models.PositiveSmallIntegerField()
    by = models.ForeignKey(Post, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-id")
        indexes = (models.Index(fields=("assignment", "-at"), name="update_of_assignment"),)
        constraints = (
            models.CheckConstraint(condition=Q(percent__lte=100), name="update_percent"),
            models.CheckConstraint(condition=~Q(text=""), name="update_says_something"),
        )

    def __str__(self) -> str:
        return self.text[:200]

    def keyed(self) -> "Update":
        self.folded = fold(self.text)
        return self


class StepTaken(models.Model):
    """A step from one state of an assignment to the next."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="steps")
    verb = models.CharField(max_length=20)
    state = models.CharField(max_length=10, choices=AssignmentState.choices)
    reason = models.TextField(blank=True)
    by = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return f"{self.verb} → {self.state}"
