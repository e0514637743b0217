"""Every address of the workspace."""

from django.conf import settings
from django.urls import path
from django.views.generic import RedirectView

from longdan.web.shared.gallery import gallery

urlpatterns = [
    path("", RedirectView.as_view(url="ui"), name="home"),
]
if settings.DEBUG:
    urlpatterns += [path("ui", gallery, name="ui")]
