"""Calendars that people read with another program."""

from django.db import models

from longdan.app.agencies.models import Post


class CalendarFeed(models.Model):
    """The secret address of a post's calendar, of which only the hash is kept; one in force at a time."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="feeds")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("post",), condition=models.Q(revoked_at__isnull=True), name="feed_in_force_once"),
        )

    def __str__(self) -> str:
        return f"Lịch của {self.post}"
