"""Which criteria to raise, as text."""

from collections.abc import Iterator

from longdan.core.engine.improving.asking import Unreachable
from longdan.core.engine.improving.explaining import Line, explain
from longdan.core.engine.improving.model import Improvement
from longdan.core.engine.summaries.layout import row
from longdan.core.engine.writing import number


def answer_text(answer: Improvement | Unreachable) -> str:
    """The proposal with the reason of every line; what cannot be reached is said first."""
    if isinstance(answer, Unreachable):
        return "\n".join([str(answer.problem), "", answer_text(answer.best)])
    told = explain(answer)
    lines = list(row(told.summary))
    for title, some in (("Làm", told.taken), ("Để lại", told.left)):
        if some:
            lines += ["", title]
            for one in some:
                lines += _line(one)
    return "\n".join(lines)


def _line(one: Line) -> Iterator[str]:
    yield from row(f"{one.code} {one.title}", f"+{number(one.gain, 4)}" if one.gain else "", indent=2)
    yield from row(one.words, indent=4)
