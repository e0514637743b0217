"""The pages of plans answer whoever asks, whatever stands in the address."""

from dataclasses import replace
from io import BytesIO
from itertools import product
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from python_calamine import CalamineWorkbook

from longdan.app.plans import actions
from longdan.app.plans.models import Plan, Reading, ReadingState, Target, Task
from longdan.app.plans.previewing import Verb, preview
from longdan.app.plans.queries import plan as plan_of
from longdan.core.plans.draft import ReportPeriod
from longdan.web.workspace.pages.matrix import columns, matrix
from longdan.web.workspace.pages.plans import agencies
from tests.builders import (
    AT,
    HEADING,
    ON,
    WORDS,
    a_document,
    a_draft,
    a_plan,
    a_quote,
    a_ready_reading,
    a_task,
    the_assignment,
)
from tests.cast import Cast


@pytest.fixture
def chi(cast: Cast, settings: Any) -> Client:
    """The coordinator at her browser."""
    settings.ALLOWED_HOSTS = ["testserver"]
    client = Client()
    client.force_login(cast.chi.account)
    return client


@pytest.mark.parametrize("way", ["content", "agency", "month", "matrix", "gaps", "targets", "reports", "x" * 300])
@pytest.mark.parametrize("gap", ["", "qua-han", "chua-han", "x"])
def test_a_plan_is_seen_every_way(chi: Client, plan: Plan, way: str, gap: str) -> None:
    assert chi.get(f"/ke-hoach/{plan.pk}?theo={way}&loc={gap}&co-quan=S").status_code == 200


def test_the_matrix_shows_who_does_what(chi: Client, plan: Plan) -> None:
    page = chi.get(f"/ke-hoach/{plan.pk}?theo=matrix").content.decode()
    assert 'title="Chủ trì, quá hạn">CT</abbr>' in page
    assert 'title="Thực hiện, 0/2 xong">TH</abbr>' in page


def test_what_a_plan_leaves_open_is_listed_with_the_way_to_mend_it(chi: Client, plan: Plan) -> None:
    page = chi.get(f"/ke-hoach/{plan.pk}?theo=gaps").content.decode()
    nobody = plan.tasks.get(text=WORDS[5])
    assert f"/nhiem-vu/{nobody.pk}/sua#co-quan" in page


@pytest.mark.parametrize("address", ["bang", "xuat", "xuat?loc=qua-han"])
def test_a_plan_leaves_as_a_workbook(chi: Client, plan: Plan, address: str) -> None:
    content = chi.get(f"/ke-hoach/{plan.pk}/{address}").content
    assert "Nhiệm vụ" in CalamineWorkbook.from_filelike(BytesIO(content)).sheet_names


def test_the_list_of_plans_leaves_as_a_workbook(chi: Client, plan: Plan) -> None:
    rows = CalamineWorkbook.from_filelike(BytesIO(chi.get("/ke-hoach/xuat").content)).get_sheet_by_name("Kế hoạch").to_python()
    assert rows[1][:2] == [plan.number, plan.title]


def test_a_task_is_changed_on_its_page_and_the_change_taken_back(chi: Client, plan: Plan) -> None:
    task = plan.tasks.order_by("order").first()
    assert task
    chi.post(f"/nhiem-vu/{task.pk}/sua/noi-dung", {"field": "product", "value": "Biên bản"})
    assert "Biên bản" in chi.get(f"/nhiem-vu/{task.pk}/sua").content.decode()
    chi.post(f"/thay-doi/{task.changes.get().pk}/hoan-tac", {"task": task.pk})
    task.refresh_from_db()
    assert task.product == "Báo cáo"


@pytest.mark.parametrize("verb", ["noi-dung", "rut", "giao", "thoi-giao", "xoa"])
@pytest.mark.parametrize("value", ["", "x", "-1", "9" * 40, "\0", "²"])
def test_crafted_changes_never_break_the_page(chi: Client, plan: Plan, verb: str, value: str) -> None:
    task = plan.tasks.order_by("order").first()
    assert task
    sent = dict.fromkeys(("field", "value", "reason", "role", "agency", "assignment"), value)
    assert chi.post(f"/nhiem-vu/{task.pk}/sua/{verb}", sent).status_code in (302, 404, 422)
    assert chi.get(f"/nhiem-vu/{task.pk}/sua").status_code == 200


VERBS = (*Verb, "", "x" * 300)
ITEMS = ("t79", "t79.a1", "heading", "x9", f"x{'9' * 30}", "", "z" * 300)
FIELDS = ("", "text", "due", "doc_type", "issued", "lead", "k" * 300)
VALUES = ("", "x", "t143", "9" * 30, "12/9999", f"agency:{'9' * 30}", "agency:²", "group:", "12:part", "\0", "y" * 20_000)


@pytest.mark.parametrize("verb", VERBS)
def test_crafted_corrections_never_break_the_preview(chi: Client, cast: Cast, verb: str) -> None:
    reading = a_ready_reading(cast.chi)
    for number, (item, value) in enumerate(product(ITEMS, VALUES)):
        sent = {"verb": verb, "item": item, "field": FIELDS[number % len(FIELDS)], "value": value, "shown": item[:40]}
        assert chi.post(f"/van-ban/{reading.pk}/sua", sent).status_code < 500
    assert chi.get(f"/van-ban/{reading.pk}/xem").status_code == 200


def test_the_preview_of_another_province_s_document_says_so_at_its_head(chi: Client, cast: Cast) -> None:
    of = a_document(*WORDS)
    reading = a_ready_reading(cast.chi, of, a_draft(of, heading=replace(HEADING, province="tỉnh Sông Vân")))
    assert "Văn bản của tỉnh Sông Vân, không phải tỉnh Lam Châu" in chi.get(f"/van-ban/{reading.pk}/xem").content.decode()


def test_the_preview_tells_how_often_a_report_is_demanded(chi: Client, cast: Cast) -> None:
    of = a_document(*WORDS, "Báo cáo năm.", "Báo cáo cả năm.")
    said = [ReportPeriod("annual", a_quote(of, words), words, due="2026-12-10") for words in ("Báo cáo năm.", "Báo cáo cả năm.")]
    reading = a_ready_reading(cast.chi, of, a_draft(of, report_periods=tuple(said)))
    assert "2 chỗ trong văn bản" in chi.get(f"/van-ban/{reading.pk}/xem").content.decode()


def test_a_preview_in_ones_browser_that_is_decided_elsewhere_leads_to_the_plan(chi: Client, cast: Cast) -> None:
    reading = a_ready_reading(cast.chi)
    plan = actions.confirm(reading_id=reading.pk, by=cast.chi_two, seen=preview(cast.chi, reading.pk, on=ON).token, at=AT)
    assert chi.get(f"/van-ban/{reading.pk}/xem")["Location"] == f"/ke-hoach/{plan.pk}"
    assert chi.post(f"/van-ban/{reading.pk}/sua", {"verb": "discard", "item": "t79", "shown": "t79"}).status_code == 302
    assert Task.objects.count() == 3


def test_a_browser_closed_in_the_middle_loses_nothing_that_was_corrected(chi: Client, cast: Cast) -> None:
    reading = a_ready_reading(cast.chi)
    chi.post(
        f"/van-ban/{reading.pk}/sua", {"verb": "edit", "item": "t79", "field": "product", "value": "Biên bản", "shown": "t79"}
    )
    another = Client()
    another.force_login(cast.chi_two.account)
    assert "Biên bản" in another.get(f"/van-ban/{reading.pk}/xem").content.decode()
    assert Reading.objects.get(pk=reading.pk).state == ReadingState.READY


def test_a_file_removed_from_the_disk_is_told_where_it_is_missed_and_nothing_breaks(chi: Client, plan: Plan) -> None:
    file = plan.readings.get().files.get()
    assert chi.get(f"/van-ban/tep/{file.pk}").content == b"ke hoach"
    default_storage.delete(file.file.content.name)
    assert "không còn trên máy chủ" in chi.get(f"/ke-hoach/{plan.pk}/van-ban").content.decode()
    refused = chi.get(f"/van-ban/tep/{file.pk}")
    assert (refused.status_code, "không còn trên máy chủ" in refused.content.decode()) == (422, True)
    assert chi.get(f"/ke-hoach/{plan.pk}").status_code == 200


def test_a_plan_is_carried_over_by_a_button(chi: Client, plan: Plan, cast: Cast) -> None:
    the_assignment(plan, cast.commune)
    answer = chi.post(f"/ke-hoach/{plan.pk}/nam-sau")
    page = chi.get(answer["Location"]).content.decode()
    assert "Chuyển 3 nhiệm vụ sang kế hoạch năm 2027" in page


def test_a_page_that_is_not_the_latest_offers_the_latest_and_no_confirming(chi: Client, cast: Cast) -> None:
    reading = a_ready_reading(cast.chi)
    page = preview(cast.chi, reading.pk, on=ON)
    item = page.preview.tasks[0].id
    actions.correct(reading_id=reading.pk, by=cast.chi, verb="approve", item=item, at=AT)
    sent = {"verb": "edit", "item": item, "shown": item, "field": "product", "value": "tờ trình", "da-xem": page.mark}
    answer = chi.post(f"/van-ban/{reading.pk}/sua", sent, headers={"HX-Request": "true"}).content.decode()
    assert "Xem bản mới nhất" in answer
    assert "Xác nhận kế hoạch" not in answer


def test_an_open_preview_is_told_of_nothing_until_something_happened(chi: Client, cast: Cast) -> None:
    reading = a_ready_reading(cast.chi)
    page = preview(cast.chi, reading.pk, on=ON)
    address = f"/van-ban/{reading.pk}/cung-sua?da-xem={page.mark}"
    before = chi.get(address).status_code
    actions.correct(reading_id=reading.pk, by=cast.chi, verb="approve", item=page.preview.tasks[0].id, at=AT)
    assert (before, "ở một cửa sổ khác" in chi.get(address).content.decode()) == (204, True)


def test_the_title_of_an_amendment_leads_with_what_changes(chi: Client, cast: Cast, plan: Plan) -> None:
    of = a_document(*WORDS[:5], "Bổ sung kinh phí cho bộ phận một cửa.")
    tasks = [
        a_task(of, WORDS[3], lead=("Sở Nội vụ",), product="Báo cáo"),
        a_task(of, WORDS[4], responsible=("UBND các xã",)),
        a_task(of, "Bổ sung kinh phí cho bộ phận một cửa.", lead=("Sở Nội vụ",)),
    ]
    reading = a_ready_reading(cast.chi, of, a_draft(of, tasks), content=b"sua doi")
    page = chi.get(f"/van-ban/{reading.pk}/xem").content.decode()
    assert "Sửa 1, thêm 1, bỏ 1 nhiệm vụ so với kế hoạch đang có hiệu lực" in page


def test_whoever_only_looks_sees_a_task_s_changes_and_no_field_to_type_in(cast: Cast, plan: Plan) -> None:
    task = plan.tasks.all()[0]
    actions.edit_task(task_id=task.pk, by=cast.chi, field="product", value="Báo cáo tháng", at=AT)
    client = Client()
    client.force_login(cast.auditor.account, backend="django.contrib.auth.backends.ModelBackend")
    page = client.get(f"/nhiem-vu/{task.pk}/sua").content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    assert "<form" not in main
    assert "Các lần sửa:" in main
    assert "Báo cáo tháng" in main


@pytest.mark.parametrize("way", ["month", "agency"])
def test_a_short_task_away_from_its_content_stands_under_its_heading(chi: Client, plan: Plan, way: str) -> None:
    page = chi.get(f"/ke-hoach/{plan.pk}?theo={way}").content.decode()
    assert '<span class="small muted">NHIỆM VỤ</span>' in page


def test_a_matrix_says_on_paper_in_words_who_does_what(cast: Cast, plan: Plan) -> None:
    groups = plan_of(cast.chi, plan.pk, on=ON).groups
    shown = matrix(groups, {task.id for group in groups for task in group.tasks})
    told = {row.label: row.who for row in shown.rows if row.task}
    assert (told[WORDS[3]], told[WORDS[4]]) == (
        "CT: Sở Nội vụ. PH: Các sở, ban, ngành",
        "TH: UBND các xã, phường, đặc khu",
    )


def test_the_agencies_concerned_are_no_column_and_no_filter(cast: Cast) -> None:
    of = a_document(*WORDS)
    task = a_task(of, WORDS[3], lead=("Sở Nội vụ",), cooperating=("các cơ quan liên quan",))
    rows = plan_of(cast.chi, a_plan(cast.chi, of, a_draft(of, [task])).pk, on=ON).groups[0].tasks
    assert ([head.name for head in columns(rows)], agencies(rows)) == (["Sở Nội vụ"], ("Sở Nội vụ",))


def test_a_sentence_that_sets_several_targets_stands_once_with_all_of_them(chi: Client, cast: Cast) -> None:
    plan, words = a_plan(cast.chi), "PAPI đạt từ 43,2 điểm, tăng 3 bậc"
    for kind, value, unit in (("score", "43.2", "điểm"), ("rank", "3.0", "bậc tăng")):
        Target.objects.create(plan=plan, text=words, kind=kind, index="PAPI", op=">=", value=value, unit=unit)
    page = chi.get(f"/ke-hoach/{plan.pk}?theo=targets").content.decode()
    assert [page.count(told) for told in (words, "43,2 điểm</td>", "từ 43,2 điểm<br>từ 3 bậc tăng")] == [1, 0, 1]
