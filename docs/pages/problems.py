"""The page of problems: every code with what it says, and how to mend it."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from docs.pages.tables import table
from longdan.core.documents.refusals import REFUSALS

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "longdan"
PLACE = re.compile(r"\{\w+\}")
CODE = re.compile(r"[a-z][a-z_]*(\.[a-z0-9-]+)+")


def page() -> str:
    rows = {code: (f"`{code}`", PLACE.sub("…", what), PLACE.sub("…", fix)) for code, (what, fix) in REFUSALS.items()}
    for path in sorted(PACKAGE.rglob("*.py")):
        for code, what, fix in refusals(ast.parse(path.read_text(encoding="utf-8"))):
            rows.setdefault(code, (f"`{code}`", what, fix))
    head = "# Các lỗi · Problems\n\nWhat the program refuses, in its own words; `…` stands for what depends on the case."
    return head + "\n\n" + table(("mã · code", "điều gì · what", "cách sửa · fix"), (rows[code] for code in sorted(rows)))


def refusals(tree: ast.Module) -> Iterator[tuple[str, str, str]]:
    """Code, what and fix of every problem that is written out in a call: Problem(code, where, what, fix)."""
    for scope in [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)] + [tree]:
        assigned = [node for node in ast.walk(scope) if isinstance(node, ast.Assign)]
        names = {target.id: node.value for node in assigned for target in node.targets if isinstance(target, ast.Name)}
        for node in ast.walk(scope):
            if isinstance(node, ast.Call) and len(node.args) >= 4:
                code, _, what, fix = (words(argument, names) for argument in node.args[:4])
                if CODE.fullmatch(code):
                    yield code, what, fix


def words(node: ast.expr, names: Mapping[str, ast.expr]) -> str:
    """The text of a literal or of a name for one, with … for each part that is known only when it runs."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(words(part, {}) for part in parts)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return words(left, names) + words(right, names)
        case ast.IfExp(body=one, orelse=other):
            return f"{words(one, names)} / {words(other, names)}"
        case ast.Name(id=name) if name in names:
            return words(names[name], {})
        case _:
            return "…"
