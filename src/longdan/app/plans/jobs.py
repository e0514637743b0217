"""Handing the reading of files to the worker behind the web server."""

from django.conf import settings
from django_q.models import Schedule
from django_q.tasks import async_task


def enqueue_reading(reading_id: int) -> None:
    """Ask for a reading; the order is part of the transaction in which it is given."""
    async_task(settings.READING_JOB, reading_id, group="reading")


def resume_every_minute() -> None:
    """Have the worker look every minute for readings whose worker was killed."""
    order = {"func": settings.RESUMING_JOB, "schedule_type": Schedule.MINUTES, "minutes": 1, "repeats": -1}
    Schedule.objects.update_or_create(name="resume-readings", defaults=order)
