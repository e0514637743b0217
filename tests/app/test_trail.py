"""The audit trail: a chain that is only ever added to."""

import re
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from longdan.app.agencies.access import NotAllowed
from longdan.app.audit import guards
from longdan.app.audit.actions import record
from longdan.app.audit.models import ChainHead, Event
from longdan.app.audit.queries import VERBS, first_break
from longdan.app.people.queries.trail import trail
from tests.builders import AT, a_plan
from tests.cast import Cast


def three_events(cast: Cast) -> None:
    for agency in (cast.science, cast.commune, cast.ward):
        record(cast.chi, "test.done", agency, at=AT, detail="Đã làm")


def test_events_form_one_chain(cast: Cast) -> None:
    three_events(cast)
    assert [event.number for event in Event.objects.order_by("number")] == [1, 2, 3]
    assert first_break() is None


def test_what_is_written_while_the_chain_is_proved_breaks_nothing(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    three_events(cast)
    digest, meanwhile = Event.computed_digest, list[bool]()

    def and_somebody_writes(event: Event) -> str:
        if not meanwhile:
            meanwhile.append(True)
            record(cast.chi, "test.done", cast.science, at=AT)
        return digest(event)

    monkeypatch.setattr(Event, "computed_digest", and_somebody_writes)
    assert (first_break(), ChainHead.objects.get().number) == (None, 4)


def test_an_event_keeps_the_words_of_its_day(cast: Cast) -> None:
    event = record(cast.chi, "test.done", cast.science, at=AT)
    cast.chi.account.full_name = "Tên Khác"
    cast.chi.account.save()
    event.refresh_from_db()
    assert (event.signature, event.about) == ("Lê Thị Chi, Trưởng phòng, Sở Nội vụ", "Sở Khoa học và Công nghệ")


@pytest.mark.parametrize("act", ["update", "delete"])
def test_the_database_refuses_to_change_an_event(cast: Cast, act: str) -> None:
    three_events(cast)
    event = Event.objects.filter(number=2)
    with pytest.raises(DatabaseError, match="only ever added to"), transaction.atomic():
        event.update(detail="khác") if act == "update" else event.delete()


WIPING = {
    "sqlite": "REPLACE INTO longdan_event (id, number, at, signature, verb, thing, thing_id, about, detail, previous, digest) "
    "SELECT id, number, at, signature, verb, thing, thing_id, about, 'khác', previous, digest FROM longdan_event",
    "postgresql": "SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE longdan_event",
}


def test_the_database_refuses_to_put_others_in_their_place(cast: Cast) -> None:
    three_events(cast)
    with pytest.raises(DatabaseError, match="only ever added to"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(WIPING[connection.vendor])
    assert first_break() is None


def unguarded(sql: str) -> None:
    """What somebody who owns the database could do."""
    with connection.cursor() as cursor:
        for statement in (*guards.lifting(connection.vendor), sql, *guards.raising(connection.vendor)):
            cursor.execute(statement)


@pytest.mark.parametrize(
    ("sql", "broken_at"),
    [
        ("UPDATE longdan_event SET detail = 'khác' WHERE number = 2", 2),
        ("DELETE FROM longdan_event WHERE number = 2", 3),
        ("DELETE FROM longdan_event WHERE number = 3", 3),
    ],
)
def test_a_change_behind_the_guard_shows(cast: Cast, sql: str, broken_at: int) -> None:
    three_events(cast)
    unguarded(sql)
    assert first_break() == broken_at


def test_a_new_event_follows_the_head(cast: Cast) -> None:
    three_events(cast)
    head = ChainHead.objects.get()
    assert record(None, "test.done", cast.science, at=AT).previous == head.digest


def test_every_verb_that_is_recorded_has_words() -> None:
    source = Path(guards.__file__).parents[1]
    texts = [path.read_text(encoding="utf-8") for path in source.rglob("*.py")]
    used = {
        verb
        for text in texts
        for verb in re.findall(r'"((?:plans|agencies)\.\w+\.(?:received|cancelled|confirmed|amended|reassigned)\w*)"', text)
    }
    assert used <= VERBS.keys()
    assert len(used) >= 5


def test_an_auditor_sees_what_his_province_did_the_latest_first(cast: Cast) -> None:
    a_plan(cast.chi)
    a_plan(cast.dung)
    seen = trail(cast.auditor)
    assert [event.words for event in seen] == ["xác nhận kế hoạch", "nhận văn bản"]
    assert trail(cast.auditor, before=seen[0].number) == seen[1:]


def test_staff_do_not_see_the_trail(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        trail(cast.an)


def test_what_the_software_did_with_people_elsewhere_is_not_shown(cast: Cast) -> None:
    for post in (cast.an, cast.dung):
        record(None, "people.post.desk_moved", post.account, at=AT)
    assert [event.thing_id for event in trail(cast.auditor)] == [cast.an.account_id]
