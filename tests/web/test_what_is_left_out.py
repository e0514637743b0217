"""What the preview says of work that nobody would notice to be missing: rows deleted, targets not carried, tasks for nobody."""

from typing import Any

import pytest
from django.test import Client

from longdan.app.plans import actions
from longdan.app.plans.models import Plan, Reading, Task
from longdan.app.plans.previewing import preview
from longdan.app.plans.queries import task_sheet
from longdan.core.plans.draft import Target
from longdan.web.workspace.pages.preview_words import outcome, sentence, title
from longdan.web.workspace.pages.previews import page
from tests.app.test_sheets_come_back import sent_back
from tests.builders import AT, ON, WORDS, a_document, a_draft, a_plan, a_quote, a_ready_reading, a_task, confirmed
from tests.cast import Cast

DELETED = "1 nhiệm vụ không có trong bảng: giữ nguyên; muốn rút thì ghi x vào cột “Rút khỏi kế hoạch”."


@pytest.fixture
def chi(cast: Cast, client: Client) -> Client:
    client.force_login(cast.chi.account)
    return client


def without_last(rows: list[Any]) -> None:
    rows.pop()


def test_rows_deleted_from_a_sheet_are_told_and_stay_in_the_plan(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    reading = sent_back(cast, plan, without_last)
    found = preview(cast.chi, reading.pk, on=ON)
    told = (title(found), sentence(found))
    assert told == ("Bảng không sửa nhiệm vụ nào, nhưng không có đủ nhiệm vụ của kế hoạch", DELETED)
    confirmed(reading, cast.chi)
    assert Task.objects.filter(plan=plan, withdrawn_at__isnull=True).count() == 3


def test_rows_deleted_from_a_sheet_are_a_filter(cast: Cast) -> None:
    found = preview(cast.chi, sent_back(cast, a_plan(cast.chi), without_last).pk, on=ON)
    shown = page(found, on=ON, only="absent")
    listed = [item.text for group in shown.groups for item in group.items]
    assert ([(one.words, one.count) for one in shown.counters if one.here], listed) == ([("Không có trong bảng", 1)], [WORDS[5]])


def test_a_whole_sheet_leaves_nothing_out(cast: Cast) -> None:
    found = preview(cast.chi, sent_back(cast, a_plan(cast.chi), lambda rows: None).pk, on=ON)
    assert (found.absent, "không có trong bảng" in sentence(found)) == ((), False)


def test_targets_that_are_not_carried_over_are_told(cast: Cast) -> None:
    of = a_document(*WORDS, "Tỷ lệ hài lòng đạt 90%.")
    target = Target("Tỷ lệ hài lòng đạt 90%.", "rate", 90.0, a_quote(of, "Tỷ lệ hài lòng đạt 90%."))
    plan = a_plan(cast.chi, of, a_draft(of, targets=(target,)))
    found = preview(cast.chi, actions.carry_over(plan_id=plan.pk, by=cast.chi, at=AT).pk, on=ON)
    assert sentence(found).startswith("1 chỉ tiêu của kế hoạch cũ không chuyển sang")


def for_nobody(cast: Cast) -> Reading:
    """Two tasks: one for a department, one for names that say no agency."""
    of = a_document(*WORDS)
    vague = a_task(of, WORDS[4], responsible=("các cơ quan có liên quan",))
    return a_ready_reading(cast.chi, of, a_draft(of, [a_task(of, WORDS[3], lead=("Sở Nội vụ",)), vague]))


def test_before_it_is_confirmed_people_read_how_many_tasks_go_to_nobody(cast: Cast) -> None:
    found = preview(cast.chi, for_nobody(cast).pk, on=ON)
    assert outcome(found).endswith("2 nhiệm vụ, giao cho 1 cơ quan, nhóm cơ quan. 1 nhiệm vụ chưa giao được cho ai.")


@pytest.fixture
def vague(cast: Cast) -> Plan:
    return confirmed(for_nobody(cast), cast.chi)


def test_a_name_that_matches_no_agency_is_never_shown_as_given(chi: Client, vague: Plan) -> None:
    task = vague.tasks.get(text=WORDS[4])
    pages = [f"/nhiem-vu/{task.pk}", f"/nhiem-vu/{task.pk}/sua"]
    assert ["Đã giao" in chi.get(page).content.decode() for page in pages] == [False, False]


def test_its_sheet_says_that_it_is_given_to_nobody(cast: Cast, vague: Plan) -> None:
    assert [row.state for row in task_sheet(cast.chi, vague.pk, on=ON).rows] == ["Đã giao", "Chưa giao"]
