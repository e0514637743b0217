"""Accounts from a sheet: who is new, changed, unchanged, doubtful; everything wrong at once; nobody twice."""

from typing import Any

import pytest

from longdan.app.agencies.models import Account, Post, Role
from longdan.app.people.actions.sheets import confirm_sheet, discard_sheet, receive_sheet
from longdan.app.people.previewing.comparing import SheetPreview, preview
from longdan.core.problems import ProblemsFound
from longdan.web.shared.workbooks import Column, Sheet, workbook
from tests.builders import AT, ON, a_post
from tests.cast import Cast
from tests.core.documents.open_sheets import sheet as open_sheet

HEAD = ("Họ và tên", "Cơ quan", "Chức vụ", "Vai trò", "Thư điện tử", "Tên đăng nhập", "Từ ngày")
NEW = ("Đỗ Thị Mới", "Sở Nội vụ", "Chuyên viên", "Chuyên viên", "moi@lamchau.example", "", "")


@pytest.fixture
def admin(cast: Cast) -> Post:
    return a_post("Trần Văn Quản", cast.home_affairs, Role.ADMINISTRATOR, "Chuyên viên")


def given(by: Post, *rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> Any:
    content = workbook([Sheet("Tài khoản", tuple(map(Column, head)), rows, titles=("Danh sách cán bộ",))])
    return receive_sheet(name="ds.xlsx", content=content, by=by, at=AT)


def seen(by: Post, *rows: tuple[str, ...]) -> SheetPreview:
    return preview(given(by, *rows), by=by, on=ON)


def acted(by: Post, *rows: tuple[str, ...], **choices: int) -> SheetPreview:
    sheet = given(by, *rows)
    token = preview(sheet, by=by, on=ON).token()
    named = {name.replace("_", " "): agency for name, agency in choices.items()}
    return confirm_sheet(sheet_id=sheet.pk, seen=token, choices=named, by=by, at=AT)


def as_she_is(post: Post, **more: str) -> tuple[str, ...]:
    cells = {"full_name": post.account.full_name, "agency": post.agency.name, "title": post.title,
             "role": str(Role(post.role).label), "email": "", "username": "", "since": ""}  # fmt: skip
    return tuple((cells | more).values())


def test_a_row_is_new_changed_or_unchanged(cast: Cast, admin: Post) -> None:
    rows = (NEW, as_she_is(cast.binh, title="Quyền Giám đốc"), as_she_is(cast.an))
    assert [(entry.change, entry.told) for entry in seen(admin, *rows).entries] == [
        ("new", ()), ("changed", ("chức vụ: Giám đốc → Quyền Giám đốc",)), ("unchanged", ()),
    ]  # fmt: skip


def test_the_same_sheet_again_changes_nothing(cast: Cast, admin: Post) -> None:
    rows = (NEW, as_she_is(cast.binh, title="Quyền Giám đốc"), as_she_is(cast.an))
    acted(admin, *rows)
    before = (Account.objects.count(), Post.objects.count())
    again = acted(admin, *rows)
    assert {entry.change for entry in again.entries} == {"unchanged"}
    assert (Account.objects.count(), Post.objects.count()) == before


def test_two_rows_of_one_person_are_two_posts_of_one_account(cast: Cast, admin: Post) -> None:
    acted(admin, NEW, (*NEW[:1], "UBND xã An Bình", "Phó Chủ tịch", "Thủ trưởng cơ quan", *NEW[4:]))
    account = Account.objects.get(full_name="Đỗ Thị Mới")
    assert sorted(post.agency.name for post in account.posts.all()) == ["Sở Nội vụ", "UBND xã An Bình"]


def test_a_second_role_at_one_agency_is_a_second_post(cast: Cast, admin: Post) -> None:
    acted(admin, as_she_is(cast.chi), as_she_is(cast.chi, role="Quản trị", title="Quản trị viên"))
    assert sorted(post.role for post in cast.chi.account.posts.all()) == ["administrator", "coordinator"]


def test_another_role_alone_changes_the_post(cast: Cast, admin: Post) -> None:
    acted(admin, as_she_is(cast.binh_staff, role="Chủ trì nội dung"))
    assert [post.role for post in cast.binh_staff.account.posts.all()] == ["content_owner"]


def test_agencies_are_found_by_short_names_and_misspelt_ones_are_asked_about(cast: Cast, admin: Post) -> None:
    found = seen(admin, (*NEW[:1], "Sở KH&CN", *NEW[2:]), ("Ai Đó", "Sở Khoa hoc và Công nghê mới", *NEW[2:4], "", "", ""))
    assert (found.entries[0].agency_name, found.entries[0].sure) == ("Sở Khoa học và Công nghệ", True)
    assert [entry.agency_written for entry in found.open_questions()] == ["Sở Khoa hoc và Công nghê mới"]


def test_a_doubtful_agency_must_be_chosen_first(cast: Cast, admin: Post) -> None:
    row = ("Ai Đó", "Phòng Lạ", "Chuyên viên", "Chuyên viên", "", "", "")
    with pytest.raises(ProblemsFound) as told:
        acted(admin, row)
    assert told.value.problems[0].code == "people.sheet.agency"
    acted(admin, row, phong_la=cast.ward.pk)
    assert Post.objects.get(account__full_name="Ai Đó").agency == cast.ward


def test_an_agency_of_another_province_cannot_be_chosen(cast: Cast, admin: Post) -> None:
    with pytest.raises(ProblemsFound):
        acted(admin, ("Ai Đó", "Phòng Lạ", "Chuyên viên", "Chuyên viên", "", "", ""), phong_la=cast.dung.agency_id)


def test_everything_wrong_is_told_at_once_with_row_and_column(cast: Cast, admin: Post) -> None:
    found = seen(
        admin, ("", "Sở Nội vụ", "Chuyên viên", "Trùm", "", "", ""),
        ("Ai Đó", "Sở Nội vụ", "CV", "Chuyên viên", "@", "Ẩ", "32/13"), (*NEW[:5], cast.dung.account.username, ""), NEW, NEW,
    )  # fmt: skip
    assert [(problem.where, problem.code) for problem in found.problems] == [
        ("ds.xlsx, dòng 4, cột Họ và tên", "people.sheet.empty"),
        ("ds.xlsx, dòng 4, cột Vai trò", "people.sheet.role"),
        ("ds.xlsx, dòng 5, cột Từ ngày", "people.sheet.day"),
        ("ds.xlsx, dòng 5, cột Tên đăng nhập", "people.username"),
        ("ds.xlsx, dòng 5, cột Thư điện tử", "people.mail"),
        ("ds.xlsx, dòng 6, cột Tên đăng nhập", "people.username-taken"),
        ("ds.xlsx, dòng 8, cột Họ và tên", "people.sheet.twice"),
    ]


def test_a_namesake_elsewhere_is_new_but_pointed_out(cast: Cast, admin: Post) -> None:
    entry = seen(admin, (cast.an.account.full_name, "Sở Nội vụ", *NEW[2:4], "", "", "")).entries[0]
    assert (entry.change, cast.an.account.username in entry.doubt) == ("new", True)


def test_what_changed_meanwhile_is_looked_at_again(cast: Cast, admin: Post) -> None:
    sheet = given(admin, as_she_is(cast.binh, title="Quyền Giám đốc"))
    token = preview(sheet, by=admin, on=ON).token()
    Post.objects.filter(pk=cast.binh.pk).update(title="Giám đốc Sở")
    with pytest.raises(ProblemsFound) as told:
        confirm_sheet(sheet_id=sheet.pk, seen=token, choices={}, by=admin, at=AT)
    assert told.value.problems[0].code == "people.sheet.changed"


def test_of_two_who_confirm_one_is_told_that_it_is_done(cast: Cast, admin: Post) -> None:
    sheet = given(admin, NEW)
    token = preview(sheet, by=admin, on=ON).token()
    confirm_sheet(sheet_id=sheet.pk, seen=token, choices={}, by=admin, at=AT)
    with pytest.raises(ProblemsFound) as told:
        confirm_sheet(sheet_id=sheet.pk, seen=token, choices={}, by=admin, at=AT)
    assert told.value.problems[0].code == "people.sheet.ended"


def test_personal_data_go_with_the_sheet(cast: Cast, admin: Post) -> None:
    sheet = discard_sheet(sheet_id=given(admin, NEW).pk, by=admin, at=AT)
    sheet.refresh_from_db()
    assert bytes(sheet.content) == b""


@pytest.mark.parametrize(
    ("head", "rows", "code"),
    [
        (("Tên", "Nơi"), [("a", "b")], "people.sheet.no-columns"),
        (HEAD, [], "people.sheet.no-rows"),
    ],
)
def test_a_sheet_that_is_none_of_accounts_is_refused(
    cast: Cast, admin: Post, head: tuple[str, ...], rows: list[tuple[str, ...]], code: str
) -> None:
    with pytest.raises(ProblemsFound) as told:
        given(admin, *rows, head=head)
    assert told.value.problems[0].code == code


def test_a_sheet_saved_by_another_program_is_read_as_well(cast: Cast, admin: Post) -> None:
    kept = receive_sheet(name="ds.ods", content=open_sheet([["Danh sách cán bộ"], HEAD, NEW]), by=admin, at=AT)
    assert [entry.change for entry in preview(kept, by=admin, on=ON).entries] == ["new"]


def test_an_unknown_agency_is_told_together_with_all_that_is_wrong(cast: Cast, admin: Post) -> None:
    wrong_twice = ("Đỗ Thị Mới", "Sở Không Có", "", "Vua", "", "", "")
    only_unknown = ("Đỗ Thị Khác", "Ban Vô Danh", "Chuyên viên", "Chuyên viên", "", "", "")
    told = [(problem.where.partition(", ")[2], problem.code) for problem in seen(admin, wrong_twice, only_unknown, NEW).problems]
    assert sorted(told) == [
        ("dòng 4, cột Chức vụ", "people.sheet.empty"),
        ("dòng 4, cột Cơ quan", "people.sheet.agency-unknown"),
        ("dòng 4, cột Vai trò", "people.sheet.role"),
        ("dòng 5, cột Cơ quan", "people.sheet.agency-unknown"),
    ]


def test_an_unknown_agency_alone_is_asked_about(cast: Cast, admin: Post) -> None:
    found = seen(admin, ("Đỗ Thị Khác", "Ban Vô Danh", "Chuyên viên", "Chuyên viên", "", "", ""))
    assert (found.problems, len(found.open_questions())) == ((), 1)


def test_a_sign_in_name_of_somebody_else_hands_over_no_account(cast: Cast, admin: Post) -> None:
    Account.objects.filter(pk=admin.account_id).update(username="quantri")
    row = ("Vàng A Páo", cast.commune.name, "Công chức", "Chuyên viên", "pao@lamchau.example", "quantri", "")
    found = seen(admin, row)
    assert ([problem.code for problem in found.problems], found.entries) == (["people.sheet.other-person"], ())


def test_a_name_may_be_spelt_better(cast: Cast, admin: Post) -> None:
    Account.objects.filter(pk=cast.an.account_id).update(username="an")
    assert seen(admin, as_she_is(cast.an, full_name="Lò Văn Ân", username="an")).problems == ()


def told(found: SheetPreview) -> list[tuple[str, str]]:
    return [(problem.where.partition(", ")[2], problem.code) for problem in found.problems]


def test_two_people_never_share_a_sign_in_name(cast: Cast, admin: Post) -> None:
    first, second, again = (
        (name, "Sở Nội vụ", "Chuyên viên", role, "", "chung", "")
        for name, role in (("Đỗ Thị Một", "Chuyên viên"), ("Đỗ Văn Hai", "Chuyên viên"), ("Đỗ Thị Một", "Lãnh đạo tỉnh"))
    )
    assert told(seen(admin, first, second, again)) == [("dòng 5, cột Tên đăng nhập", "people.sheet.same-username")]


def test_what_is_wrong_is_told_row_by_row(cast: Cast, admin: Post) -> None:
    lost = ("Đỗ Thị Lạc", "Ban Vô Danh", "Chuyên viên", "Chuyên viên", "", "", "")
    found = told(seen(admin, lost, NEW, NEW, ("", *NEW[1:])))
    assert found == [
        ("dòng 4, cột Cơ quan", "people.sheet.agency-unknown"),
        ("dòng 6, cột Họ và tên", "people.sheet.twice"),
        ("dòng 7, cột Họ và tên", "people.sheet.empty"),
    ]


def test_a_column_is_named_as_the_sheet_names_it(cast: Cast, admin: Post) -> None:
    sheet = given(admin, (*NEW[:4], "khong-phai-thu"), head=("Họ tên", "Đơn vị", "Chức danh", "Quyền", "E-mail"))
    assert told(preview(sheet, by=admin, on=ON)) == [("dòng 4, cột E-mail", "people.mail")]


def test_spaces_within_a_name_are_one(cast: Cast, admin: Post) -> None:
    assert seen(admin, ("Đỗ  Thị\u00a0 Mới ", *NEW[1:])).entries[0].meant.full_name == "Đỗ Thị Mới"
