"""Addresses of the first set-up of a province."""

from django.urls import path

from longdan.web.workspace.views import founding

urlpatterns = [
    path("thiet-lap", founding.door, name="founding"),
    path("thiet-lap/tinh", founding.choose_province, name="founding-province"),
    path("thiet-lap/co-quan", founding.choose_departments, name="founding-departments"),
    path("thiet-lap/tai-khoan", founding.name_people, name="founding-people"),
    path("thiet-lap/xong", founding.done, name="founded"),
]
