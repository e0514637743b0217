"""What people send from a task's page and fetch from it, at the edges: files, drafts, choices, the calendar's address."""

from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from longdan.app.plans.models import Assignment, AssignmentState, Plan
from longdan.app.work import actions
from longdan.app.work.models import Draft, Evidence, EvidenceVersion
from longdan.core.documents.sources import SourceFile
from tests.builders import AT, the_assignment
from tests.cast import Cast


@pytest.fixture
def duty(cast: Cast, kept_plan: Plan) -> Assignment:
    return the_assignment(kept_plan, cast.commune)


@pytest.fixture
def version(cast: Cast, duty: Assignment) -> EvidenceVersion:
    file = SourceFile('Báo cáo "số 12".txt', "<script>alert(1)</script> Báo cáo".encode())
    (made,) = actions.add_evidence(assignment_id=duty.pk, files=[file], by=cast.an, at=AT)
    return made.versions.get()  # type: ignore[attr-defined, no-any-return]


def visits(who: object) -> Client:
    client = Client()
    client.force_login(who.account)  # type: ignore[attr-defined]
    return client


def test_a_file_is_handed_out_to_be_saved_and_never_to_be_run(cast: Cast, version: EvidenceVersion) -> None:
    answer = visits(cast.chi).get(f"/tai-lieu/tep/{version.pk}")
    assert answer.content == "<script>alert(1)</script> Báo cáo".encode()
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''B%C3%A1o%20c%C3%A1o%20%22s%E1%BB%91")
    assert (answer["X-Content-Type-Options"], answer["Cache-Control"]) == ("nosniff", "private, no-store")


def test_another_province_is_refused_the_file(cast: Cast, version: EvidenceVersion) -> None:
    assert visits(cast.dung).get(f"/tai-lieu/tep/{version.pk}").status_code == 403


def test_a_file_lost_from_the_disk_says_so_and_its_task_still_shows(
    cast: Cast, duty: Assignment, version: EvidenceVersion
) -> None:
    Path(default_storage.path(version.file.content.name)).unlink()
    lost = visits(cast.chi).get(f"/tai-lieu/tep/{version.pk}")
    assert (lost.status_code, "không còn nguyên trên máy chủ" in lost.content.decode()) == (410, True)
    page = visits(cast.chi).get(f"/nhiem-vu/{duty.task_id}")
    assert (page.status_code, "không còn nguyên trên máy chủ" in page.content.decode()) == (200, True)


def send(cast: Cast, duty: Assignment, who: str, *contents: bytes, **more: str) -> int:
    files = [SimpleUploadedFile(f"anh-{number}.txt", content) for number, content in enumerate(contents)]
    sent = {"task_id": str(duty.task_id), "assignment_id": str(duty.pk), "documents": files}
    return int(visits(getattr(cast, who)).post("/tai-lieu/nop", sent, **more).status_code)  # type: ignore[arg-type]


def test_several_files_come_in_one_sending(cast: Cast, duty: Assignment) -> None:
    assert send(cast, duty, "an", b"mot", b"hai") == 302
    assert set(Evidence.objects.values_list("title", flat=True)) == {"anh-0", "anh-1"}


@pytest.mark.parametrize(("who", "contents"), [("an", ()), ("an", (b"",)), ("an", (b"PK\x03\x04",)), ("binh", (b"mot",))])
def test_nothing_wrong_empty_or_a_strangers_is_kept(cast: Cast, duty: Assignment, who: str, contents: tuple[bytes, ...]) -> None:
    assert send(cast, duty, who, *contents) in (403, 422)
    assert not Evidence.objects.exists()


def test_a_draft_is_kept_and_told_when(cast: Cast, duty: Assignment) -> None:
    path, sent = f"/nhiem-vu/{duty.task_id}/nhap-tam", {"place": f"report-{duty.pk}", "text": "Đang soạn"}
    assert set(visits(cast.an).post(path, sent).json()) == {"saved"}
    assert "Đang soạn" in visits(cast.an).get(f"/nhiem-vu/{duty.task_id}").content.decode()
    assert visits(cast.dung).post(path, sent).status_code in (403, 422)
    assert visits(cast.an).post(path, sent | {"text": "a" * 20_001}).json()["wrong"].startswith("Quá dài")
    assert Draft.objects.get().text == "Đang soạn"


BESIDE = [("report-{}-percent", "65", 'value="65"'), ("raise-{}-proposal", "Bổ sung dự toán", "Bổ sung dự toán</textarea>")]


@pytest.mark.parametrize(("place", "typed", "shown"), BESIDE)
def test_what_is_typed_beside_the_words_is_kept_with_them(
    cast: Cast, duty: Assignment, place: str, typed: str, shown: str
) -> None:
    sent = {"place": place.format(duty.pk), "text": typed}
    assert visits(cast.an).post(f"/nhiem-vu/{duty.task_id}/nhap-tam", sent).status_code == 200
    assert shown in visits(cast.an).get(f"/nhiem-vu/{duty.task_id}").content.decode()


def test_of_a_report_that_was_sent_no_field_is_kept(cast: Cast, duty: Assignment) -> None:
    client = visits(cast.an)
    for place, typed in ((f"report-{duty.pk}", "Đang làm"), (f"report-{duty.pk}-percent", "65"), (f"submit-{duty.pk}", "Xong")):
        client.post(f"/nhiem-vu/{duty.task_id}/nhap-tam", {"place": place, "text": typed})
    client.post(f"/duoc-giao/{duty.pk}/report", {"task_id": str(duty.task_id), "text": "Đang làm", "percent_done": "65"})
    assert [draft.place for draft in Draft.objects.all()] == [f"submit-{duty.pk}"]


@pytest.mark.parametrize(
    ("path", "sent", "shown"),
    [
        ("/duoc-giao/{}/report", {"text": "Đã làm nhiều", "percent_done": "101"}, ("Đã làm nhiều</textarea>", 'value="101"')),
        ("/duoc-giao/{}/report", {"text": " ", "percent_done": "65"}, ('value="65"',)),
        ("/duoc-giao/{}/kho-khan", {"text": " ", "proposal": "Bổ sung dự toán"}, ("Bổ sung dự toán</textarea>",)),
    ],
)
def test_what_is_refused_stands_in_its_fields_again(
    cast: Cast, duty: Assignment, path: str, sent: dict[str, str], shown: tuple[str, ...]
) -> None:
    answer = visits(cast.an).post(path.format(duty.pk), sent | {"task_id": str(duty.task_id)})
    assert (answer.status_code, [one in answer.content.decode() for one in shown]) == (422, [True] * len(shown))


@pytest.mark.parametrize(
    ("sent", "status", "state", "leads"),
    [
        ({"step": "accept", "next": "/co-quan/1/viec"}, 302, AssignmentState.ACCEPTED, "/co-quan/1/viec"),
        ({"step": "accept", "next": "https://noi-khac.vn/"}, 302, AssignmentState.ACCEPTED, "/"),
        ({"step": "accept", "next": "khong-co-trang-nay"}, 302, AssignmentState.ACCEPTED, "/"),
        ({"step": "submit"}, 422, AssignmentState.ASSIGNED, ""),
        ({"step": "bua-bai"}, 404, AssignmentState.ASSIGNED, ""),
    ],
)
def test_a_step_with_several_leads_back_to_their_list_and_nowhere_else(
    cast: Cast, duty: Assignment, sent: dict[str, str], status: int, state: str, leads: str
) -> None:
    answer = visits(cast.an).post("/duoc-giao/ca-loat", sent | {"duty": str(duty.pk)})
    duty.refresh_from_db()
    assert (answer.status_code, duty.state, answer.headers.get("Location", "")) == (status, state, leads)


@pytest.mark.parametrize("chosen", ["", "x", "999999", "9" * 30, "9" * 5000])
def test_a_choice_that_is_none_is_told(cast: Cast, chosen: str) -> None:
    sent = {"step": "accept", **({"duty": chosen} if chosen else {})}
    assert visits(cast.an).post("/duoc-giao/ca-loat", sent).status_code in (404, 422)


def test_the_calendar_of_an_address_comes_once_and_then_only_when_it_changed(cast: Cast, duty: Assignment) -> None:
    secret = actions.open_feed(by=cast.chi, at=timezone.now())
    first = Client().get(f"/lich/{secret}.ics")
    assert (first.status_code, first["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert Client().get(f"/lich/{secret}.ics", headers={"If-None-Match": first["ETag"]}).status_code == 304
    assert Client().get("/lich/doan-mo.ics").status_code == 404


@pytest.mark.parametrize(
    ("path", "sent", "status"),
    [
        ("/duoc-giao/{duty}/kho-khan", {"text": "Thiếu kinh phí"}, 404),  # does not say its task
        ("/kho-khan/1/answer", {"text": "Đã rõ", "task_id": "x"}, 404),
        ("/nhiem-vu/{task}/trao-doi", {"text": "Xin\0chào"}, 422),
        (f"/nhiem-vu/{'9' * 30}/da-doc", {}, 422),
    ],
)
def test_what_only_a_broken_program_sends_is_refused(
    cast: Cast, duty: Assignment, path: str, sent: dict[str, str], status: int
) -> None:
    address = path.format(duty=duty.pk, task=duty.task_id)
    assert visits(cast.an).post(address, sent).status_code == status


def test_a_double_press_without_scripts_leads_twice_to_the_page_and_acts_once(cast: Cast, duty: Assignment) -> None:
    client, here = visits(cast.an), {"task_id": str(duty.task_id)}
    path, sent = f"/duoc-giao/{duty.pk}/kho-khan", here | {"text": "Thiếu người", "proposal": "Thêm người"}
    assert [client.post(path, sent).status_code for _ in range(2)] == [302, 302]
    assert duty.difficulties.count() == 1  # type: ignore[attr-defined]
