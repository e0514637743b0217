"""The frame of a page as template tags."""

from typing import Any

from django import template
from django.conf import settings
from django.template.context import Context

from longdan.app.agencies.queries import demo_province
from longdan.web.shared.frame import ways

register = template.Library()


@register.filter
def words(text: str) -> list[str]:
    return text.split()


@register.inclusion_tag("shared/notice.html")
def demo_notice() -> dict[str, Any]:
    """On every page of a demonstration: the province is invented."""
    return {"province": demo_province().unit.full_name if settings.DEMO else ""}


@register.inclusion_tag("shared/bar.html", takes_context=True)
def bar(context: Context) -> dict[str, Any]:
    """The bar on top; without a post (not signed in) only the name."""
    request = context.get("request")
    match = request.resolver_match if request else None
    view = match.view_name if match else ""
    post = getattr(request, "post", None)
    return {
        "post": post,
        "ways": [(way, way.holds(view)) for way in ways(post)] if post else [],
        "others": [one for one in getattr(request, "posts", ()) if one != post],
        "menu": getattr(request, "menu", ()),
        "csrf_token": context.get("csrf_token"),
    }
