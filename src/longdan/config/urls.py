"""Every address of the site, by screen."""

from django.urls import include, path

urlpatterns = [path("", include("longdan.web.workspace.urls"))]
