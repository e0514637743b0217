"""What the page of a preview says first: that nothing was found, what changes, whose role is which."""

from dataclasses import replace

import pytest
from django.test import Client

from longdan.app.plans import actions
from longdan.app.plans.models import Reading
from longdan.app.plans.previewing import preview
from longdan.core.plans.draft import ReportPeriod
from longdan.web.workspace.pages.preview_items import Items
from longdan.web.workspace.pages.previews import Group, groups
from tests.app.test_sheets_come_back import edit, sent_back
from tests.builders import AT, HEADING, ON, WORDS, a_document, a_draft, a_plan, a_quote, a_ready_reading, a_task, three_tasks
from tests.cast import Cast


@pytest.fixture
def chi(cast: Cast, client: Client) -> Client:
    client.force_login(cast.chi.account)
    return client


def listed(cast: Cast, reading: Reading) -> dict[str, Group]:
    found = preview(cast.chi, reading.pk, on=ON)
    return {group.key: group for group in groups(found, Items(found, ON), "") if group.items}


def test_a_document_without_tasks_says_so_and_offers_nothing_to_confirm(chi: Client, cast: Cast) -> None:
    of = a_document(*WORDS)
    reading = a_ready_reading(cast.chi, of, a_draft(of, []))
    page = chi.get(f"/van-ban/{reading.pk}/xem").content.decode()
    told = "Không tìm thấy nhiệm vụ nào" in page, "Mọi nhiệm vụ đều có cơ quan" in page, "Xác nhận kế hoạch</button>" in page
    assert told == (True, False, False)


def test_of_an_amendment_what_changes_comes_first_and_the_rest_is_folded(cast: Cast) -> None:
    a_plan(cast.chi)
    of = a_document(*WORDS, "Bổ sung kinh phí.")
    first, second, third = three_tasks(of)
    tasks = [first, replace(second, due="2026-05"), third, a_task(of, "Bổ sung kinh phí.")]
    rows = listed(cast, a_ready_reading(cast.chi, of, a_draft(of, tasks), content=b"sua doi"))
    assert {key: (group.folded, {item.text for item in group.items}) for key, group in rows.items()} == {
        "changes": (False, {WORDS[4], "Bổ sung kinh phí."}),
        "tasks": (True, {WORDS[3], WORDS[5]}),
    }


def test_a_row_that_is_marked_to_go_stands_once_and_can_be_kept(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    reading = sent_back(cast, plan, edit(1, remove="x"))
    rows = listed(cast, reading)
    assert ([item.text for item in rows["ending"].items], "discarded" in rows) == ([WORDS[4]], False)
    actions.correct(reading_id=reading.pk, by=cast.chi, verb="keep", item=rows["ending"].items[0].id, at=AT)
    assert "ending" not in listed(cast, reading)


def test_who_leads_stands_before_who_cooperates_and_nobody_twice(cast: Cast) -> None:
    of = a_document(*WORDS)
    task = a_task(of, WORDS[3], lead=("Sở KH&CN",), responsible=("Sở Nội vụ",), cooperating=("Sở KH&CN", "UBND xã An Bình"))
    reading = a_ready_reading(cast.chi, of, a_draft(of, [task], HEADING))
    item = preview(cast.chi, reading.pk, on=ON).preview.tasks[0].id
    actions.correct(reading_id=reading.pk, by=cast.chi, verb="role", item=f"{item}.a1", value="cooperate", at=AT)
    actions.correct(reading_id=reading.pk, by=cast.chi, verb="assign", item=item, field="lead", agency="Sở Nội vụ", at=AT)
    (row,) = (one for group in listed(cast, reading).values() for one in group.items)
    assert [(one.role, one.name) for one in row.assignments] == [
        ("Chủ trì", "Sở Nội vụ"), ("Phối hợp", "Sở Khoa học và Công nghệ"), ("Phối hợp", "UBND xã An Bình"),
    ]  # fmt: skip


@pytest.mark.parametrize(("item", "role"), [("t79", "cooperate"), ("t199", "lead")])
def test_the_next_agency_cooperates_once_one_leads(chi: Client, cast: Cast, item: str, role: str) -> None:
    reading = a_ready_reading(cast.chi)
    page = chi.get(f"/van-ban/{reading.pk}/xem?sua={item}").content.decode()
    choice = page.partition(f'id="{item}-new-role"')[2].partition("</select>")[0]
    assert f'<option value="{role}" selected>' in choice


def test_a_document_that_only_demands_reports_may_be_confirmed(chi: Client, cast: Cast) -> None:
    of = a_document(*WORDS)
    period = ReportPeriod("annual", a_quote(of, WORDS[5]), "báo cáo năm", due="2026-12-10")
    reading = a_ready_reading(cast.chi, of, a_draft(of, [], report_periods=(period,)))
    page = chi.get(f"/van-ban/{reading.pk}/xem").content.decode()
    assert ["Văn bản không giao nhiệm vụ nào." in page, "Xác nhận kế hoạch</button>" in page] == [True, True]
