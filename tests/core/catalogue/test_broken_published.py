"""Published results and cases with a mistake are refused with every mistake: line, field, and how to mend it."""

from importlib.resources import files
from pathlib import Path

import pytest

from longdan.core.catalogue import read_units
from longdan.core.catalogue.indices.cases import read_cases
from longdan.core.catalogue.indices.rules import Sum, YesNo
from longdan.core.catalogue.published import Certainty, read_results
from longdan.core.facts import FactKind
from longdan.core.problems import ProblemsFound
from tests.core.engine.trees import a_node, an_index

UNITS = read_units(files("longdan") / "catalogue" / "units")

GOOD = {
    "sources.yaml": """index: vi-du
sources:
  - {key: bang, text: Bảng, mark: seen}
files:
  - file: diem.csv
    form: marks
    nodes: ["1", total]
    units: former
    licence: tự đặt
    seen: 2026-11-21
    series:
      - {years: 2023-2024, kind: published, source: bang}
    slips:
      - {year: 2024, unit: "01", node: "1", what: lệch}
  - file: sai-so.csv
    form: errors
    units: former
    licence: tự đặt
    seen: 2026-11-21
    series:
      - {years: [2024], kind: published, source: bang}
  - file: le.csv
    form: cited
    units: present
    licence: tự đặt
    seen: 2026-11-21
    series:
      - {years: [2025], kind: published, source: bang}
  - file: chung.csv
    form: references
    units: former
    licence: tự đặt
    seen: 2026-11-21
    series:
      - {years: [2024], kind: published, source: bang}
""",
    "diem.csv": "unit,year,1,total\n01,2023,5.5,41\n01,2024,,42\n",
    "sai-so.csv": "unit,year,node,standard_error,low,high\n01,2024,total,0.5,41,43\n",
    "le.csv": "unit,year,node,value,rank,of,certainty,source,note\n01,2025,total,43,1,34,printed,báo,\n"
    "79,2025,total,40,,,doubtful,báo,\n04,2025,total,,9,34,printed,báo,\n46,2025,total,39,,,derived,báo,\n",
    "chung.csv": "year,node,statistic,value,unit,kind,source,note\n2024,total,mean,42,,published,báo,\n",
}

# file, what is replaced, by what, the place the message must name, words it must hold
BROKEN = [
    ("sources.yaml", "index: vi-du\n", "", "sources.yaml:1 (index)", "thiếu khóa"),
    ("sources.yaml", "form: marks", "form: bảng", "(files.0.form)", "marks, errors, cited, anchors, references"),
    ("sources.yaml", '    nodes: ["1", total]\n', "", "(files.0.nodes)", "thiếu các mục của tệp"),
    ("sources.yaml", "units: present", "units: 34", "(files.2.units)", "former, present, named"),
    (
        "sources.yaml",
        "kind: published, source: bang}\n    slips",
        "kind: đã in, source: bang}\n    slips",
        "(files.0.series.0.kind)",
        "published",
    ),
    (
        "sources.yaml",
        "source: bang}\n    slips",
        "source: báo}\n    slips",
        "(files.0.series.0.source)",
        "mục sources của tệp này",
    ),
    ("sources.yaml", "years: 2023-2024", "years: hai năm", "(files.0.series.0.years)", "không phải là số"),
    (
        "sources.yaml",
        "seen: 2026-11-21\n    series:\n      - {years: 2023",
        "seen: hôm qua\n    series:\n      - {years: 2023",
        "(files.0.seen)",
        "ngày",
    ),
    (
        "sources.yaml",
        "slips:\n      - {year: 2024",
        "slips:\n      - {year: 2020",
        "(files.0.slips)",
        "năm 2020 chưa có trong series",
    ),
    (
        "sources.yaml",
        "    slips:",
        "      - {years: [2024], kind: recomputed, source: bang}\n    slips:",
        "(files.0.series)",
        "năm 2024 ở hai chuỗi",
    ),
    ("sources.yaml", ", what: lệch", "", "(files.0.slips.0.what)", "thiếu khóa"),
    ("sources.yaml", "file: sai-so.csv", "file: mat.csv", "mat.csv:1", "không có tệp này"),
    ("sources.yaml", "file: sai-so.csv", "file: diem.csv", "(files.1.file)", "đã có ở dòng"),
    ("diem.csv", "1,total", "total,1", "diem.csv:1", "không đúng thứ tự"),
    ("diem.csv", "01,2023", "03,2023", "diem.csv:2 (unit)", "“03” không có"),
    ("diem.csv", "2023,5.5", "2022,5.5", "diem.csv:2 (year)", "chưa khai ở sources.yaml"),
    ("diem.csv", "5.5", "5,5", "diem.csv:2", "5 ô, cần 4 ô"),
    ("diem.csv", "5.5", "khá", "diem.csv:2 (1)", "không phải là số"),
    ("diem.csv", "01,2024", "01,2023", "diem.csv:3 (unit, year)", "đã có ở dòng 2"),
    ("sai-so.csv", "0.5,41", "0,41", "sai-so.csv:2 (standard_error)", "không lớn hơn 0"),
    ("sai-so.csv", "0.5,41", ",41", "sai-so.csv:2 (standard_error)", "để trống"),
    ("le.csv", "43,1,34", ",,34", "le.csv:2 (value)", "không có điểm, cũng không có thứ hạng"),
    ("le.csv", "printed,báo,\n79", "chắc,báo,\n79", "le.csv:2 (certainty)", "printed, derived, doubtful"),
    ("le.csv", "printed,báo,\n79", "printed,,\n79", "le.csv:2 (source)", "để trống"),
    ("le.csv", "04,2025", "02,2025", "le.csv:4 (unit)", "“02” không có"),
    ("chung.csv", "mean", "trung bình", "chung.csv:2 (statistic)", "mean, median, top, bottom"),
    ("chung.csv", "mean,42", "mean,", "chung.csv:2 (value)", "để trống"),
]

CASES = """cases:
  - name: một
    unit: "01"
    period: 2024
    facts: {1.1: 3}
    marks: {1: 3, total: gap}
    source: tính tay
"""
BROKEN_CASES = [
    ("period: 2024", "period: năm nay", "(cases.0.period)", "không phải là kỳ"),
    ("    source: tính tay\n", "", "(cases.0.source)", "thiếu khóa"),
    ("facts: {1.1: 3}", "facts: {1.1: ba}", "(cases.0.facts.1.1)", "không phải là số"),
    ("facts: {1.1: 3}", "facts: {1.1: 3, 1.1: 4}", "(cases.0.facts.1.1)", "đã có ở dòng"),
    ("facts: {1.1: 3}", "facts: {1.2: 3}", "(cases.0.facts.1.2)", "sửa mã này, hoặc thêm mã vào bộ thu/2025"),
    ("marks: {1: 3,", "marks: {2: 3,", "(cases.0.marks.2)", "không có trong bộ thu/2025"),
    ("total: gap", "total: trống", "(cases.0.marks.total)", "không phải là số"),
    ("    unit:", "    đơn vị: 1\n    unit:", "(cases.0.đơn vị)", "khóa lạ"),
]


def write(folder: Path, changes: tuple[tuple[str, str, str], ...] = ()) -> Path:
    for name, text in GOOD.items():
        for file, old, new in changes:
            if file == name:
                assert old in text
                text = text.replace(old, new, 1)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_blank_cell_is_no_fact_and_a_doubtful_figure_neither(tmp_path: Path) -> None:
    facts = read_results(write(tmp_path), UNITS).facts
    assert [(fact.input, fact.unit, fact.period.year, str(fact.value), fact.kind) for fact in facts] == [
        ("1", "01", 2023, "5.5", FactKind.PUBLISHED),
        ("total", "01", 2023, "41", FactKind.PUBLISHED),
        ("total", "01", 2024, "42", FactKind.PUBLISHED),
        ("total", "01", 2025, "43", FactKind.PUBLISHED),
        ("total", "46", 2025, "39", FactKind.RECOMPUTED),
    ]


def test_a_figure_of_which_sources_disagree_is_kept_as_doubtful(tmp_path: Path) -> None:
    cited = read_results(write(tmp_path), UNITS).cited
    assert [one.unit for one in cited if one.certainty is Certainty.DOUBTFUL] == ["79"]


@pytest.mark.parametrize(("file", "old", "new", "where", "words"), BROKEN)
def test_broken_results_are_refused_with_place_and_mend(
    tmp_path: Path, file: str, old: str, new: str, where: str, words: str
) -> None:
    with pytest.raises(ProblemsFound) as refused:
        read_results(write(tmp_path, ((file, old, new),)), UNITS)
    said = [f"{one.where} {one.what} {one.fix}" for one in refused.value.problems]
    assert any(where in one and words in one for one in said), said


def test_mistakes_of_several_files_are_told_at_once(tmp_path: Path) -> None:
    changes = (("diem.csv", "5.5", "khá"), ("le.csv", "printed", "chắc"), ("chung.csv", "mean", "giữa"))
    with pytest.raises(ProblemsFound) as refused:
        read_results(write(tmp_path, changes), UNITS)
    assert {one.where.split(":")[0].split("/")[-1] for one in refused.value.problems} == {"diem.csv", "le.csv", "chung.csv"}


@pytest.mark.parametrize(("old", "new", "where", "words"), BROKEN_CASES)
def test_a_broken_case_is_refused_with_place_and_mend(tmp_path: Path, old: str, new: str, where: str, words: str) -> None:
    file = tmp_path / "2024.cases.yaml"
    assert old in CASES
    file.write_text(CASES.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ProblemsFound) as refused:
        read_cases(file, an_index([a_node("1", Sum((), capped=False)), a_node("1.1", YesNo("1.1"), parent="1")]))
    said = [f"{one.where} {one.what} {one.fix}" for one in refused.value.problems]
    assert any(where in one and words in one for one in said), said
