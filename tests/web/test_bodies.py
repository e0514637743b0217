"""Requests that are too large are refused unread."""

import pytest
from django.test import Client


@pytest.mark.django_db
@pytest.mark.parametrize(("room", "status"), [(1, 400), (10_000, 200)])
def test_a_body_too_large_is_refused_before_anybody_is_signed_in(settings: object, room: int, status: int) -> None:
    settings.MOST_BODY = room  # type: ignore[attr-defined]
    assert Client().post("/vao", {"username": "a", "password": "b"}).status_code == status
