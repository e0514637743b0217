"""The form of a chapter of the specification: what a rule means, how it is written, and cases that hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Case:
    """Figures of the scored unit in 2025, and the marks that they give: a number, or the words of a gap.

    ``absent``: nodes that do not concern the unit; ``field``: figures of other units and years as (unit, year, input, value).
    """

    says: str
    figures: Mapping[str, str]
    marks: Mapping[str, str]
    absent: tuple[str, ...] = ()
    field: tuple[tuple[str, int, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """``edition``: the part of a catalogue file that the cases are scored by, from ``total`` on; of 2025, unless it says so."""

    title: str
    text: str
    edition: str
    cases: tuple[Case, ...]
    inputs: Mapping[str, str] = field(default_factory=dict)


HEAD = """index: an-du
edition: 2025
title: Chỉ số ví dụ
standing: sample
act: unknown
responsible: không có
level: commune
state: 2026-11-21
sources: [{key: here, text: chương này, mark: known}]
source: here
"""


def file_of(chapter: Chapter) -> str:
    """The catalogue file that a chapter's cases are scored by."""
    lines = [f"  - {{code: {code}, title: {title}, measure: theo phụ lục}}" for code, title in chapter.inputs.items()]
    inputs = "inputs:\n" + "\n".join(lines) + "\n" if lines else ""
    years = "" if "\nyears:" in chapter.edition else "years: 2025\n"
    return HEAD + years + inputs + chapter.edition.lstrip("\n")
