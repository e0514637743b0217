"""The file from which a plan was read: whose it is while it is a draft, and once it is a plan."""

import pytest
from django.test import Client

from longdan.app.plans import actions
from tests.builders import AT, a_ready_reading, confirmed
from tests.cast import Cast


@pytest.mark.parametrize("who", ["an", "leader", "auditor"])
def test_the_original_is_for_those_who_work_on_it_until_it_is_a_plan(cast: Cast, who: str) -> None:
    reading, one = a_ready_reading(cast.chi), Client()
    one.force_login(getattr(cast, who).account)
    path = f"/van-ban/tep/{reading.files.get().pk}"
    draft = one.get(path).status_code
    actions.cancel(reading_id=reading.pk, by=cast.chi, at=AT)
    given_up = one.get(path).status_code
    actions.open_again(reading_id=reading.pk, by=cast.chi, at=AT)
    confirmed(reading, cast.chi)
    assert (draft, given_up, one.get(path).status_code) == (403, 403, 200)
