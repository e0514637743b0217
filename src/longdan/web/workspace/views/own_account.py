"""One's own account: its posts, its password, the browsers in which it is signed in."""

from django.contrib import messages
from django.contrib.auth import logout, update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from longdan.app.people.actions.sessions import end_other_sessions, end_session
from longdan.app.people.actions.signing import renewed
from longdan.app.people.queries.sessions import sessions
from longdan.web.shared.presence import ACTING
from longdan.web.shared.signed_in import Signed, back, signed_in
from longdan.web.workspace import password_forms as forms


@signed_in
def account_page(request: Signed) -> HttpResponse:
    rows = sessions(request.post.account, current=key(request), at=timezone.now())
    return render(request, "workspace/people/own.html", {"account": request.post.account, "sessions": rows})


def key(request: Signed) -> str:
    """Of the session in which this request comes."""
    return request.session.session_key or ""


@sensitive_post_parameters()
@signed_in
def change_password_page(request: Signed) -> HttpResponse:
    form = forms.OtherPassword(key(request), request.post.account, request.POST or None)
    if not form.is_valid():
        return render(request, "workspace/people/change_password.html", {"form": form, "hint": forms.HINT})
    account, before = form.change(), key(request)
    update_session_auth_hash(request, account)  # under another key
    renewed(before=before, after=key(request))
    messages.success(request, _("Đã đổi mật khẩu. Các phiên khác đã kết thúc."))
    return redirect("own-account")


@require_POST
@signed_in
def end_one(request: Signed, session_id: int) -> HttpResponse:
    ended = end_session(account=request.post.account, session_id=session_id, at=timezone.now())
    if ended.key == key(request):
        logout(request)
        return redirect("sign-in")
    messages.success(request, _("Đã kết thúc phiên đó."))
    return redirect("own-account")


@require_POST
@signed_in
def end_others(request: Signed) -> HttpResponse:
    count = end_other_sessions(account=request.post.account, keep=key(request), at=timezone.now())
    words = ngettext("Đã kết thúc %(count)s phiên khác.", "Đã kết thúc %(count)s phiên khác.", count)
    messages.success(request, words % {"count": count})
    return redirect("own-account")


@require_POST
@signed_in
def act_as(request: Signed) -> HttpResponse:
    """Choose the post in which one acts; only posts that are one's own can be chosen."""
    chosen = next((post for post in request.posts if str(post.pk) == request.POST.get("vi-tri")), None)
    if chosen is not None:
        request.session[ACTING] = chosen.pk
        told = _("Từ đây ông/bà làm việc với tư cách %(title)s, %(agency)s.")
        messages.success(request, told % {"title": chosen.title, "agency": chosen.agency.name})
    return redirect(reverse("home") if chosen else back(request))
