"""What a password must not be: short, in everybody's list, or its person's own name."""

from difflib import SequenceMatcher
from typing import Any

from django.contrib.auth.password_validation import CommonPasswordValidator, MinimumLengthValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from longdan.core.vietnamese import fold

TOO_LIKE = 0.7  # as Django draws the line


class LongEnough(MinimumLengthValidator):
    def get_error_message(self) -> str:
        return _("Mật khẩu cần ít nhất %(least)s ký tự.") % {"least": self.min_length}


class NotCommon(CommonPasswordValidator):
    def get_error_message(self) -> str:
        return _("Mật khẩu này nhiều người dùng nên dễ đoán. Chọn một câu ngắn của riêng mình.")


class NotOneself:
    """With or without diacritics and spaces."""

    def validate(self, password: str, user: Any = None) -> None:
        said = fold(password).replace(" ", "")
        names = (fold(str(getattr(user, name, ""))).replace(" ", "") for name in ("username", "full_name", "email"))
        if any(name and SequenceMatcher(None, said, name).quick_ratio() >= TOO_LIKE for name in names):
            raise ValidationError(_("Mật khẩu quá giống tên hoặc địa chỉ thư của mình."), code="password_too_similar")

    def get_help_text(self) -> str:
        return _("Không giống tên hoặc địa chỉ thư của mình.")
