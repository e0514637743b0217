"""What is due on which day, whose it is, and what a calendar program is told of it."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from icalendar import Calendar

from longdan.app.agencies.access import NotAllowed
from longdan.app.plans.models import Plan, ReportDemand
from longdan.app.work import actions
from longdan.app.work.models import CalendarFeed
from longdan.app.work.queries import Dated, Scope, dates, feed
from longdan.app.work.queries.calendars import due_days
from tests.builders import AT, ON, WORDS, the_assignment
from tests.cast import Cast

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def plan(plan: Plan) -> Plan:
    plan.report_demands.all().delete()
    return plan


def shown(found: tuple[Dated, ...]) -> list[tuple[date, str]]:
    return [(one.day, one.text) for one in found]


def look(cast: Cast, who: str, scope: Scope, first: date = YEAR[0], last: date = YEAR[1]) -> tuple[Dated, ...]:
    return dates(getattr(cast, who), first=first, last=last, on=ON, scope=scope).dated


def test_a_province_sees_every_deadline_and_an_agency_its_own(cast: Cast, plan: Plan) -> None:
    assert shown(look(cast, "leader", Scope())) == [(date(2026, 2, 28), WORDS[5]), (date(2026, 3, 31), WORDS[3])]
    assert shown(look(cast, "chi", Scope(agency=cast.home_affairs.pk))) == [(date(2026, 3, 31), WORDS[3])]
    assert look(cast, "an", Scope(agency=cast.commune.pk)) == ()
    assert look(cast, "dung", Scope()) == ()


def test_nobody_looks_into_another_province(cast: Cast, plan: Plan) -> None:
    with pytest.raises(NotAllowed):
        look(cast, "dung", Scope(agency=cast.home_affairs.pk))


def test_what_is_not_dated_is_counted(cast: Cast, plan: Plan) -> None:
    found = dates(cast.an, first=YEAR[0], last=YEAR[1], on=ON, scope=Scope(agency=cast.commune.pk))
    assert found.undated == 1


def test_only_a_month_stays_a_month_and_the_late_is_late(cast: Cast, plan: Plan) -> None:
    first, second = look(cast, "leader", Scope())
    assert [(one.month_only, one.late, one.done) for one in (first, second)] == [(True, True, False), (False, False, False)]
    duty = the_assignment(plan, cast.home_affairs)
    actions.submit(assignment_id=duty.pk, by=cast.chi, text="Xong", at=AT)
    actions.finish(assignment_id=duty.pk, by=cast.chi, at=AT)
    assert [one.done for one in look(cast, "leader", Scope())] == [False, True]
    assert shown(look(cast, "leader", Scope(done=False))) == [(date(2026, 2, 28), WORDS[5])]


@pytest.mark.parametrize(
    ("demand", "days"),
    [
        ({"due": date(2026, 6, 10)}, ["2026-06-10"]),
        ({"due": date(2027, 6, 10)}, []),
        ({"due_recurring": "12-10"}, ["2026-12-10"]),
        ({"due_day": 31}, ["2026-01-31", "2026-02-28", "2026-03-31"]),
        ({"due_day": 15, "kind": "quarterly"}, ["2026-03-15"]),
        ({}, []),
    ],
)
def test_a_report_comes_as_often_as_it_is_demanded(plan: Plan, demand: dict[str, object], days: list[str]) -> None:
    one = ReportDemand(plan=plan, raw="báo cáo", **{"kind": "monthly"} | demand)
    last = YEAR[1] if "due_day" not in demand else date(2026, 3, 31)
    assert [f"{day}" for day in due_days(one, date(2025, 12, 1), last)] == days


def test_a_report_that_comes_again_ends_with_the_years_of_its_plan(plan: Plan) -> None:
    one = ReportDemand(plan=plan, kind="annual", raw="báo cáo năm", due_recurring="12-10")
    assert list(due_days(one, date(2024, 1, 1), date(2030, 12, 31))) == [date(2026, 12, 10)]


def read(secret: str, on: date = ON) -> Calendar:
    text = feed(secret, on=on, address=lambda one: f"https://vi-du.vn/nhiem-vu/{one.task_id}")
    assert text is not None
    return Calendar.from_ical(text)


@pytest.fixture
def subscribed(cast: Cast, plan: Plan) -> Callable[[], Calendar]:
    secret = actions.open_feed(by=cast.chi, at=AT)
    return lambda: read(secret)


def test_a_calendar_program_reads_whole_days_with_stable_names(plan: Plan, subscribed: Callable[[], Calendar]) -> None:
    (event,) = subscribed().walk("VEVENT")
    task = plan.tasks.get(text=WORDS[3])
    assert event.decoded("DTSTART") == date(2026, 3, 31)
    assert event.decoded("DTEND") == date(2026, 4, 1)
    assert event["SUMMARY"] == f"Hạn nhiệm vụ: {WORDS[3]}"
    assert event["URL"] == f"https://vi-du.vn/nhiem-vu/{task.pk}"
    assert event["UID"].startswith(f"task-{task.pk}.")
    assert subscribed().to_ical() == subscribed().to_ical()


def test_what_changes_is_told_by_its_sequence(cast: Cast, plan: Plan, subscribed: Callable[[], Calendar]) -> None:
    (before,) = subscribed().walk("VEVENT")
    actions.report(assignment_id=the_assignment(plan, cast.home_affairs).pk, by=cast.chi, text="Đang làm", percent=5,
                   at=AT + timedelta(hours=2))  # fmt: skip
    (after,) = subscribed().walk("VEVENT")
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 120)
    assert before["UID"] == after["UID"]
    assert after.decoded("LAST-MODIFIED") - before.decoded("LAST-MODIFIED") == timedelta(hours=2)


def test_an_address_ends_when_it_is_revoked_replaced_or_its_post_ends(cast: Cast, plan: Plan) -> None:
    first = actions.open_feed(by=cast.chi, at=AT)
    second = actions.open_feed(by=cast.chi, at=AT)
    assert feed(first, on=ON, address=str) is None
    assert feed(second, on=ON, address=str) is not None
    cast.chi.until = ON
    cast.chi.save()
    assert feed(second, on=ON, address=str) is None
    cast.chi.until = None
    cast.chi.save()
    assert actions.revoke_feed(by=cast.chi, at=AT) == 1
    assert feed(second, on=ON, address=str) is None


def test_the_secret_itself_is_kept_nowhere(cast: Cast) -> None:
    secret = actions.open_feed(by=cast.chi, at=AT)
    assert secret not in str(list(CalendarFeed.objects.values_list("digest", flat=True)))
    assert feed("khong-biet", on=ON, address=str) is None


def test_a_regime_that_its_plan_says_twice_is_one_date(cast: Cast, plan: Plan) -> None:
    said = {"plan": plan, "due": date(2026, 6, 10), "quote": "", "raw": "6 tháng trước ngày 10/6/2026"}
    ReportDemand.objects.create(**said, kind="six_month")
    ReportDemand.objects.create(**said, kind="six_month", from_date=date(2025, 12, 1), to_date=date(2026, 5, 31))
    ReportDemand.objects.create(**said, kind="annual")
    assert [one.kind for one in look(cast, "chi", Scope(), first=date(2026, 6, 1))].count("report") == 2


def test_a_long_task_is_cut_at_a_word_and_told_whole_below(plan: Plan, subscribed: Callable[[], Calendar]) -> None:
    task = plan.tasks.get(text=WORDS[3])
    task.text = "Rà soát thủ tục hành chính (gồm thủ tục thuộc thẩm quyền của cấp tỉnh, " * 3 + "cấp xã)))) trước ngày 31/3/2026"
    task.save()
    (event,) = subscribed().walk("VEVENT")
    assert str(event["SUMMARY"]).count("(") == str(event["SUMMARY"]).count(")")
    assert task.text in str(event["DESCRIPTION"])


def test_a_task_that_says_nothing_alone_bears_its_heading(plan: Plan, subscribed: Callable[[], Calendar]) -> None:
    task = plan.tasks.get(text=WORDS[3])
    task.text = "Ban hành chậm nhất ngày 10/02/2026."
    task.save()
    (event,) = subscribed().walk("VEVENT")
    assert event["SUMMARY"] == f"Hạn nhiệm vụ: NHIỆM VỤ: {task.text}"


def test_a_month_names_its_holidays_and_those_whose_days_nobody_knows(cast: Cast) -> None:
    found = dates(cast.chi, first=date(2026, 9, 1), last=date(2026, 9, 30), on=ON, scope=Scope())
    assert found.off == {date(2026, 9, 2): "Quốc khánh"}
    assert "Tết Âm lịch" in found.undecided


def test_a_report_names_the_plan_and_who_receives_it(plan: Plan, subscribed: Callable[[], Calendar]) -> None:
    plan.report_demands.create(kind="annual", raw="hằng năm", due=date(2026, 12, 15), to_agency="Sở Nội vụ")
    told = [str(one["SUMMARY"]) for one in subscribed().walk("VEVENT")]
    assert "Báo cáo: Kế hoạch 12/KH-UBND, gửi Sở Nội vụ: hằng năm" in told
