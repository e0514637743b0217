"""Steps of an assignment, as the page of its task sends them."""

import pytest
from django.test import Client

from longdan.app.plans.models import AssignmentState
from tests.builders import a_plan, the_assignment
from tests.cast import a_cast


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("sent", "status", "state"), [({}, 404, AssignmentState.ASSIGNED), ({"task_id": "1"}, 302, AssignmentState.ACCEPTED)]
)
def test_a_step_is_taken_only_where_the_page_says_of_which_task_it_is(sent: dict[str, str], status: int, state: str) -> None:
    cast, client = a_cast(), Client()
    assignment = the_assignment(a_plan(cast.chi), cast.commune)
    client.force_login(cast.an.account)
    assert client.post(f"/duoc-giao/{assignment.pk}/accept", sent).status_code == status
    assignment.refresh_from_db()
    assert assignment.state == state
