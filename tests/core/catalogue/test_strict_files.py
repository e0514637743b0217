"""A wrong catalogue file is refused with every mistake: line, field, and how to mend it."""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from longdan.core.catalogue import read_departments, read_sample, read_units
from longdan.core.problems import ProblemsFound

UNIT_FILES = ("provinces", "communes", "earlier_forms", "former_provinces", "former_districts", "former_communes")


def source(name: str) -> str:
    last = ", valid_to: 2025-06-30" if name.startswith("former") else ""
    return f"  - {{file: {name}.csv, source: nguồn, licence: MIT, checked: 2026-11-21{last}}}\n"


GOOD_UNITS = {
    "sources.yaml": "files:\n" + "".join(map(source, UNIT_FILES)),
    "provinces.csv": "code,kind,name,portal_code,valid_from\n01,tỉnh,Một,H01,\n",
    "communes.csv": "code,kind,name,province,valid_from\n00001,xã,Hai,01,2025-07-01\n",
    "earlier_forms.csv": "code,kind,name,valid_from,valid_to\n",
    "former_provinces.csv": "code,kind,name,successor\n02,tỉnh,Ba,01\n",
    "former_districts.csv": "key,kind,name,province,successor\n02-01,huyện,Bốn,02,\n",
    "former_communes.csv": "code,kind,name,district,successor,share\n00009,xã,Năm,02-01,00001,whole\n",
}

# file, what is replaced, by what, the place the message must name, words it must hold
BROKEN_UNITS = [
    ("communes.csv", "province,valid", "tỉnh,valid", "units/communes.csv:1 (tỉnh)", "cột lạ"),
    ("communes.csv", "name,province", "province,name", "units/communes.csv:1", "không đúng thứ tự"),
    ("communes.csv", ",valid_from", "", "units/communes.csv:1 (valid_from)", "thiếu cột"),
    ("communes.csv", "xã,Hai", "làng,Hai", "units/communes.csv:2 (kind)", "“làng” không có trong danh sách"),
    ("communes.csv", "2025-07-01", "1/7/2025", "units/communes.csv:2 (valid_from)", "ghi năm-tháng-ngày"),
    ("communes.csv", "2025-07-01", "2025-02-30", "units/communes.csv:2 (valid_from)", "không phải là ngày"),
    ("communes.csv", "Hai,01", "Hai,77", "units/communes.csv:2 (province)", "“77” không có trong provinces.csv"),
    ("communes.csv", "00001", "1", "units/communes.csv:2 (code)", "5 chữ số"),
    ("communes.csv", "Hai", "", "units/communes.csv:2 (name)", "để trống"),
    ("communes.csv", "Hai", " Hai", "units/communes.csv:2 (name)", "dấu cách thừa"),
    ("communes.csv", "Hai,01", "Hai", "units/communes.csv:2", "4 ô, cần 5 ô"),
    ("communes.csv", "Hai", '"Hai', "units/communes.csv:2", "tệp CSV hỏng"),
    ("communes.csv", "2025-07-01\n", "2025-07-01\n00001,xã,Sáu,01,2025-07-01\n", "units/communes.csv:3 (code)", "đã có ở dòng 2"),
    ("communes.csv", "Hai", "Ha\u0323i", "units/communes.csv:2", "dạng tổ hợp rời"),
    ("provinces.csv", "Một", "Một,thừa", "units/provinces.csv:2", "6 ô, cần 5 ô"),
    (
        "earlier_forms.csv",
        "_to\n",
        "_to\n01,tỉnh,A,2026-01-01,2025-01-01\n",
        "units/earlier_forms.csv:2 (valid_to)",
        "đứng trước ngày bắt đầu",
    ),
    ("former_provinces.csv", "Ba,01", "Ba,88", "units/former_provinces.csv:2 (successor)", "“88” không có"),
    ("former_districts.csv", "Bốn,02", "Bốn,09", "units/former_districts.csv:2 (province)", "“09” không có"),
    ("former_communes.csv", "whole", "half", "units/former_communes.csv:2 (share)", "ghi một trong: whole, main, part"),
    (
        "former_communes.csv",
        "whole\n",
        "whole\n00009,xã,Năm,02-01,01,part\n",
        "units/former_communes.csv:3 (share)",
        "đã nhập trọn",
    ),
    ("sources.yaml", "licence: MIT", "license: MIT", "units/sources.yaml:2 (files.0.license)", "khóa lạ"),
    ("sources.yaml", "checked: 2026-11-21}", "checked: hôm qua}", "units/sources.yaml:2 (files.0.checked)", "không phải là ngày"),
    ("sources.yaml", "{file: communes.csv", "{file: provinces.csv", "units/sources.yaml:3 (files.1.file)", "đã có ở dòng 2"),
    ("sources.yaml", ", valid_to: 2025-06-30", "", "units/sources.yaml:5 (files.3.valid_to)", "ngày cuối cùng"),
    ("sources.yaml", "files:", "files: [", "units/sources.yaml", "tệp YAML hỏng"),
]


def refused(read: Callable[[], object]) -> list[str]:
    with pytest.raises(ProblemsFound) as raised:
        read()
    return [str(problem) for problem in raised.value.problems]


def units_folder(path: Path, changed: dict[str, str]) -> Path:
    folder = path / "units"
    folder.mkdir()
    for name, text in (GOOD_UNITS | changed).items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_the_small_example_is_in_order(tmp_path: Path) -> None:
    units = read_units(units_folder(tmp_path, {}))
    assert [unit.full_name for unit in (*units.provinces, *units.communes, *units.former_communes)] == [
        "tỉnh Một",
        "xã Hai",
        "xã Năm",
    ]


@pytest.mark.parametrize(("file", "old", "new", "where", "words"), BROKEN_UNITS)
def test_a_mistake_in_the_units_is_told_with_its_place(
    tmp_path: Path, file: str, old: str, new: str, where: str, words: str
) -> None:
    assert old in GOOD_UNITS[file]
    told = refused(lambda: read_units(units_folder(tmp_path, {file: GOOD_UNITS[file].replace(old, new, 1)})))
    assert any(where in one and words in one for one in told), told


def test_all_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    changed = {
        "provinces.csv": GOOD_UNITS["provinces.csv"].replace("tỉnh", "bang"),
        "communes.csv": GOOD_UNITS["communes.csv"].replace("2025-07-01", "?"),
    }
    told = refused(lambda: read_units(units_folder(tmp_path, changed)))
    assert {"units/provinces.csv:2 (kind)", "units/communes.csv:2 (valid_from)"} <= {one.split(": ")[0] for one in told}


def test_a_missing_file_is_told_by_its_name(tmp_path: Path) -> None:
    folder = units_folder(tmp_path, {})
    (folder / "communes.csv").unlink()
    assert any("units/communes.csv:1: không có tệp này" in one for one in refused(lambda: read_units(folder)))


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    folder = units_folder(tmp_path, {})
    (folder / "provinces.csv").write_bytes("code,kind,name\n01,tỉnh,Mốt".encode("utf-16"))
    assert any("không phải UTF-8" in one for one in refused(lambda: read_units(folder)))


GOOD_DEPARTMENTS = """state: 2026-11-21
sources:
  - {key: luật, text: Nghị định, mark: seen}
agencies:
  - key: so-a
    pattern: "Sở A {province}"
    kind: department
    short: [SA]
    present: everywhere
    source: luật
    predecessors:
      - {name: Sở B, short: [SB], until: unknown, source: luật}
"""

BROKEN_DEPARTMENTS = [
    ("kind: department", "kind: sở", "units/departments.yaml:7 (agencies.0.kind)", "“sở” không có trong danh sách"),
    ("present: everywhere", "present:", "units/departments.yaml:9 (agencies.0.present)", "cần một giá trị"),
    ("short: [SA]", "short: SA", "units/departments.yaml:8 (agencies.0.short)", "cần một danh sách"),
    ("    source: luật\n", "", "units/departments.yaml:5 (agencies.0.source)", "thiếu khóa"),
    (
        "source: luật}",
        "source: lệ}",
        "units/departments.yaml:12 (agencies.0.predecessors.0.source)",
        "“lệ” không có trong mục sources",
    ),
    ("until: unknown", "until: sớm", "units/departments.yaml:12 (agencies.0.predecessors.0.until)", "không phải là ngày"),
    ("mark: seen", "mark: chắc", "units/departments.yaml:3 (sources.0.mark)", "ghi một trong: seen"),
    (
        "    kind: department",
        "    kind: department\n    kind: office",
        "units/departments.yaml:8 (agencies.0.kind)",
        "khóa ghi hai lần",
    ),
    ("state: 2026-11-21", "state: 2026-11-21\nnote: x", "units/departments.yaml:2 (note)", "khóa lạ"),
    ("agencies:", "agencies: []\nothers:", "units/departments.yaml:5 (others)", "khóa lạ"),
]


@pytest.mark.parametrize(("old", "new", "where", "words"), BROKEN_DEPARTMENTS)
def test_a_mistake_in_the_template_is_told_with_its_place(tmp_path: Path, old: str, new: str, where: str, words: str) -> None:
    assert old in GOOD_DEPARTMENTS
    file = tmp_path / "departments.yaml"
    file.write_text(GOOD_DEPARTMENTS.replace(old, new, 1), encoding="utf-8")
    told = refused(lambda: read_departments(file))
    assert any(where in one and words in one for one in told), told


@pytest.mark.parametrize("text", ["", "- một\n- hai\n", "chỉ là chữ"])
def test_a_template_that_is_no_mapping_is_told(tmp_path: Path, text: str) -> None:
    file = tmp_path / "departments.yaml"
    file.write_text(text, encoding="utf-8")
    assert refused(lambda: read_departments(file))


# file of the sample, what is replaced, by what, the place the message must name, words it must hold
BROKEN_SAMPLE = [
    ("province.yaml", "user: dieuphoi", "user: Điều phối", "sample/province.yaml:11 (accounts.0.user)", "chữ lạ"),
    ("province.yaml", "role: leader", "role: boss", "sample/province.yaml:16 (accounts.5.role)", "“boss” không có"),
    (
        "province.yaml",
        "agency: van-phong",
        "agency: nowhere",
        "sample/province.yaml:18 (accounts.7.agency)",
        "“nowhere” không có",
    ),
    ("province.yaml", "kind: tỉnh", "kind: bang", "sample/province.yaml:4 (kind)", "“bang” không có"),
    ("communes.csv", "99001", "98001", "sample/communes.csv:2 (code)", "không thuộc tỉnh mẫu"),
    ("communes.csv", "Bạch Dương", "Lam Châu", "sample/communes.csv:3 (name)", "đã có ở dòng 2"),
    ("agencies.csv", ",office,", ",bureau,", "sample/agencies.csv:3 (kind)", "“bureau” không có"),
    ("people.csv", "ubnd-tinh", "ubnd", "sample/people.csv:2 (agency)", "“ubnd” không có"),
    (
        "documents.csv",
        "file,plan,shows\n",
        "file,plan,shows\nnone.docx,maybe,\n",
        "sample/documents.csv:2 (file)",
        "“none.docx” không có",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "where", "words"), BROKEN_SAMPLE)
def test_a_mistake_in_the_sample_is_told_with_its_place(
    tmp_path: Path, file: str, old: str, new: str, where: str, words: str
) -> None:
    folder = tmp_path / "sample"
    (folder / "documents").mkdir(parents=True)
    shipped = files("longdan") / "catalogue" / "sample"
    for name in ("province.yaml", "communes.csv", "agencies.csv", "people.csv", "documents.csv"):
        text = (shipped / name).read_text(encoding="utf-8")
        (folder / name).write_text(text.replace(old, new, 1) if name == file else text, encoding="utf-8")
    told = refused(lambda: read_sample(folder))
    assert any(where in one and words in one for one in told), told
