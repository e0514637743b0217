"""What a check of the catalogue found, as text."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from longdan.core.catalogue.published import Results
from longdan.core.engine.case_checks import WrongMark
from longdan.core.engine.identities.model import Identity, small
from longdan.core.engine.summaries.layout import row
from longdan.core.engine.writing import number


def identities_text(identities: Iterable[Identity]) -> str:
    """The worst error of each identity, index by index; what is not held stands out."""
    lines: list[str] = []
    for index, some in groupby(identities, key=lambda one: one.index):
        lines += ["", f"{index}: sai lệch lớn nhất, số trường hợp"]
        for one in some:
            lines += _one(one)
    return "\n".join(lines[1:])


def _one(one: Identity) -> Iterator[str]:
    sign = "  " if one.holds else "! "
    unit = "" if one.measure == "điểm" else f" {one.measure}"
    yield from row(f"{sign}{one.title}", f"{small(one.worst)}{unit} · {one.cases}")
    if not one.holds:
        yield from row(f"KHÔNG ĐẠT: {one.where}, cho phép {small(one.allowed)}{unit}", indent=4)
    for slip in one.slips:
        said = slip.slip.what if slip.slip else ""
        yield from row(f"nguồn sai đã biết ({slip.where}, lệch {small(slip.error)}): {said}", indent=4)


def cases_text(name: str, cases: int, wrong: Sequence[WrongMark]) -> str:
    """How an edition stands to its cases; what comes out otherwise than reckoned stands out."""
    right = cases - len({one.case for one in wrong})
    lines = list(row(f"{'! ' if wrong else '  '}{name}: ví dụ tính tay", f"{right} đúng / {cases}"))
    for one in wrong:
        found, expected = ("chưa có điểm" if mark is None else number(mark, 4) for mark in (one.found, one.expected))
        lines += row(f"“{one.case}”, mục {one.node}: máy chấm {found}, ví dụ ghi {expected}", indent=4)
    return "\n".join(lines)


def slips_text(results: Iterable[Results]) -> str:
    """Everything that the published sources are known to have wrong."""
    slips = dict[str, None]()
    for one in results:
        for series in one.series:
            for slip in series.slips:
                where = ", ".join(filter(None, [str(slip.year), slip.unit, slip.node and f"mục {slip.node}"]))
                slips[f"- {one.index}/{series.file} ({where}): {slip.what}"] = None
    return "\n".join(["Chỗ sai đã biết của các nguồn", *(line for slip in slips for line in row(slip))])
