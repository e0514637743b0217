"""What people send about passwords; each form ends in one action."""

from typing import Any

from django import forms
from django.contrib.auth.forms import PasswordChangeForm, PasswordResetForm, SetPasswordForm
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from longdan.app.agencies.models import Account
from longdan.app.people.actions.passwords import accept_invitation, ask_reset, change_password, reset_password
from longdan.web.shared.presence import origin_of

SHORTEST = 10
HINT = _("Ít nhất 10 ký tự; không phải từ quen thuộc, không giống tên của mình. Một câu ngắn dễ nhớ là tốt nhất.")


class Forgotten(PasswordResetForm):
    """An address for mail; whether an account has it is told to nobody."""

    email = forms.EmailField(
        label=_("Thư điện tử"), max_length=254, error_messages={"invalid": _("Ghi một địa chỉ thư, ví dụ ten@tinh.gov.vn.")}
    )

    def save(self, *arguments: Any, request: Any = None, **options: Any) -> None:
        ask_reset(email=self.cleaned_data["email"], origin=origin_of(request), at=timezone.now())


class NewPassword(SetPasswordForm):
    """A new password, twice, after a letter's link was followed."""

    error_messages = {"password_mismatch": _("Hai lần gõ không giống nhau. Gõ lại cả hai ô.")}  # noqa: RUF012  # as Django has it

    def save(self, commit: bool = True) -> Account:
        account: Account = self.user
        reset_password(account=account, password=self.cleaned_data["new_password1"], at=timezone.now())
        return account


class FirstPassword(NewPassword):
    """A password by the code of an invitation."""

    def __init__(self, code: str, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.code = code

    def accept(self) -> Account:
        return accept_invitation(code=self.code, password=self.cleaned_data["new_password1"], at=timezone.now())


class OtherPassword(PasswordChangeForm):
    """A new password by somebody who is signed in and knows the old one; ``keep`` is the key of the session that stays."""

    error_messages = NewPassword.error_messages | {"password_incorrect": _("Mật khẩu hiện tại chưa đúng.")}

    def __init__(self, keep: str, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.keep = keep

    def change(self) -> Account:
        account: Account = self.user
        change_password(account=account, password=self.cleaned_data["new_password1"], keep=self.keep, at=timezone.now())
        return account
