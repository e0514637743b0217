"""Reforms that are ordered for a day to come: in force on that day, once and wholly, however late somebody looks."""

import os
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.db import connection, connections
from django.test import Client
from django.utils.timezone import localdate

from longdan.app.agencies.actions.changing import Order, end_agency
from longdan.app.agencies.models import Agency, Post
from longdan.app.agencies.queries import Wanted
from longdan.app.audit.models import Event
from longdan.app.audit.queries import first_break
from longdan.app.plans.models import Assignment, Plan
from longdan.app.reform import moving
from longdan.app.reform.actions import cancel_reform, plan_reform
from longdan.app.reform.due import carry_out_due
from longdan.app.reform.models import PlannedReform
from longdan.app.reform.previewing import Asked, preview
from longdan.app.reform.queries import planned, whole_listing
from longdan.core.problems import ProblemsFound
from longdan.web.workspace.first_of_day import FirstOfDay
from tests.builders import AT, ON, WORDS, a_document, a_draft, a_plan, a_task
from tests.cast import Cast, a_cast

WEEK = timedelta(days=7)
DAY = ON + WEEK
EVE, THAT_DAY, LATE = AT + WEEK - timedelta(days=1), AT + WEEK, AT + WEEK + timedelta(days=3)
NEW = "Sở Chuyển đổi số"


@pytest.fixture
def cast(db: None) -> Cast:
    return a_cast()


def the_plan(cast: Cast, number: int = 3) -> Plan:
    of = a_document(*WORDS)
    return a_plan(cast.chi, of, a_draft(of, [a_task(of, WORDS[number], lead=("Sở Khoa học và Công nghệ",))]))


def ordered(cast: Cast, *heirs: str, on: date = DAY, choices: dict[str, int] | None = None) -> PlannedReform:
    asked = Asked((cast.science.pk,), heirs or (NEW,), Order(on, "Nghị quyết 12/NQ-HĐND"))
    seen = preview(cast.chi, asked, on=ON).token
    return plan_reform(asked=asked, choices=choices or {}, seen=seen, by=cast.chi, at=AT)


def refused(told: pytest.ExceptionInfo[ProblemsFound]) -> list[str]:
    return [problem.code for problem in told.value.problems]


def holders() -> list[str]:
    return list(Assignment.objects.exclude(state="cancelled").order_by("pk").values_list("agency__name", flat=True))


def test_until_its_day_nothing_changes(cast: Cast) -> None:
    the_plan(cast)
    ordered(cast)
    assert carry_out_due(at=EVE) == 0
    assert (holders(), Agency.objects.filter(name=NEW).exists()) == (["Sở Khoa học và Công nghệ"], False)


def test_the_list_of_agencies_says_which_a_planned_reform_ends(cast: Cast) -> None:
    made = ordered(cast)
    before = {row.ends_on for row in whole_listing(cast.chi, Wanted(), on=ON).rows if row.id != cast.science.pk}
    mine = whole_listing(cast.chi, Wanted("Khoa học"), on=ON).rows[0].ends_on
    cancel_reform(reform_id=made.pk, by=cast.chi, at=AT)
    after = whole_listing(cast.chi, Wanted("Khoa học"), on=ON).rows[0].ends_on
    assert (mine, before, after) == (DAY, {None}, None)


@pytest.mark.parametrize("at", [THAT_DAY, LATE], ids=["on the day", "three days late"])
def test_on_its_day_or_later_all_goes_over_from_the_day_that_was_ordered(cast: Cast, at: object) -> None:
    the_plan(cast)
    ordered(cast)
    assert carry_out_due(at=at) == 1  # type: ignore[arg-type]
    cast.science.refresh_from_db()
    heir = Agency.objects.get(name=NEW)
    assert (cast.science.valid_to, heir.valid_from, holders()) == (DAY, DAY, [NEW])
    assert Post.objects.filter(account=cast.binh.account, agency=heir, until__isnull=True).exists()


def test_what_came_between_the_order_and_the_day_goes_over_too(cast: Cast) -> None:
    ordered(cast)
    the_plan(cast)
    carry_out_due(at=THAT_DAY)
    assert holders() == [NEW]


def test_of_several_heirs_what_was_chosen_goes_and_the_rest_waits(cast: Cast) -> None:
    the_plan(cast)
    one = Assignment.objects.get()
    ordered(cast, "Sở Nội vụ", "UBND xã An Bình", choices={f"a{one.pk}": 1})
    carry_out_due(at=THAT_DAY)
    one.refresh_from_db()
    cast.binh.refresh_from_db()
    assert (one.agency_id, cast.binh.agency_id, cast.binh.until) == (cast.commune.pk, cast.science.pk, None)


def test_a_second_look_does_nothing_more(cast: Cast) -> None:
    the_plan(cast)
    ordered(cast)
    carry_out_due(at=THAT_DAY)
    before = Event.objects.count()
    assert (carry_out_due(at=LATE), Event.objects.count()) == (0, before)


def test_a_cancelled_reform_never_comes(cast: Cast) -> None:
    made = ordered(cast)
    cancel_reform(reform_id=made.pk, by=cast.chi, at=AT)
    assert (carry_out_due(at=LATE), planned(cast.chi)) == (0, ())
    with pytest.raises(ProblemsFound, match="đã được hủy"):
        cancel_reform(reform_id=made.pk, by=cast.chi, at=AT)


def test_what_was_carried_out_is_not_cancelled(cast: Cast) -> None:
    made = ordered(cast)
    carry_out_due(at=THAT_DAY)
    with pytest.raises(ProblemsFound, match="đã được thực hiện"):
        cancel_reform(reform_id=made.pk, by=cast.chi, at=LATE)


@pytest.mark.parametrize(("on", "words"), [(ON, "thực hiện được ngay"), (date(2036, 1, 1), "còn quá xa")])
def test_an_order_is_for_a_day_to_come(cast: Cast, on: date, words: str) -> None:
    with pytest.raises(ProblemsFound, match=words):
        ordered(cast, on=on)


def test_an_agency_ends_once_only(cast: Cast) -> None:
    ordered(cast)
    with pytest.raises(ProblemsFound) as told:
        ordered(cast, "Sở Nội vụ")
    assert refused(told) == ["reform.planned.twice"]


def test_what_cannot_be_carried_out_is_told_once_and_tried_again(cast: Cast) -> None:
    ordered(cast, "Sở Nội vụ")
    end_agency(agency_id=cast.home_affairs.pk, heirs=[], order=Order(ON), by=cast.chi, at=AT)
    assert [carry_out_due(at=THAT_DAY), carry_out_due(at=LATE)] == [0, 0]
    assert "đã chấm dứt" in planned(cast.chi)[0].refusal
    assert Event.objects.filter(verb="reform.planned.refused").count() == 1
    Agency.objects.filter(pk=cast.home_affairs.pk).update(valid_to=None)
    assert carry_out_due(at=LATE) == 1


def test_one_that_is_refused_does_not_hold_up_another(cast: Cast) -> None:
    ordered(cast, "Sở Nội vụ")
    end_agency(agency_id=cast.science.pk, heirs=[], order=Order(ON), by=cast.chi, at=AT)
    asked = Asked((cast.ward.pk,), ("UBND xã An Bình",), Order(DAY, "QĐ 1"))
    plan_reform(asked=asked, choices={}, seen=preview(cast.chi, asked, on=ON).token, by=cast.chi, at=AT)
    assert carry_out_due(at=THAT_DAY) == 1


def test_the_first_request_of_a_day_makes_up_for_a_worker_that_was_down(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    ordered(cast)
    moments: Iterator[object] = iter([EVE, EVE, LATE, LATE])
    monkeypatch.setattr("longdan.web.workspace.first_of_day.timezone.now", lambda: next(moments))
    asked = FirstOfDay(lambda request: request)  # type: ignore[arg-type,return-value]
    done = []
    for _ in range(4):
        asked("page")  # type: ignore[arg-type]
        done.append(PlannedReform.objects.filter(done_at__isnull=False).count())
    assert done == [0, 0, 1, 1]


@pytest.mark.django_db(transaction=True)
def test_a_process_killed_in_the_middle_leaves_nothing_half_done(transactional_db: None) -> None:
    cast = a_cast()
    the_plan(cast)
    ordered(cast)
    child = os.fork()
    if child == 0:  # no connection is shared with the parent
        connections["default"].connection = None
        for desk in moving.MOVES:
            moving.MOVES[desk] = lambda *_: os._exit(9)
        carry_out_due(at=THAT_DAY)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    connection.close()
    cast.science.refresh_from_db()
    assert (cast.science.valid_to, holders(), PlannedReform.objects.get().done_at) == (None, ["Sở Khoa học và Công nghệ"], None)
    assert carry_out_due(at=LATE) == 1
    assert (holders(), first_break()) == ([NEW], None)


def test_the_page_orders_shows_and_cancels(cast: Cast) -> None:
    client = Client()
    client.force_login(cast.chi.account, backend="django.contrib.auth.backends.ModelBackend")
    day = f"{localdate() + WEEK:%d/%m/%Y}"
    typed = {"ket-thuc": cast.science.name, "ke-thua": NEW, "tu-ngay": day, "can-cu": "QĐ 1", "xem": "1"}
    page = client.get("/co-quan/sap-xep", typed)
    assert f"Đặt lịch cho ngày {day}" in page.content.decode()
    seen = page.context["page"].reform.token
    assert NEW in client.post("/co-quan/sap-xep", typed | {"seen": seen}, follow=True).content.decode()
    assert f"<dd>{day}</dd>" in client.get(f"/co-quan/{cast.science.pk}").content.decode()
    assert f"chấm dứt từ ngày {day} theo lịch sắp xếp" in client.get("/co-quan/").content.decode()
    client.post(f"/co-quan/sap-xep/{PlannedReform.objects.get().pk}/huy")
    assert "Đã đặt lịch" not in client.get("/co-quan/sap-xep", {}).content.decode().partition("<main")[2]
