"""Holds that the examples which Hypothesis makes depend on no clock: a slower machine sees the same run."""

import pytest
from hypothesis import HealthCheck, settings


@pytest.mark.parametrize(
    ("chosen", "wanted"),
    [
        (settings().deadline, None),
        (settings().derandomize, True),
        (HealthCheck.too_slow in settings().suppress_health_check, True),
    ],
    ids=["no deadline", "the same examples in each run", "no complaint of slowness"],
)
def test_no_run_of_made_up_examples_turns_red_by_luck(chosen: object, wanted: object) -> None:
    assert chosen == wanted
