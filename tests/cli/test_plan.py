"""``longdan plan read``: JSON or a summary of what a plan says, or the one problem on standard error."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from longdan.cli.main import main

PLAN = """ỦY BAN NHÂN DÂN TỈNH AN HÒA
Số: 15/KH-UBND
An Hòa, ngày 04 tháng 01 năm 2026
KẾ HOẠCH
NÂNG CAO CHỈ SỐ PAPI NĂM 2026
UBND tỉnh ban hành Kế hoạch như sau:
I. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp báo cáo trước ngày 10/6/2026.
"""


def longdan(*words: str) -> Result:
    return CliRunner().invoke(main, ["plan", "read", *words])


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "ke-hoach.txt"
    file.write_text(PLAN, encoding="utf-8")
    return file


def test_the_exchange_form_is_one_json_object(plan: Path) -> None:
    result = longdan(str(plan), "--json")
    form = json.loads(result.stdout)
    assert (result.exit_code, form["number"], form["date"], form["indices"]) == (0, "15/KH-UBND", "2026-01-04", ["PAPI"])
    assert [(one["agency"], one["role"]) for one in form["assignments"]] == [("Sở Nội vụ", "lead")]


def test_the_summary_is_for_people(plan: Path) -> None:
    result = longdan(str(plan))
    assert result.exit_code == 0
    for words in ("Số: 15/KH-UBND · Ngày: 04/01/2026", "chủ trì: Sở Nội vụ · phối hợp: Sở Tư pháp", "trước 10/06/2026"):
        assert words in result.stdout


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("trong.txt", b"", "documents."),
        (
            "bao-cao.txt",
            "BÁO CÁO\nKết quả công tác tháng 6\nTrong tháng, đơn vị đã hoàn thành các việc.".encode(),
            "plans.not-a-plan",
        ),
    ],
)
def test_what_is_no_plan_is_refused_without_json(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    result = longdan(str(file), "--json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert says in result.stderr
    assert "cách sửa:" in result.stderr


def test_a_file_that_is_not_there_is_a_problem_and_no_trace(tmp_path: Path) -> None:
    result = longdan(str(tmp_path / "khong-co.docx"))
    assert result.exit_code == 1
    assert "không mở được tệp" in result.stderr


def test_reading_a_plan_needs_no_tables_and_no_screens(plan: Path) -> None:
    code = (
        "import sys; from longdan.cli.main import main; main(['plan', 'read', sys.argv[1]], standalone_mode=False);"
        "print([name for name in sys.modules if name.startswith(('django.db', 'longdan.web', 'longdan.config'))])"
    )
    run = subprocess.run([sys.executable, "-c", code, str(plan)], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "[]"
