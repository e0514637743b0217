"""Bringing the fictional province of the demonstration into the tables, with its people."""

from collections.abc import Iterable
from datetime import date, datetime

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils.timezone import localdate

from longdan.app.agencies.actions.loading import add_names, add_units
from longdan.app.agencies.models import Account, Agency, AgencyKind, AgencyName, Post, Role
from longdan.core.catalogue.departments import AgencyKind as Kind
from longdan.core.catalogue.departments import Departments
from longdan.core.catalogue.sample import DemoRole, SampleAgency, SampleProvince

KINDS = {
    Kind.OFFICE: AgencyKind.DEPARTMENT,
    Kind.DEPARTMENT: AgencyKind.DEPARTMENT,
    Kind.BOARD: AgencyKind.DEPARTMENT,
    Kind.UNIT: AgencyKind.OTHER,
    Kind.PRESS: AgencyKind.OTHER,
    Kind.CENTRAL: AgencyKind.CENTRAL,
    Kind.ORGANISATION: AgencyKind.PARTY,
    Kind.COMMUNE: AgencyKind.COMMUNE,
    Kind.COMMITTEE: AgencyKind.PROVINCE,
}
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
    """Bring in the fictional province with its agencies, communes, people and sign-ins; how many agencies were new."""
    new = add_units([sample.unit], {}, fictional=True)
    province = Agency.objects.get(code=sample.unit.code)
    new += add_units(sample.communes, {sample.unit.code: province.pk}, fictional=True)
    new += _add_agencies(sample.agencies, province)
    ids = {code.split(".")[-1]: pk for code, pk in Agency.objects.filter(fictional=True).values_list("code", "pk")}
    ids |= {agency.key: province.pk for agency in sample.agencies if agency.kind is Kind.COMMITTEE}
    add_names(_other_names(sample, template, ids))
    if not Account.objects.filter(username__in=[one.user for one in sample.accounts]).exists():
        _add_people(sample, ids, at)
    return new


def _add_agencies(agencies: Iterable[SampleAgency], province: Agency) -> int:
    known = set(Agency.objects.filter(province=province).values_list("code", flat=True))
    rows = [
        Agency(
            code=f"{province.code}.{agency.key}",
            name=agency.name,
            short_name=agency.short[0] if agency.short else "",
            kind=KINDS[agency.kind],
            parent=province,
            province=province,
            valid_from=province.valid_from,
            fictional=True,
        ).keyed()
        for agency in agencies
        if agency.kind is not Kind.COMMITTEE and f"{province.code}.{agency.key}" not in known
    ]
    Agency.objects.bulk_create(rows)
    return len(rows)


def _other_names(
    sample: SampleProvince, template: Departments, ids: dict[str, int]
) -> Iterable[tuple[int, str, AgencyName.Kind]]:
    """Short names of the sample's agencies, and the names of those that went into them."""
    by_key = {one.key: one for one in template.agencies}
    for agency in sample.agencies:
        for short in (*agency.short, *([agency.name] if agency.kind is Kind.COMMITTEE else [])):
            yield ids[agency.key], short, AgencyName.Kind.SHORT
        for former in by_key[agency.template].predecessors if agency.template in by_key else ():
            for name in (former.name, *former.short):
                if name not in (agency.name, *agency.short):
                    yield ids[agency.key], name, AgencyName.Kind.FORMER


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
