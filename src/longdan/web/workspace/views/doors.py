"""Signing in, and what happens at the door after too many wrong passwords."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm, UsernameField
from django.contrib.auth.views import LoginView, LogoutView
from django.forms import TextInput
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from longdan.app.agencies.queries import demo_posts, demo_province
from longdan.app.founding.queries import Ground, ground
from longdan.app.people.access import LOCKED_FOR, locked_until
from longdan.app.people.actions.signing import not_let_in, signed_in, signed_out
from longdan.web.shared.presence import address_of


class Door(AuthenticationForm):
    """A name and a password; a name longer than any is refused before it is counted as an attempt."""

    username = UsernameField(max_length=150, widget=TextInput(attrs={"autofocus": True}))


class SignIn(LoginView):
    """The door; in a demonstration it also shows who can be tried, and fills the form for the one chosen."""

    template_name = "workspace/sign_in.html"
    form_class = Door
    redirect_authenticated_user = True

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The door of an empty installation leads to its set-up."""
        return redirect("founding") if ground() is Ground.FREE else super().get(request, *args, **kwargs)

    def get_initial(self) -> dict[str, Any]:
        return {"username": self.request.GET.get("nguoi", "")}

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        answer = super().form_valid(form)
        signed_in(
            account=form.get_user(),
            session_key=self.request.session.session_key or "",
            address=address_of(self.request),
            browser=self.request.headers.get("User-Agent", ""),
            at=timezone.now(),
        )
        return answer

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        """Tell the trail, but not of every attempt against a door that is locked already."""
        tried = getattr(self.request, "axes_failures_since_start", None)
        if tried is not None:
            locked = bool(getattr(self.request, "axes_locked_out", False))
            username = str(form.cleaned_data.get("username", ""))  # as it was tried, without blanks around it
            not_let_in(username=username, address=address_of(self.request), locked=locked, at=timezone.now())
        return super().form_invalid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown: dict[str, Any] = {"people": (), "password": "", "filled": ""}
        if settings.DEMO:
            password = demo_province().password
            filled = password if "nguoi" in self.request.GET else ""
            shown = {"people": demo_posts(), "password": password, "filled": filled}
        return super().get_context_data(**kwargs) | shown


class SignOut(LogoutView):
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Leave; a second press, or one after the session has ended, does no harm."""
        if request.user.is_authenticated:
            signed_out(account=request.user, session_key=request.session.session_key or "", at=timezone.now())
        return super().post(request, *args, **kwargs)


def locked_out(request: HttpRequest, answer: HttpResponse, credentials: Mapping[str, Any] | None) -> HttpResponse:
    """Said in place of the form, in the same words whether there is such a name or not."""
    now = timezone.now()
    until = locked_until(str((credentials or {}).get("username", "")), at=now, address=address_of(request)) or now + LOCKED_FOR
    return render(
        request, "workspace/doors/locked.html", {"until": until, "minutes": round((until - now).total_seconds() / 60)}, status=429
    )
