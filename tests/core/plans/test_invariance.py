"""The same plan gives the same statements, however its text is encoded, wrapped or spaced."""

import textwrap
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from longdan.core.documents import Document, Programs, SourceFile, read
from longdan.core.plans.exchange import as_json
from longdan.core.plans.reading import read_plan

ROOT = Path(__file__).parents[3]
SHARED = sorted((ROOT.parent / "shared" / "plans" / "documents").glob("*.txt"))
SAMPLES = [
    path for path in sorted((ROOT / "src/longdan/catalogue/sample/documents").glob("*.txt")) if "khong-phai" not in path.name
]
SHORTEST = 30  # no office wraps its lines shorter


def wrapped(text: str, width: int) -> str:
    return "\n".join(
        "\n".join(textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)) for line in text.splitlines()
    )


def unwrapped(text: str) -> str:
    """Each paragraph on one line."""
    return read([SourceFile("a.txt", text.encode())], Programs()).text


CHANGES: dict[str, Callable[[str], bytes]] = {
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text).encode(),
    "UTF-16": lambda text: text.encode("utf-16"),
    "CRLF with a mark at the beginning": lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0").encode(),
    "doubled blank lines": lambda text: text.replace("\n", "\n\n").encode(),
    "blank lines between lines, wrapped at 60": lambda text: wrapped(text, 60).replace("\n", "\n\n").encode(),
    "no blank lines": lambda text: "\n".join(line for line in text.splitlines() if line.strip()).encode(),
    "paragraphs on one line": lambda text: unwrapped(text).encode(),
    **{
        f"wrapped at {width}": lambda text, width=width: wrapped(text, width).encode()
        for width in (SHORTEST, 40, 55, 72, 90, 110, 140)
    },
    **{
        f"paragraphs wrapped at {width}": lambda text, width=width: wrapped(unwrapped(text), width).encode()
        for width in (40, 66, 80, 100, 120)
    },
}


def text_of(path: Path) -> str:
    content = path.read_bytes()
    return content.decode("utf-16") if content[:2] in (b"\xff\xfe", b"\xfe\xff") else content.decode("utf-8-sig")


def document_of(content: bytes) -> Document:
    return read([SourceFile("a.txt", content)], Programs())


@lru_cache(maxsize=8)
def said(content: bytes) -> dict[str, Any]:
    return as_json(read_plan(document_of(content)))


@pytest.fixture(params=SHARED + SAMPLES, ids=lambda path: path.name)
def plan(request: pytest.FixtureRequest) -> str:
    return text_of(request.param)


@pytest.mark.skipif(not SHARED, reason="../shared/plans is not here")
def test_the_given_plans_are_tested_too() -> None:
    assert len(SHARED) == 9


@pytest.mark.parametrize("change", CHANGES)
def test_a_plan_says_the_same_however_it_is_written(plan: str, change: str) -> None:
    assert said(CHANGES[change](plan)) == said(plan.encode())


def test_no_letter_is_lost_or_moved(plan: str) -> None:
    assert document_of(plan.encode()).text.split() == unicodedata.normalize("NFC", plan.replace("\ufeff", "")).split()


def quotes(form: Any) -> list[dict[str, Any]]:
    """Every statement of the exchange form that carries its words."""
    if isinstance(form, list):
        return [quote for item in form for quote in quotes(item)]
    if not isinstance(form, dict):
        return []
    return ([form] if "quote" in form else []) + [quote for item in form.values() for quote in quotes(item)]


def test_every_statement_stands_at_its_span_in_the_normalised_text(plan: str) -> None:
    text = " ".join(document_of(plan.encode()).text.split())
    found = quotes(said(plan.encode()))
    assert [text[one["start"] : one["end"]] for one in found] == [one["quote"] for one in found]
    assert len(found) > 5
