"""The events of the audit trail."""

import hashlib

from django.conf import settings
from django.db import models

GENESIS = "0" * 64


class Event(models.Model):
    """Something that somebody did. Rows are only ever added; ``digest`` covers this row and ``previous``."""

    number = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField()
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    signature = models.CharField(max_length=500)  # name, title and agency as they were that day
    verb = models.CharField(max_length=80)
    thing = models.CharField(max_length=40)  # "task"
    thing_id = models.BigIntegerField()
    about = models.CharField(max_length=300)  # what the thing was called that day
    detail = models.TextField(blank=True)
    previous = models.CharField(max_length=64, unique=True)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ("-number",)
        indexes = (
            models.Index(fields=("thing", "thing_id"), name="event_of_thing"),
            models.Index(fields=("account", "-number"), name="event_of_account"),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.verb} {self.thing} {self.thing_id}"

    def computed_digest(self) -> str:
        """The hash of this event and, by ``previous``, of all before it."""
        told = (
            self.previous,
            str(self.number),
            self.at.timestamp().hex(),
            str(self.account_id),
            self.signature,
            self.verb,
            self.thing,
            str(self.thing_id),
            self.about,
            self.detail,
        )
        return hashlib.sha256("\x1f".join(told).encode()).hexdigest()


class ChainHead(models.Model):
    """The end of the chain: one row, locked by whoever adds an event, so that the chain never forks."""

    number = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, default=GENESIS)

    class Meta:
        constraints = (models.CheckConstraint(condition=models.Q(pk=1), name="one_chain_head"),)

    def __str__(self) -> str:
        return f"{self.number} {self.digest}"
