"""Signing in."""

from typing import Any

from django.conf import settings
from django.contrib.auth.views import LoginView

from longdan.app.agencies.queries import demo_posts, demo_province


class SignIn(LoginView):
    """The door; in a demonstration it also shows who can be tried, and fills the form for the one chosen."""

    template_name = "workspace/sign_in.html"
    redirect_authenticated_user = True

    def get_initial(self) -> dict[str, Any]:
        return {"username": self.request.GET.get("nguoi", "")}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown: dict[str, Any] = {"people": (), "password": "", "filled": ""}
        if settings.DEMO:
            password = demo_province().password
            filled = password if "nguoi" in self.request.GET else ""
            shown = {"people": demo_posts(), "password": password, "filled": filled}
        return super().get_context_data(**kwargs) | shown
