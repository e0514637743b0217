"""Numbers on a page: thousands apart where people read them, plain where forms and addresses carry them."""

import pytest
from django.template import Context, Template
from django.utils import translation

SHOWN = [("vi", 5148, "5.148"), ("en", 5148, "5,148"), ("vi", 148, "148"), ("vi", "–", "–")]


@pytest.mark.parametrize(("language", "value", "shown"), SHOWN)
def test_a_count_is_read_with_its_thousands_apart(language: str, value: object, shown: str) -> None:
    with translation.override(language):
        assert Template("{% load components %}{{ value|number }}").render(Context({"value": value})) == shown


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_number_of_a_row_stays_plain_in_a_form(language: str) -> None:
    with translation.override(language):
        assert Template('<input value="{{ id }}">').render(Context({"id": 1_000_003})) == '<input value="1000003">'
