"""The cast, for every test of the app."""

import pytest

from tests.cast import Cast, a_cast


@pytest.fixture
def cast(db: None) -> Cast:
    return a_cast()
