"""What the page says of files is what the readers hold."""

import pytest
from django.test import Client

from longdan.core.documents.limits import MEGABYTE, MOST_BYTES
from tests.cast import a_cast


@pytest.mark.django_db
def test_the_page_tells_how_large_a_file_may_be() -> None:
    client = Client()
    client.force_login(a_cast().chi.account)
    assert f"mỗi tệp đến {MOST_BYTES // MEGABYTE} MB" in client.get("/van-ban/nhap").content.decode()
