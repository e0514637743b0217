"""Finds in the source what the program refuses: code, what is wrong, how to mend it."""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Refusal: TypeAlias = tuple[str, str, str]

UNKNOWN = "…"
CODE = re.compile(r"[a-z][a-z_]*(\.[a-z0-9-]+)+")
TAIL = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
FINDINGS = "catalogue."  # what functions that return a Finding call wrong becomes a problem of the catalogue


@dataclass(frozen=True, slots=True)
class Maker:
    """A function that makes problems of what it is given: ``prefix`` (the whole code where ``code`` is None), and the places
    of its arguments."""

    name: str
    arguments: int
    prefix: str
    code: int | None
    what: int
    fix: int


def makers(tree: ast.Module, *, methods: bool) -> Iterator[Maker]:
    """The functions of a module, or the methods of its classes, that put their arguments into a problem."""
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    for body in [one.body for one in classes] if methods else [tree.body]:
        for function in (node for node in body if isinstance(node, ast.FunctionDef)):
            names = [argument.arg for argument in function.args.args if argument.arg != "self"]
            for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
                if found := _maker(function.name, names, call):
                    yield found


def _maker(name: str, names: Sequence[str], call: ast.Call) -> Maker | None:
    if not (isinstance(call.func, ast.Name) and call.func.id == "Problem" and len(call.args) == 4):
        return None
    code, _, what, fix = call.args
    if not (isinstance(what, ast.Name) and isinstance(fix, ast.Name) and {what.id, fix.id} <= {*names}):
        return None
    places = names.index(what.id), names.index(fix.id)
    match code:
        case ast.Constant(value=str(text)):
            return Maker(name, len(names), text, None, *places)
        case ast.JoinedStr(values=[ast.Constant(value=str(prefix)), ast.FormattedValue(value=ast.Name(id=tail))]) if (
            tail in names
        ):
            return Maker(name, len(names), prefix, names.index(tail), *places)
        case _:
            return None


def refusals(tree: ast.Module, methods: Sequence[Maker]) -> Iterator[Refusal]:
    """Every problem of a module that is written out, by itself or by way of a maker."""
    known = {one.name: one for one in (*methods, *makers(tree, methods=False))}
    yield from (one for call in _outside(tree) for one in _called(call, dict(_assigned(tree)), known))
    for function in [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]:
        assigned = list(_assigned(function))
        for node in ast.walk(function):
            if isinstance(node, ast.Call | ast.Tuple):
                names = {name: value for name, value in assigned if value.lineno <= node.lineno}  # the last one before
                if isinstance(node, ast.Call):
                    yield from _called(node, names, known)
                elif _finds(function):
                    yield from _found(node, names)


def _outside(scope: ast.AST) -> Iterator[ast.Call]:
    """The calls of a module that stand in no function."""
    for node in ast.iter_child_nodes(scope):
        if isinstance(node, ast.Call):
            yield node
        if not isinstance(node, ast.FunctionDef):
            yield from _outside(node)


def _called(call: ast.Call, names: Mapping[str, ast.expr], known: Mapping[str, Maker]) -> Iterator[Refusal]:
    """Problem(code, where, what, fix), refuse(…) in the same order, or a call of a maker."""
    maker = known.get(call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", ""))
    if maker is not None and len(call.args) == maker.arguments:
        tail = "" if maker.code is None else words(call.args[maker.code], names)
        if maker.code is None or TAIL.fullmatch(tail):
            yield maker.prefix + tail, words(call.args[maker.what], names), words(call.args[maker.fix], names)
    elif len(call.args) >= 4:
        code, _, what, fix = (words(argument, names) for argument in call.args[:4])
        if CODE.fullmatch(code):
            yield code, what, fix


def _finds(function: ast.FunctionDef) -> bool:
    return function.returns is not None and "Finding" in ast.unparse(function.returns)


def _found(made: ast.Tuple, names: Mapping[str, ast.expr]) -> Iterator[Refusal]:
    if len(made.elts) == 3 and isinstance(made.elts[0], ast.Constant):
        code, what, fix = (words(one, names) for one in made.elts)
        if TAIL.fullmatch(code):
            yield FINDINGS + code, what, fix


def _assigned(scope: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Names with what they are set to, in the order of the lines."""
    for node in sorted((one for one in ast.walk(scope) if isinstance(one, ast.Assign)), key=lambda one: one.lineno):
        for target in node.targets:
            match target, node:
                case ast.Name(id=name), ast.Assign(value=value):
                    yield name, value
                case ast.Tuple(elts=targets), ast.Assign(value=ast.Tuple(elts=values)) if len(targets) == len(values):
                    yield from ((one.id, value) for one, value in zip(targets, values, strict=True) if isinstance(one, ast.Name))


def words(node: ast.expr, names: Mapping[str, ast.expr]) -> str:
    """The text of a literal or of a name for one, with … for each part that is known only when it runs."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(words(part, {}) for part in parts).replace(UNKNOWN * 2, UNKNOWN)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return words(left, names) + words(right, names)
        case ast.IfExp(body=one, orelse=other):
            return f"{words(one, names)} / {words(other, names)}"
        case ast.Name(id=name) if name in names:
            return words(names[name], {})
        case _:
            return UNKNOWN
