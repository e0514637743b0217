"""Setting up a province: all of it, or nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from longdan.app.agencies.actions.departments import NewDepartment, add_departments
from longdan.app.agencies.actions.loading import load_country
from longdan.app.agencies.models import Account, Agency, AgencyKind, Post, Role
from longdan.app.audit.actions import record, take_turn
from longdan.app.founding.queries import country, departments, ground, province, still_open, template
from longdan.app.people.actions.passwords import invite
from longdan.app.people.actions.posts import Name, Seat, add_person
from longdan.app.people.previewing.rules import is_mail, too_long
from longdan.core.catalogue.units import Unit
from longdan.core.problems import Problem, ProblemsFound
from longdan.core.vietnamese import fold


@dataclass(frozen=True, slots=True)
class Department:
    """A department that the province has: one of the template by its ``key``, or another (key empty)."""

    name: str
    key: str = ""
    kind: AgencyKind = AgencyKind.DEPARTMENT


@dataclass(frozen=True, slots=True)
class First:
    """One of the first two people; ``department``: the name of the agency that they sit in."""

    name: Name
    title: str
    department: str


@dataclass(frozen=True, slots=True)
class Founded:
    """A province that is set up. ``coordinator_code``: with it the coordinator sets a password; shown once, kept nowhere."""

    province: Agency
    agencies: int
    communes: int
    administrator: Account
    coordinator: Account
    coordinator_code: str


@transaction.atomic
def found(
    *,
    code: str,
    has: Sequence[Department],
    merged_on: date | None = None,
    administrator: First,
    password: str,
    again: str | None = None,
    coordinator: First,
    at: datetime,
) -> Founded:
    """Bring in the country, the province's departments and the first two people; refused with all that is wrong at once.

    ``code``: code or name of the province. ``merged_on``: the first day without those that were merged (None: not known).
    ``password``: the administrator's; ``again``: as it was typed a second time, where it was.
    """
    take_turn()  # of two who set up at once one waits, and is told
    still_open(ground())
    unit = province(code)
    problems = [*departments_wrong(has), *_people_wrong(administrator, password, coordinator, has)]
    if again is not None and again != password:
        problems.append(Problem("founding.not-again", "mật khẩu của người quản trị", "hai lần gõ khác nhau", "gõ lại cả hai ô"))
    if problems:
        raise ProblemsFound(problems)
    load_country(country())
    home = Agency.objects.get(code=unit.code)
    new = add_departments(_new(has, unit, merged_on), home, unit.full_name)
    seats = {fold(one.name): one for one in Agency.objects.filter(province=home, kind__in=SEATS)}
    post = _first_administrator(administrator, password, seats[fold(administrator.department)], at)
    record(post, "founding.province.founded", home, at=at, detail=f"{new} cơ quan; danh mục ngày {template().state:%d/%m/%Y}")
    seat = Seat(seats[fold(coordinator.department)].pk, Role.COORDINATOR, coordinator.title.strip(), localdate(at))
    account = add_person(name=coordinator.name, seat=seat, by=post, at=at)
    letter = invite(account_id=account.pk, by=post, at=at)
    return Founded(home, new, len(country().communes_of(unit.code)), post.account, account, letter)


LONGEST_NAME = 250  # as the table of agencies has it
SEATS = (AgencyKind.DEPARTMENT, AgencyKind.OTHER, AgencyKind.CENTRAL, AgencyKind.PARTY)


def _new(has: Sequence[Department], unit: Unit, merged_on: date | None) -> list[NewDepartment]:
    known, cited = {one.key: one for one in departments(unit)}, {one.key: one for one in template().agencies}
    return [
        NewDepartment(
            one.key or f"khac-{place}",
            one.name.strip(),
            known[one.key].kind if one.key else one.kind,
            known[one.key].short if one.key else (),
            cited[one.key].predecessors if one.key else (),
            merged_on,
        )
        for place, one in enumerate(has, start=1)
    ]


def _first_administrator(first: First, password: str, seat: Agency, at: datetime) -> Post:
    """The first account: nobody is there yet who could add it."""
    account = Account(username=first.name.username.strip(), full_name=first.name.full_name.strip(), joined_at=at)
    account.email = first.name.email.strip()
    account.set_password(password)
    account.save()
    return Post.objects.create(
        account=account, agency=seat, role=Role.ADMINISTRATOR, title=first.title.strip(), since=localdate(at)
    )


def departments_wrong(has: Sequence[Department]) -> Iterator[Problem]:
    """What would have to be mended of the departments that a province is said to have."""
    known = {one.key for one in template().agencies}
    seen: set[str] = set()
    for number, one in enumerate(has, start=1):
        where = one.name.strip() or f"cơ quan thứ {number}"
        if not fold(one.name):
            yield Problem("founding.no-name", where, "chưa có tên", "ghi tên cơ quan, hoặc bỏ chọn cơ quan này")
        elif len(one.name.strip()) > LONGEST_NAME:
            yield Problem("founding.long-name", f"{where[:60]}…", f"dài hơn {LONGEST_NAME} ký tự", "rút gọn tên cơ quan")
        elif fold(one.name) in seen:
            yield Problem("founding.same-name", where, "có hai cơ quan cùng tên này", "sửa tên, hoặc bỏ một cơ quan")
        if one.key and one.key not in known:
            yield Problem("founding.unknown-key", one.key, "không có trong danh mục mẫu", "bỏ mã này; ghi tên ở mục cơ quan khác")
        seen.add(fold(one.name))
    if not has:
        yield Problem("founding.no-departments", "danh sách cơ quan", "chưa chọn cơ quan nào", "chọn các sở, ban, ngành của tỉnh")


def _people_wrong(administrator: First, password: str, coordinator: First, has: Sequence[Department]) -> Iterator[Problem]:
    names = {fold(one.name) for one in has}
    for who, first in (("quản trị", administrator), ("điều phối", coordinator)):
        if not first.name.full_name.strip():
            yield Problem("founding.no-person", f"người {who}", "chưa có họ và tên", "ghi họ và tên")
        if not first.title.strip():
            yield Problem("founding.no-title", f"người {who}", "chưa có chức danh", "ghi chức danh, ví dụ Chuyên viên")
        for problem in too_long(
            full_name=first.name.full_name, title=first.title, username=first.name.username, email=first.name.email
        ):
            yield replace(problem, where=f"người {who}, {problem.where}")
        if first.name.email.strip() and not is_mail(first.name.email.strip()):
            what, fix = f"“{first.name.email.strip()[:60]}” không phải địa chỉ thư", "ghi dạng ten@tinh.gov.vn, hoặc để trống"
            yield Problem("people.mail", f"người {who}, thư điện tử", what, fix)
        if fold(first.department) not in names:
            yield Problem(
                "founding.no-seat", f"người {who}", "chưa rõ thuộc cơ quan nào", "chọn một cơ quan trong danh sách đã chọn"
            )
    yield from _sign_in_wrong(administrator.name, password)
    if coordinator.name.username.strip() == administrator.name.username.strip() != "":
        yield Problem(
            "founding.same-username", coordinator.name.username, "hai người trùng tên đăng nhập", "đặt cho mỗi người một tên"
        )


def _sign_in_wrong(name: Name, password: str) -> Iterator[Problem]:
    username = name.username.strip()
    if not username or not username.isascii() or " " in username:
        fix = "dùng chữ không dấu, số, dấu chấm, không có dấu cách; ví dụ quantri"
        yield Problem("founding.username", "tên đăng nhập của người quản trị", "chưa dùng được", fix)
    try:
        validate_password(password, Account(username=username, full_name=name.full_name, email=name.email))
    except ValidationError as refusal:
        fix = "đặt mật khẩu dài ít nhất 10 ký tự, khó đoán, khác tên mình"
        yield Problem("founding.password", "mật khẩu của người quản trị", " ".join(refusal.messages), fix)
