"""Reference figures that stand beside the repository on some machines; tests that need them skip where they are absent."""

import csv
import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from longdan.core.engine.arrays import Floats

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "data" / "oracles"
here = pytest.mark.skipif(not FOLDER.exists(), reason="the reference figures (../shared/data/oracles) are not on this machine")


@cache
def cases(name: str) -> dict[str, Any]:
    """The cases of a file by their names; the whole file where it holds one."""
    content = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    return {case["id"]: case for case in content["cases"]} if "cases" in content else content


@cache
def indicators() -> tuple[dict[str, list[float | None]], tuple[str, ...]]:
    """The 24 indicators of 63 invented provinces, and the group of each province."""
    with (FOLDER / "data" / "indicators63.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = [name for name in rows[0] if name.startswith("i")]
    return {name: [float(row[name]) if row[name] else None for row in rows] for name in names}, tuple(
        row["group"] for row in rows
    )


def array(column: list[Any]) -> Floats:
    return np.array([np.nan if value is None else value for value in column], dtype=np.float64)


def table() -> Floats:
    return np.stack([array(column) for column in indicators()[0].values()], axis=1)


def farthest(ours: object, theirs: object) -> float:
    """The greatest difference, relative for figures above 1; infinite where one has a gap and the other has none."""
    one, other = (np.asarray(value, dtype=np.float64) for value in (ours, theirs))
    if one.shape != other.shape or (np.isnan(one) != np.isnan(other)).any():
        return float("inf")
    apart = np.abs(one - other) / np.maximum(1.0, np.abs(other))
    return float(np.nanmax(np.where(one == other, 0.0, apart), initial=0.0))
