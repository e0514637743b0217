"""What people are writing and have not sent."""

from django.db import models

from longdan.app.agencies.models import Post
from longdan.app.plans.models import Task


class Draft(models.Model):
    """Words in a field of a task's page, kept while they are typed; ``place`` names the field."""

    by = models.ForeignKey(Post, models.CASCADE, related_name="+")
    task = models.ForeignKey(Task, models.CASCADE, related_name="drafts")
    place = models.CharField(max_length=60)
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("by", "task", "place"), name="draft_once"),)

    def __str__(self) -> str:
        return f"{self.place}: {self.text[:60]}"
