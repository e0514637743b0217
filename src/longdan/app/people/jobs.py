"""Handing letters, and what must wait for its day, to the worker behind the web server.

The order names the account only: codes and tokens are made when the letter is written, so that none lies in the queue.
"""

from datetime import date, datetime, time

from django.conf import settings
from django.utils.timezone import make_aware
from django_q.models import Schedule
from django_q.tasks import async_task, schedule


def enqueue_reset(account_id: int, origin: str) -> None:
    """Ask for the letter with which a forgotten password is set anew; ``origin`` is "https://host"."""
    async_task(settings.RESET_JOB, account_id, origin, group="mail")


def enqueue_invitation(account_id: int, by_id: int, origin: str) -> None:
    """Ask for the letter with which a first password is set."""
    async_task(settings.INVITATION_JOB, account_id, by_id, origin, group="mail")


def on_the_day(hand_over_id: int, day: date) -> None:
    """Ask for what is on a desk to be moved on the first moment of a day."""
    start = make_aware(datetime.combine(day, time.min))
    schedule(settings.HAND_OVER_JOB, hand_over_id, schedule_type=Schedule.ONCE, next_run=start, repeats=1)
