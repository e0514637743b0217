"""Having the worker behind the web server look for reforms whose day has come."""

from django.conf import settings
from django_q.models import Schedule


def look_every_ten_minutes() -> None:
    """Soon after midnight, and soon after a worker that was down comes back."""
    order = {"func": settings.REFORMS_JOB, "schedule_type": Schedule.MINUTES, "minutes": 10, "repeats": -1}
    Schedule.objects.update_or_create(name="planned-reforms", defaults=order)
