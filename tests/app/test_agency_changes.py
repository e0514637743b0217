"""Agencies are added, renamed, listed; their old names and their end are kept, and names that people type find them."""

from datetime import date, timedelta

import pytest

from longdan.app.agencies.access import NotAllowed
from longdan.app.agencies.actions.changing import Order, add_agency, name_also, rename
from longdan.app.agencies.matching import match
from longdan.app.agencies.models import Agency, AgencyKind, Succession
from longdan.app.agencies.queries import Standing, Wanted, agency, agency_typed, directory_of, listing
from longdan.core.problems import ProblemsFound
from tests.builders import AT, ON, an_agency
from tests.cast import Cast

SINCE = Order(date(2026, 1, 1), "Quyết định 5/QĐ-UBND")
BEFORE = date(2025, 6, 1)


def renamed(cast: Cast, name: str, short: str = "Sở KH&CN", order: Order = SINCE) -> Agency:
    return rename(agency_id=cast.science.pk, name=name, short_name=short, order=order, by=cast.chi, at=AT)


def ended(cast: Cast, name: str, heir: Agency | None = None) -> Agency:
    gone = an_agency(name, province=cast.province, end_unknown=True)
    if heir:
        Succession.objects.create(predecessor=gone, successor=heir, share="whole")
    return gone


def test_a_division_is_added_within_its_agency(cast: Cast) -> None:
    made = add_agency(name="Phòng Chuyển đổi số", kind=AgencyKind.OTHER, within=cast.science.pk, order=SINCE, by=cast.chi, at=AT)
    assert (made.parent, made.province, made.valid_from) == (cast.science, cast.province, SINCE.on)
    assert agency(cast.chi, cast.science.pk, on=ON).parts == ((made.pk, "Phòng Chuyển đổi số"),)


@pytest.mark.parametrize(
    ("name", "order", "code"),
    [
        ("sở nội vụ", SINCE, "agencies.same-name"),
        ("  ", SINCE, "agencies.no-name"),
        ("Sở Mới", Order(ON + timedelta(days=1)), "agencies.not-yet"),
        ("Sở Mới", Order(date(1926, 1, 1)), "agencies.long-ago"),
        ("Sở " + "x" * 260, SINCE, "agencies.long-name"),
    ],
)
def test_a_wrong_agency_is_refused(cast: Cast, name: str, order: Order, code: str) -> None:
    with pytest.raises(ProblemsFound) as refused:
        add_agency(name=name, kind=AgencyKind.DEPARTMENT, order=order, by=cast.chi, at=AT)
    assert refused.value.problems[0].code == code


@pytest.mark.parametrize("who", ["an", "binh", "leader", "auditor"])
def test_only_coordinators_and_administrators_change_agencies(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        rename(agency_id=cast.science.pk, name="Sở A", short_name="", order=SINCE, by=getattr(cast, who), at=AT)


def test_nobody_changes_the_agencies_of_another_province(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        rename(agency_id=cast.science.pk, name="Sở A", short_name="", order=SINCE, by=cast.dung, at=AT)


def test_a_renamed_agency_is_found_by_every_name_that_it_bore(cast: Cast) -> None:
    renamed(cast, "Sở Công nghệ và Đổi mới", "SCNĐM")
    renamed(cast, "Sở Đổi mới sáng tạo", "SĐM", Order(date(2026, 2, 1)))
    names = ("Sở Khoa học và Công nghệ", "Sở KH&CN", "Sở Công nghệ và Đổi mới", "SCNĐM", "Sở Đổi mới sáng tạo")
    known = directory_of(cast.province.pk, on=ON)
    assert [match(name, known, BEFORE).agency for name in names] == [cast.science.pk] * 5


def test_the_page_tells_names_through_time(cast: Cast) -> None:
    renamed(cast, "Sở Công nghệ và Đổi mới")
    renamed(cast, "Sở Đổi mới sáng tạo", order=Order(date(2026, 2, 1)))
    shown = [(one.name, one.since, one.last) for one in agency(cast.chi, cast.science.pk, on=ON).names]
    assert shown == [
        ("Sở Đổi mới sáng tạo", date(2026, 2, 1), None),
        ("Sở Công nghệ và Đổi mới", date(2026, 1, 1), date(2026, 1, 31)),
        ("Sở Khoa học và Công nghệ", None, date(2025, 12, 31)),
    ]


def test_an_agency_that_takes_its_old_name_again_bears_it_once(cast: Cast) -> None:
    renamed(cast, "Sở Đổi mới")
    renamed(cast, "Sở Khoa học và Công nghệ", order=Order(date(2026, 2, 1)))
    assert [one.name for one in agency(cast.chi, cast.science.pk, on=ON).names] == ["Sở Khoa học và Công nghệ", "Sở Đổi mới"]


def test_short_names_are_those_that_were_written_and_no_others(cast: Cast) -> None:
    name_also(agency_id=cast.science.pk, names=["SKHCN", "Sở KHCN"], by=cast.chi, at=AT)
    name_also(agency_id=cast.science.pk, names=["SKHCN", " "], by=cast.chi, at=AT)
    assert agency(cast.chi, cast.science.pk, on=ON).short_names == ("Sở KH&CN", "SKHCN")


def test_a_short_name_that_no_table_holds_is_refused(cast: Cast) -> None:
    with pytest.raises(ProblemsFound, match="dài hơn 250"):
        name_also(agency_id=cast.science.pk, names=["SKHCN", "S" * 251], by=cast.chi, at=AT)
    assert agency(cast.chi, cast.science.pk, on=ON).short_names == ("Sở KH&CN",)


@pytest.mark.parametrize("typed", ["so khoa hoc va cong nghe", "SỞ KH&CN", " sở khoa học và công nghệ tỉnh lam châu "])
def test_a_typed_name_needs_no_diacritics_and_no_choice(cast: Cast, typed: str) -> None:
    assert agency_typed(cast.chi, typed, on=ON) == cast.science


def test_a_typed_name_of_nobody_is_refused_with_those_that_come_near(cast: Cast) -> None:
    with pytest.raises(ProblemsFound, match="chọn đúng tên: Sở Nội vụ"):
        agency_typed(cast.chi, "Sở Nôi vụu", on=ON)


def test_a_typed_name_of_what_has_ended_means_its_heir(cast: Cast) -> None:
    ended(cast, "Sở Thông tin và Truyền thông", cast.science)
    assert agency_typed(cast.chi, "so thong tin va truyen thong", on=ON) == cast.science


def test_the_list_tells_apart_what_is_there_and_what_has_ended(cast: Cast) -> None:
    gone = ended(cast, "Sở Thông tin và Truyền thông", cast.science)
    there = listing(cast.chi, Wanted(search="so"), on=ON)
    assert ([row.name for row in there.rows], there.otherwise) == (["Sở Khoa học và Công nghệ", "Sở Nội vụ"], 1)
    assert [row.id for row in listing(cast.chi, Wanted(standing=Standing.ENDED), on=ON).rows] == [gone.pk]


def test_the_list_is_filtered_by_kind_turned_and_leafed_through(cast: Cast) -> None:
    found = listing(cast.chi, Wanted(kind="department", backwards=True), on=ON, limit=1)
    assert ([row.name for row in found.rows], found.count) == (["Sở Nội vụ"], 2)


def test_the_page_tells_what_an_agency_came_from_and_went_into(cast: Cast) -> None:
    gone = ended(cast, "Sở Thông tin và Truyền thông", cast.science)
    assert [kin.name for kin in agency(cast.chi, cast.science.pk, on=ON).before] == [gone.name]
    page = agency(cast.chi, gone.pk, on=ON)
    assert (page.ended, [kin.name for kin in page.after]) == (True, ["Sở Khoa học và Công nghệ"])


def test_people_are_shown_in_their_own_province_only(cast: Cast) -> None:
    assert agency(cast.chi, cast.science.pk, on=ON).people
    assert not agency(cast.dung, cast.science.pk, on=ON).people
