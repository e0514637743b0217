"""The pages of work answer everybody who may look, with data and without."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.utils.timezone import localdate
from python_calamine import CalamineWorkbook

from longdan.app.plans.models import ReportDemand, Task
from longdan.app.work import actions
from tests.builders import AT, WORDS, a_plan, the_assignment
from tests.cast import Cast

PAGES = (
    "/", "/?xuat=xlsx", "/tim?tim=thu+tuc&xuat=xlsx", "/tim?tim=khongcogi&xuat=xlsx",
    "/nhiem-vu/{task}", "/nhiem-vu/{task}?co-quan=ca&lich-su=ca", "/co-quan/{agency}/viec",
    "/co-quan/{agency}/viec?xuat=xlsx",
    "/co-quan/{agency}/viec?tinh-trang=assigned&xep=moi&phoi-hop=1&ke-hoach=x", "/kho-khan/", "/kho-khan/?xuat=xlsx",
    "/kho-khan/?tinh-trang=raised&tim=kinh%20phi&co-quan=an", "/tim", "/tim?tim=thu+tuc",
    "/tim?tim=thu+tuc&nhom=nhiem-vu",
    "/tim?tim=khongcogi", "/lich/", "/lich/?thang=2026-03&cua=tinh", "/lich/?thang=",
    "/lich/?xem=dong&theo=co-quan&cua=tinh", "/lich/?xem=bao-cao", "/lich/?xem=bao-cao&thang=2026-01&xuat=xlsx",
    "/lich/?xem=dong&theo=thang&thang=2026-03&xong=an", "/lich/?xuat=xlsx",
    "/lich/?ke-hoach=99999999999999999999&cua=99999999999999999999", "/co-quan/{agency}/viec?trang=99999999999999999999&xep=x",
    "/nguoi/?co-quan=99999999999999999999&trang=99999999999999999999",
    "/tim?tim=thu&nhom=nhiem-vu&trang=99999999999999999999", "/kho-khan/?trang=99999999999999999999&tinh-trang=x",
)  # fmt: skip


@pytest.mark.parametrize("who", ["an", "binh", "chi", "leader", "auditor"])
def test_every_page_of_work_answers(cast: Cast, who: str) -> None:
    plan = a_plan(cast.chi)
    duty = the_assignment(plan, cast.commune)
    actions.report(assignment_id=duty.pk, by=cast.an, text="Đã rà soát một nửa", percent=50, at=AT)
    actions.raise_difficulty(assignment_id=duty.pk, by=cast.an, text="Thiếu kinh phí", at=AT)
    actions.comment(task_id=duty.task_id, by=cast.chi, text="@Lò Văn An gửi số liệu nhé", at=AT)
    client = Client()
    client.force_login(getattr(cast, who).account)
    paths = [path.format(task=duty.task_id, agency=cast.commune.pk) for path in PAGES]
    assert {path: client.get(path).status_code for path in paths} == dict.fromkeys(paths, 200)


@pytest.mark.parametrize(
    "address", ["/nguoi/?vai-tro=leader", "/co-quan/?tim=so", "/kho-khan/?co-quan=", "/co-quan/{agency}/viec?xep=han",
                "/tim?tim=thu+tuc&nhom=nhiem-vu", "/van-ban/?tim="]
)  # fmt: skip
def test_an_address_beyond_the_last_leaf_of_a_list_leads_to_the_last(cast: Cast, address: str) -> None:
    a_plan(cast.chi)
    client = Client()
    client.force_login(cast.chi.account)
    asked = address.format(agency=cast.commune.pk)
    answer = client.get(f"{asked}&trang=99", follow=True)
    assert (answer.redirect_chain, answer.status_code) == ([(f"{asked}&trang=1", 302)], 200)


@pytest.mark.parametrize("address", ["/lich/?thang=2026-13", "/lich/?thang=thang-ba", "/chi-so/xx/yy", "/chi-so/xx/yy/bang-tinh"])
def test_an_address_that_names_nothing_there_is_says_so(cast: Cast, address: str) -> None:
    client = Client()
    client.force_login(cast.chi.account)
    assert client.get(address).status_code == 404


def cells(client: Client, address: str) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(BytesIO(client.get(address).content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_the_day_leaves_as_sheets_with_what_each_work_waits_for(cast: Cast) -> None:
    duty = the_assignment(a_plan(cast.chi), cast.commune)
    actions.raise_difficulty(assignment_id=duty.pk, by=cast.an, text="Thiếu kinh phí", at=AT)
    client = Client()
    client.force_login(cast.chi.account)
    found = cells(client, "/?xuat=xlsx")
    assert [row[0] for row in found["Hôm nay"] if WORDS[3] in row] == ["Quá hạn"]
    assert "Thiếu kinh phí" in found["Khó khăn"][1]


def test_what_was_found_leaves_whole_with_the_address_of_each_thing(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    client = Client()
    client.force_login(cast.chi.account)
    (row,) = [row for row in cells(client, "/tim?tim=thu+tuc&xuat=xlsx")["Nhiệm vụ"] if row[0] == WORDS[3]]
    assert str(row[2]).endswith(f"/nhiem-vu/{plan.tasks.get(text=WORDS[3]).pk}")


@pytest.mark.parametrize("press", ["/co-quan/{agency}/don-doc", "/ke-hoach/{plan}/don-doc"])
def test_an_agency_is_urged_by_one_press_and_reads_so_on_its_day(cast: Cast, press: str) -> None:
    plan = a_plan(cast.chi)
    duty = the_assignment(plan, cast.commune)
    Task.objects.filter(pk=duty.task_id).update(due=localdate() - timedelta(days=1), due_precision="day")
    leader, clerk = Client(), Client()
    leader.force_login(cast.leader.account)
    clerk.force_login(cast.an.account)
    answer = leader.post(press.format(agency=cast.commune.pk, plan=plan.pk), {"next": "/lich/"}, follow=True)
    assert (answer.redirect_chain, "Đã đôn đốc" in answer.content.decode()) == ([("/lich/", 302)], True)
    assert "Được đôn đốc, chưa báo cáo lại" in clerk.get("/").content.decode()
    again = leader.post(f"/co-quan/{cast.commune.pk}/don-doc", follow=True).content.decode()
    assert "đã được đôn đốc hôm nay" in again


def test_a_report_to_send_says_when_to_whom_and_for_which_plan(cast: Cast) -> None:
    plan, day = a_plan(cast.chi), localdate() + timedelta(days=3)
    ReportDemand.objects.create(plan=plan, kind="annual", raw="báo cáo năm", due=day, to_agency="UBND tỉnh")
    client = Client()
    client.force_login(cast.leader.account)
    for path in ("/", "/lich/?xem=bao-cao"):
        page = client.get(path).content.decode()
        assert [words in page for words in (f"{day:%d/%m/%Y}", "Báo cáo năm gửi UBND tỉnh", plan.title)] == [True] * 3


@pytest.mark.parametrize(
    ("who", "query", "shown"),
    [("an", "", True), ("binh", "", False), ("binh", "?co-quan=", True), ("leader", "", True), ("chi", "", True)],
    ids=["its own", "not that of others", "but when asked", "who looks over the province", "who answers them"],
)
def test_an_agency_sees_its_own_difficulties_first(cast: Cast, who: str, query: str, shown: bool) -> None:
    duty = the_assignment(a_plan(cast.chi), cast.commune)
    actions.raise_difficulty(assignment_id=duty.pk, by=cast.an, text="Thiếu kinh phí", at=AT)
    client = Client()
    client.force_login(getattr(cast, who).account)
    assert ("Thiếu kinh phí" in client.get("/kho-khan/" + query).content.decode()) is shown
