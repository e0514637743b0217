"""Small changes that people make to a plan in force, each with what stood there before."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from longdan.app.agencies.models import Post
from longdan.app.plans.tables.tasks import Assignment, Task


class ChangeVerb(models.TextChoices):
    EDIT = "edit", _("Sửa")
    ADD = "add", _("Thêm nhiệm vụ")
    WITHDRAW = "withdraw", _("Rút nhiệm vụ")
    ASSIGN = "assign", _("Giao thêm")
    RELEASE = "release", _("Thôi giao")


class TaskChange(models.Model):
    """What one person changed in a task in force; taken back by writing ``before`` again."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="changes")
    verb = models.CharField(max_length=10, choices=ChangeVerb.choices)
    field = models.CharField(max_length=20, blank=True)  # of the task, or the role of who is assigned
    assignment = models.ForeignKey(Assignment, models.CASCADE, null=True, related_name="+")
    before = models.TextField(blank=True)  # of what was given, the numbers of the assignments that are new or open again
    after = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    by = models.ForeignKey(Post, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(condition=Q(verb__in=ChangeVerb.values), name="task_change_verb_known"),
            models.CheckConstraint(
                condition=~Q(verb__in=(ChangeVerb.WITHDRAW, ChangeVerb.RELEASE)) | ~Q(reason=""), name="task_change_reason_given"
            ),
        )

    def __str__(self) -> str:
        return f"{self.verb} {self.field}".strip()
