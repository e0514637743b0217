"""The addresses of indices and their editions."""

from django.urls import path

from longdan.web.workspace.views import indices

urlpatterns = [
    path("chi-so/", indices.listed, name="indices"),
    path("chi-so/<slug:index>/<slug:name>", indices.edition_page, name="edition"),
]
