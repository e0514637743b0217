"""People: their accounts, and the posts that they hold in agencies."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from longdan.app.agencies.tables.units import Agency


class Accounts(BaseUserManager["Account"]):
    """Looks accounts up for Django's sign-in."""


class Account(AbstractBaseUser):
    """A person who signs in."""

    username = models.CharField(max_length=150, unique=True)
    full_name = models.CharField(max_length=150)
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField()

    objects = Accounts()
    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    def __str__(self) -> str:
        return self.full_name


class Role(models.TextChoices):
    COORDINATOR = "coordinator", _("Điều phối của tỉnh")
    CONTENT_OWNER = "content_owner", _("Chủ trì nội dung")
    AGENCY_LEAD = "agency_lead", _("Thủ trưởng cơ quan")
    AGENCY_STAFF = "agency_staff", _("Chuyên viên")
    LEADER = "leader", _("Lãnh đạo tỉnh")
    AUDITOR = "auditor", _("Kiểm tra (chỉ xem)")
    ADMINISTRATOR = "administrator", _("Quản trị")


class Post(models.Model):
    """What one person is in one agency, from one day to another."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="posts")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="posts")
    role = models.CharField(max_length=20, choices=Role.choices)
    title = models.CharField(max_length=150)
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gt=F("since")), name="post_ends_after_it_begins"),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="post_role_known"),
            models.UniqueConstraint(fields=("account", "agency", "role"), condition=Q(until__isnull=True), name="post_held_once"),
        )

    def __str__(self) -> str:
        return self.signature()

    def signature(self) -> str:
        return f"{self.account.full_name}, {self.title}, {self.agency.name}"
