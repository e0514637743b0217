"""``longdan backup`` then ``longdan restore``: the commands of the how-to, run as an official runs them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.db import connection

from longdan.cli.copying import NAMES
from tests.app.test_receiving import PLAN

LONGDAN = (sys.executable, "-c", "from longdan.cli.main import main; main()")
FILL = """
import sys, django
django.setup()
from longdan.app.audit.actions import record
from longdan.app.plans.actions.keeping import keep
from longdan.core.documents.sources import SourceFile
from tests.builders import AT, a_province
from longdan.cli.schema import bring_up_to_date
bring_up_to_date()
record(None, "test.done", a_province(), at=AT)
keep(SourceFile("Kế hoạch.txt", sys.stdin.buffer.read()), AT)
"""


class Place:
    """An installation: its own folder, its own database."""

    def __init__(self, data: Path, database: str) -> None:
        self.data = data
        self.environment = {key: value for key, value in os.environ.items() if not key.startswith("LONGDAN_")}
        self.environment |= {"LONGDAN_DATA": str(data), "DJANGO_SETTINGS_MODULE": "longdan.config.settings"}
        self.environment |= {"LONGDAN_DATABASE": database} if database else {}

    def run(self, *words: str, told: bytes = b"") -> tuple[int, str]:
        done = subprocess.run(words, env=self.environment, input=told, capture_output=True, check=False)
        return done.returncode, (done.stdout + done.stderr).decode()

    def longdan(self, *words: str) -> tuple[int, str]:
        return self.run(*LONGDAN, *words)


@pytest.fixture
def places(tmp_path: Path, django_db_blocker: pytest.FixtureRequest) -> Iterator[tuple[Place, Place]]:
    """Where it ran, and where it shall run again; on PostgreSQL two databases beside that of the tests."""
    names = [f"longdan_copied_{os.getpid()}_{number}" for number in range(2)]
    server = os.environ.get("LONGDAN_DATABASE", "") if connection.vendor == "postgresql" else ""
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        for name in names if server else ():
            alone(f'CREATE DATABASE "{name}" TEMPLATE template0')
        addresses = [urlsplit(server)._replace(path=f"/{name}").geturl() if server else "" for name in names]
        yield Place(tmp_path / "cũ", addresses[0]), Place(tmp_path / "mới", addresses[1])
        for name in names if server else ():
            alone(f'DROP DATABASE "{name}"')


def alone(statement: str) -> None:
    """On a connection of its own, outside of any transaction."""
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute(statement)
    finally:
        other.close()


@pytest.fixture
def kept(places: tuple[Place, Place], tmp_path: Path) -> Path:
    """A copy of a small province with a file."""
    assert places[0].run(sys.executable, "-c", FILL, told=PLAN) == (0, "")
    code, said = places[0].longdan("backup", str(tmp_path / "bản sao"))
    assert (code, "Đã sao lưu" in said) == (0, True), said
    return tmp_path / "bản sao"


def test_what_was_backed_up_is_restored_and_proved(places: tuple[Place, Place], kept: Path) -> None:
    old, new = places
    shutil.rmtree(old.data)
    code, said = new.longdan("restore", str(kept))
    assert (code, "mọi tệp đã nộp đều có" in said) == (0, True), said
    assert new.longdan("trail") == (0, "Nhật ký còn nguyên vẹn.\n")
    assert (new.data / "secret").read_bytes() == (kept / "secret").read_bytes()
    again, refused = new.longdan("restore", str(kept))
    assert (again, "không bị ghi đè" in refused) == (1, True)


def test_a_copy_is_read_by_its_owner_only_and_never_written_over(places: tuple[Place, Place], kept: Path) -> None:
    assert kept.stat().st_mode & 0o077 == 0
    code, said = places[0].longdan("backup", str(kept))
    assert (code, "đã có dữ liệu" in said) == (1, True)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        ("a file is gone", "1 tệp không có hoặc đã khác"),
        ("cut off", "dở dang"),
        ("no tables", "không có longdan."),
    ],
)
def test_what_is_wrong_with_a_copy_is_told(places: tuple[Place, Place], kept: Path, spoil: str, words: str) -> None:
    if spoil == "a file is gone":
        next(path for path in (kept / "files").rglob("*") if path.is_file()).unlink()
    elif spoil == "cut off":
        (kept / "chua-xong").touch()
    else:
        for name in NAMES.values():
            (kept / name).unlink(missing_ok=True)
    code, said = places[1].longdan("restore", str(kept))
    assert (code, words in said) == (1, True), said
