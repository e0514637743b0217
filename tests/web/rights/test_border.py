"""Nothing that a form may be told breaks a page or a table: the character NUL, texts without end, numbers beyond all numbers."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import models, transaction
from django.db.models.functions import Length
from django.test import Client
from django.urls import reverse

from longdan.app.agencies.models import Account, Role
from longdan.app.founding.queries import opening_code
from tests.builders import a_post
from tests.cast import Cast
from tests.web.rights.pages import PAGES
from tests.web.rights.sent import SENT, Sent
from tests.web.rights.test_pages import address, kept_things, names, things

__all__ = ["kept_things", "things"]
LONG = "Một câu rất dài. " * 5000  # 85,000 characters
OUTSIDE = {"uidb64": "MQ", "token": "x", "code": "ABCD-EFGH", "secret": "x"}


def test_every_address_to_which_something_is_sent_has_its_row() -> None:
    assert {name for name, page in PAGES.items() if page.sends} - SENT.keys() == set()
    assert SENT.keys() - set(names()) == set()


@pytest.fixture
def clients(cast: Cast) -> list[Client]:
    """Those who may send most: an administrator, a coordinator, the head of the department."""
    found = []
    for one in (a_post("Trần Quản", cast.province, Role.ADMINISTRATOR), cast.chi, cast.binh):
        Account.objects.filter(pk=one.account_id).update(password="!")
        client = Client()
        client.force_login(one.account, backend="django.contrib.auth.backends.ModelBackend")
        found.append(client)
    return found


def where(name: str, told: dict[str, Any]) -> str:
    return address(name, {**OUTSIDE, **told})


def sending(client: Client, path: str, told: dict[str, str]) -> int:
    with transaction.atomic():
        answer = client.post(path, told)
        transaction.set_rollback(True)
    return answer.status_code


def test_the_character_nul_is_refused_everywhere(clients: list[Client], things: dict[str, Any]) -> None:
    stranger, answers = Client(), dict[str, set[int]]()
    for name in set(names()) - {"ui"}:
        path = where(name, things)
        asked = (
            clients[0].get(path, {"tim": "a\0b"}),
            clients[0].post(path, {"text": "a\0b"}),
            stranger.post(path, {"a\0b": "x"}),
        )
        answers[name] = {answer.status_code for answer in asked}
    assert {name: came for name, came in answers.items() if came != {422}} == {}


def test_a_text_without_end_is_refused_before_the_database_refuses_it(
    clients: list[Client], cast: Cast, things: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR, logger="longdan")
    answers = {
        (name, field): sending(client, where(name, things), told)
        for name, field, told in too_much(cast, things)
        for client in clients
    }
    assert {told: status for told, status in answers.items() if status >= 500} == {}
    assert caplog.messages == []


def test_no_text_is_kept_that_its_column_does_not_hold(clients: list[Client], cast: Cast, things: dict[str, Any]) -> None:
    """SQLite takes any length; PostgreSQL would not."""
    for name, _field, told in too_much(cast, things):
        for client in clients[:2]:
            client.post(where(name, things), told)
    assert list(too_long()) == []


def too_much(cast: Cast, things: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, str]]]:
    """What is sent to every address: each of its fields in turn without end, the others as they should be."""
    for name, sent in SENT.items():
        agency = {"agency": str(cast.science.pk)} if "agency" in sent.beside else {}
        for field in sent.words:
            yield name, field, {"task_id": str(things["task_id"])} | sent.beside | agency | sent.words | {field: LONG}


def too_long() -> Iterator[str]:
    """The columns in which a longer text lies than they are made for."""
    for model in apps.get_app_config("longdan").get_models():
        for column in model._meta.concrete_fields:
            if isinstance(column, models.CharField) and column.max_length:
                rows = model._default_manager.annotate(length=Length(column.name))
                if rows.filter(length__gt=column.max_length).exists():
                    yield f"{model.__name__}.{column.name}"


STEPS = ("founding-province", "founding-departments", "founding-people")


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["founding", *STEPS])
@pytest.mark.parametrize("wrong", ["a\0b", LONG])
def test_the_first_set_up_takes_nothing_that_no_table_holds(settings: Any, name: str, wrong: str) -> None:
    client = Client()
    client.post(reverse("founding"), {"code": opening_code(settings.SECRET_KEY)})
    told: dict[str, Sent] = {step: SENT[step] for step in STEPS[: STEPS.index(name)]} if name in STEPS else {}
    for step, sent in told.items():
        client.post(reverse(step), {**sent.words, "co": ["so-noi-vu"]})
    statuses = {client.post(reverse(name), SENT[name].words | {field: wrong}).status_code for field in SENT[name].words}
    assert statuses <= {200, 302, 422}


def test_a_number_beyond_all_numbers_is_refused(clients: list[Client]) -> None:
    assert clients[0].get(f"/nguoi/{2**70}").status_code == 422
