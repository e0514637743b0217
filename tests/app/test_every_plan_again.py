"""Every plan that we have: imported, corrected, imported again, amended, sent round as a sheet; nothing doubled, nothing lost."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from pytest_django.plugin import DjangoDbBlocker

from longdan.app.agencies.models import Post
from longdan.app.plans import actions
from longdan.app.plans.models import Assignment, Plan, Reading, ReadingState
from longdan.app.plans.previewing import PreviewPage, preview
from longdan.app.plans.queries import task_sheet
from longdan.app.programs.installed import installed_programs
from longdan.core.documents.model import Document
from longdan.core.documents.programs import Programs
from longdan.core.documents.reading import read as read_document
from longdan.core.documents.sources import SourceFile
from longdan.core.plans.draft import PlanDraft
from longdan.core.plans.reading import read_plan
from longdan.core.problems import ProblemsFound
from longdan.web.shared.workbooks import workbook
from longdan.web.workspace.task_sheets import task_sheet as as_sheet
from tests.builders import AT, ON, a_ready_reading, confirmed
from tests.cast import Cast
from tests.kept import kept

SAMPLES = Path(str(files("longdan") / "catalogue" / "sample" / "documents"))
GIVEN = Path(__file__).parents[3] / "shared" / "plans" / "documents"
NO_PLANS = ("khong-phai", "cong-van-va-phu-luc")  # refused, or several files in one
SCANS = (".png", ".jpg", ".tif")


def documents(folder: Path) -> list[Path]:
    found = sorted(path for path in folder.iterdir() if path.is_file()) if folder.is_dir() else []
    return [path for path in found if not any(word in path.name for word in NO_PLANS) and path.suffix not in SCANS]


EVERY = [*documents(SAMPLES), *documents(GIVEN)]


@cache
def read(path: Path) -> tuple[Document, PlanDraft]:
    document = read_document([SourceFile(path.name, path.read_bytes())], installed_programs(), lambda page, pages: None)
    return document, read_plan(document)


def changes(page: PreviewPage) -> Counter[str]:
    return Counter([one.change.value for one in page.compared.values()]) + Counter(gone=len(page.gone))


def stands(plan: Plan) -> Sequence[object]:
    """All that is in force of a plan, and how far it is."""
    duties = Assignment.objects.filter(task__plan=plan, task__withdrawn_at__isnull=True).order_by("pk")
    return [
        list(plan.tasks.filter(withdrawn_at__isnull=True).order_by("order").values_list("pk", "text", "due", "product")),
        list(duties.values_list("pk", "task", "agency", "role", "state", "percent")),
    ]


def test_the_given_plans_are_among_them_or_said_to_be_absent() -> None:
    if not GIVEN.is_dir():
        pytest.skip("the given plans are not on this machine")
    assert len(documents(GIVEN)) >= 9


@pytest.fixture(scope="module", params=EVERY, ids=lambda path: path.name)
def path(request: pytest.FixtureRequest) -> Path:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def kept_plan(kept_cast: Cast, path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Plan]:
    """The plan as confirmed, with what a person corrected of it, and one of its agencies at work."""
    with kept(django_db_blocker):
        yield at_work(kept_cast.chi, path)


def at_work(by: Post, path: Path) -> Plan:
    reading = a_ready_reading(by, *read(path), content=path.name.encode())
    for first in preview(by, reading.pk, on=ON).preview.tasks[:1]:
        actions.correct(reading_id=reading.pk, by=by, verb="edit", item=first.id, field="product", value="Biên bản", at=AT)
    made = confirmed(reading, by)
    Assignment.objects.filter(task__plan=made).order_by("pk").filter(
        pk=Assignment.objects.filter(task__plan=made).order_by("pk").values("pk")[:1]
    ).update(state="under_way", percent=40)
    return made


def test_the_same_document_again_changes_nothing(cast: Cast, path: Path, plan: Plan) -> None:
    before = stands(plan)
    again = a_ready_reading(cast.chi, *read(path), content=path.name.encode())
    assert set(changes(preview(cast.chi, again.pk, on=ON))) <= {"unchanged"}
    assert (confirmed(again, cast.chi), stands(plan), Plan.objects.count()) == (plan, before, 1)


def test_the_same_document_in_another_file_changes_nothing(cast: Cast, path: Path, plan: Plan) -> None:
    before = stands(plan)
    again = a_ready_reading(cast.chi, *read(path), content=b"the same, saved anew")
    assert (confirmed(again, cast.chi), stands(plan)) == (plan, before)


def test_an_amended_document_changes_what_it_changes_and_keeps_all_work(cast: Cast, path: Path, plan: Plan) -> None:
    document, draft = read(path)
    if len(draft.tasks) < 3:
        pytest.skip("fewer than three tasks in tables and lists")
    first, *rest, last = draft.tasks
    altered = replace(rest[-1], text=f"{rest[-1].text} Hoàn thành sớm hơn một tuần.")
    left = tuple(one for one in draft.assignments if not (within(one, last) or (one.title and one.section == last.section)))
    draft = replace(draft, tasks=(first, *rest[:-1], altered), assignments=left)
    again = a_ready_reading(cast.chi, document, draft, content=b"sua doi")
    told = changes(preview(cast.chi, again.pk, on=ON))
    assert (told["changed"], told["gone"], told["new"]) == (1, 1, 0)
    at_work = list(Assignment.objects.filter(percent=40).values_list("pk", "state", "percent"))
    confirmed(again, cast.chi)
    assert list(Assignment.objects.filter(percent=40).values_list("pk", "state", "percent")) == at_work
    assert (Plan.objects.count(), plan.tasks.filter(product="Biên bản").count()) == (1, 1)


def within(assignment: object, task: object) -> bool:
    mine, its = assignment.quote, task.quote  # type: ignore[attr-defined]
    return bool(its.start < mine.end and mine.start < its.end)


def test_its_sheet_sent_back_untouched_changes_nothing(cast: Cast, plan: Plan) -> None:
    before = stands(plan)
    content = workbook([as_sheet(task_sheet(cast.chi, plan.pk, on=ON), ON)])
    reading = actions.receive(files=[SourceFile("bang.xlsx", content)], by=cast.chi, at=AT)
    actions.read(reading_id=reading.pk, programs=Programs(), now=lambda: AT)
    assert Reading.objects.get(pk=reading.pk).state == ReadingState.READY
    assert set(changes(preview(cast.chi, reading.pk, on=ON))) <= {"unchanged"}
    confirmed(Reading.objects.get(pk=reading.pk), cast.chi)
    assert stands(plan) == before


def test_it_is_carried_over_to_the_next_year(cast: Cast, plan: Plan) -> None:
    before = stands(plan)
    if not plan.tasks.exists():  # one that only sets targets
        with pytest.raises(ProblemsFound, match="không có nhiệm vụ nào để chuyển"):
            actions.carry_over(plan_id=plan.pk, by=cast.chi, at=AT)
        return
    reading = actions.carry_over(plan_id=plan.pk, by=cast.chi, at=AT)
    after = confirmed(reading, cast.chi)
    assert (after.predecessor, after.tasks.count(), stands(plan)) == (plan, plan.tasks.count(), before)
