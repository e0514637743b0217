"""One row for every action of the app."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from longdan.app.agencies.access import Right
from longdan.app.agencies.actions import changing
from longdan.app.agencies.actions.changing import Order
from longdan.app.agencies.models import AgencyKind, Post, Role
from longdan.app.indices import actions as indices
from longdan.app.indices.models import SourceKind
from longdan.app.plans import actions as plans
from longdan.app.plans.actions import correcting, proposing
from longdan.app.plans.models import Reading
from longdan.app.reform import actions as reform
from longdan.app.reform.models import PlannedReform
from longdan.app.reform.previewing import Asked as Reform
from longdan.app.reform.previewing import left_behind
from longdan.app.reform.previewing import preview as reform_preview
from longdan.core.documents.sources import SourceFile
from tests.app.rights.case import Call, Case
from tests.app.rights.people_cases import PEOPLE
from tests.app.rights.scene import Scene
from tests.app.rights.work_cases import WORK
from tests.builders import AT, ON, a_post, an_edition


def on_reading(action: Callable[..., object], **more: object) -> Callable[[Scene], Call]:
    def make(scene: Scene) -> Call:
        pk = scene.reading().pk
        return lambda by: action(reading_id=pk, by=by, at=AT, **more)

    return make


def confirming(scene: Scene) -> Call:
    reading = scene.reading()
    return lambda by: plans.confirm(reading_id=reading.pk, seen=scene.seen(reading), by=by, at=AT)


def discarding(action: Callable[..., object]) -> Callable[[Scene], Call]:
    def make(scene: Scene) -> Call:
        reading = scene.reading()
        item = scene.item(reading)
        return lambda by: action(reading_id=reading.pk, by=by, verb="discard", item=item, at=AT)

    return make


def given_up(scene: Scene) -> Reading:
    return plans.cancel(reading_id=scene.reading().pk, by=scene.lead, at=AT)


def undone(scene: Scene) -> Reading:
    """A reading with a correction that was taken back."""
    reading = scene.reading()
    correcting.correct(reading_id=reading.pk, by=scene.lead, verb="discard", item=scene.item(reading), at=AT)
    correcting.undo(reading_id=reading.pk, by=scene.lead, at=AT)
    return reading


def on_source(action: Callable[..., object]) -> Callable[[Scene], Call]:
    """A file with an edition that the coordinator of the department's province handed in."""

    def make(scene: Scene) -> Call:
        coordinator = a_post("Trần Phối", scene.cast.home_affairs, Role.COORDINATOR)
        pk = indices.receive_source(file=an_edition(), kind=SourceKind.SHEET, by=coordinator, at=AT).pk
        return lambda by: action(source_id=pk, by=by, at=AT)

    return make


def reforming(scene: Scene) -> Call:
    admin = a_post("Trần Quản", scene.cast.home_affairs, Role.ADMINISTRATOR)
    asked = Reform((scene.agency.pk,), (scene.cast.home_affairs.name,), Order(ON, "QĐ 1"))
    token = reform_preview(admin, asked, on=ON).token
    return lambda by: reform.reorganise(asked=asked, choices={}, seen=token, by=by, at=AT)


def in_a_week(scene: Scene) -> tuple[Reform, str, Post]:
    """The end of the department in a week, as an administrator sees it."""
    admin = a_post("Trần Quản", scene.cast.home_affairs, Role.ADMINISTRATOR)
    asked = Reform((scene.agency.pk,), (scene.cast.home_affairs.name,), Order(ON + timedelta(days=7), "QĐ 1"))
    return asked, reform_preview(admin, asked, on=ON).token, admin


def planning(scene: Scene) -> Call:
    asked, token, _ = in_a_week(scene)
    return lambda by: reform.plan_reform(asked=asked, choices={}, seen=token, by=by, at=AT)


def ordered(scene: Scene) -> PlannedReform:
    asked, token, admin = in_a_week(scene)
    return reform.plan_reform(asked=asked, choices={}, seen=token, by=admin, at=AT)


def cancelling(scene: Scene) -> Call:
    made = ordered(scene)
    return lambda by: reform.cancel_reform(reform_id=made.pk, by=by, at=AT)


def handing_on(scene: Scene) -> Call:
    scene.plan()
    admin = a_post("Trần Quản", scene.cast.home_affairs, Role.ADMINISTRATOR)
    changing.end_agency(agency_id=scene.agency.pk, heirs=[scene.cast.home_affairs], order=Order(ON), by=admin, at=AT)
    token = left_behind(admin, scene.agency.pk, on=ON).token
    return lambda by: reform.hand_on(agency_id=scene.agency.pk, choices={}, seen=token, by=by, at=AT)


def proposed_by_mail(scene: Scene) -> Call:
    return lambda by: plans.receive(files=[SourceFile("a.txt", b"x")], by=by, at=AT)


def editing(action: Callable[..., object], **more: object) -> Callable[[Scene], Call]:
    """A small change of the task that the department's plan orders."""

    def make(scene: Scene) -> Call:
        pk = scene.assignment().task_id
        return lambda by: action(task_id=pk, by=by, at=AT, **more)

    return make


def adding(scene: Scene) -> Call:
    plan = scene.plan()
    return lambda by: plans.add_task(plan_id=plan.pk, by=by, text="Tổ chức đối thoại thêm một lần.", at=AT)


def releasing(scene: Scene) -> Call:
    pk = scene.assignment().pk
    return lambda by: plans.release_agency(assignment_id=pk, by=by, reason="Giao nhầm", at=AT)


def undoing(scene: Scene) -> Call:
    change = plans.withdraw_task(task_id=scene.assignment().task_id, by=scene.lead, reason="Nhầm", at=AT)
    return lambda by: plans.undo_change(change_id=change.pk, by=by, at=AT)


OTHERS: dict[str, Case] = {
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
    "reform.plan_reform": Case(Right.ADMINISTER_AGENCIES, planning),
    "reform.cancel_reform": Case(Right.ADMINISTER_AGENCIES, cancelling),
    "reform.hand_on": Case(Right.ADMINISTER_AGENCIES, handing_on),
    "indices.receive_source": Case(
        Right.KEEP_INDICES,
        lambda scene: lambda by: indices.receive_source(file=an_edition(), kind=SourceKind.SHEET, by=by, at=AT),
        at_home=True,
    ),
    "indices.confirm_source": Case(Right.KEEP_INDICES, on_source(indices.confirm_source)),
    "indices.drop_source": Case(Right.KEEP_INDICES, on_source(indices.drop_source)),
    "plans.receive": Case(Right.IMPORT, proposed_by_mail, at_home=True),
    "plans.cancel": Case(Right.IMPORT, on_reading(plans.cancel)),
    "plans.open_again": Case(
        Right.IMPORT, lambda scene: partial(lambda pk, by: plans.open_again(reading_id=pk, by=by, at=AT), given_up(scene).pk)
    ),
    "plans.read_again": Case(Right.IMPORT, on_reading(plans.read_again)),
    "plans.correct": Case(Right.IMPORT, discarding(correcting.correct)),
    "plans.correct_and_look": Case(Right.IMPORT, discarding(correcting.correct_and_look)),
    "plans.undo": Case(Right.IMPORT, on_reading(correcting.undo)),
    "plans.redo": Case(
        Right.IMPORT, lambda scene: partial(lambda pk, by: correcting.redo(reading_id=pk, by=by, at=AT), undone(scene).pk)
    ),
    "plans.confirm": Case(Right.CONFIRM, confirming),
    "plans.edit_task": Case(Right.EDIT_PLAN, editing(plans.edit_task, field="product", value="Báo cáo")),
    "plans.add_task": Case(Right.EDIT_PLAN, adding),
    "plans.withdraw_task": Case(Right.EDIT_PLAN, editing(plans.withdraw_task, reason="Trùng")),
    "plans.assign_task": Case(Right.EDIT_PLAN, editing(plans.assign_task, role="cooperate", agency="Sở Nội vụ")),
    "plans.release_agency": Case(Right.EDIT_PLAN, releasing),
    "plans.undo_change": Case(Right.EDIT_PLAN, undoing),
    "plans.carry_over": Case(
        Right.CARRY_OVER,
        lambda scene: partial(lambda pk, by: proposing.carry_over(plan_id=pk, by=by, at=AT), scene.plan().pk),
    ),
}
CASES = OTHERS | PEOPLE | WORK

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
    "plans.tell": "a part of confirm",
    "rehearsal.rehearse": "fills a demonstration, on the command line",
    "reform.carry_out": "a part of reorganise, and of the day of a planned reform",
    "reform.lock_desks": "a part of every reform",
    "audit.record": "the trail of an action",
}
