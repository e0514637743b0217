"""One row for every action: the right that it asks for, and a call of it that is right in everything but, perhaps, who calls."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from longdan.app.agencies.access import Right
from longdan.app.agencies.actions import changing
from longdan.app.agencies.actions.changing import Order
from longdan.app.agencies.models import AgencyKind, Post, Role
from longdan.app.indices import actions as indices
from longdan.app.indices.models import SourceKind
from longdan.app.people.actions import handing_over, leaving, locks, passwords, posts, sheets
from longdan.app.people.actions.posts import Name, Seat
from longdan.app.people.previewing.comparing import preview as sheet_preview
from longdan.app.people.queries.trail import Asked
from longdan.app.plans import actions as plans
from longdan.app.plans.actions import correcting, proposing
from longdan.app.plans.models import AssignmentState as State
from longdan.app.plans.models import Reading
from longdan.app.reform import actions as reform
from longdan.app.reform.previewing import Asked as Reform
from longdan.app.reform.previewing import left_behind
from longdan.app.reform.previewing import preview as reform_preview
from longdan.app.work.actions import commenting, difficulties, drafting, feeding, proving, stepping
from longdan.app.work.states import DifficultyState, DifficultyStep, Step
from longdan.core.documents.sources import SourceFile
from longdan.web.shared.workbooks import Column, Sheet, workbook
from tests.app.rights.scene import FILE, Scene
from tests.builders import AT, ON, a_post, an_edition

Call = Callable[[Post], object]


@dataclass(frozen=True, slots=True)
class Case:
    """``at_home``: the action is about the caller's own agency, wherever that lies."""

    right: Right
    make: Callable[[Scene], Call]
    at_home: bool = False


def step(action: Callable[..., object], state: State, **more: object) -> Callable[[Scene], Call]:
    """A step of the department's assignment, which stands in the state that allows it."""

    def make(scene: Scene) -> Call:
        pk = scene.assignment(state, requested=action is stepping.decline).pk
        return lambda by: action(assignment_id=pk, by=by, at=AT, **more)

    return make


def difficulty(taken: DifficultyStep, state: DifficultyState) -> Callable[[Scene], Call]:
    def make(scene: Scene) -> Call:
        pk = scene.difficulty(state).pk
        return lambda by: difficulties.handle_difficulty(difficulty_id=pk, step=taken, by=by, text="Đồng ý", at=AT)

    return make


def on_reading(action: Callable[..., object], **more: object) -> Callable[[Scene], Call]:
    def make(scene: Scene) -> Call:
        pk = scene.reading().pk
        return lambda by: action(reading_id=pk, by=by, at=AT, **more)

    return make


def on_person(action: Callable[..., object], **more: object) -> Callable[[Scene], Call]:
    return lambda scene: lambda by: action(account_id=scene.person().pk, by=by, at=AT, **more)


def confirming(scene: Scene) -> Call:
    reading = scene.reading()
    return lambda by: plans.confirm(reading_id=reading.pk, seen=scene.seen(reading), by=by, at=AT)


def discarding(action: Callable[..., object]) -> Callable[[Scene], Call]:
    def make(scene: Scene) -> Call:
        reading = scene.reading()
        item = scene.item(reading)
        return lambda by: action(reading_id=reading.pk, by=by, verb="discard", item=item, at=AT)

    return make


def undone(scene: Scene) -> Reading:
    """A reading with a correction that was taken back."""
    reading = scene.reading()
    correcting.correct(reading_id=reading.pk, by=scene.lead, verb="discard", item=scene.item(reading), at=AT)
    correcting.undo(reading_id=reading.pk, by=scene.lead, at=AT)
    return reading


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


def on_source(action: Callable[..., object]) -> Callable[[Scene], Call]:
    """A file with an edition that the coordinator of the department's province handed in."""

    def make(scene: Scene) -> Call:
        coordinator = a_post("Trần Phối", scene.cast.home_affairs, Role.COORDINATOR)
        pk = indices.receive_source(file=an_edition(), kind=SourceKind.SHEET, by=coordinator, at=AT).pk
        return lambda by: action(source_id=pk, by=by, at=AT)

    return make


def confirming_sheet(scene: Scene) -> Call:
    pk, token = given_sheet(scene)
    return lambda by: sheets.confirm_sheet(sheet_id=pk, seen=token, choices={}, by=by, at=AT)


def discarding_sheet(scene: Scene) -> Call:
    pk, _ = given_sheet(scene)
    return lambda by: sheets.discard_sheet(sheet_id=pk, by=by, at=AT)


def with_mail(scene: Scene) -> Call:
    scene.person().__class__.objects.update(email="ai@lamchau.example")
    return lambda by: passwords.invite_by_mail(account_id=scene.person().pk, by=by, origin="https://longdan.example", at=AT)


def reforming(scene: Scene) -> Call:
    admin = a_post("Trần Quản", scene.cast.home_affairs, Role.ADMINISTRATOR)
    asked = Reform((scene.agency.pk,), (scene.cast.home_affairs.name,), Order(ON))
    token = reform_preview(admin, asked, on=ON).token
    return lambda by: reform.reorganise(asked=asked, choices={}, seen=token, by=by, at=AT)


def handing_on(scene: Scene) -> Call:
    scene.plan()
    admin = a_post("Trần Quản", scene.cast.home_affairs, Role.ADMINISTRATOR)
    changing.end_agency(agency_id=scene.agency.pk, heirs=[scene.cast.home_affairs], order=Order(ON), by=admin, at=AT)
    token = left_behind(admin, scene.agency.pk, on=ON).token
    return lambda by: reform.hand_on(agency_id=scene.agency.pk, choices={}, seen=token, by=by, at=AT)


def proposed_by_mail(scene: Scene) -> Call:
    return lambda by: plans.receive(files=[SourceFile("a.txt", b"x")], by=by, at=AT)


CASES: dict[str, Case] = {
    "agencies.add_agency": Case(
        Right.ADMINISTER_AGENCIES,
        lambda scene: (
            lambda by: changing.add_agency(
                name="Chi cục Mới", kind=AgencyKind.OTHER, within=scene.agency.pk, order=Order(ON), by=by, at=AT
            )
        ),
    ),
    "agencies.rename": Case(
        Right.ADMINISTER_AGENCIES,
        lambda scene: (
            lambda by: changing.rename(
                agency_id=scene.agency.pk, name="Sở Khoa học", short_name="", order=Order(ON), by=by, at=AT
            )
        ),
    ),
    "agencies.name_also": Case(
        Right.ADMINISTER_AGENCIES,
        lambda scene: lambda by: changing.name_also(agency_id=scene.agency.pk, names=["Sở KHCN"], by=by, at=AT),
    ),
    "agencies.end_agency": Case(
        Right.ADMINISTER_AGENCIES,
        lambda scene: lambda by: changing.end_agency(agency_id=scene.agency.pk, heirs=[], order=Order(ON), by=by, at=AT),
    ),
    "reform.reorganise": Case(Right.ADMINISTER_AGENCIES, reforming),
    "reform.hand_on": Case(Right.ADMINISTER_AGENCIES, handing_on),
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
    "indices.receive_source": Case(
        Right.KEEP_INDICES,
        lambda scene: lambda by: indices.receive_source(file=an_edition(), kind=SourceKind.SHEET, by=by, at=AT),
        at_home=True,
    ),
    "indices.confirm_source": Case(Right.KEEP_INDICES, on_source(indices.confirm_source)),
    "indices.drop_source": Case(Right.KEEP_INDICES, on_source(indices.drop_source)),
    "plans.receive": Case(Right.IMPORT, proposed_by_mail, at_home=True),
    "plans.cancel": Case(Right.IMPORT, on_reading(plans.cancel)),
    "plans.read_again": Case(Right.IMPORT, on_reading(plans.read_again)),
    "plans.correct": Case(Right.IMPORT, discarding(correcting.correct)),
    "plans.correct_and_look": Case(Right.IMPORT, discarding(correcting.correct_and_look)),
    "plans.undo": Case(Right.IMPORT, on_reading(correcting.undo)),
    "plans.redo": Case(
        Right.IMPORT, lambda scene: partial(lambda pk, by: correcting.redo(reading_id=pk, by=by, at=AT), undone(scene).pk)
    ),
    "plans.confirm": Case(Right.CONFIRM, confirming),
    "plans.carry_over": Case(
        Right.CARRY_OVER,
        lambda scene: partial(lambda pk, by: proposing.carry_over(plan_id=pk, by=by, at=AT), scene.plan().pk),
    ),
    "work.accept": Case(Right.REPORT, step(stepping.accept, State.ASSIGNED)),
    "work.decline": Case(Right.DECLINE, step(stepping.decline, State.ASSIGNED, reason="Không thuộc chức năng")),
    "work.report": Case(Right.REPORT, step(stepping.report, State.ACCEPTED, text="Đã làm", percent=10)),
    "work.submit": Case(Right.REPORT, step(stepping.submit, State.UNDER_WAY, text="Đã xong")),
    "work.withdraw": Case(Right.REPORT, step(stepping.withdraw, State.SUBMITTED)),
    "work.send_back": Case(Right.VERIFY, step(stepping.send_back, State.SUBMITTED, reason="Thiếu số liệu")),
    "work.finish": Case(Right.VERIFY, step(stepping.finish, State.SUBMITTED)),
    "work.reopen": Case(Right.VERIFY, step(stepping.reopen, State.DONE, reason="Nhầm")),
    "work.cancel": Case(Right.CANCEL, step(stepping.cancel, State.ACCEPTED, reason="Không cần nữa")),
    "work.reassign": Case(Right.CANCEL, step(stepping.reassign, State.CANCELLED, reason="Cần lại")),
    "work.take_all": Case(
        Right.REPORT,
        lambda scene: partial(
            lambda pk, by: stepping.take_all(step=Step.ACCEPT, assignment_ids=[pk], by=by, at=AT), scene.assignment().pk
        ),
    ),
    "work.comment": Case(
        Right.COMMENT,
        lambda scene: partial(
            lambda pk, by: commenting.comment(task_id=pk, by=by, text="Xin hỏi", at=AT), scene.assignment().task_id
        ),
    ),
    "work.raise_difficulty": Case(
        Right.RAISE,
        lambda scene: partial(
            lambda pk, by: difficulties.raise_difficulty(assignment_id=pk, by=by, text="Thiếu người", at=AT),
            scene.assignment().pk,
        ),
    ),
    "work.handle_difficulty": Case(Right.ANSWER, difficulty(DifficultyStep.ANSWER, DifficultyState.RAISED)),
    "work.handle_difficulty: decide": Case(Right.DECIDE, difficulty(DifficultyStep.DECIDE, DifficultyState.ESCALATED)),
    "work.handle_difficulty: close": Case(Right.RAISE, difficulty(DifficultyStep.CLOSE, DifficultyState.ANSWERED)),
    "work.add_evidence": Case(
        Right.ATTACH,
        lambda scene: partial(
            lambda pk, by: proving.add_evidence(assignment_id=pk, files=[FILE], by=by, at=AT), scene.assignment().pk
        ),
    ),
    "work.add_version": Case(
        Right.ATTACH,
        lambda scene: partial(lambda pk, by: proving.add_version(evidence_id=pk, file=FILE, by=by, at=AT), scene.evidence().pk),
    ),
    "work.withdraw_evidence": Case(
        Right.ATTACH,
        lambda scene: partial(
            lambda pk, by: proving.withdraw_evidence(evidence_id=pk, reason="Nhầm tệp", by=by, at=AT), scene.evidence().pk
        ),
    ),
    "work.restore_evidence": Case(
        Right.ATTACH,
        lambda scene: partial(lambda pk, by: proving.restore_evidence(evidence_id=pk, by=by, at=AT), scene.evidence().pk),
    ),
    "work.hand_out": Case(
        Right.SEE,
        lambda scene: partial(lambda pk, by: proving.hand_out(version_id=pk, by=by, at=AT), scene.evidence().versions.get().pk),
    ),
    "work.keep_draft": Case(
        Right.SEE,
        lambda scene: partial(
            lambda pk, by: drafting.keep_draft(task_id=pk, place="comment", text="Đang viết", by=by, at=AT),
            scene.assignment().task_id,
        ),
    ),
    "work.open_feed": Case(Right.EXPORT, lambda scene: lambda by: feeding.open_feed(by=by, at=AT), at_home=True),
}

# Actions that ask for no right, and why.
WITHOUT = {
    "work.withdraw_comment": "one's own words; another's are refused",
    "work.restore_comment": "one's own words; another's are refused",
    "work.read_mentions": "calls to oneself",
    "work.drop_draft": "one's own draft",
    "work.revoke_feed": "one's own address",
    "plans.import_files": "goes through receive and confirm",
    "plans.assign": "a part of confirm",
    "plans.write": "a part of confirm",
    "rehearsal.rehearse": "fills a demonstration, on the command line",
    "audit.record": "the trail of an action",
}
