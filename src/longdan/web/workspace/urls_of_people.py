"""Addresses of people: ways in, one's own account, the people of the province."""

from django.urls import path

from longdan.web.workspace.views import account_sheets, own_account, people, trails, ways_in

urlpatterns = [
    path("vao/quen-mat-khau", ways_in.Forgotten.as_view(), name="forgotten"),
    path("vao/quen-mat-khau/da-gui", ways_in.forgotten_sent, name="forgotten-sent"),
    path("vao/dat-mat-khau/<uidb64>/<token>", ways_in.SetPassword.as_view(), name="set-password"),
    path("vao/moi", ways_in.invitation, name="invitation"),
    path("vao/moi/mat-khau", ways_in.first_password, name="first-password"),
    path("vao/moi/<str:code>", ways_in.invitation_code, name="invitation-code"),
    path("toi/", own_account.account_page, name="own-account"),
    path("toi/mat-khau", own_account.change_password_page, name="change-password"),
    path("toi/vi-tri", own_account.act_as, name="act-as"),
    path("toi/phien/ket-thuc-khac", own_account.end_others, name="end-other-sessions"),
    path("toi/phien/<int:session_id>/ket-thuc", own_account.end_one, name="end-session"),
    path("nguoi/", people.listed, name="people"),
    path("nguoi/them", people.add, name="add-person"),
    path("nguoi/bang-tinh/", account_sheets.offered, name="account-sheets"),
    path("nguoi/bang-tinh/mau", account_sheets.template, name="account-template"),
    path("nguoi/bang-tinh/<int:sheet_id>", account_sheets.shown, name="account-sheet"),
    path("nguoi/bang-tinh/<int:sheet_id>/xac-nhan", account_sheets.confirm, name="confirm-account-sheet"),
    path("nguoi/bang-tinh/<int:sheet_id>/bo", account_sheets.discard, name="discard-account-sheet"),
    path("nguoi/xuat", account_sheets.everybody, name="export-people"),
    path("nguoi/thu-moi", account_sheets.letters, name="invite-everybody"),
    path("nguoi/<int:account_id>", people.person_page, name="person"),
    path("nguoi/<int:account_id>/sua", people.change, name="change-person"),
    path("nguoi/<int:account_id>/vi-tri", people.new_post, name="new-post"),
    path("nguoi/<int:account_id>/thu-moi", people.invite_on_paper, name="invite-on-paper"),
    path("nguoi/<int:account_id>/gui-thu-moi", people.invite_with_letter, name="invite-by-mail"),
    path("nguoi/<int:account_id>/khoa", people.deed, {"verb": "khoa"}, name="close-account"),
    path("nguoi/<int:account_id>/mo-lai", people.deed, {"verb": "mo-lai"}, name="open-account"),
    path("nguoi/<int:account_id>/go-khoa", people.deed, {"verb": "go-khoa"}, name="release"),
    path("vi-tri/<int:post_id>/ban-giao", people.hand_post_over, name="hand-over"),
    path("vi-tri/<int:post_id>/sua", people.mend_post, name="mend-post"),
    path("vi-tri/<int:post_id>/ket-thuc", people.end, name="end-post"),
    path("nhat-ky", trails.shown, name="trail"),
    path("nhat-ky/xuat", trails.export, name="export-trail"),
    path("nhat-ky/kiem-tra", trails.verify, name="verify-trail"),
]
