"""Ways in beside the door: a forgotten password by mail, a first one by an invitation."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import PasswordResetConfirmView, PasswordResetView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from longdan.app.people.queries.people import open_invitation
from longdan.core.problems import ProblemsFound
from longdan.web.workspace import password_forms as forms

INVITED, LONGEST_CODE = "invited", 40  # the key under which a session keeps a code
CAN_SIGN_IN = gettext_lazy("Đã đặt mật khẩu. Hãy đăng nhập bằng mật khẩu mới.")


class Forgotten(PasswordResetView):
    """Whoever forgot a password is sent a letter, if we can send any."""

    template_name = "workspace/doors/forgotten.html"
    form_class = forms.Forgotten
    success_url = reverse_lazy("forgotten-sent")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"letters_leave": settings.LETTERS_LEAVE}


def forgotten_sent(request: HttpRequest) -> HttpResponse:
    return render(request, "workspace/doors/forgotten_sent.html")


class SetPassword(PasswordResetConfirmView):
    """Behind the link of that letter."""

    template_name = "workspace/doors/set_password.html"
    form_class = forms.NewPassword
    success_url = reverse_lazy("sign-in")
    extra_context = {"hint": forms.HINT}  # noqa: RUF012  # as Django has it

    def form_valid(self, form: Any) -> HttpResponse:
        answer = super().form_valid(form)
        messages.success(self.request, CAN_SIGN_IN)
        return answer


@never_cache
def invitation(request: HttpRequest) -> HttpResponse:
    """Where a code is typed that came on paper."""
    if request.method == "POST":
        return invited_by(request, request.POST.get("ma", ""))
    return render(request, "workspace/doors/invitation.html", {"code": "", "problems": ()})


@never_cache
def invitation_code(request: HttpRequest, code: str) -> HttpResponse:
    """Behind the link of a letter: its code leaves the address at once."""
    return invited_by(request, code)


def invited_by(request: HttpRequest, code: str) -> HttpResponse:
    """To the page of the first password; the session keeps the code, so that neither histories nor logs do."""
    request.session[INVITED] = code.strip()[:LONGEST_CODE]
    return redirect("first-password")


@sensitive_post_parameters()
@never_cache
def first_password(request: HttpRequest) -> HttpResponse:
    """Setting a password by an invitation, once."""
    code = request.session.get(INVITED, "")
    if not code:
        return redirect("invitation")
    try:
        invited = open_invitation(code, at=timezone.now())
        form = forms.FirstPassword(code, invited.account, request.POST or None)
        if form.is_valid():
            form.accept()
            del request.session[INVITED]
            messages.success(request, CAN_SIGN_IN)
            return redirect("sign-in")
    except ProblemsFound as found:
        return render(request, "workspace/doors/invitation.html", {"problems": found.problems, "code": code}, status=410)
    context = {"form": form, "account": invited.account, "hint": forms.HINT, "validlink": True}
    return render(request, "workspace/doors/set_password.html", context)
