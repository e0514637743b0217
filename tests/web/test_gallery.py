"""The page that shows all components draws each of them."""

from django.test import RequestFactory

from longdan.web.shared.gallery import gallery
from longdan.web.shared.icons import DRAWINGS


def test_the_page_of_components_draws_every_one() -> None:
    page = gallery(RequestFactory().get("/ui")).content.decode()
    shown = ("figures", "ledger", "tree", "table", "drop", "steps", "sheet", "problem", "empty", "trace", "drawer", "pages")
    assert [name for name in shown if f'class="{name}' not in page] == []
    assert page.count("<svg") > len(DRAWINGS)
