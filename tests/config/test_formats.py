"""Dates and figures as Vietnamese officials write them."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from django import forms
from django.template import Context, Template
from django.test import Client


@pytest.mark.parametrize("typed", ["03/04/2026", "3/4/2026", "03-04-2026", "03.04.2026", "2026-04-03"])
def test_the_day_comes_before_the_month(typed: str) -> None:
    assert forms.DateField().clean(typed) == date(2026, 4, 3)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (date(2026, 11, 21), "21/11/2026"),
        (datetime(2026, 11, 21, 9, 5), "09:05 21/11/2026"),  # noqa: DTZ001 (only its look is at stake)
        (1234567, "1234567"),  # as forms send it; for reading there is the filter ``number``
        (Decimal("1234.5"), "1234,5"),
        (87.25, "87,25"),
    ],
)
def test_days_come_first_and_decimals_have_commas(value: object, shown: str) -> None:
    assert Template("{{ value }}").render(Context({"value": value})) == shown


@pytest.mark.django_db
def test_a_browser_set_to_english_is_answered_in_vietnamese(client: Client) -> None:
    refused = client.post("/vao", {"username": "ai", "password": "sai"}, headers={"accept-language": "en-US,en"})
    assert "Please enter" not in refused.content.decode()
    assert "đúng" in refused.content.decode()
