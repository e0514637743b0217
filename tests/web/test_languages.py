"""The language of a page follows the reader's choice, never the browser's."""

import pytest
from django.test import Client

from tests.cast import a_cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _province() -> None:
    """Without one, every page leads to setting one up."""
    a_cast()


@pytest.mark.parametrize(
    ("cookie", "browser", "shown"),
    [("", "en-US,en", "vi"), ("", "vi", "vi"), ("en", "vi", "en"), ("vi", "en", "vi"), ("xx", "en", "vi")],
)
def test_the_choice_counts_and_the_browser_does_not(client: Client, cookie: str, browser: str, shown: str) -> None:
    client.cookies["ngon-ngu"] = cookie
    page = client.get("/vao", headers={"accept-language": browser})
    assert f'<html lang="{shown}">' in page.content.decode()


def test_the_switch_leads_back_to_the_page_where_it_was_pressed(client: Client) -> None:
    answer = client.post("/ngon-ngu", {"language": "en", "next": "/vao?next=/ke-hoach/"})
    assert (answer.url, answer.cookies["ngon-ngu"].value) == ("/vao?next=/ke-hoach/", "en")


def test_a_foreign_address_is_not_followed(client: Client) -> None:
    assert client.post("/ngon-ngu", {"language": "en", "next": "https://elsewhere.example/"}).url == "/"
