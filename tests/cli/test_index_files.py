"""``longdan index export``, ``import``, ``annex``, ``results``: files go out, come in, and are refused with all that is wrong."""

import re
import textwrap
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from longdan.cli.main import main
from longdan.core.catalogue.exchange import exchange_file
from longdan.core.catalogue.indices import read_edition
from tests.core.catalogue.annex_files import ANNEX, HEADER, xlsx_annex_file
from tests.core.catalogue.test_editions import EXAMPLE, ROOT

HOW_TO = (ROOT / "docs" / "how-to" / "add-an-index-edition.md").read_text(encoding="utf-8")


def run(*words: object) -> Result:
    return CliRunner().invoke(main, ["index", *map(str, words)])


def test_the_edition_of_the_how_to_is_in_order(tmp_path: Path) -> None:
    block = re.search(r"```yaml\n(.*?)```", HOW_TO, re.DOTALL)
    assert block
    (file := tmp_path / "2026.yaml").write_text(textwrap.dedent(block[1]), encoding="utf-8")
    assert run("show", file).exit_code == 0


def test_a_workbook_in_place_of_a_csv_is_told_as_such(tmp_path: Path) -> None:
    (sheet := tmp_path / "so-lieu.xlsx").write_bytes(exchange_file(read_edition(EXAMPLE)))
    assert "lưu thành CSV UTF-8" in run("score", EXAMPLE, "--facts", sheet).stderr


PAPI_CASE = """cases:
  - {name: tính tay, unit: "22", period: 2025, source: tính tay, facts: {1.1.1: 1, 1.1.2: 0.5}, marks: {1.1: 1.375, total: gap}}
"""


def test_a_new_year_with_a_renamed_content_is_a_change_of_data(tmp_path: Path) -> None:
    file = tmp_path / "2025.yaml"
    assert run("next", "papi/2021-2024", "--edition", "2025", "--from", "2025", "--into", file).exit_code == 0
    file.write_text(file.read_text(encoding="utf-8").replace("Tri thức công dân", "Hiểu biết của công dân"), encoding="utf-8")
    file.with_name("2025.cases.yaml").write_text(PAPI_CASE, encoding="utf-8")
    shown, checked = run("show", file), run("check", file)
    assert (shown.exit_code, "1.1 Hiểu biết của công dân" in shown.stdout, "chưa đối chiếu" in shown.stdout) == (0, True, True)
    assert (checked.exit_code, "1 đúng / 1" in checked.stdout) == (0, True), checked.output


def test_results_of_a_new_year_are_read_by_the_edition_of_a_file(tmp_path: Path) -> None:
    file, rows = tmp_path / "2025.yaml", tmp_path / "ket-qua.csv"
    run("next", "papi/2021-2024", "--edition", "2025", "--from", "2025", "--into", file)
    rows.write_text("unit,year,1,2\nSơn La,2025,5.1,5.2\n", encoding="utf-8")
    without, given = run("results", rows, "--index", "papi"), run("results", rows, "--index", "papi", "--edition", file)
    assert ("thêm --edition với tệp của bộ" in without.stdout, "2025 (bộ 2025): 2 số liệu" in given.stdout) == (True, True)


def test_a_new_part_of_unknown_weight_is_a_change_of_data(tmp_path: Path) -> None:
    file = tmp_path / "2026.yaml"
    run("next", "pci/2017-2024", "--edition", "2026", "--from", "2026", "--into", file)
    row = '  - {code: 11, title: "Chuyển đổi xanh", most: 10, least: 1, weight: unknown, rule: published, succeeds: []}\n'
    file.write_text(file.read_text(encoding="utf-8") + row, encoding="utf-8")
    (facts := tmp_path / "f.csv").write_text("input,unit,period,value\ntotal,22,2026,71.5\n11,22,2026,6\n", encoding="utf-8")
    assert "11 Chuyển đổi xanh" in run("show", file).stdout
    assert "6,00 / 10" in run("score", file, "--facts", facts).stdout


def test_an_edition_after_one_that_is_still_open_needs_no_change_of_that(tmp_path: Path) -> None:
    file = tmp_path / "2026.yaml"
    run("next", "dti/2024", "--edition", "2026", "--from", "2026", "--into", file)
    assert run("show", file).exit_code == 0, run("show", file).output


def test_a_copy_for_a_year_before_its_pattern_is_refused(tmp_path: Path) -> None:
    ran = run("next", "papi/2021-2024", "--edition", "2020", "--from", "2021", "--into", tmp_path / "x.yaml")
    assert (ran.exit_code, "đo từ năm 2021" in ran.stderr) == (1, True)


def test_an_edition_goes_out_and_comes_back_the_same(tmp_path: Path) -> None:
    book, file = tmp_path / "bo.xlsx", tmp_path / "bo.yaml"
    codes = [run("export", EXAMPLE, book).exit_code, run("import", book, "--into", file).exit_code]
    assert (codes, read_edition(file)) == ([0, 0], read_edition(EXAMPLE))


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    (book := tmp_path / "bo.xlsx").write_bytes(b"mine")
    ran = run("export", EXAMPLE, book)
    assert (ran.exit_code, "tệp này đã có" in ran.stderr, book.read_bytes()) == (1, True, b"mine")


def annexed(tmp_path: Path, rows: Sequence[Sequence[str]], *more: str) -> Result:
    (file := tmp_path / "phu-luc.xlsx").write_bytes(xlsx_annex_file(rows).content)
    head = (
        "--index",
        "bo-tinh",
        "--edition",
        "2026",
        "--title",
        "Bộ",
        "--act",
        "QĐ 01",
        "--responsible",
        "Sở",
        "--years",
        "2026-",
    )
    return run("annex", file, *head, *more)


def test_an_annex_becomes_a_file_that_reads(tmp_path: Path) -> None:
    ran = annexed(tmp_path, ANNEX, "--into", str(tmp_path / "2026.yaml"))
    assert (ran.exit_code, len(read_edition(tmp_path / "2026.yaml").nodes)) == (0, len(ANNEX) - 1)


def test_what_stayed_unknown_is_told_on_standard_error(tmp_path: Path) -> None:
    ran = annexed(tmp_path, ANNEX)
    assert ("2.2: cách chấm không ghi thành từng mức điểm" in ran.stderr, ran.stdout.startswith("index: bo-tinh")) == (True, True)


WRONG = [
    ((HEADER, ("1", "Một", "2", "", ""), ("1.1", "Hai", "3", "", "")), (), "cộng lại được 3 điểm"),
    (ANNEX, ("--most", "mười"), "“mười” không phải là số"),
    (ANNEX, ("--most", "inf"), "“inf” không phải là số"),
    (ANNEX, ("--most", "1e400"), "“1e400” không phải là số"),
    (ANNEX, ("--checked", "hôm nay"), "“hôm nay” không phải là ngày"),
    (ANNEX, ("--survey-points", "9"), "khai 9"),
]


@pytest.mark.parametrize(("rows", "more", "words"), WRONG)
def test_an_annex_with_a_mistake_writes_no_file(
    tmp_path: Path, rows: Sequence[Sequence[str]], more: tuple[str, ...], words: str
) -> None:
    ran = annexed(tmp_path, rows, *more, "--into", str(tmp_path / "2026.yaml"))
    assert (ran.exit_code, words in ran.stderr, (tmp_path / "2026.yaml").exists()) == (1, True, False), ran.stderr


CSV = "unit,year,1,2\nHà Nội,2023,6.5,7\nHồ Chí Minh,2023,6,6.25\n"


@pytest.mark.parametrize(
    ("text", "code", "words"), [(CSV, 0, "4 số liệu của 2 đơn vị"), (CSV.replace("6.25", "tốt"), 1, "“tốt” không phải là số")]
)
def test_results_are_previewed_and_written_only_without_mistakes(tmp_path: Path, text: str, code: int, words: str) -> None:
    (file := tmp_path / "diem.csv").write_text(text, encoding="utf-8")
    ran = run("results", file, "--index", "papi", "--into", tmp_path / "ra.csv")
    assert (ran.exit_code, words in ran.stdout, (tmp_path / "ra.csv").exists()) == (code, True, code == 0), ran.output


def test_an_index_that_is_not_in_the_catalogue_is_told(tmp_path: Path) -> None:
    assert "danh mục không có chỉ số này" in run("results", tmp_path / "x.csv", "--index", "papy").stderr
