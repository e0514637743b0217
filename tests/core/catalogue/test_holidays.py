"""Public holidays: what is fixed is marked, what nobody has said stays unknown."""

from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from longdan.core.catalogue.holidays import read_holidays
from longdan.core.problems import ProblemsFound

SHIPPED = files("longdan") / "catalogue" / "units" / "holidays.yaml"
HEAD = """state: 2026-01-01
sources:
  - {key: luật, text: Một luật, mark: seen}
fixed:
  - {name: Năm mới, month: 1, day: 1, source: luật}
yearly:
  - {name: Tết, source: luật}
"""


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 1, 1), "Tết Dương lịch"),
        (date(2027, 4, 30), "Ngày Chiến thắng"),
        (date(2027, 5, 1), "Ngày Quốc tế lao động"),
        (date(2026, 9, 2), "Quốc khánh"),
        (date(2026, 9, 1), None),
        (date(2026, 2, 17), None),
    ],
)
def test_a_day_is_a_holiday_only_where_somebody_said_so(day: date, name: str | None) -> None:
    assert read_holidays(SHIPPED).name_of(day) == name


@pytest.mark.parametrize("year", [2026, 2027])
def test_days_that_are_decided_each_year_are_unknown_until_they_are(year: int) -> None:
    assert len(read_holidays(SHIPPED).unknown(year)) == 3


def test_a_day_that_was_decided_is_known_in_its_year_only(tmp_path: Path) -> None:
    file = tmp_path / "holidays.yaml"
    file.write_text(HEAD + "decided:\n  - {name: Tết, day: 2026-02-17, source: luật}\n", encoding="utf-8")
    found = read_holidays(file)
    assert (found.name_of(date(2026, 2, 17)), found.unknown(2026), found.unknown(2027)) == ("Tết", (), ("Tết",))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("  - {name: Rằm, day: 2026-02-17, source: luật}", "mục yearly"),
        ("  - {name: Tết, day: 2026-02-30, source: luật}", "không phải là ngày"),
        ("  - {name: Tết, day: 2026-02-17, source: đồn}", "mục sources"),
    ],
)
def test_what_is_wrong_in_the_file_is_told(tmp_path: Path, line: str, words: str) -> None:
    file = tmp_path / "holidays.yaml"
    file.write_text(f"{HEAD}decided:\n{line}\n", encoding="utf-8")
    with pytest.raises(ProblemsFound, match=words):
        read_holidays(file)
