"""What people say to each other at a task, and who is called to read it."""

from django.db import models
from django.db.models import Q

from longdan.app.agencies.models import Account, Post
from longdan.app.plans.models import Task
from longdan.core.vietnamese import fold


class Comment(models.Model):
    """Words at a task; taken back by their writer they stay in the table, and the page says only that there were some."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="comments")
    text = models.TextField()
    folded = models.TextField(editable=False)
    by = models.ForeignKey(Post, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-at", "-id")
        indexes = (models.Index(fields=("task", "-at"), name="comment_of_task"),)
        constraints = (models.CheckConstraint(condition=~Q(text=""), name="comment_says_something"),)

    def __str__(self) -> str:
        return self.text[:200]

    def keyed(self) -> "Comment":
        self.folded = fold(self.text)
        return self


class Mention(models.Model):
    """A person who is called to a comment, until that person has read it."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="mentions")
    account = models.ForeignKey(Account, models.PROTECT, related_name="mentions")
    read_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=("account", "read_at"), name="mention_unread"),)
        constraints = (models.UniqueConstraint(fields=("comment", "account"), name="mention_once"),)

    def __str__(self) -> str:
        return f"@{self.account}"
