"""Addresses of plans in force: looked at, taken out as sheets, changed in small steps, carried over."""

from django.urls import path

from longdan.web.workspace.views import plan_changes, plan_files, plans

urlpatterns = [
    path("ke-hoach/", plans.listed, name="plans"),
    path("ke-hoach/xuat", plan_files.plan_list, name="plans-sheet"),
    path("ke-hoach/<int:plan_id>", plans.plan_page, name="plan"),
    path("ke-hoach/<int:plan_id>/van-ban", plans.plan_document, name="plan-document"),
    path("ke-hoach/<int:plan_id>/bang", plan_files.task_sheet, name="task-sheet"),
    path("ke-hoach/<int:plan_id>/xuat", plan_files.plan_book, name="plan-book"),
    path("ke-hoach/<int:plan_id>/them", plan_changes.add, name="add-task"),
    path("ke-hoach/<int:plan_id>/nam-sau", plan_changes.carry, name="carry-over"),
    path("van-ban/tep/<int:file_id>", plan_files.original_file, name="original"),
    path("nhiem-vu/<int:task_id>/sua", plan_changes.edit, name="edit-task"),
    path("nhiem-vu/<int:task_id>/sua/<str:verb>", plan_changes.change, name="change-task"),
    path("thay-doi/<int:change_id>/hoan-tac", plan_changes.undo, name="undo-change"),
]
