"""Addresses of agencies: the list, their pages, their reform."""

from django.urls import path

from longdan.web.workspace.views import agencies, reform

urlpatterns = [
    path("co-quan/", agencies.listed, name="agencies"),
    path("co-quan/goi-y", agencies.suggest, name="suggest-agencies"),
    path("co-quan/them", reform.add, name="add-agency"),
    path("co-quan/sap-xep", reform.reorganising, name="reform"),
    path("co-quan/sap-xep/<int:reform_id>/huy", reform.cancel, name="cancel-reform"),
    path("co-quan/<int:agency_id>", agencies.agency_page, name="agency"),
    path("co-quan/<int:agency_id>/doi-ten", reform.change, name="rename-agency"),
    path("co-quan/<int:agency_id>/ten-goi-tat", reform.names, name="agency-names"),
    path("co-quan/<int:agency_id>/con-lai", reform.left, name="agency-left"),
]
