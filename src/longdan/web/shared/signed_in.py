"""The wall around the workspace: who is signed in acts in a post, and what is refused is told plainly."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlsplit

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _
from django_htmx.middleware import HtmxDetails

from longdan.app.agencies.access import NotAllowed, Right, may
from longdan.app.agencies.models import Post
from longdan.app.agencies.queries import posts_of
from longdan.core.problems import Problem, ProblemsFound
from longdan.web.shared.leaves import PastTheLast
from longdan.web.shared.presence import ACTING

P = ParamSpec("P")


class Signed(HttpRequest):
    """A request by somebody who holds a post."""

    htmx: HtmxDetails
    post: Post  # the one in which the person acts
    posts: tuple[Post, ...]
    menu: tuple[tuple[str, str, str], ...]


def signed_in(view: Callable[Concatenate[Signed, P], HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Let in only people with a post; show what is refused as a page that says why, not as a bare number."""

    @wraps(view)
    def guarded(request: Signed, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return to_the_door(request)
        posts = posts_of(request.user, on=timezone.localdate())
        if not posts:
            return forbidden(request, NO_POST)
        request.posts, request.post = posts, acting(request, posts)
        request.menu = menu(request.post)
        try:
            answer = view(request, *args, **kwargs)
        except NotAllowed as not_allowed:
            return forbidden(request, *not_allowed.problems)
        except PastTheLast as past:
            return redirect(at_leaf(request, past.last))
        except ObjectDoesNotExist as missing:
            raise Http404 from missing
        except ProblemsFound as found:
            return render(request, "shared/refused.html", {"problems": found.problems, "back": back(request)}, status=422)
        return kept_by_nobody(answer)

    return guarded


def at_leaf(request: HttpRequest, number: int) -> str:
    """The address that was asked for, at another leaf of its list."""
    asked = request.GET.copy()
    asked["trang"] = str(number)
    return f"{request.path}?{asked.urlencode()}"


def kept_by_nobody(answer: HttpResponseBase) -> HttpResponseBase:
    """On a desk that several people share, no browser shows a page again once its reader has signed out."""
    patch_cache_control(answer, private=True, no_store=True)
    return answer


def acting(request: HttpRequest, posts: tuple[Post, ...]) -> Post:
    """The post that was chosen for this session, while it is held; else the oldest."""
    chosen = request.session.get(ACTING)
    return next((post for post in posts if post.pk == chosen), posts[0])


def to_the_door(request: Signed) -> HttpResponse:
    """To the sign-in page and back; where only a part of a page was asked for, the whole page goes."""
    if request.htmx:
        here = request.htmx.current_url_abs_path or "/"
        return HttpResponse(headers={"HX-Redirect": redirect_to_login(here).url})
    return redirect_to_login(request.get_full_path() if request.method == "GET" else back(request))


NO_POST = Problem(
    "access.no-post",
    "tài khoản",
    "Tài khoản này chưa giữ vị trí nào ở một cơ quan.",
    "Đề nghị người quản trị của tỉnh cấp vị trí.",
)


# What the account's menu offers beside signing out: name, drawing, view, and the right that it takes.
MENU = (
    (_("Tài khoản của tôi"), "key", "own-account", Right.SEE),
    (_("Người dùng"), "person", "people", Right.SEE),
    (_("Khó khăn, vướng mắc"), "late", "difficulties", Right.SEE),
    (_("Nhật ký"), "trace", "trail", Right.SEE_TRAIL),
)


def menu(post: Post) -> tuple[tuple[str, str, str], ...]:
    """The ways of the account's menu that are open to a post."""
    return tuple((str(name), icon, view) for name, icon, view, right in MENU if may(post, right, on=post.agency))


def forbidden(request: HttpRequest, *problems: Problem) -> HttpResponse:
    return render(request, "shared/forbidden.html", {"problems": problems}, status=403)


def out_of_time(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form was sent without the token of its page: that page was open for too long, or somebody signed out meanwhile."""
    return render(request, "403_csrf.html", {"back": came_from(request)}, status=403)


def came_from(request: HttpRequest) -> str:
    """The address from which a request came, with its filters, if it is one of ours."""
    came = urlsplit(request.headers.get("Referer", ""))
    return back(request) + (f"?{came.query}" if came.query and came.netloc == request.get_host() else "")


def back(request: HttpRequest) -> str:
    """The page from which a refused request came, if it is one of ours."""
    came = urlsplit(request.headers.get("Referer", ""))
    return "/" + came.path.lstrip("/") if came.netloc == request.get_host() else "/"
