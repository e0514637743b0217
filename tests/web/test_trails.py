"""The pages of the trail: found, taken away, proved."""

from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from python_calamine import CalamineWorkbook

from longdan.app.agencies.models import Post, Role
from longdan.app.audit.actions import record
from longdan.app.audit.models import Event
from longdan.app.people.actions.leaving import export_trail
from longdan.app.people.actions.posts import Name, change_person
from longdan.app.people.queries.trail import Asked
from longdan.web.shared.streamed import workbook_in_parts
from longdan.web.shared.workbooks import Column, Value
from tests.app.test_trail import unguarded
from tests.builders import AT, a_plan, a_post, the_assignment
from tests.cast import Cast


def visiting(post: Post) -> Client:
    client = Client()
    client.force_login(post.account, backend="django.contrib.auth.backends.ModelBackend")
    return client


def whole(answer: Any) -> bytes:
    """A file that leaves in parts."""
    return b"".join(answer.streaming_content)


def words(post: Post, address: str) -> str:
    return str(visiting(post).get(address).content.decode())


@pytest.fixture
def done(cast: Cast) -> int:
    """A plan confirmed, an assignment of it reported on, a person's name mended; the task."""
    assignment = the_assignment(a_plan(cast.chi), cast.home_affairs)
    record(cast.chi, "work.assignment.submit", assignment, at=AT, detail="Đã làm xong")
    admin = a_post("Trần Quản", cast.home_affairs, Role.ADMINISTRATOR)
    change_person(account_id=cast.an.account_id, name=Name("Lò Văn Ân", "anlv"), by=admin, at=timezone.now())
    return int(assignment.task_id)


@pytest.mark.parametrize(
    ("address", "shown", "hidden"),
    [
        ("/nhat-ky", "Nộp kết quả", "không bao giờ"),
        ("/nhat-ky?ai=le+thi+chi", "Nộp kết quả", "Tên Khác"),
        ("/nhat-ky?ai=lo+van+an", "Sửa thông tin của người</td>", "Đã làm xong"),
        ("/nhat-ky?viec=work.", "Đã làm xong", "họ và tên:"),
        ("/nhat-ky?viec=people.account.changed", "họ và tên:", "Đã làm xong"),
        ("/nhat-ky?den=2026-03-02", "Đã làm xong", "họ và tên:"),
        ("/nhat-ky?tu=03/03/2026", "họ và tên:", "Đã làm xong"),
        ("/nhat-ky?tu=khong-phai-ngay", "“khong-phai-ngay” không phải một ngày", "Đã làm xong"),
        ("/nhat-ky?tu=31/02/2026", "“31/02/2026” không phải một ngày", "Đã làm xong"),
        ("/nhat-ky?tu=31/02/2026", 'value="31/02/2026"', "Không có việc nào khớp"),
        ("/nhat-ky?den=31/12/9999", "“31/12/9999” không phải một ngày", "Đã làm xong"),
        ("/nhat-ky?tu=01/01/0001&den=x", "“x” không phải một ngày", "Đã làm xong"),
        ("/nhat-ky?ai=khong+ai+ca", "Không có việc nào khớp", "Đã làm xong"),
        (f"/nhat-ky?vat=task:{'9' * 5000}", "Không có việc nào khớp", "Đã làm xong"),
        (f"/nhat-ky?truoc={'9' * 5000}", "Đã làm xong", "không bao giờ"),
    ],
)
def test_the_trail_is_narrowed_by_person_deed_and_days(cast: Cast, done: int, address: str, shown: str, hidden: str) -> None:
    page = words(cast.auditor, address).replace('<br><span class="small muted">', "</td>")
    assert (shown in page, hidden in page) == (True, False)


def test_a_row_leads_to_the_page_on_which_its_thing_stands(cast: Cast, done: int) -> None:
    assert f'href="/nhiem-vu/{done}"' in words(cast.auditor, "/nhat-ky?viec=work.assignment.submit")


def test_older_rows_keep_the_filters(cast: Cast) -> None:
    for _ in range(51):
        record(cast.chi, "work.assignment.accept", cast.science, at=AT)
    page = words(cast.auditor, "/nhat-ky?viec=work.")
    assert 'href="?viec=work.&amp;truoc=2"' in page


def test_the_trail_leaves_as_a_sheet_and_the_trail_tells_it(cast: Cast, done: int) -> None:
    answer = visiting(cast.auditor).post("/nhat-ky/xuat", {"viec": "work.", "dang": "xlsx"})
    sheet = CalamineWorkbook.from_filelike(BytesIO(whole(answer))).get_sheet_by_index(0).to_python()
    assert [row[3] for row in sheet[1:]] == ["nộp kết quả"]
    assert Event.objects.latest("number").verb == "audit.trail.exported"


def test_a_formula_leaves_as_words(cast: Cast) -> None:
    record(cast.chi, "work.assignment.submit", cast.science, at=AT, detail="=HYPERLINK(1)")
    answer = visiting(cast.auditor).post("/nhat-ky/xuat", {"dang": "csv"})
    assert ",'=HYPERLINK(1)" in whole(answer).decode()


def test_the_file_holds_no_row_that_came_after_it_was_asked_for(cast: Cast, done: int) -> None:
    found = export_trail(asked=Asked(), by=cast.auditor, at=AT)
    record(cast.chi, "work.assignment.accept", cast.science, at=AT)
    numbers = [row.number for row in found]
    assert max(numbers) == Event.objects.get(verb="audit.trail.exported").number - 1


def test_the_first_rows_leave_before_the_last_are_read() -> None:
    read: list[int] = []

    def rows() -> Iterator[tuple[Value, ...]]:
        for number in range(20_000):
            read.append(number)
            yield number, AT, f"chữ \x0b<&> =1+1 {sha256(str(number).encode()).hexdigest()}"

    parts = workbook_in_parts("Nhật ký", (Column("Số"), Column("Lúc"), Column("Chữ", wraps=True)), rows())
    first = next(parts)
    assert len(read) < 20_000
    book = CalamineWorkbook.from_filelike(BytesIO(first + b"".join(parts))).get_sheet_by_name("Nhật ký").to_python()
    moment = timezone.make_naive(timezone.localtime(AT))
    assert (len(book), book[0], book[1], book[-1][0]) == (
        20_001,
        ["Số", "Lúc", "Chữ"],
        [0, moment, f"chữ <&> =1+1 {sha256(b'0').hexdigest()}"],
        19_999,
    )


@pytest.mark.parametrize(("broken", "told"), [(False, "còn nguyên vẹn: mọi dòng"), (True, "Dòng số 1 không nối tiếp")])
def test_the_chain_is_proved_on_request(cast: Cast, broken: bool, told: str) -> None:
    record(cast.chi, "work.assignment.submit", cast.science, at=AT, detail="Đã làm")
    if broken:
        unguarded("UPDATE longdan_event SET detail = 'khác' WHERE number = 1")
    answer: Any = visiting(cast.auditor).post("/nhat-ky/kiem-tra", follow=True)
    assert told in answer.content.decode()


def test_no_part_of_the_trail_leaves_by_a_day_that_is_none(cast: Cast, done: int) -> None:
    before = Event.objects.count()
    answer = visiting(cast.auditor).post("/nhat-ky/xuat", {"tu": "31/02/2026", "dang": "xlsx"})
    assert (answer.status_code, Event.objects.count()) == (422, before)


def test_what_the_last_proof_found_stays_on_the_page(cast: Cast) -> None:
    assert "Lần kiểm tra gần nhất" not in words(cast.auditor, "/nhat-ky")
    visiting(cast.auditor).post("/nhat-ky/kiem-tra")
    proof = Event.objects.get(verb="audit.trail.verified")
    moment = f"{timezone.localtime(proof.at):%H:%M %d/%m/%Y}"
    assert f"Lần kiểm tra gần nhất lúc {moment}, {proof.signature}: còn nguyên vẹn." in words(cast.auditor, "/nhat-ky")
