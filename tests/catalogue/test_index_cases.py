"""Every case of every shipped edition holds, in the exact engine as in the bulk one."""

from decimal import Decimal
from importlib.resources import files
from importlib.resources.abc import Traversable

import pytest

from longdan.core.catalogue.indices import Index, read_edition
from longdan.core.catalogue.indices.cases import Case, read_cases
from longdan.core.engine.bulk.scoring import score_all
from longdan.core.engine.bulk.table import tabulate
from longdan.core.engine.figures import gather
from longdan.core.engine.scoring import score
from tests.core.engine.agreement import differences

EDITIONS = [
    file
    for folder in sorted((files("longdan") / "catalogue" / "indices").iterdir(), key=lambda one: one.name)
    for file in sorted(folder.iterdir(), key=lambda one: one.name)
    if file.name.endswith(".yaml") and not file.name.endswith(".cases.yaml")
]


def name(file: Traversable) -> str:
    return f"{file.parent.name}/{file.name}"  # type: ignore[attr-defined]


def cases_of(file: Traversable) -> tuple[Case, ...]:
    return read_cases(file.parent / file.name.replace(".yaml", ".cases.yaml"))  # type: ignore[attr-defined]


def said(index: Index, case: Case) -> list[str]:
    """Every mark that a case expects and does not get."""
    facts = gather(case.facts, case.not_applicable)
    card = score(index, facts, case.unit, case.period)
    wrong = list(differences(card, score_all(index, tabulate(facts, units=[case.unit], periods=[case.period]))))
    for code, expected in case.marks:
        got = card.marks[code].result
        if (got is None) != (expected is None) or (got is not None and abs(got - (expected or Decimal(0))) > case.within):
            wrong.append(f"{code}: {got}, expected {expected}; {card.marks[code].gap}")
    return wrong


@pytest.mark.parametrize("file", EDITIONS, ids=name)
def test_every_case_of_an_edition_holds(file: Traversable) -> None:
    index = read_edition(file)
    assert {case.name: wrong for case in cases_of(file) if (wrong := said(index, case))} == {}


@pytest.mark.parametrize("file", EDITIONS, ids=name)
def test_every_edition_has_cases(file: Traversable) -> None:
    assert cases_of(file)
