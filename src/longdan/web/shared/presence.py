"""Where a request comes from, and that whoever is signed in was here."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from longdan.app.people.actions.signing import seen

NOTED_EVERY = timedelta(minutes=5)
LAST_SEEN, ACTING = "thay-luc", "vi-tri"  # keys of what a session holds


def address_of(request: HttpRequest) -> str:
    """The address that asks. Behind a proxy it is the one that the proxy itself wrote last: all before it anybody may invent."""
    told = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip() if settings.BEHIND_PROXY else ""
    return _read(told) or request.META.get("REMOTE_ADDR", "")


def _read(told: str) -> str:
    """The address that a proxy wrote, without the port that some add; nothing where it wrote none."""
    with_port = re.fullmatch(r"\[(.+)\]:\d+|([\d.]+):\d+", told)
    try:
        return str(ip_address(with_port[1] or with_port[2] if with_port else told))
    except ValueError:
        return ""


def origin_of(request: HttpRequest) -> str:
    """ "https://host", for links in letters; the host is one of those that are allowed."""
    return f"{request.scheme}://{request.get_host()}"


def noted(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Note when a session was last used, not oftener than every five minutes."""

    def answered(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        now = timezone.now()
        if request.session.session_key and _due(request.session.get(LAST_SEEN), now) and request.user.is_authenticated:
            request.session[LAST_SEEN] = now.isoformat()
            seen(session_key=request.session.session_key, at=now)
        return response

    return answered


def _due(last: str | None, now: datetime) -> bool:
    return last is None or now - datetime.fromisoformat(last) > NOTED_EVERY
