"""What is kept of people's ways in: open sessions, invitations, hand-overs, sheets of accounts."""

from django.db import models
from django.db.models import F, Q

from longdan.app.agencies.models import Account, Agency, Post


class OpenSession(models.Model):
    """A browser in which somebody is signed in; the row goes when the session does."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="open_sessions")
    key = models.CharField(max_length=40, unique=True)  # of Django's session
    address = models.GenericIPAddressField(null=True)
    browser = models.CharField(max_length=300, blank=True)
    began_at = models.DateTimeField()
    seen_at = models.DateTimeField()

    class Meta:
        ordering = ("-seen_at", "-id")

    def __str__(self) -> str:
        return f"{self.account_id} {self.address}"


class Invitation(models.Model):
    """The right to set a password, given on paper or by mail: once, for some days. Only a digest of its code is kept."""

    account = models.OneToOneField(Account, models.CASCADE, related_name="invitation")
    digest = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(expires_at__gt=F("made_at")), name="invitation_lasts"),)

    def __str__(self) -> str:
        return f"{self.account_id} {self.expires_at:%Y-%m-%d}"


class HandOver(models.Model):
    """A post that changes its holder: from ``effective`` on what is open on the old holder's desk lies on the new one's."""

    old = models.OneToOneField(Post, models.PROTECT, related_name="handed_over")
    new = models.ForeignKey(Post, models.PROTECT, related_name="taken_over")
    effective = models.DateField()
    ordered_by = models.ForeignKey(Post, models.PROTECT, related_name="+")
    ordered_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)  # None until the day has come

    class Meta:
        constraints = (models.CheckConstraint(condition=~Q(old=F("new")), name="handed_to_another_post"),)

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"


class AccountSheet(models.Model):
    """A sheet of accounts that was handed in; its bytes, personal data, go when it is acted upon or discarded."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")  # the province whose people it names
    name = models.CharField(max_length=300)
    content = models.BinaryField()
    received_by = models.ForeignKey(Post, models.PROTECT, related_name="+")
    received_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name
