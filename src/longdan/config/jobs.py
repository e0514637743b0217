"""What the worker behind the web server runs: actions, with the clock and the programs of this machine."""

from django.utils import timezone

from longdan.app.plans import actions
from longdan.app.programs.installed import installed_programs


def read(reading_id: int) -> None:
    """Read files that were taken in."""
    actions.read(reading_id=reading_id, programs=installed_programs(), now=timezone.now)
