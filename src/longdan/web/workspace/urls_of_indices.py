"""The addresses of indices, their editions, the files that bring editions in."""

from django.urls import path

from longdan.web.workspace.views import indices

urlpatterns = [
    path("chi-so/", indices.listed, name="indices"),
    path("chi-so/nhap", indices.receive, name="bring-index"),
    path("chi-so/tep/<int:source_id>", indices.source_page, name="index-source"),
    path("chi-so/tep/<int:source_id>/xac-nhan", indices.confirm, name="confirm-index-source"),
    path("chi-so/tep/<int:source_id>/bo", indices.drop, name="drop-index-source"),
    path("chi-so/<slug:index>/<slug:name>", indices.edition_page, name="edition"),
    path("chi-so/<slug:index>/<slug:name>/bang-tinh", indices.edition_sheet, name="edition-sheet"),
]
