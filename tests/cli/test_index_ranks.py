"""``longdan index robustness``, ``ranks``, ``what-if``: how sure ranks are, what other figures would give."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from longdan.cli.main import main
from tests.cli.test_index import EDITION

UNITS = {"An": "9,8", "Bình": "8,9", "Chi": "5,5", "Dung": "2,1"}


def longdan(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["index", *map(str, words)])


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    file = tmp_path / "thu.yaml"
    inputs = EDITION.index("inputs:")
    nodes = """total: {most: 20}
nodes:
  - {code: 1, title: Một, most: 10, rule: published}
  - {code: 2, title: Hai, most: 10, not_applicable: true, rule: published}
"""
    file.write_text(EDITION[:inputs] + nodes, encoding="utf-8")
    return file


def sheet(folder: Path, error: str = "0.2") -> Path:
    file = folder / "so-lieu.csv"
    rows = [
        f"{code},{unit},2025,{value},{error}"
        for unit, marks in UNITS.items()
        for code, value in zip("12", marks.split(","), strict=True)
    ]
    file.write_text("\n".join(["input,unit,period,value,standard_error", *rows]), encoding="utf-8")
    return file


def test_ranks_say_where_each_unit_may_stand_and_in_which_tier(edition: Path, tmp_path: Path) -> None:
    result = longdan("ranks", edition, "--facts", sheet(tmp_path), "--top", "2")
    assert result.exit_code == 0
    rows = [line.split() for line in result.stdout.splitlines() if line.split()[2:3] and line.split()[2] in UNITS]
    assert rows == [
        ["1", "1", "An", "17,00", "1–2", "1–2"],
        ["1", "1", "Bình", "17,00", "1–2", "1–2"],
        ["2", "3", "Chi", "10,00", "3–3", "3–3"],
        ["3", "4", "Dung", "3,00", "4–4", "4–4"],
    ]
    assert "trong 2 hạng đầu (2): An, Bình" in result.stdout


def test_ranks_as_json_say_level_and_seed(edition: Path, tmp_path: Path) -> None:
    found = json.loads(longdan("ranks", edition, "--facts", sheet(tmp_path), "--level", "90", "--seed", "5", "--json").stdout)
    assert (found["level"], found["seed"], [one["tier"] for one in found["units"]]) == (0.9, 5, [1, 1, 2, 3])


def test_without_errors_there_are_no_rank_sets_and_the_mend_is_said(edition: Path, tmp_path: Path) -> None:
    result = longdan("ranks", edition, "--facts", sheet(tmp_path, error=""))
    assert (result.exit_code, "ghi sai số chuẩn ở cột standard_error" in result.stderr) == (1, True)


def test_robustness_says_how_far_ranks_move_and_why(edition: Path, tmp_path: Path) -> None:
    result = longdan("robustness", edition, "--facts", sheet(tmp_path, error="1.5"), "--draws", "400")
    text = " ".join(result.stdout.split())
    assert result.exit_code == 0
    for words in ("4 đơn vị, 2 mục, 400 lượt thử", "hạng 90 %", "trọng số", "sai số lấy mẫu", "phần trăm phương sai"):
        assert words in text


def test_robustness_says_what_each_part_does_to_the_ranks(edition: Path, tmp_path: Path) -> None:
    words = ("robustness", edition, "--facts", sheet(tmp_path, error=""), "--draws", "100")
    text, found = " ".join(longdan(*words).stdout.split()), json.loads(longdan(*words, "--json").stdout)
    assert [(one["node"], one["weight"], one["shift"]) for one in found["parts"]] == [("1", 0.5, 0.25), ("2", 0.5, 0.25)]
    assert found["by_pairs"] == [1, 1, 3, 4]
    assert ("1 Một 50 %; 0,99; 0,2 bậc" in text, "alpha Cronbach" in text) == (True, True)


def test_a_part_that_all_units_have_alike_decides_no_rank(edition: Path, tmp_path: Path) -> None:
    file = sheet(tmp_path)
    lines = [line if line[:1] != "2" else ",".join([*line.split(",")[:3], "5", "0.2"]) for line in file.read_text().splitlines()]
    file.write_text("\n".join(lines), encoding="utf-8")
    assert "mọi đơn vị như nhau" in longdan("robustness", edition, "--facts", file, "--draws", "100").stdout


def test_errors_that_go_together_widen_the_ranks(edition: Path, tmp_path: Path) -> None:
    words = ("ranks", edition, "--facts", sheet(tmp_path, error="0.5"))
    apart, together = (json.loads(longdan(*words, "--correlation", r, "--json").stdout) for r in ("0", "1"))
    errors = [one["units"][0]["standard_error"] for one in (apart, together)]
    assert errors == pytest.approx([0.5**0.5, 1.0])
    assert "tương quan 1,00" in longdan(*words, "--correlation", "1").stdout


def test_where_no_choice_moves_a_rank_that_is_said(edition: Path, tmp_path: Path) -> None:
    file = tmp_path / "xa-nhau.csv"
    rows = [f"{code},{unit},2025,{mark}" for unit, mark in (("An", 9), ("Bình", 5), ("Chi", 1)) for code in "12"]
    file.write_text("\n".join(["input,unit,period,value", *rows]), encoding="utf-8")
    assert "Không lựa chọn nào làm đổi hạng." in longdan("robustness", edition, "--facts", file, "--draws", "100").stdout


def test_robustness_without_errors_says_that_sampling_was_not_tried(edition: Path, tmp_path: Path) -> None:
    result = longdan("robustness", edition, "--facts", sheet(tmp_path, error=""), "--draws", "200")
    assert ("Không thử sai số lấy mẫu" in result.stdout, "  sai số lấy mẫu" in result.stdout) == (True, False)


def test_the_nominal_rank_is_that_of_the_index_itself_where_parts_do_not_concern_a_unit(edition: Path, tmp_path: Path) -> None:
    file = sheet(tmp_path)
    file.write_text(file.read_text(encoding="utf-8").replace("2,Chi,2025,5,0.2", "2,Chi,2025,không áp dụng,"), encoding="utf-8")
    found = json.loads(longdan("robustness", edition, "--facts", file, "--draws", "200", "--json").stdout)
    compared = json.loads(longdan("compare", edition, "--facts", file, "--json").stdout)
    assert {one["unit"]: one["nominal"] for one in found["units"]} == {one["unit"]: one["place"] for one in compared["units"]}


def test_what_if_says_marks_and_place_before_and_after(edition: Path, tmp_path: Path) -> None:
    words = ("what-if", edition, "--facts", sheet(tmp_path), "--unit", "Chi", "--set", "1=9.5", "--set", "2=9")
    lines = [line.split() for line in longdan(*words).stdout.splitlines()]
    assert ["1", "5,00", "9,50", "+4,5", "Một"] in lines
    assert [
        "hạng",
        "3",
        "→",
        "1",
        "trong",
        "4",
        "đơn",
        "vị,",
        "nếu",
        "các",
        "đơn",
        "vị",
        "khác",
        "giữ",
        "nguyên",
        "điểm.",
    ] in lines
    found = json.loads(longdan(*words, "--json").stdout)
    assert (found["place"], found["moved"][0]) == ([3, 1], {"node": "total", "before": 10, "after": 18.5})


def test_a_figure_taken_away_leaves_a_gap(edition: Path, tmp_path: Path) -> None:
    result = longdan("what-if", edition, "--facts", sheet(tmp_path), "--unit", "Chi", "--set", "1=", "--json")
    assert json.loads(result.stdout)["moved"][1] == {"node": "1", "before": 5, "after": None}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("what-if", "--unit", "Chi", "--set", "9=1"), "bộ chỉ số không có mã này"),
        (("what-if", "--unit", "Chi", "--set", "1:1"), "không phải mã=giá trị"),
        (("what-if", "--unit", "Chi", "--set", "1=chín"), "không phải là số"),
        (("what-if", "--unit", "Xa", "--set", "1=1"), "tệp số liệu không có đơn vị này"),
        (("robustness", "--off-by", "100"), "từ 0 đến dưới 100"),
        (("robustness", "--node", "1"), "chưa có ít nhất hai đơn vị và hai mục con"),
        (("robustness", "--node", "7"), "bộ chỉ số không có mục này"),
        (("ranks", "--level", "10"), "từ 50 đến dưới 100"),
        (("ranks", "--correlation", "1.5"), "ghi số từ 0 đến 1"),
        (("compare", "--correlation", "-0.1"), "ghi số từ 0 đến 1"),
        (("compare", "--peers", "khong-co.csv"), "ghi thêm --unit"),
        (("compare", "--peers", "khong-co.csv", "--unit", "An"), "không mở được tệp"),
    ],
)
def test_a_wrong_question_says_what_to_write_instead(words: tuple[str, ...], says: str, edition: Path, tmp_path: Path) -> None:
    result = longdan(words[0], edition, "--facts", sheet(tmp_path), *words[1:])
    assert (result.exit_code, says in result.stderr) == (1, True), result.stderr


def test_a_comparison_as_json_has_changes_and_causes(edition: Path, tmp_path: Path) -> None:
    file = sheet(tmp_path)
    file.write_text(file.read_text(encoding="utf-8") + "\n1,An,2024,8,0.2\n2,An,2024,8,0.2\n", encoding="utf-8")
    found = json.loads(longdan("compare", edition, "--facts", file, "--period", "2025", "--unit", "An", "--json").stdout)
    assert (found["units"][0]["change"]["difference"], found["units"][0]["within_noise"]) == (1, False)
    assert [(one["node"], one["by_mark"]) for one in found["causes"]["parts"]] == [("1", 1), ("2", 0)]


def test_a_comparison_says_where_a_unit_stands_in_its_class_and_what_really_changed(edition: Path, tmp_path: Path) -> None:
    file, classes = sheet(tmp_path), tmp_path / "loai.csv"
    more = ["1,An,2024,8,0.2", "2,An,2024,4,0.2", "1,Chi,2024,5,0.2", "2,Chi,2024,4.9,0.2"]
    file.write_text("\n".join([file.read_text(encoding="utf-8"), *more]), encoding="utf-8")
    classes.write_text("unit,class\nAn,miền núi\nChi,miền núi\nDung,miền núi\nBình,ven biển\n", encoding="utf-8")
    words = ("compare", edition, "--facts", file, "--period", "2025", "--unit", "Chi", "--peers", classes)
    text, found = " ".join(longdan(*words).stdout.split()), json.loads(longdan(*words, "--json").stdout)
    assert "Chi trong nhóm “miền núi”: hạng 2 trong 3; trung bình 10,00, trung vị 10,00; cao nhất 17,00 (An)" in text
    assert "chắc là thật khi xét cả 2 đơn vị cùng lúc (Holm, 95 %): An" in text
    assert (found["peers"]["place"], found["really_changed"]) == (2, ["An"])


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("unit,class\nChi,a\nChi,b", "“Chi” đã có ở dòng 2"),
        ("unit,vùng\nChi,a", "cột lạ “vùng”"),
        ("unit,class\nAn,a", "“Chi” không có trong tệp này"),
    ],
)
def test_a_wrong_sheet_of_classes_says_what_to_mend(rows: str, says: str, edition: Path, tmp_path: Path) -> None:
    classes = tmp_path / "loai.csv"
    classes.write_text(rows, encoding="utf-8")
    result = longdan("compare", edition, "--facts", sheet(tmp_path), "--unit", "Chi", "--peers", classes)
    assert (result.exit_code, says in result.stderr) == (1, True), result.stderr
