"""Bringing the fictional province of the demonstration into the tables, with its people."""

from datetime import date, datetime

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils.timezone import localdate

from longdan.app.agencies.actions.departments import KINDS, NewDepartment, add_departments
from longdan.app.agencies.actions.loading import add_names, add_units
from longdan.app.agencies.models import Account, Agency, AgencyName, Post, Role
from longdan.core.catalogue.departments import AgencyKind as Kind
from longdan.core.catalogue.departments import Departments
from longdan.core.catalogue.sample import DemoRole, SampleProvince
from longdan.core.problems import refuse

ROLES = {
    DemoRole.COORDINATOR: Role.COORDINATOR,
    DemoRole.CONTENT_OWNER: Role.CONTENT_OWNER,
    DemoRole.AGENCY_LEAD: Role.AGENCY_LEAD,
    DemoRole.AGENCY_STAFF: Role.AGENCY_STAFF,
    DemoRole.COMMUNE_OFFICIAL: Role.AGENCY_STAFF,
    DemoRole.LEADER: Role.LEADER,
    DemoRole.AUDITOR: Role.AUDITOR,
    DemoRole.ADMINISTRATOR: Role.ADMINISTRATOR,
}
HEADS = ("giám đốc", "chánh", "trưởng", "chủ tịch", "tổng biên tập", "chỉ huy", "viện trưởng", "phó")


@transaction.atomic
def load_sample(sample: SampleProvince, template: Departments, *, at: datetime) -> int:
    """Bring in the fictional province with its agencies, communes, people and sign-ins; how many agencies were new.

    Refused where people of a real province are at home: what is invented never stands beside what is not.
    """
    if Post.objects.filter(agency__fictional=False).exists():
        raise refuse("agencies.setup.real", "cơ sở dữ liệu", "đang chứa dữ liệu của một tỉnh thật", USE_ANOTHER)
    known = dict(Agency.objects.values_list("code", "pk"))
    new = add_units([sample.unit], known, fictional=True)
    province = Agency.objects.get(code=sample.unit.code)
    new += add_units(sample.communes, known, fictional=True)
    new += add_departments(_departments(sample, template), province, sample.unit.full_name)
    seat = sample_seat(sample)
    add_names(
        (province.pk, name, AgencyName.Kind.SHORT)
        for one in sample.agencies
        if one.key == seat
        for name in (one.name, *one.short)
    )
    if not Account.objects.filter(username__in=[one.user for one in sample.accounts]).exists():
        ids = {code.split(".")[-1]: pk for code, pk in Agency.objects.filter(fictional=True).values_list("code", "pk")}
        _add_people(sample, ids | {seat: province.pk}, at)
    return new


USE_ANOTHER = "chạy bản dùng thử với thư mục dữ liệu khác: LONGDAN_DATA=thư_mục_mới"


def _departments(sample: SampleProvince, template: Departments) -> list[NewDepartment]:
    by_key = {one.key: one for one in template.agencies}
    return [
        NewDepartment(
            agency.key,
            agency.name,
            KINDS[agency.kind],
            agency.short,
            by_key[agency.template].predecessors if agency.template in by_key else (),
        )
        for agency in sample.agencies
        if agency.kind is not Kind.COMMITTEE
    ]


def _add_people(sample: SampleProvince, ids: dict[str, int], at: datetime) -> None:
    """Everybody who holds a post; only those with a sign-in have a password, which is made once as they share it."""
    password, since = make_password(sample.password), sample.unit.valid_from or localdate(at)
    for one in sample.accounts:
        account = Account.objects.create(username=one.user, full_name=one.person.name, password=password, joined_at=at)
        _post(account, ids[one.person.agency], ROLES[one.role], one.person.post, since)
    signed = {(one.person.name, one.person.agency) for one in sample.accounts}
    closed = make_password(None)
    for number, person in enumerate(sample.people, start=1):
        if (person.name, person.agency) not in signed:
            account = Account.objects.create(
                username=f"nguoi-{number:03d}", full_name=person.name, password=closed, is_active=False, joined_at=at
            )
            _post(account, ids[person.agency], _role(person.post, person.agency == sample_seat(sample)), person.post, since)


def sample_seat(sample: SampleProvince) -> str:
    """The key of the People's Committee itself."""
    return next((agency.key for agency in sample.agencies if agency.kind is Kind.COMMITTEE), "")


def _role(title: str, at_the_top: bool) -> Role:
    if at_the_top:
        return Role.LEADER
    return Role.AGENCY_LEAD if title.lower().startswith(HEADS) else Role.AGENCY_STAFF


def _post(account: Account, agency: int, role: Role, title: str, since: date) -> None:
    Post.objects.create(account=account, agency_id=agency, role=role, title=title, since=since)
