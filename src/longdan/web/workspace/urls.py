"""Every address of the workspace."""

from django.conf import settings
from django.urls import path
from django.views.i18n import set_language

from longdan.web.shared.gallery import gallery
from longdan.web.workspace.urls_of_agencies import urlpatterns as of_agencies
from longdan.web.workspace.urls_of_founding import urlpatterns as of_founding
from longdan.web.workspace.urls_of_indices import urlpatterns as of_indices
from longdan.web.workspace.urls_of_people import urlpatterns as of_people
from longdan.web.workspace.urls_of_plans import urlpatterns as of_plans
from longdan.web.workspace.urls_of_work import urlpatterns as of_work
from longdan.web.workspace.views import days, doors, previews, readings

urlpatterns = [
    path("vao", doors.SignIn.as_view(), name="sign-in"),
    path("ra", doors.SignOut.as_view(), name="sign-out"),
    path("ngon-ngu", set_language, name="language"),
    path("", days.home, name="home"),
    path("van-ban/", readings.listed, name="readings"),
    path("van-ban/nhap", readings.receive_files, name="import"),
    path("van-ban/<int:reading_id>", readings.progress, name="reading"),
    path("van-ban/<int:reading_id>/thoi-doc", readings.cancel_reading, name="cancel-reading"),
    path("van-ban/<int:reading_id>/lay-lai", readings.reopen_reading, name="reopen-reading"),
    path("van-ban/<int:reading_id>/xem", previews.preview, name="preview"),
    path("van-ban/<int:reading_id>/xem/<str:item>", previews.preview_item, name="preview-item"),
    path("van-ban/<int:reading_id>/cung-sua", previews.preview_together, name="preview-together"),
    path("van-ban/<int:reading_id>/sua", previews.correct_item, name="correct"),
    path("van-ban/<int:reading_id>/hoan-tac", previews.undo_last, name="undo"),
    path("van-ban/<int:reading_id>/lam-lai", previews.redo_last, name="redo"),
    path("van-ban/<int:reading_id>/doc-lai", previews.read_again, name="read-again"),
    path("van-ban/<int:reading_id>/xac-nhan", previews.confirm_plan, name="confirm"),
    *of_agencies,
    *of_people,
    *of_plans,
    *of_founding,
    *of_indices,
    *of_work,
]
if settings.DEBUG:
    urlpatterns.append(path("ui", gallery, name="ui"))
