"""The budgets of the house (CONTRIBUTING.md): short functions, short files."""

from statistics import median, quantiles

from tests.house.sources import ROOT, functions, modules, name

LONG = "Longer than 300 lines because"  # what the first lines of a file of 301 to 400 lines must say


def lengths() -> dict[str, int]:
    """Lines of every function, decorators left out."""
    return {
        f"{name(path)}:{node.lineno} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for path in [*modules(), ROOT / "run"]
        for node in functions(path)
    }


def test_the_median_function_has_at_most_eight_lines() -> None:
    assert median(lengths().values()) <= 8


def test_nine_functions_in_ten_have_at_most_thirty_lines() -> None:
    assert quantiles(lengths().values(), n=10)[-1] <= 30


def test_no_function_has_more_than_sixty_lines() -> None:
    assert {place: lines for place, lines in lengths().items() if lines > 60} == {}


def test_no_file_has_more_than_three_hundred_lines_without_saying_why() -> None:
    too_long = {}
    for path in [*modules(), ROOT / "run"]:
        lines = path.read_text(encoding="utf-8").splitlines()
        if len(lines) > (400 if any(LONG in line for line in lines[:6]) else 300):
            too_long[name(path)] = len(lines)
    assert too_long == {}
