"""The words of plans as screens write them."""

import pytest

from longdan.core.problems import Problem
from longdan.web.workspace.pages import words


@pytest.mark.parametrize(
    ("sign", "number", "unit", "written"),
    [
        (">=", 85.0, "%", "từ 85 %"),
        (None, 42.5, "điểm", "42,5 điểm"),
        ("<=", 3, None, "không quá 3"),
        (None, "cao nhất", None, "cao nhất"),
    ],
)
def test_a_target_says_its_level(sign: str | None, number: object, unit: str | None, written: str) -> None:
    assert words.value(sign, number, unit) == written


@pytest.mark.parametrize(
    ("kind", "due", "recurring", "day", "written"),
    [
        ("annual", "2026-06-10", None, None, "10/06/2026"),
        ("annual", None, "12-10", None, "10/12 hằng năm"),
        ("monthly", None, None, 15, "ngày 15 hằng tháng"),
        ("quarterly", None, None, 15, "ngày 15 tháng cuối quý"),
        ("annual", None, None, None, ""),
    ],
)
def test_a_report_says_when_it_is_due(kind: str, due: str | None, recurring: str | None, day: int | None, written: str) -> None:
    assert words.report_due(kind, due, recurring, day) == written


@pytest.mark.parametrize(("parts", "written"), [([], ""), (["a"], "a"), (["a", "b"], "a và b"), (["a", "b", "c"], "a, b và c")])
def test_a_list_ends_with_and(parts: list[str], written: str) -> None:
    assert words.listed(parts) == written


def test_a_problem_is_told_in_one_line() -> None:
    assert words.told(Problem("a", "b", "không phải một ngày", "viết 31/12/2026")) == "Không phải một ngày; viết 31/12/2026."
