"""Refuses a request that is larger than any set of files may be, before its body fills the disk."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse


def limited(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Django sets no limit to files; and it reads them before it knows who sends them, in search of the form's token."""

    def within_limits(request: HttpRequest) -> HttpResponse:
        if int(request.META.get("CONTENT_LENGTH") or 0) > settings.MOST_BODY:
            raise RequestDataTooBig(f"a request of more than {settings.MOST_BODY} bytes")
        return get_response(request)

    return within_limits
