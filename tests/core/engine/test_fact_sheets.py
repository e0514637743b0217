"""A sheet of figures is read as people write it, and refused with every mistake at once: line, column, mend."""

from decimal import Decimal
from pathlib import Path

import pytest

from longdan.core.catalogue.indices import Index, Input, Text, rules
from longdan.core.engine.fact_sheets import read_facts
from longdan.core.engine.figures import Facts
from longdan.core.engine.improving.opportunities import Means
from longdan.core.engine.means_sheets import read_means
from longdan.core.facts import FactKind
from longdan.core.periods import year
from longdan.core.problems import ProblemsFound
from tests.core.engine.trees import a_node, an_index


def edition() -> Index:
    leaves = [a_node("1", rules.YesNo("1")), a_node("2", rules.Proportion("done", "due", Decimal(0), Decimal(100)))]
    inputs = tuple(Input(code, Text(code), "việc") for code in ("done", "due"))
    return an_index([*leaves, a_node("3", rules.YesNo("3"), not_applicable_allowed=False)], inputs=inputs)


def read(tmp_path: Path, text: str | bytes) -> Facts:
    file = tmp_path / "so-lieu.csv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_facts(file, edition())


def test_columns_stand_in_any_order_and_blanks_are_gaps(tmp_path: Path) -> None:
    found = read(tmp_path, "unit,input,value,period,kind\nAn,done,9,2024,\nAn,due,,2024,\nAn,1,1,2024-Q3,verified\n\n")
    assert [(one.input, str(one.period), one.value, one.kind) for one in found] == [
        ("done", "2024", 9, FactKind.PUBLISHED),
        ("1", "2024-Q3", 1, FactKind.VERIFIED),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("input;unit;period;value\n1;An;2024;0,25\n", "0.25"),
        ("\ufeffinput,unit,period,value\n1,An,2024,0.25\n", "0.25"),
        ("input,unit,period,value\r\n1,An,2024,2.5e-01\r\n", "0.25"),
        ("input,unit,period,value\n1,An,2024,1/4\n", "0.25"),
        ("input,unit,period,value\n1,An,2024,0\n", "0"),
        ("input;unit;period;value\n1;An;2024;0.250\n", "0.25"),
        ("input;unit;period;value\n1;An;2024;0,250\n", "0.25"),
        ("input,unit,period,value\n1,An,2024,1.250\n", "1.25"),
    ],
)
def test_numbers_are_read_as_spreadsheets_save_them(tmp_path: Path, text: str, value: str) -> None:
    assert [one.value for one in read(tmp_path, text)] == [Decimal(value)]


def test_errors_and_sources_are_kept(tmp_path: Path) -> None:
    found = read(tmp_path, "input,unit,period,value,standard_error,source\n1,An,2024,1,0.02,phiếu\n")
    assert [(one.standard_error, one.source) for one in found] == [(Decimal("0.02"), "phiếu")]


def test_a_character_that_nobody_sees_is_told_with_its_line(tmp_path: Path) -> None:
    (file := tmp_path / "f.csv").write_bytes(b"input,unit,period,value\n1,An\x00,2025,2\n")
    with pytest.raises(ProblemsFound, match=r"f.csv:2: dòng có ký tự không nhìn thấy"):
        read_facts(file, an_index([a_node("1", rules.Published("1"))]))


def test_a_node_that_does_not_concern_the_unit_is_declared_in_words(tmp_path: Path) -> None:
    found = read(tmp_path, "input,unit,period,value\n1,An,2024,1\n2,An,2024,Không áp dụng\n")
    assert found.not_applicable == {("2", "An", year(2024))}


def test_a_unit_whose_rows_are_all_blank_is_known(tmp_path: Path) -> None:
    found = read(tmp_path, "input,unit,period,value\n1,An,2024,1\n1,Bình,2024,\n")
    assert (found.units(), len(list(found))) == (("An", "Bình"), 1)


def test_a_sheet_of_declarations_alone_has_units_and_periods(tmp_path: Path) -> None:
    found = read(tmp_path, "input,unit,period,value\n2,An,2024,Không áp dụng\n")
    assert (found.units(), found.periods()) == (("An",), (year(2024),))


# the sheet, then for each problem: where it lies, words that it must hold
WRONG = [
    ("", [("so-lieu.csv:1 (input)", "thiếu cột “input”")]),
    ("input,unit,period,value\n", [("so-lieu.csv:1", "không có số liệu nào")]),
    ("input,unit,value\n1,An,1\n", [("so-lieu.csv:1 (period)", "thiếu cột “period”")]),
    ("input,unit,period,value,điểm\n1,An,2024,1,\n", [("so-lieu.csv:1 (điểm)", "cột lạ")]),
    ("input,unit,unit,period,value\n1,An,An,2024,1\n", [("so-lieu.csv:1 (unit)", "cột ghi hai lần")]),
    ("input,unit,period,value\n1,An,2024\n", [("so-lieu.csv:2", "3 ô, cần 4 ô")]),
    ('input,unit,period,value\n1,"An,2024,1\n', [("so-lieu.csv:2", "tệp CSV hỏng")]),
    ("input,unit,period,value\ndon,An,2024,1\n", [("so-lieu.csv:2 (input)", "“don” không phải mã")]),
    ("input,unit,period,value\n1,,2024,1\n", [("so-lieu.csv:2 (unit)", "để trống")]),
    ("input,unit,period,value\n1,An,năm 2024,1\n", [("so-lieu.csv:2 (period)", "“năm 2024” không phải là một kỳ")]),
    ("input,unit,period,value\n1,An,2024,85%\n", [("so-lieu.csv:2 (value)", "“85%” không phải là số")]),
    ('input,unit,period,value\n1,An,2024,"0,25"\n', [("so-lieu.csv:2 (value)", "“0,25” không phải là số")]),
    (
        "input;unit;period;value;standard_error\n1;1.250;2024;1.250;\n1;An;2024;1;12.000\n1;Em;2024;1.250.000;\n",
        [
            ("so-lieu.csv:2 (value)", "“1.250” có thể là 1250, cũng có thể là 1,250"),
            ("so-lieu.csv:3 (standard_error)", "“12.000” có thể là 12000"),
            ("so-lieu.csv:4 (value)", "không phải là số"),
        ],
    ),
    ("input,unit,period,value\n3,An,2024,n/a\n", [("so-lieu.csv:2 (value)", "không được khai “không áp dụng”")]),
    ("input,unit,period,value\n1,An,2024,1\n1,An,2024,0\n", [("so-lieu.csv:3 (input, unit, period)", "đã có ở dòng 2")]),
    (
        "input,unit,period,value,kind\n1,An,2024,1,\n1,An,2024,0,published\n",
        [("so-lieu.csv:3 (input, unit, period)", "đã có ở dòng 2")],
    ),
    ("input,unit,period,value,kind\n1,An,2024,1,ước\n", [("so-lieu.csv:2 (kind)", "“ước” không có trong danh sách")]),
    ("input,unit,period,value,standard_error\n1,An,2024,1,-1\n", [("so-lieu.csv:2 (standard_error)", "sai số chuẩn âm")]),
    (
        "input,unit,period,value\nx,An,2024,một\n1,,24,1\n",
        [
            ("so-lieu.csv:2 (input)", "“x”"),
            ("so-lieu.csv:2 (value)", "“một”"),
            ("so-lieu.csv:3 (unit)", "để trống"),
            ("so-lieu.csv:3 (period)", "“24”"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WRONG)
def test_every_mistake_is_told_at_once_with_line_and_column(tmp_path: Path, text: str, expected: list[tuple[str, str]]) -> None:
    with pytest.raises(ProblemsFound) as refused:
        read(tmp_path, text)
    found = refused.value.problems[: len(expected)]
    assert [(one.where, words in one.what, bool(one.fix)) for one, (_, words) in zip(found, expected, strict=True)] == [
        (where, True, True) for where, _ in expected
    ]


def test_a_mistyped_code_is_answered_with_the_nearest_ones(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound, match="có phải: done"):
        read(tmp_path, "input,unit,period,value\ndonne,An,2024,1\n")


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound, match="không phải UTF-8"):
        read(tmp_path, b"input,unit,period,value\n1,\xc1n,2024,1\n")


def means(tmp_path: Path, text: str) -> dict[str, Means]:
    file = tmp_path / "cong.csv"
    file.write_text(text, encoding="utf-8")
    return read_means(file, edition())


def test_means_that_are_left_out_are_the_usual_ones(tmp_path: Path) -> None:
    assert means(tmp_path, "node,reach,effort_per_point\n1,,2.5\n2,7,\n") == {
        "1": Means(Decimal("2.5")),
        "2": Means(Decimal(1), reach=Decimal(7)),
    }


def test_means_of_a_sheet_with_semicolons_are_read_one_way_only(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound, match=r"cong.csv:2 \(effort_per_point\): “1.500” có thể là 1500"):
        means(tmp_path, "node;effort_per_point\n1;1.500\n")


def test_wrong_means_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound) as refused:
        means(tmp_path, "node,start\n9,1\n1,-1\n1,2\n")
    assert [one.where for one in refused.value.problems] == ["cong.csv:2 (node)", "cong.csv:3 (start)", "cong.csv:4 (node)"]
