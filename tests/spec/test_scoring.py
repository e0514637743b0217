"""The chapters of scoring hold, in the exact engine as in the bulk one."""

from decimal import Decimal
from pathlib import Path

import pytest

from longdan.core.catalogue.indices import Index, read_edition
from longdan.core.engine.bulk.scoring import score_all
from longdan.core.engine.bulk.table import tabulate
from longdan.core.engine.figures import Facts, gather
from longdan.core.engine.marks import Scorecard
from longdan.core.engine.scoring import score
from longdan.core.facts import Fact, NotApplicable
from longdan.core.periods import year
from tests.core.engine.agreement import differences
from tests.spec.chapters import Case, Chapter, file_of
from tests.spec.leaves import LEAVES
from tests.spec.trees import TREES

UNIT, NOW = "xã An", year(2025)
CASES = [
    pytest.param(chapter, case, id=f"{chapter.title} {case.says}".replace(" ", "-"))
    for chapter in (*LEAVES, *TREES)
    for case in chapter.cases
]


def edition(chapter: Chapter, folder: Path) -> Index:
    file = folder / "2025.yaml"
    file.write_text(file_of(chapter), encoding="utf-8")
    return read_edition(file)


def facts_of(case: Case) -> Facts:
    own = [Fact(code, UNIT, NOW, Decimal(value)) for code, value in case.figures.items()]
    others = [Fact(code, unit, year(number), Decimal(value)) for unit, number, code, value in case.field]
    return gather([*own, *others], [NotApplicable(node, UNIT, NOW) for node in case.absent])


def said(card: Scorecard, node: str) -> str:
    """What the scorecard says of a node, as the chapters write it."""
    mark = card.marks[node.removesuffix(" quy đổi")]
    if mark.gap:
        return mark.gap.words
    value = mark.result if node.endswith(" quy đổi") else mark.value
    assert value is not None
    return f"{value:.9f}".rstrip("0").rstrip(".")


@pytest.mark.parametrize(("chapter", "case"), CASES)
def test_a_case_gives_its_marks(chapter: Chapter, case: Case, tmp_path: Path) -> None:
    card = score(edition(chapter, tmp_path), facts_of(case), UNIT, NOW)
    assert {node: said(card, node) for node in case.marks} == dict(case.marks)


@pytest.mark.parametrize(("chapter", "case"), CASES)
def test_a_case_gives_the_same_in_bulk(chapter: Chapter, case: Case, tmp_path: Path) -> None:
    index, facts = edition(chapter, tmp_path), facts_of(case)
    card, scores = score(index, facts, UNIT, NOW), score_all(index, tabulate(facts, units=[UNIT], periods=[NOW]))
    assert list(differences(card, scores)) == []
