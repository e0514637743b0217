"""``longdan index``: editions, the check of published results, figures scored, compared, improved."""

import json
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from longdan.cli.main import main
from longdan.core.engine.summaries.layout import WIDTH

EDITION = """index: thu
edition: thu
title: Chỉ số thử
standing: own
act: 01/QĐ-UBND
responsible: Sở Nội vụ
level: commune
years: 2024-2025
state: 2026-11-21
sources: [{key: here, text: "Quyết định 01/QĐ-UBND, phụ lục", mark: seen}]
source: [here, "Phụ lục I"]
inputs:
  - {code: done, title: Việc xong đúng hạn, measure: việc}
  - {code: due, title: Việc đến hạn, measure: việc}
total: {most: 10}
nodes:
  - {code: 1, title: Việc đúng hạn, most: 6, rule: {kind: proportion, of: done, to: due, none_below: 50}}
  - {code: 2, title: Ban hành kế hoạch, most: 4, not_applicable: true, rule: yes-no}
groups:
  - {years: [2025], rule: cuts, source: here, groups: [{key: a, title: Tốt, low: 8}, {key: b, title: Khá, low: 0}]}
"""
FACTS = """input,unit,period,value,standard_error
done,An,2025,9,0.3
due,An,2025,10,
2,An,2025,0,
done,An,2024,8,
due,An,2024,10,
2,An,2024,0,
done,Bình,2025,10,
due,Bình,2025,10,
2,Bình,2025,1,
done,Chi,2025,7,
due,Chi,2025,10,
2,Chi,2025,không áp dụng
"""


def longdan(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["index", *map(str, words)])


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    file = tmp_path / "thu.yaml"
    file.write_text(EDITION, encoding="utf-8")
    return file


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    file = tmp_path / "so-lieu.csv"
    file.write_text(FACTS.replace("không áp dụng\n", "không áp dụng,\n"), encoding="utf-8")
    return file


def test_the_list_names_every_edition() -> None:
    result = longdan("list")
    assert (result.exit_code, "papi/2021-2024" in result.stdout, "par-index-internal/sample-communes" in result.stdout) == (
        0,
        True,
        True,
    )


def test_an_edition_is_shown_with_points_rules_and_what_nobody_has_seen() -> None:
    result = longdan("show", "par-index/2020-2021")
    assert result.exit_code == 0
    for words in ("Quyết định 1149/QĐ-BNV", "? điểm", "Chưa ai thấy"):
        assert words in result.stdout


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("par-index/2024", "Nối tiếp bộ 2022-2023: mã giống nhau là cùng mục"),
        ("par-index/2024", "2024, mục total, theo ngưỡng: Nhóm A từ 90, Nhóm B từ 80"),
        ("par-index/2024", "từ 2024, cả chỉ số: Bộ tiêu chí sửa đổi"),
        ("papi/2021-2024", "(bộ trước không có mục này)"),
        ("papi/2021-2024", "bách phân vị"),
        ("par-index-internal/sample-departments", "Điểm điều tra xã hội học như văn bản khai: "),
    ],
)
def test_an_edition_is_shown_with_what_a_copy_would_carry_along(name: str, words: str) -> None:
    assert words in " ".join(longdan("show", name).stdout.split())


def test_the_check_holds_on_the_shipped_results() -> None:
    result = longdan("check")
    assert (result.exit_code, "0 không đạt" in result.stdout, "Chỗ sai đã biết của các nguồn" in result.stdout) == (0, True, True)
    assert "0 bộ sai ví dụ" in result.stdout


CASES = """cases:
  - {name: đủ cả, unit: An, period: 2025, source: tính tay, facts: {done: 9, due: 10, 2: 1}, marks: {1: 5.4, 2: 4, total: 9.4}}
  - {name: chưa có kế hoạch, unit: An, period: 2025, source: tính tay, facts: {done: 9, due: 10}, marks: {1: 5.4, total: gap}}
"""


@pytest.mark.parametrize(
    ("old", "new", "exit_code", "says"),
    [
        ("", "", 0, "thu/thu: ví dụ tính tay 2 đúng / 2"),
        ("marks: {1: 5.4, 2: 4,", "marks: {1: 6, 2: 4,", 1, "“đủ cả”, mục 1: máy chấm 5,4, ví dụ ghi 6"),
        ("total: gap", "total: 5.4", 1, "“chưa có kế hoạch”, mục total: máy chấm chưa có điểm, ví dụ ghi 5,4"),
        ("facts: {done: 9, due: 10}", "facts: {dne: 9, due: 10}", 1, "“dne” không có trong bộ thu/thu"),
    ],
)
def test_an_edition_of_a_file_is_held_to_the_cases_beside_it(
    edition: Path, old: str, new: str, exit_code: int, says: str
) -> None:
    edition.with_name("thu.cases.yaml").write_text(CASES.replace(old, new), encoding="utf-8")
    result = longdan("check", edition)
    assert (result.exit_code, says in " ".join((result.stdout + result.stderr).split())) == (exit_code, True), result.output


def test_an_edition_without_cases_says_where_to_write_them(edition: Path) -> None:
    result = longdan("check", edition)
    assert (result.exit_code, "viết thu.cases.yaml cạnh tệp của bộ" in result.stderr) == (1, True)


def test_a_score_says_every_mark_with_its_because(edition: Path, facts: Path) -> None:
    result = longdan("score", edition, "--facts", facts, "--unit", "An", "--period", "2025")
    assert result.exit_code == 0
    for words in ("5,40 / 6", "6 điểm × “done” / “due”", "done = 9 (published)", "[here] Phụ lục I", "Quyết định 01/QĐ-UBND"):
        assert words in " ".join(result.stdout.split())


def test_without_a_unit_every_unit_is_scored_and_what_does_not_apply_is_said(edition: Path, facts: Path) -> None:
    result = longdan("score", edition, "--facts", facts, "--period", "2025")
    assert [line for line in result.stdout.splitlines() if line.startswith("Đơn vị")] == [
        "Đơn vị An · kỳ 2025",
        "Đơn vị Bình · kỳ 2025",
        "Đơn vị Chi · kỳ 2025",
    ]
    assert "4 điểm không áp dụng đã rời mẫu số; quy về thang đầy đủ: 7,00" in result.stdout


def test_a_year_that_the_edition_does_not_measure_is_said(edition: Path, facts: Path) -> None:
    facts.write_text(FACTS.replace("2025", "2031").replace("không áp dụng\n", "không áp dụng,\n"), encoding="utf-8")
    assert "đo các năm 2024–2025, không đo năm 2031" in longdan("score", edition, "--facts", facts, "--period", "2031").stdout


def test_periods_outside_the_edition_are_left_out_and_named(edition: Path, facts: Path) -> None:
    more = "done,An,2019,9,\ndone,An,2031,9,\n"
    facts.write_text(FACTS.replace("không áp dụng", ",") + more, encoding="utf-8")
    result = longdan("score", edition, "--facts", facts, "--unit", "An")
    shown = [line for line in result.stdout.splitlines() if line.startswith("Đơn vị")]
    assert shown == ["Đơn vị An · kỳ 2024", "Đơn vị An · kỳ 2025"]
    assert "không chấm các kỳ ngoài năm 2024–2025 của bộ này: 2019, 2031" in result.stderr


def test_a_sheet_without_any_year_of_the_edition_is_refused(edition: Path, facts: Path) -> None:
    facts.write_text("input,unit,period,value\ndone,An,2019,9\n", encoding="utf-8")
    result = longdan("score", edition, "--facts", facts)
    assert (result.exit_code, "tệp có: 2019" in result.stderr, "cli.no-period" in result.stderr) == (1, True, True)


def test_of_very_many_problems_the_first_are_told_with_a_count(edition: Path, facts: Path) -> None:
    rows = [f"la{number},An,20x5,chín" for number in range(5000)]
    facts.write_text("\n".join(["input,unit,period,value", *rows]), encoding="utf-8")
    lines = longdan("score", edition, "--facts", facts).stderr.splitlines()
    assert (len(lines), [line for line in lines if line.startswith("…")]) == (
        3 * 20 * 2 + 3,
        [f"… còn 4980 lỗi cùng loại [catalogue.{code}]" for code in ("unknown-input", "wrong-period", "wrong-number")],
    )


def test_json_is_one_list_of_scorecards(edition: Path, facts: Path) -> None:
    cards = json.loads(longdan("score", edition, "--facts", facts, "--unit", "Chi", "--json").stdout)
    marks = {mark["node"]: mark for card in cards if card["period"] == "2025" for mark in card["marks"]}
    assert [(marks[code]["points"], marks[code]["result"]) for code in ("total", "1", "2")] == [
        (4.2, 7.0),
        (4.2, 4.2),
        (None, None),
    ]
    assert marks["2"]["gap"]["kind"] == "not-applicable"
    assert marks["1"]["because"]["figures"][0]["value"] == 7


def test_a_missing_figure_is_null_in_json_and_names_what_is_missing(edition: Path, facts: Path) -> None:
    facts.write_text("input,unit,period,value\ndone,An,2025,9\n", encoding="utf-8")
    [card] = json.loads(longdan("score", edition, "--facts", facts, "--json").stdout)
    assert [(mark["points"], mark["gap"]["missing"]) for mark in card["marks"]] == [
        (None, ["due", "2"]),
        (None, ["due"]),
        (None, ["2"]),
    ]


def test_figures_of_a_kind_that_does_not_count_are_named(edition: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "tu-cham.csv"
    sheet.write_text("input,unit,period,value,kind\n1,An,2025,5,self-scored\n2,An,2025,1,verified\n", encoding="utf-8")
    silent, asked = (
        longdan("score", edition, "--facts", sheet),
        longdan("score", edition, "--facts", sheet, "--kinds", "verified,self-scored"),
    )
    assert ("không tính số liệu loại self-scored" in silent.stderr, "chưa có điểm" in silent.stdout) == (True, True)
    assert (asked.stderr, "9,00 / 10" in asked.stdout, "điểm đã cho, không tính: 1 = 5 (self-scored)" in asked.stdout) == (
        "",
        True,
        True,
    )


def test_units_are_compared_by_place_group_and_change(edition: Path, facts: Path) -> None:
    result = longdan("compare", edition, "--facts", facts, "--unit", "An")
    lines = [line.split() for line in result.stdout.splitlines()]
    assert (result.exit_code, ["1", "Bình", "10,00", "Tốt", "–"] in lines, ["→", "3", "An", "5,40", "Khá", "+0,60"] in lines) == (
        0,
        True,
        True,
    )
    assert "An: vì sao thay đổi 0,6 điểm" in result.stdout


def test_an_improvement_reaches_its_aim_with_least_effort(edition: Path, facts: Path) -> None:
    result = longdan("improve", edition, "--facts", facts, "--unit", "An", "--score", "9", "--period", "2025")
    assert result.exit_code == 0
    assert "2 Ban hành kế hoạch" in result.stdout.split("Để lại")[0]


def test_an_aim_out_of_reach_is_said_with_the_best_that_can_be(edition: Path, facts: Path) -> None:
    result = longdan("improve", edition, "--facts", facts, "--unit", "An", "--score", "11", "--period", "2025")
    assert "làm hết mọi việc trong tầm với chỉ được" in result.stdout


WRONG = [
    (["score", "papi/2025"], "danh mục không có bộ chỉ số này"),
    (["score", "EDITION", "--unit", "Dung"], "tệp số liệu không có đơn vị này"),
    (["score", "EDITION", "--period", "hè"], "không phải là một kỳ"),
    (["score", "EDITION", "--kinds", "published,ước"], "không phải loại số liệu"),
    (["compare", "EDITION", "--node", "9"], "bộ chỉ số không có mục này"),
    (["improve", "EDITION", "--unit", "An"], "cần đúng một mục tiêu"),
    (["improve", "EDITION", "--unit", "An", "--place", "1", "--effort", "3"], "cần đúng một mục tiêu"),
    (["improve", "EDITION", "--unit", "An", "--effort", "nhiều"], "không phải là số"),
    (["improve", "EDITION", "--unit", "An", "--effort", "nan"], "không phải là số"),
    (["improve", "EDITION", "--unit", "An", "--effort", "1e400"], "không phải là số"),
    (["improve", "EDITION", "--unit", "An", "--group", "z"], "bộ chỉ số không có nhóm này"),
]


@pytest.mark.parametrize(("words", "says"), WRONG)
def test_a_wrong_word_is_answered_with_the_mend(edition: Path, facts: Path, words: list[str], says: str) -> None:
    result = longdan(*[str(edition) if word == "EDITION" else word for word in words], "--facts", facts)
    assert (result.exit_code, says in result.stderr, "cách sửa:" in result.stderr, result.stdout) == (1, True, True, "")


def test_a_broken_sheet_shows_all_its_mistakes(edition: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "hong.csv"
    sheet.write_text("input,unit,period,value\ndne,An,2025,9\ndue,An,25,mười\n", encoding="utf-8")
    result = longdan("score", edition, "--facts", sheet)
    assert [line.split(": ")[0] for line in result.stderr.splitlines() if line.startswith("hong")] == [
        "hong.csv:2 (input)",
        "hong.csv:3 (period)",
        "hong.csv:3 (value)",
    ]


def test_a_file_that_is_not_there_is_named(edition: Path) -> None:
    assert "khong-co.csv: không mở được tệp" in longdan("score", edition, "--facts", "khong-co.csv").stderr


@pytest.mark.parametrize(
    "words", [["list"], ["show", "par-index-internal/sample-communes"], ["show", "papi/2021-2024"], ["check"]]
)
def test_lines_fit_a_terminal_of_80_columns(words: list[str]) -> None:
    assert [line for line in longdan(*words).stdout.splitlines() if len(line) > WIDTH] == []


def test_a_year_is_set_beside_the_year_before_and_not_beside_its_own_half(edition: Path, tmp_path: Path) -> None:
    (sheet := tmp_path / "ky.csv").write_text("input,unit,period,value\n" + "".join(
        f"1,{unit},{period},5\n" for unit in ("An", "Ba") for period in ("2025", "2026-Q1", "2026-H1", "2026")
    ), encoding="utf-8")  # fmt: skip
    assert json.loads(longdan("compare", edition, "--facts", sheet, "--node", "1", "--json").stdout)["before"] == "2025"


def test_the_sheet_of_the_how_to_is_scored_and_compared_as_it_says(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "score-figures.md").read_text(encoding="utf-8")
    sheet = tmp_path / "so-lieu.csv"
    sheet.write_text(page.split("```csv\n")[1].split("```")[0], encoding="utf-8")
    commands = [
        line.split("index ")[1] for line in page.splitlines() if line.startswith("longdan index") and "sample-communes" in line
    ]
    told = [longdan(*shlex.split(line.replace("so-lieu.csv", str(sheet)))) for line in commands]
    assert [one.exit_code for one in told] == [0, 0]
    assert "1.1 Kế hoạch cải cách hành chính năm 2,50 / 3" in " ".join(told[0].stdout.split())
    assert [line.split()[:3] for line in told[1].stdout.splitlines() if "Xã" in line] == [["1", "Xã", "An"], ["2", "Xã", "Bình"]]
