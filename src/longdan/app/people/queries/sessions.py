"""The open sessions of a person: where, with what, since when, last seen."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.sessions.models import Session

from longdan.app.agencies.models import Account

BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("CocCoc", "Cốc Cốc"), ("coc_coc", "Cốc Cốc"), ("Firefox", "Firefox"),
            ("Chrome", "Chrome"), ("Safari", "Safari"))  # fmt: skip
MACHINES = (("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"),
            ("Linux", "Linux"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class SessionRow:
    id: int
    browser: str  # "Firefox, Windows"
    address: str
    began_at: datetime
    seen_at: datetime
    current: bool


def sessions(account: Account, *, current: str, at: datetime) -> tuple[SessionRow, ...]:
    """A person's open sessions, the one they look from (whose key is ``current``) first."""
    alive = Session.objects.filter(expire_date__gt=at).values("session_key")
    rows = account.open_sessions.filter(key__in=alive)
    shown = [
        SessionRow(one.pk, browser(one.browser), one.address or "", one.began_at, one.seen_at, one.key == current) for one in rows
    ]
    return tuple(sorted(shown, key=lambda row: not row.current))


def browser(words: str) -> str:
    """What a browser tells of itself, as people call it; nothing where it is none that we know."""
    named = (next((name for sign, name in names if sign in words), "") for names in (BROWSERS, MACHINES))
    return ", ".join(name for name in named if name)
