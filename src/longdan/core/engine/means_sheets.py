"""Reads from a CSV sheet what raising each criterion takes: effort for a point, effort to start, how far it can go."""

from decimal import Decimal

from longdan.core.catalogue.findings import Findings, refuse_all
from longdan.core.catalogue.indices.model import Index
from longdan.core.catalogue.sheets import File, Row
from longdan.core.engine.improving.opportunities import Means
from longdan.core.engine.written_sheets import read_rows

REQUIRED = ("node",)
OPTIONAL = ("effort_per_point", "start", "reach")


def read_means(file: File, index: Index) -> dict[str, Means]:
    """The means of the nodes that a sheet names; raises every mistake at once.

    ``effort_per_point`` (1 where left out) and ``start`` (0) are in whichever unit people count effort in; ``reach`` is the
    highest mark of the node that is held possible, its most points where left out.
    """
    found, seen, nodes = Findings(file.name), dict[str, int](), index.by_code()
    means = {}
    for row in read_rows(file, REQUIRED, OPTIONAL, frozenset(OPTIONAL), found):
        found.unique(row["node"], row.line, "node", seen)
        found.known(row["node"], row.line, "node", nodes, f"bộ {index.index}/{index.edition}")
        per_point, start = _effort(row, "effort_per_point", found), _effort(row, "start", found)
        reach = found.number(row["reach"], row.line, "reach")
        means[row["node"]] = Means(Decimal(1) if per_point is None else per_point, start or Decimal(0), reach)
    refuse_all(found)
    return means


def _effort(row: Row, column: str, found: Findings) -> Decimal | None:
    number = found.number(row[column], row.line, column)
    if number is not None and number < 0:
        found.add("wrong-number", row.line, column, "công không thể âm", "ghi số không âm, hoặc để trống")
    return number
