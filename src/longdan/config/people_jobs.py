"""What the worker behind the web server does about people: letters, desks that change hands on their day."""

from django.utils import timezone

from longdan.app.people.actions.handing_over import move
from longdan.web.workspace import letters


def send_reset(account_id: int, origin: str) -> None:
    """Write the letter for a forgotten password."""
    letters.reset(account_id, origin)


def send_invitation(account_id: int, by_id: int, origin: str) -> None:
    """Write the letter with which a first password is set."""
    letters.invitation(account_id, by_id, origin, timezone.now())


def move_desk(hand_over_id: int) -> None:
    """Move what lies on a desk, on the day on which its post changes hands."""
    move(hand_over_id=hand_over_id, at=timezone.now())
