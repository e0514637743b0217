"""The list of documents handed in: what each is, found by its words, narrowed by its state."""

from typing import Any

import pytest
from django.test import Client

from longdan.app.plans.models import Plan
from tests.builders import a_ready_reading
from tests.cast import Cast


@pytest.fixture
def page(cast: Cast, plan: Plan, settings: Any) -> Any:
    settings.ALLOWED_HOSTS = ["testserver"]
    client = Client()
    client.force_login(cast.chi.account)
    return lambda asked="": client.get(f"/van-ban/{asked}").content.decode()


def test_a_document_is_named_by_what_it_says(page: Any, plan: Plan) -> None:
    assert f"{plan.title[0].upper()}{plan.title[1:]}</a>" in page()


FOUND = [("?tim=ke-hoach", True), ("?tim=KHONG CO", False), ("?tinh-trang=confirmed", True), ("?tinh-trang=failed", False)]


@pytest.mark.parametrize(("asked", "found"), FOUND)
def test_the_list_is_narrowed_by_what_the_address_says(page: Any, plan: Plan, asked: str, found: bool) -> None:
    assert (f'href="/van-ban/{plan.readings.get().pk}"' in page(asked)) is found


def test_the_words_of_the_plan_find_its_document(page: Any, plan: Plan) -> None:
    assert f'href="/van-ban/{plan.readings.get().pk}"' in page(f"?tim={plan.title.lower()}")


def test_a_state_that_does_not_exist_asks_for_all(page: Any, plan: Plan) -> None:
    assert f'href="/van-ban/{plan.readings.get().pk}"' in page("?tinh-trang=la")


def test_what_waits_for_confirmation_is_named_by_its_preview(page: Any, cast: Cast) -> None:
    reading = a_ready_reading(cast.chi)
    assert str(reading.preview["draft"]["heading"]["title"])[1:] in page()
