"""The one Django app."""

from django.apps import AppConfig


class Longdan(AppConfig):
    name = "longdan.app"
    label = "longdan"
    verbose_name = "Lòng Dân"
    default_auto_field = "django.db.models.BigAutoField"
