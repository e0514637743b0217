"""What opens a door stands in no line of the log."""

from logging import WARNING, makeLogRecord
from logging.config import DictConfigurator
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("address", "left"),
    [
        ("/vao/moi/ABCD-EFGH-JKLM-NPQR", "/vao/moi/…"),
        ("/vao/moi/abcd efgh jklm npqr", "/vao/moi/…"),
        ("/vao/dat-mat-khau/MQ/abcd-efgh", "/vao/dat-mat-khau/…"),
        ("/lich/abcd.ics", "/lich/…"),
        ("/nhiem-vu/12", "/nhiem-vu/12"),
    ],
)
def test_no_line_of_the_log_holds_what_opens_a_door(settings: Any, address: str, left: str) -> None:
    line: Any = DictConfigurator(settings.LOGGING).configure_formatter(settings.LOGGING["formatters"]["line"])
    record = makeLogRecord({"msg": "Forbidden (%s): %s", "args": ("no cookie", address), "levelno": WARNING})
    assert str(line.format(record)).endswith(f"Forbidden (no cookie): {left}")
