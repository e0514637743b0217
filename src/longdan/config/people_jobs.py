"""What the worker behind the web server does about people: letters, desks that change hands on their day."""

from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django_q.models import Schedule
from django_q.tasks import schedule

from longdan.app.people.actions.handing_over import move
from longdan.app.people.actions.passwords import letter_not_sent
from longdan.web.workspace import letters

LATER = timedelta(minutes=2)


def send_reset(account_id: int, origin: str, left: int = 2) -> None:
    """Write the letter for a forgotten password; ``left``: how often it is tried again where the mail server fails."""
    _sent(lambda: letters.reset(account_id, origin), settings.RESET_JOB, (account_id, origin), left)


def send_invitation(account_id: int, by_id: int, origin: str, left: int = 2) -> None:
    """Write the letter with which a first password is set."""
    told = (account_id, by_id, origin)
    _sent(lambda: letters.invitation(account_id, by_id, origin, timezone.now()), settings.INVITATION_JOB, told, left)


def _sent(write: Callable[[], None], job: str, told: tuple[object, ...], left: int) -> None:
    """Send a letter, now or some minutes later; that it could not be sent is told in the trail."""
    try:
        write()
    except OSError as refusal:  # a mail server's refusal is one too
        if left:
            schedule(job, *told, left - 1, schedule_type=Schedule.ONCE, next_run=timezone.now() + LATER, repeats=1)
        else:
            assert isinstance(told[0], int)
            letter_not_sent(account_id=told[0], why=type(refusal).__name__, at=timezone.now())


def move_desk(hand_over_id: int) -> None:
    """Move what lies on a desk, on the day on which its post changes hands."""
    move(hand_over_id=hand_over_id, at=timezone.now())
