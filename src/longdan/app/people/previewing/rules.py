"""What the cells of a row mean, and everything that is wrong with them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import override

from longdan.app.agencies.models import Role
from longdan.app.people.previewing.reading import HEADS, NEEDED, Line
from longdan.core.problems import Problem
from longdan.core.vietnamese import fold

SHORT = {fold("Kiểm tra"): Role.AUDITOR, fold("Lãnh đạo"): Role.LEADER}
LONGEST = {"full_name": 150, "title": 150, "username": 150, "email": 254}


CALLED = {"full_name": "họ và tên", "title": "chức vụ", "username": "tên đăng nhập", "email": "thư điện tử"}


def too_long(**told: str) -> Iterator[Problem]:
    """Those of some words about a person that their column does not hold, by what they are: ``full_name``, ``title`` …"""
    for what, words in told.items():
        if len(words.strip()) > (most := LONGEST[what]):
            yield Problem("people.too-long", CALLED[what], f"dài hơn {most} ký tự", "viết ngắn lại")


@dataclass(frozen=True, slots=True)
class Meant:
    full_name: str
    agency: str
    title: str
    role: Role
    email: str
    username: str
    since: date


@cache
def roles_written() -> dict[Role, str]:
    """The roles as sheets write them: in Vietnamese, whatever the language of the page."""
    with override("vi"):
        return {role: str(role.label) for role in Role}


def role_of(written: str) -> Role | None:
    names = {fold(name): role for role, name in roles_written().items()} | SHORT
    return names.get(fold(written))


def meant(line: Line, on: date) -> tuple[Meant | None, list[Problem]]:
    """A row as values; None where something in it is wrong."""
    problems = [
        line.wrong(column, "people.sheet.empty", "còn để trống", f"ghi {HEADS[column][0].lower()}")
        for column in NEEDED
        if not line.at(column)
    ]
    problems += [
        line.wrong(column, "people.sheet.too-long-cell", f"dài hơn {most} ký tự", "viết ngắn lại")
        for column, most in LONGEST.items()
        if len(line.at(column)) > most
    ]
    role, since = role_of(line.at("role")), day(line.at("since"), on)
    if line.at("role") and role is None:
        known = ", ".join(roles_written().values())
        problems.append(
            line.wrong("role", "people.sheet.role", f"không có vai trò “{line.at('role')}”", f"chọn một trong: {known}")
        )
    if since is None:
        problems.append(line.wrong("since", "people.sheet.day", f"“{line.at('since')}” không phải ngày", "ghi dạng 01/03/2026"))
    if not typed(line.at("username")):
        fix = "dùng chữ thường không dấu, chữ số, dấu chấm hoặc gạch, ví dụ lethichi; hoặc để trống"
        problems.append(line.wrong("username", "people.username", f"“{line.at('username')}” khó gõ", fix))
    if line.at("email") and not is_mail(line.at("email")):
        fix = "ghi dạng ten@tinh.gov.vn, hoặc để trống"
        problems.append(line.wrong("email", "people.mail", f"“{line.at('email')}” không phải địa chỉ thư", fix))
    if problems or role is None or since is None:
        return None, problems
    words = (line.at("full_name"), line.at("agency"), line.at("title"))
    return Meant(*words, role, line.at("email"), line.at("username"), since), []


def day(written: str, on: date) -> date | None:
    """A day as officials write it; the day ``on`` where nothing is written, None where it is none."""
    if not written:
        return on
    for form in ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y"):
        try:
            return datetime.strptime(written, form).date()  # noqa: DTZ007  # a day has no zone
        except ValueError:
            continue
    return None


def typed(username: str) -> bool:
    """Whether a sign-in name can be typed on every keyboard: small letters without diacritics, digits, points, hyphens."""
    bare = "".join(letter for letter in username if letter not in ".-_")
    return not username or (bare.isascii() and bare.isalnum() and bare == bare.lower())


def is_mail(words: str) -> bool:
    try:
        validate_email(words)
    except ValidationError:
        return False
    return True
