"""Each file of ``broken/indices`` holds one mistake, and says in its first line where and with what words it must be refused."""

import re
from pathlib import Path

import pytest

from longdan.core.catalogue.indices import read_edition, read_edition_among, read_editions
from longdan.core.problems import ProblemsFound

BROKEN = sorted((Path(__file__).parent / "broken" / "indices").glob("*.yaml"))
EXPECTED = re.compile(r"# (?P<line>\d+) (?P<place>\(.*?\))?: (?P<words>.+)")


def refused(path: Path) -> list[str]:
    with pytest.raises(ProblemsFound) as raised:
        read_edition(path)
    return [str(problem) for problem in raised.value.problems]


@pytest.mark.parametrize("file", BROKEN, ids=lambda file: file.stem)
def test_a_mistake_in_an_edition_is_told_with_its_line_its_field_and_a_mend(file: Path) -> None:
    expected = EXPECTED.fullmatch(file.read_text(encoding="utf-8").splitlines()[0])
    assert expected, "the first line must say: # line (field): words"
    where = f"{file.name}:{expected['line']}" + (f" {expected['place']}" if expected["place"] else "")
    told = refused(file)
    assert any(one.startswith(f"{where}: ") and expected["words"] in one and "cách sửa: " in one for one in told), told


def test_there_is_a_broken_file_for_many_kinds_of_mistakes() -> None:
    assert len(BROKEN) >= 60


def test_all_mistakes_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    text = (BROKEN[0].parent / "source-mark-wrong.yaml").read_text(encoding="utf-8")
    for old, new in (
        ("standing: sample", "standing: mẫu"),
        ("rule: yes-no", "rule: có"),
        ("total: {most: 10}", "total: {most: 11}"),
    ):
        assert old in text
        text = text.replace(old, new)
    (file := tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    places = {re.search(r"\((.*)\)", one.split(": ")[0]) for one in refused(file)}
    assert {"sources.0.mark", "standing", "nodes.0.children.0.rule", "mục total"} <= {place[1] for place in places if place}


OLDER = """index: thu
edition: "2023"
title: Chỉ số thử
standing: sample
act: unknown
responsible: Người thử
level: province
years: "2023"
state: 2026-11-21
sources:
  - {key: bịa, text: Bịa ra để thử, mark: known}
source: bịa
total: {most: 5}
nodes:
  - {code: "1", title: Một, most: 5, rule: yes-no}
"""
NEWER = OLDER.replace('edition: "2023"', 'edition: "2024"').replace('years: "2023"', 'years: "2024"\nsucceeds: "2023"')

# what is replaced in the newer edition, by what, the place, the words
BETWEEN = [
    ('edition: "2024"', 'edition: "2042"', "thu/2024.yaml:2 (edition)", "tệp nằm ở thu/2024.yaml"),
    ("index: thu", "index: khac", "thu/2024.yaml:1 (index)", "tệp nằm ở thu/2024.yaml"),
    ('succeeds: "2023"', 'succeeds: "2022"', "thu/2024.yaml:9 (succeeds)", "không có bộ trước “2022”"),
    ('years: "2024"', 'years: "2023"', "thu/2024.yaml:9 (succeeds)", "không trước bộ này"),
    ("rule: yes-no", 'rule: yes-no, succeeds: ["8"]', "thu/2024.yaml:16 (mục 1)", "bộ 2023 không có mục “8”"),
    ("rule: yes-no", "rule: {kind: derived, index: sipas, out_of: 100}", "thu/2024.yaml:16 (mục 1)", "không có sipas/total"),
    ("rule: yes-no", "rule: {kind: derived, index: thu, node: x, out_of: 5}", "thu/2024.yaml:16 (mục 1)", "không có thu/x"),
]


def catalogue(path: Path, newer: str) -> Path:
    folder = path / "indices" / "thu"
    folder.mkdir(parents=True)
    (folder / "2023.yaml").write_text(OLDER, encoding="utf-8")
    (folder / "2024.yaml").write_text(newer, encoding="utf-8")
    (folder / "2024.cases.yaml").write_text("cases: []\n", encoding="utf-8")
    return folder.parent


@pytest.mark.parametrize(("old", "new", "where", "words"), BETWEEN)
def test_a_mistake_between_editions_is_told_with_its_place(tmp_path: Path, old: str, new: str, where: str, words: str) -> None:
    assert old in NEWER
    with pytest.raises(ProblemsFound) as raised:
        read_editions(catalogue(tmp_path, NEWER.replace(old, new)))
    told = [str(problem) for problem in raised.value.problems]
    assert any(one.startswith(f"{where}: ") and words in one for one in told), told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (NEWER.replace("rule: yes-no", 'rule: yes-no, succeeds: ["8"]'), "bộ 2023 không có mục “8”"),
        (NEWER.replace('succeeds: "2023"', 'succeeds: "2022"'), "không có bộ trước “2022”"),
    ],
)
def test_a_file_is_held_against_the_catalogue_as_if_it_stood_there(tmp_path: Path, text: str, words: str) -> None:
    (file := tmp_path / "nhap.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ProblemsFound, match=words):
        read_edition_among(file, catalogue(tmp_path, NEWER))


ELSEWHERE = NEWER.replace("index: thu", "index: khac")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (ELSEWHERE.replace('succeeds: "2023"', "succeeds: 1999"), r"nhap.yaml:9 \(succeeds\): không có bộ trước “1999”"),
        (ELSEWHERE.replace("rule: yes-no", "rule: yes-no, succeeds: ['9.9']"), r"nhap.yaml:16 \(mục 1\): .*không có mục “9.9”"),
    ],
)
def test_what_an_edition_of_an_own_index_follows_is_looked_for_beside_it(tmp_path: Path, text: str, words: str) -> None:
    (file := tmp_path / "nhap.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "truoc.yaml").write_text(OLDER.replace("index: thu", "index: khac"), encoding="utf-8")
    with pytest.raises(ProblemsFound, match=words):
        read_edition_among(file, catalogue(tmp_path, NEWER))


def test_an_edition_of_an_own_index_follows_the_one_that_lies_beside_it(tmp_path: Path) -> None:
    (file := tmp_path / "nhap.yaml").write_text(ELSEWHERE, encoding="utf-8")
    (tmp_path / "truoc.yaml").write_text(OLDER.replace("index: thu", "index: khac"), encoding="utf-8")
    assert read_edition_among(file, catalogue(tmp_path, NEWER)).index == "khac"


def test_two_official_editions_of_one_year_are_told(tmp_path: Path) -> None:
    folder = catalogue(tmp_path, NEWER.replace("sample", "official"))
    older = OLDER.replace("sample", "official").replace('years: "2023"', "years: 2023-2024")
    (folder / "thu" / "2023.yaml").write_text(older, encoding="utf-8")
    with pytest.raises(ProblemsFound, match="năm 2024 đã thuộc bộ 2023"):
        read_editions(folder)


def test_editions_that_follow_one_another_are_read(tmp_path: Path) -> None:
    assert [index.edition for index in read_editions(catalogue(tmp_path, NEWER))] == ["2023", "2024"]
