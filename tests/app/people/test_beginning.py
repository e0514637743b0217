"""What an administrator is offered first, as long as it is undone."""

import pytest
from django.test import Client

from longdan.app.agencies.actions.changing import Order, rename
from longdan.app.agencies.models import Account, AgencyKind, Post, Role
from longdan.app.people.actions.passwords import accept_invitation, invite, invite_everybody
from longdan.app.people.queries.beginning import FirstDeeds, first_deeds
from tests.builders import AT, ON, a_post, a_province, an_agency


@pytest.fixture
def admin(db: None) -> Post:
    province = a_province()
    office = an_agency("Văn phòng UBND tỉnh", province=province)
    an_agency("Sở Y tế", province=province)
    an_agency("UBND xã An Bình", AgencyKind.COMMUNE, province=province)
    a_post("Nguyễn Văn Lãnh", province, Role.LEADER)
    admin = a_post("Trần Văn Quản", office, Role.ADMINISTRATOR)
    Account.objects.filter(pk=admin.account_id).update(password="x")
    return admin


def deeds(post: Post) -> FirstDeeds:
    return first_deeds(post, on=ON, at=AT)


def test_a_province_that_was_just_set_up_has_everything_before_it(admin: Post) -> None:
    assert deeds(admin) == FirstDeeds(agencies=4, empty=2, uninvited=1)


def test_agencies_are_looked_over_once_one_was_changed(admin: Post) -> None:
    health = admin.agency.province.parts.get(name="Sở Y tế")  # type: ignore[union-attr]
    rename(agency_id=health.pk, name="Sở Y tế tỉnh", short_name="", order=Order(ON), by=admin, at=AT)
    assert deeds(admin).agencies == 0


def test_an_agency_with_somebody_is_no_longer_counted(admin: Post) -> None:
    a_post("Lê Thị Chi", admin.agency.province.parts.get(name="Sở Y tế"), Role.AGENCY_LEAD)  # type: ignore[union-attr,arg-type]
    assert deeds(admin).empty == 1


def test_whoever_is_invited_is_waited_for_until_the_letter_is_void(admin: Post) -> None:
    invite_everybody(by=admin, at=AT)
    assert deeds(admin).uninvited == 0
    assert first_deeds(admin, on=ON, at=AT.replace(month=4)).uninvited == 1


def test_whoever_has_a_password_needs_no_letter(admin: Post) -> None:
    leader = Account.objects.get(full_name="Nguyễn Văn Lãnh")
    accept_invitation(code=invite(account_id=leader.pk, by=admin, at=AT), password="mot cau dai de nho", at=AT)
    assert deeds(admin).uninvited == 0


def test_others_are_offered_nothing_of_it(admin: Post) -> None:
    assert not deeds(Post.objects.get(role=Role.LEADER))


def test_the_day_of_a_new_administrator_names_the_deeds(admin: Post) -> None:
    client = Client()
    client.force_login(Account.objects.get(pk=admin.account_id), backend="django.contrib.auth.backends.ModelBackend")
    page = client.get("/").content.decode()
    assert [words for words in ("Thêm người", "Xem lại danh sách cơ quan", "Mời mọi người") if words not in page] == []
    assert "Không có việc nào đến hạn" not in page


def test_an_agency_whose_people_are_shut_out_is_not_told_to_be_empty(admin: Post) -> None:
    chi = a_post("Lê Thị Chi", admin.agency.province.parts.get(name="Sở Y tế"), Role.AGENCY_LEAD)  # type: ignore[union-attr,arg-type]
    Account.objects.filter(pk=chi.account_id).update(is_active=False)
    assert (deeds(admin).empty, deeds(admin).shut) == (1, 1)
