"""Refuses what only a broken program sends, before any page sees it: no database keeps it."""

import logging
from collections.abc import Callable, Iterable
from typing import Any

from django.db import DataError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from longdan.core.problems import Problem
from longdan.web.shared.signed_in import back

LARGEST = 2**63 - 1  # of the numbers under which a database keeps things
UNREADABLE = Problem(
    "web.unreadable",
    "nội dung gửi lên",
    "có ký tự hoặc số mà phần mềm không lưu được",
    "tải lại trang, xóa ký tự lạ rồi gửi lại",
)
TOO_LONG = Problem(
    "web.too-long",
    "nội dung gửi lên",
    "có chỗ dài quá mức phần mềm lưu được",
    "viết ngắn lại rồi gửi lại",
)
log = logging.getLogger("longdan")


class Readable:
    """One wall for every address, for whoever is signed in and for whoever is not."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], numbers: Iterable[Any], named: dict[str, Any]
    ) -> HttpResponse | None:
        return refused(request, UNREADABLE) if no_database_takes(request, named.values()) else None

    def process_exception(self, request: HttpRequest, raised: Exception) -> HttpResponse | None:
        """A page that forgot to measure a text: nothing was kept, and whoever sent it is told; the log tells us which page."""
        if not isinstance(raised, DataError):
            return None
        log.error("%s took a text that no column holds", request.path, exc_info=raised)
        return refused(request, TOO_LONG)


def refused(request: HttpRequest, problem: Problem) -> HttpResponse:
    return render(request, "shared/refused.html", {"problems": [problem], "back": back(request)}, status=422)


def no_database_takes(request: HttpRequest, named: Iterable[Any]) -> bool:
    """Whether a page is asked for, or told, what no database keeps: a number beyond all numbers, the character NUL."""
    if any(isinstance(one, int) and one > LARGEST for one in named) or any("\0" in str(one) for one in named):
        return True
    return any("\0" in word for sent in (request.GET, request.POST) for name, words in sent.lists() for word in (name, *words))
