"""The page of problems finds every way in which the source says a problem."""

import ast
from collections.abc import Sequence

import pytest

from docs.pages.problems import every_refusal
from docs.pages.refusals import makers, refusals

FINDINGS = """
class Findings:
    def add(self, code, line, field, what, fix):
        self.problems.append(Problem(f"catalogue.{code}", line, what, fix))
"""
CASES = {
    'raise refuse("cli.no-file", name, f"không có {name}", "chọn tệp khác")': ("cli.no-file", "không có …", "chọn tệp khác"),
    'what, fix = "trống", "điền vào"\n    found.add("empty", line, field, what, fix)': ("catalogue.empty", "trống", "điền vào"),
    'what = "sai"\n    found.add("a-b", 1, "", what, "sửa")\n    what = "khác"': ("catalogue.a-b", "sai", "sửa"),
    'return _wrong("tổng", "số âm", "ghi số từ 0")': ("area.wrong", "số âm", "ghi số từ 0"),
}
HELPER = '\ndef _wrong(where, what, fix):\n    return Problem("area.wrong", where, what, fix)\n'


@pytest.mark.parametrize(("body", "said"), CASES.items())
def test_a_problem_is_found_however_it_is_made(body: str, said: tuple[str, str, str]) -> None:
    tree, findings = ast.parse(f"def do(found, name, line, field):\n    {body}\n{HELPER}"), ast.parse(FINDINGS)
    assert said in list(refusals(tree, list(makers(findings, methods=True))))


def test_what_a_check_yields_as_a_finding_is_found() -> None:
    tree = ast.parse('def check(node) -> Iterator[Finding]:\n    yield "hole", f"hở ở {node}", "ghi liền nhau"')
    assert list(refusals(tree, [])) == [("catalogue.hole", "hở ở …", "ghi liền nhau")]


@pytest.mark.parametrize(
    "codes",
    [
        (
            "catalogue.wrong-number",
            "catalogue.not-adding-up",
            "catalogue.overlap",
            "catalogue.duplicate",
            "catalogue.broken-yaml",
        ),
        ("results.repeated-province", "results.no-number", "results.zero-for-blank", "results.no-provinces"),
        ("access.no-post", "web.unreadable", "improving.wrong-question"),
    ],
)
def test_the_page_has_the_problems_of_every_storey(codes: Sequence[str]) -> None:
    assert {*codes} <= {code for code, _, _ in every_refusal()}
