"""The page of problems: every code with what it says, and how to mend it."""

import ast
import re
from collections.abc import Iterable
from pathlib import Path

from docs.pages.refusals import UNKNOWN, Refusal, makers, refusals
from docs.pages.tables import table
from longdan.core.documents.refusals import REFUSALS

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "longdan"
PLACE = re.compile(r"\{\w+\}")


def page() -> str:
    head = "# Các lỗi · Problems\n\nWhat the program refuses, in its own words; `…` stands for what depends on the case."
    rows = ((f"`{code}`", what, fix) for code, what, fix in telling(every_refusal()))
    return head + "\n\n" + table(("mã · code", "điều gì · what", "cách sửa · fix"), rows)


def every_refusal() -> list[Refusal]:
    """Each way of refusing once, those of the tables of documents first."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))]
    methods = [maker for tree in trees for maker in makers(tree, methods=True)]
    found = [(code, PLACE.sub(UNKNOWN, what), PLACE.sub(UNKNOWN, fix)) for code, (what, fix) in REFUSALS.items()]
    return list(dict.fromkeys([*found, *(one for tree in trees for one in refusals(tree, methods))]))


def telling(found: Iterable[Refusal]) -> list[Refusal]:
    """By code; of several ways to say one code those that say something, the others only where there is none such."""
    by_code: dict[str, list[Refusal]] = {}
    for one in found:
        by_code.setdefault(one[0], []).append(one)
    chosen = {code: [one for one in some if one[1] != UNKNOWN] or some[:1] for code, some in by_code.items()}
    return [one for code in sorted(chosen) for one in chosen[code]]
