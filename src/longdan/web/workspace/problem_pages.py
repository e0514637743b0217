"""Pages for what cannot be answered: each says why in plain words and shows a way back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "workspace/bad_request.html", status=400)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "workspace/csrf.html", status=403)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "workspace/forbidden.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "workspace/not_found.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Drawn without the request: whatever broke may break the frame as well."""
    return HttpResponse(render_to_string("workspace/broken.html"), status=500)
