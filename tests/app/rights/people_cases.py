"""What is done about people and the trail."""

from collections.abc import Callable

from longdan.app.agencies.access import Right
from longdan.app.agencies.models import Role
from longdan.app.people.actions import handing_over, leaving, locks, passwords, posts, sheets
from longdan.app.people.actions.posts import Name, Seat
from longdan.app.people.previewing.comparing import preview as sheet_preview
from longdan.app.people.queries.trail import Asked
from longdan.web.shared.workbooks import Column, Sheet, workbook
from tests.app.rights.case import Call, Case
from tests.app.rights.scene import Scene
from tests.builders import AT, ON, a_post


def on_person(action: Callable[..., object], **more: object) -> Callable[[Scene], Call]:
    return lambda scene: lambda by: action(account_id=scene.person().pk, by=by, at=AT, **more)


def seat(scene: Scene, role: Role = Role.CONTENT_OWNER) -> Seat:
    return Seat(scene.agency.pk, role, "Phó Giám đốc", ON)


def a_sheet(scene: Scene) -> bytes:
    head = ("Họ và tên", "Cơ quan", "Chức vụ", "Vai trò")
    rows = [("Đỗ Thị Mới", scene.agency.name, "Chuyên viên", "Chuyên viên")]
    return workbook([Sheet("Tài khoản", tuple(map(Column, head)), rows)])


def given_sheet(scene: Scene) -> tuple[int, str]:
    """A sheet that an administrator handed in, and what was seen of it."""
    admin = a_post("Trần Quản", scene.cast.home_affairs, Role.ADMINISTRATOR)
    sheet = sheets.receive_sheet(name="ds.xlsx", content=a_sheet(scene), by=admin, at=AT)
    return sheet.pk, sheet_preview(sheet, by=admin, on=ON).token()


def confirming_sheet(scene: Scene) -> Call:
    pk, token = given_sheet(scene)
    return lambda by: sheets.confirm_sheet(sheet_id=pk, seen=token, choices={}, by=by, at=AT)


def discarding_sheet(scene: Scene) -> Call:
    pk, _ = given_sheet(scene)
    return lambda by: sheets.discard_sheet(sheet_id=pk, by=by, at=AT)


def with_mail(scene: Scene) -> Call:
    scene.person().__class__.objects.update(email="ai@lamchau.example")
    return lambda by: passwords.invite_by_mail(account_id=scene.person().pk, by=by, origin="https://longdan.example", at=AT)


PEOPLE: dict[str, Case] = {
    "people.hand_over": Case(
        Right.ADMINISTER_PEOPLE,
        lambda scene: (
            lambda by: handing_over.hand_over(
                post_id=scene.lead.pk, to=scene.person().pk, title="Giám đốc", effective=ON, by=by, at=AT
            )
        ),
    ),
    "people.export_trail": Case(
        Right.SEE_TRAIL, lambda scene: lambda by: leaving.export_trail(asked=Asked(), by=by, at=AT), True
    ),
    "people.verify_trail": Case(Right.SEE_TRAIL, lambda scene: lambda by: leaving.verify_trail(by=by, at=AT), True),
    "people.export_people": Case(
        Right.ADMINISTER_PEOPLE, lambda scene: lambda by: leaving.export_people(by=by, on=ON, at=AT), True
    ),
    "people.release": Case(Right.ADMINISTER_PEOPLE, on_person(locks.release)),
    "people.invite": Case(Right.ADMINISTER_PEOPLE, on_person(passwords.invite)),
    "people.invite_by_mail": Case(Right.ADMINISTER_PEOPLE, with_mail),
    "people.invite_everybody": Case(
        Right.ADMINISTER_PEOPLE, lambda scene: lambda by: passwords.invite_everybody(by=by, at=AT), True
    ),
    "people.add_person": Case(
        Right.ADMINISTER_PEOPLE, lambda scene: lambda by: posts.add_person(name=Name("Đỗ Mới"), seat=seat(scene), by=by, at=AT)
    ),
    "people.change_person": Case(Right.ADMINISTER_PEOPLE, on_person(posts.change_person, name=Name("Tên Khác", "ten.khac"))),
    "people.give_post": Case(
        Right.ADMINISTER_PEOPLE,
        lambda scene: lambda by: posts.give_post(account_id=scene.person().pk, seat=seat(scene), by=by, at=AT),
    ),
    "people.change_post": Case(
        Right.ADMINISTER_PEOPLE,
        lambda scene: (
            lambda by: posts.change_post(post_id=scene.lead.pk, title="Phó Giám đốc", role=Role.AGENCY_LEAD, by=by, at=AT)
        ),
    ),
    "people.end_post": Case(
        Right.ADMINISTER_PEOPLE, lambda scene: lambda by: posts.end_post(post_id=scene.lead.pk, until=ON, by=by, at=AT)
    ),
    "people.close_account": Case(Right.ADMINISTER_PEOPLE, on_person(posts.close_account)),
    "people.open_account": Case(Right.ADMINISTER_PEOPLE, on_person(posts.open_account)),
    "people.receive_sheet": Case(
        Right.ADMINISTER_PEOPLE,
        lambda scene: lambda by: sheets.receive_sheet(name="ds.xlsx", content=a_sheet(scene), by=by, at=AT),
        at_home=True,
    ),
    "people.confirm_sheet": Case(Right.ADMINISTER_PEOPLE, confirming_sheet),
    "people.discard_sheet": Case(Right.ADMINISTER_PEOPLE, discarding_sheet),
}
