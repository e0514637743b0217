"""The frame of a page as template tags."""

from typing import Any

from django import template
from django.conf import settings
from django.template.context import Context

from longdan.web.shared.frame import WAYS

register = template.Library()


@register.filter
def words(text: str) -> list[str]:
    return text.split()


@register.inclusion_tag("shared/notice.html")
def demo_notice() -> dict[str, Any]:
    """On every page of a demonstration: the province is invented."""
    return {"shown": settings.DEMO}


@register.inclusion_tag("shared/bar.html", takes_context=True)
def bar(context: Context) -> dict[str, Any]:
    """The bar on top; without a post (not signed in) only the name."""
    request = context.get("request")
    match = request.resolver_match if request else None
    view = match.view_name if match else ""
    return {
        "post": getattr(request, "post", None),
        "ways": [(way, way.holds(view)) for way in WAYS],
        "menu": getattr(request, "menu", ()),
        "csrf_token": context.get("csrf_token"),
    }
