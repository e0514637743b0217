"""What screens are given: right figures, in a number of queries that does not grow with the data."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from longdan.app.agencies.access import NotAllowed
from longdan.app.agencies.models import Agency, AgencyKind, AgencyName, Post, Role
from longdan.app.agencies.queries import agencies, agency, posts_of
from longdan.app.people.queries.trail import trail
from longdan.app.plans.models import Plan
from longdan.app.plans.previewing import preview
from longdan.app.plans.queries import plan, plan_document, plans, readings
from longdan.app.work import actions
from longdan.app.work.queries import task, today
from longdan.core.vietnamese import fold
from tests.builders import (
    AT,
    HEADING,
    ON,
    WORDS,
    a_document,
    a_draft,
    a_plan,
    a_post,
    a_ready_reading,
    a_task,
    an_agency,
    the_assignment,
)
from tests.cast import Cast


def test_the_list_of_plans_counts_what_matters(cast: Cast) -> None:
    a_plan(cast.chi)
    (row,) = plans(cast.an, on=ON)
    assert (row.number, row.indices) == ("12/KH-UBND", ("PAR INDEX",))
    assert (row.tasks, row.done, row.overdue, row.no_lead, row.no_deadline) == (3, 0, 1, 1, 1)


def test_a_task_is_done_when_all_who_must_act_are_done(cast: Cast) -> None:
    one = a_plan(cast.chi)
    people = {cast.commune: cast.an, cast.ward: None}
    assignment = the_assignment(one, cast.commune)
    actions.submit(assignment_id=assignment.pk, by=people[cast.commune], text="Xong", at=AT)
    actions.finish(assignment_id=assignment.pk, by=cast.chi, at=AT)
    assert plans(cast.chi, on=ON)[0].done == 0
    other = the_assignment(one, cast.ward)
    actions.cancel(assignment_id=other.pk, by=cast.chi, reason="Phường đã làm năm trước", at=AT)
    assert plans(cast.chi, on=ON)[0].done == 1


@pytest.mark.parametrize(("words", "found"), [("cai cach hanh chinh", 1), ("CẢI CÁCH", 1), ("12/kh", 1), ("môi trường", 0)])
def test_plans_are_found_without_caring_for_diacritics(cast: Cast, words: str, found: int) -> None:
    a_plan(cast.chi)
    assert len(plans(cast.chi, on=ON, search=words)) == found


def test_another_province_sees_nothing(cast: Cast) -> None:
    one = a_plan(cast.chi)
    assert plans(cast.dung, on=ON) == ()
    for look in (
        lambda: plan(cast.dung, one.pk, on=ON),
        lambda: plan_document(cast.dung, one.pk, on=ON),
        lambda: task(cast.dung, one.tasks.all()[0].pk, at=AT),
    ):
        with pytest.raises(NotAllowed):
            look()


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        ("content", [("II. NHIỆM VỤ", 3)]),
        ("agency", [("Sở Nội vụ", 1), ("UBND các xã, phường, đặc khu", 1), ("Chưa có cơ quan chủ trì hoặc thực hiện", 1)]),
        ("month", [("Tháng 2/2026", 1), ("Tháng 3/2026", 1), ("Chưa có thời hạn", 1)]),
    ],
)
def test_a_plan_shows_its_tasks_by_content_agency_and_month(cast: Cast, by: str, groups: list[tuple[str, int]]) -> None:
    page = plan(cast.an, a_plan(cast.chi).pk, on=ON, by=by)
    assert [(group.label, len(group.tasks)) for group in page.groups] == groups


def test_whom_a_plan_only_calls_the_agencies_concerned_is_no_agency_to_group_by(cast: Cast) -> None:
    of = a_document(*WORDS)
    one = a_plan(cast.chi, of, a_draft(of, [a_task(of, WORDS[3], responsible=("các cơ quan liên quan",))]))
    assert [group.key for group in plan(cast.an, one.pk, on=ON, by="agency").groups] == ["none"]


def test_a_task_page_shows_its_words_among_those_around_them(cast: Cast) -> None:
    one = a_plan(cast.chi).tasks.get(text=WORDS[4])
    page = task(cast.an, one.pk, at=AT)
    texts = ["".join(piece.text for piece in passage.pieces) for passage in page.passages]
    assert texts == [WORDS[2], WORDS[3], WORDS[4], WORDS[5]]
    assert [piece.text for passage in page.passages for piece in passage.pieces if piece.marks] == [WORDS[4]]
    assert [duty.agency_id for duty in page.duties] == [cast.commune.pk, cast.ward.pk]


def test_a_withdrawn_task_can_still_be_looked_at(cast: Cast) -> None:
    one = a_plan(cast.chi)
    gone = one.tasks.get(text=WORDS[5])
    one.tasks.filter(pk=gone.pk).update(withdrawn_at=AT)
    page = task(cast.an, gone.pk, at=AT)
    assert (page.withdrawn, page.task.text) == (True, WORDS[5])
    assert gone.text not in [row.text for group in plan(cast.an, one.pk, on=ON).groups for row in group.tasks]


def test_the_day_shows_what_is_late_soon_returned_and_new(cast: Cast) -> None:
    of = a_document(*WORDS)
    days = {"2026-03-01": WORDS[3], "2026-03-16": WORDS[4], "2026-03-17": WORDS[5]}
    one = a_plan(
        cast.chi, of, a_draft(of, [a_task(of, words, lead=("UBND xã An Bình",), due=due) for due, words in days.items()])
    )
    mine = today(cast.an, on=ON)
    assert [row.text for row in mine.overdue.rows] == [WORDS[3]]
    assert [(row.text, row.days_left) for row in mine.soon.rows] == [(WORDS[4], 14)]
    assert [row.text for row in mine.fresh.rows] == [WORDS[5]]  # what is late or soon stands there, and once
    late = one.tasks.get(text=WORDS[3]).assignments.get()
    actions.submit(assignment_id=late.pk, by=cast.an, text="Xong", at=AT)
    assert today(cast.an, on=ON).overdue.rows == ()
    assert [row.text for row in today(cast.chi, on=ON).awaiting.rows] == [WORDS[3]]
    assert today(cast.an, on=ON).awaiting.rows == today(cast.leader, on=ON).awaiting.rows == ()
    actions.send_back(assignment_id=late.pk, by=cast.chi, reason="Thiếu biểu", at=AT)
    assert [(row.text, row.reason) for row in today(cast.an, on=ON).returned.rows] == [(WORDS[3], "Thiếu biểu")]


def test_whoever_only_looks_at_his_own_agencys_plans_is_not_shown_those_of_others(cast: Cast) -> None:
    assignment = the_assignment(a_plan(cast.chi), cast.commune)
    actions.submit(assignment_id=assignment.pk, by=cast.an, text="Đã xong", at=AT)
    at_the_top, at_the_owner = (a_post("Ai Đó", agency, Role.CONTENT_OWNER) for agency in (cast.province, cast.home_affairs))
    assert today(at_the_top, on=ON).awaiting.rows == ()
    assert [row.assignment_id for row in today(at_the_owner, on=ON).awaiting.rows] == [assignment.pk]


def test_what_a_department_gives_its_own_divisions_is_in_its_day(cast: Cast) -> None:
    of = a_document(*WORDS)
    tasks = [a_task(of, WORDS[3], lead=("Phòng Bưu chính",), due="2026-03-01")]
    one = a_plan(cast.chi, of, a_draft(of, tasks, replace(HEADING, issuer="Sở Khoa học và Công nghệ", number="7/KH-SKHCN")))
    assert [(row.text, row.agency_name) for row in today(cast.binh, on=ON).overdue.rows] == [(WORDS[3], "Phòng Bưu chính")]
    assert today(cast.chi, on=ON).overdue.rows == ()
    actions.submit(assignment_id=one.tasks.get().assignments.get().pk, by=cast.binh_staff, text="Xong", at=AT)
    assert [row.text for row in today(cast.binh, on=ON).awaiting.rows] == [WORDS[3]]


def test_a_day_is_not_shown_to_another_agency(cast: Cast) -> None:
    a_plan(cast.chi)
    assert today(cast.binh, on=ON).fresh.rows == ()


def test_agencies_come_in_the_order_of_a_dictionary(cast: Cast) -> None:
    for name in ("UBND xã Ấm Thượng", "UBND xã Đà Bắc", "UBND xã Dân Hòa", "UBND xã 10", "UBND xã 2"):
        an_agency(name, AgencyKind.COMMUNE, province=cast.province)
    names = [row.name for row in agencies(cast.chi, on=ON, kind="commune")]
    assert names == ["UBND xã 2", "UBND xã 10", "UBND xã An Bình", "UBND xã Ấm Thượng", "UBND xã Dân Hòa", "UBND xã Đà Bắc"]


def test_agencies_are_found_by_former_names_too(cast: Cast) -> None:
    AgencyName.objects.create(
        agency=cast.science, name="Sở Thông tin và Truyền thông", kind="former", folded=fold("Sở Thông tin và Truyền thông")
    )
    assert [row.id for row in agencies(cast.chi, on=ON, search="truyền thông")] == [cast.science.pk]
    shown = agency(cast.dung, cast.science.pk, on=ON)
    assert [name.name for name in shown.names if not name.now] == ["Sở Thông tin và Truyền thông"]


def test_a_dissolved_agency_is_no_longer_offered(cast: Cast) -> None:
    an_agency("Sở Ngoại vụ", province=cast.province, valid_from=ON - timedelta(days=900), valid_to=ON)
    assert "Sở Ngoại vụ" not in [row.name for row in agencies(cast.chi, on=ON)]
    assert "Sở Ngoại vụ" in [row.name for row in agencies(cast.chi, on=ON - timedelta(days=1))]


def test_a_person_acts_only_in_posts_that_he_holds_that_day(cast: Cast) -> None:
    account = cast.chi.account
    assert posts_of(account, on=ON) == (cast.chi,)
    cast.chi.until = ON
    cast.chi.save()
    assert posts_of(account, on=ON) == ()
    assert posts_of(account, on=ON - timedelta(days=1)) == (cast.chi,)


def many(cast: Cast, size: int) -> Plan:
    """A plan of ``size`` tasks for as many agencies, each with something told of it; and readings, and a preview."""
    names = [f"Sở Thử nghiệm số {size}{number:02d}" for number in range(size)]
    places = [an_agency(name, province=cast.province) for name in names]
    words = [f"Việc thứ {number} phải làm cho xong trong năm nay." for number in range(size)]
    of = a_document("I. MỤC TIÊU", "II. NHIỆM VỤ", *words)
    tasks = [
        a_task(of, text, lead=(name,), cooperating=("các sở",), due="2026-03-05") for text, name in zip(words, names, strict=True)
    ]
    number = f"{Plan.objects.count() + 20}/KH-UBND"
    one = a_plan(cast.chi, of, a_draft(of, tasks, replace(HEADING, number=number)), content=number.encode())
    for place in places:
        assignment = the_assignment(one, place)
        staff = moved(cast.binh, place)
        actions.report(assignment_id=assignment.pk, by=staff, text="Đang làm", percent=10, at=AT)
        actions.submit(assignment_id=assignment.pk, by=staff, text="Xong", at=AT)
    a_ready_reading(cast.chi, of, a_draft(of, tasks, replace(HEADING, number=number)), content=b"again " + number.encode())
    return one


def moved(post: Post, place: Agency) -> Post:
    post.agency = place
    post.save()
    return post


SCREENS: dict[str, tuple[int, Callable[[Cast, Plan], object]]] = {
    "home": (20, lambda cast, one: today(cast.chi, on=ON)),
    "plans": (3, lambda cast, one: plans(cast.chi, on=ON)),
    "plan by content": (16, lambda cast, one: plan(cast.chi, one.pk, on=ON)),
    "plan by agency": (16, lambda cast, one: plan(cast.chi, one.pk, on=ON, by="agency")),
    "task": (21, lambda cast, one: task(cast.chi, one.tasks.all()[0].pk, at=AT)),
    "document": (9, lambda cast, one: plan_document(cast.chi, one.pk, on=ON)),
    "readings": (5, lambda cast, one: readings(cast.chi)),
    "preview": (25, lambda cast, one: preview(cast.chi, readings(cast.chi).rows[0].id, on=ON)),
    "agencies": (2, lambda cast, one: agencies(cast.chi, on=ON)),
    "trail": (1, lambda cast, one: trail(cast.chi)),
}


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_asks_no_more_questions_of_a_larger_province(cast: Cast, screen: str) -> None:
    bound, look = SCREENS[screen]
    counts = []
    for size in (3, 12):
        one = many(cast, size)
        with CaptureQueriesContext(connection) as asked:
            look(cast, one)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= bound, "\n".join(query["sql"][:150] for query in asked.captured_queries)
