"""A linear programme with whole-number columns, solved to the proven optimum by HiGHS.

Huangfu, Hall 2018, "Parallelizing the dual revised simplex method", Mathematical Programming Computation 10, 119–142.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import highspy
import numpy as np

from longdan.core.engine.arrays import Flags, Floats


@dataclass(frozen=True, slots=True)
class Row:
    """low ≤ Σ factor × column ≤ high, best in whole numbers: the solver cannot tell apart what differs by less than 1e-6."""

    columns: tuple[int, ...]
    factors: tuple[float, ...]
    low: float = -highspy.kHighsInf
    high: float = highspy.kHighsInf


@dataclass(frozen=True, slots=True, eq=False)
class Programme:
    """Columns from 0 to ``upper``, whole where ``whole``; ``worth`` is what each adds to what is made as great as possible."""

    worth: Floats
    upper: Floats
    whole: Flags
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    columns: Floats
    value: float
    proven: bool


def solve(programme: Programme, seconds: float, start: Floats | None = None) -> Solution | None:
    """The best columns, None where none keep the rows; not ``proven`` where the seconds ran out first."""
    if not len(programme.worth):
        return Solution(programme.worth, 0.0, proven=True) if all(row.low <= 0.0 <= row.high for row in programme.rows) else None
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    for name, value in _options(seconds).items():
        solver.setOptionValue(name, value)
    solver.passModel(_model(programme))
    if start is not None:
        solution = highspy.HighsSolution()
        solution.col_value = start.tolist()
        solver.setSolution(solution)
    solver.run()
    status, info = solver.getModelStatus(), solver.getInfo()
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return None
    columns = np.array(solver.getSolution().col_value)
    return Solution(columns, info.objective_function_value, status == highspy.HighsModelStatus.kOptimal)


def _options(seconds: float) -> dict[str, float | bool | int]:
    """No gap between the best found and the best possible; one thread, so that the same question has the same answer."""
    return {
        "output_flag": False,
        "threads": 1,
        "mip_rel_gap": 0.0,
        "mip_abs_gap": 0.0,
        "time_limit": seconds,
    }


def _model(programme: Programme) -> highspy.HighsModel:
    model = highspy.HighsModel()
    lp, count = model.lp_, len(programme.worth)
    lp.sense_ = highspy.ObjSense.kMaximize
    lp.num_col_, lp.num_row_ = count, len(programme.rows)
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = programme.worth, np.zeros(count), programme.upper
    lp.row_lower_ = np.array([row.low for row in programme.rows])
    lp.row_upper_ = np.array([row.high for row in programme.rows])
    kinds = highspy.HighsVarType
    lp.integrality_ = [kinds.kInteger if whole else kinds.kContinuous for whole in programme.whole]
    _fill(lp.a_matrix_, programme.rows)
    return model


def _fill(matrix: highspy.HighsSparseMatrix, rows: Sequence[Row]) -> None:
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = np.cumsum([0, *(len(row.columns) for row in rows)])
    matrix.index_ = np.array([column for row in rows for column in row.columns], dtype=np.int32)
    matrix.value_ = np.array([factor for row in rows for factor in row.factors], dtype=np.float64)
