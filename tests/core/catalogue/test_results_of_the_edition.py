"""Published figures must be those of the edition that they are taken for: its scales, its titles, its lines."""

from pathlib import Path

from longdan.core.catalogue.indices import read_edition
from tests.core.catalogue.test_results import EDITION, imported, rows

SHARE = "most: 10, least: 1, rule: {kind: min-max, range: [0, 1]}"


def test_a_percent_where_the_rule_reads_a_share_is_told_and_must_be_mended(tmp_path: Path) -> None:
    text = EDITION.replace("title: Góp ý quy hoạch (%), scored: listed", "title: Góp ý quy hoạch (%), scored: listed, " + SHARE)
    (file := tmp_path / "2022-2025.yaml").write_text(text, encoding="utf-8")
    sheet = rows()
    sheet[7][3] = 53
    [problem] = imported({"2023": sheet}, read_edition(file)).years[0].problems
    assert (problem.what, problem.fix) == (
        "Hà Nội: 53 nằm ngoài khoảng 0 đến 1 của mục 1.1.2",
        "nếu là phần trăm thì ghi 0.53",
    )


def test_a_table_of_another_index_is_refused(tmp_path: Path) -> None:
    text = EDITION.replace("Nội dung một", "Gia nhập thị trường").replace("Nội dung hai", "Tiếp cận đất đai")
    (file := tmp_path / "2022-2025.yaml").write_text(text.replace("Phần một", "Chi phí"), encoding="utf-8")
    [problem] = imported({"2023": rows()}, read_edition(file)).years[0].problems
    assert (problem.code, problem.fix) == ("results.other-index", "chọn đúng chỉ số của bảng này")


def test_the_count_of_observations_is_not_the_total_though_it_names_the_index(tmp_path: Path) -> None:
    (file := tmp_path / "2022-2025.yaml").write_text(EDITION, encoding="utf-8")
    sheet = rows()
    sheet[11][0], sheet[11][1] = "", "Số quan sát từ mẫu đại diện theo chiến lược chọn mẫu của PAPI"
    year = imported({"2023": sheet}, read_edition(file)).years[0]
    assert (year.problems, sum(fact.input == "respondents" for fact in year.facts)) == ((), 63)
