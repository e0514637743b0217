"""``longdan trail``: proves the audit trail, or names where it breaks."""

import pytest
from click.testing import CliRunner

from longdan.app.audit.actions import record
from longdan.app.audit.models import ChainHead
from longdan.cli.trail import trail
from tests.builders import AT, a_province


@pytest.mark.django_db
@pytest.mark.parametrize(("digest", "code", "words"), [(None, 0, "còn nguyên vẹn"), ("0" * 64, 1, "sự kiện số 2")])
def test_the_trail_is_proved_or_its_first_break_named(digest: str | None, code: int, words: str) -> None:
    record(None, "test.done", a_province(), at=AT)
    if digest:
        ChainHead.objects.update(digest=digest)  # as if the last event had been taken away
    told = CliRunner().invoke(trail)
    assert (told.exit_code, words in told.output) == (code, True)
