"""How well the reader reads: the real plans beside the project, where they are present."""

import importlib.util
import json
from importlib.resources import files
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from longdan.core.catalogue.places import read_places
from longdan.core.documents import Programs, SourceFile, read
from longdan.core.plans.exchange import as_json
from longdan.core.plans.reading import read_plan

SHARED = Path(__file__).parents[4] / "shared" / "plans"
LOWEST_MEAN, LOWEST, MANY = 0.95, 0.85, 10

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="../shared/plans is not here")


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def tallies(scorer: ModuleType) -> dict[str, list[int]]:
    """Right, wrong and missed items by field, over all documents."""
    found: dict[str, list[int]] = {}
    places = read_places(files("longdan") / "catalogue" / "units")
    for file in sorted((SHARED / "gold").glob("[0-9]*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        path = SHARED / "documents" / Path(gold["file"]).name
        form = as_json(read_plan(read([SourceFile(path.name, path.read_bytes())], Programs()), places))
        for field, counts in compared(scorer, gold, form):
            found[field] = [a + b for a, b in zip(found.get(field, [0, 0, 0]), counts, strict=True)]
    return found


def compared(scorer: ModuleType, gold: dict[str, Any], form: dict[str, Any]) -> list[tuple[str, list[int]]]:
    given = {"tasks": "n_task_bullets_by_section" in gold, "report_windows": "report_periods" in gold}
    gold, form = {**gold, "tasks": scorer.bullets(gold)}, {**form, "tasks": scorer.bullets(form)}
    return [(field, list(scorer.compare(field, gold, form)[:3])) for field in scorer.FIELDS if given.get(field, field in gold)]


def f1(right: int, wrong: int, missed: int) -> float:
    return 2 * right / (2 * right + wrong + missed) if right + wrong + missed else 1.0


def test_the_mean_over_all_fields_holds(tallies: dict[str, list[int]]) -> None:
    assert sum(f1(*counts) for counts in tallies.values()) / len(tallies) >= LOWEST_MEAN


def test_no_field_of_many_items_falls_behind(tallies: dict[str, list[int]]) -> None:
    assert {field: counts for field, counts in tallies.items() if counts[0] + counts[2] >= MANY and f1(*counts) < LOWEST} == {}
