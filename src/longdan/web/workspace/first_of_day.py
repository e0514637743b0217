"""Looks, at the first request of a day, for reforms whose day has come: the worker may have been down."""

import logging
from collections.abc import Callable
from datetime import date

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from longdan.app.reform.due import carry_out_due

log = logging.getLogger("longdan")


class FirstOfDay:
    """One look a day in each process; a page is shown whatever becomes of it."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer
        self.looked: date | None = None

    def __call__(self, request: HttpRequest) -> HttpResponse:
        now = timezone.now()
        if self.looked != timezone.localdate(now):
            self.looked = timezone.localdate(now)
            try:
                carry_out_due(at=now)
            except DatabaseError as refused:
                log.error("planned reforms were not looked for", exc_info=refused)
        return self.answer(request)
