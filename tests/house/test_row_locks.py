"""No row is locked against those who only refer to it: that two people wait for each other would end one's work."""

import re
from pathlib import Path

APP = Path(__file__).parents[2] / "src" / "longdan" / "app"
LOCK = re.compile(r"select_for_update\(([^()]*(?:\([^()]*\))?[^()]*)\)")


def test_every_lock_lets_others_refer_to_the_row() -> None:
    locks = [(path.name, told) for path in APP.rglob("*.py") for told in LOCK.findall(path.read_text(encoding="utf-8"))]
    assert locks
    assert [name for name, told in locks if "no_key=True" not in told] == []
