"""Who does the work of a table's row, as its cells name them."""

import re
from collections.abc import Iterable, Iterator

from longdan.core.plans.body.assignments import spoken
from longdan.core.plans.body.purposes import Purpose
from longdan.core.plans.draft import Role
from longdan.core.plans.words.agencies import begins_agency, split_agencies, subject
from longdan.core.plans.words.paragraphs import Paragraph

# "Chủ trì: Sở A; Phối hợp: Sở B" in one cell.
_LABEL = re.compile(
    r"(?:^|(?<=[;.,\s]))[-+•]?\s*(?:(?:cơ quan|đơn vị)\s+)?(?P<what>chủ trì|phối hợp|thực hiện|tham gia)(?:\s+thực hiện)?\s*:\s*",
    re.IGNORECASE,
)
_ROLES = {"chủ trì": Role.LEAD, "phối hợp": Role.COOPERATE, "tham gia": Role.COOPERATE, "thực hiện": Role.RESPONSIBLE}
_SAYS_ROLE = re.compile(r"chủ trì|phối hợp|đầu mối", re.IGNORECASE)


def parties(cell: Iterable[Paragraph], role: Role) -> Iterator[tuple[str, Role]]:
    """Each agency of a cell with its role: that of the column, unless the cell's own words give another."""
    text = _joined(cell)
    labels = list(_LABEL.finditer(text))
    if labels:
        yield from _of_part(text[: labels[0].start()], role)
        ends = [*(label.start() for label in labels[1:]), len(text)]
        for label, end in zip(labels, ends, strict=True):
            yield from _of_part(text[label.end() : end], _ROLES[label["what"].lower()])
    else:
        yield from _of_part(text, role)


def _of_part(text: str, role: Role) -> Iterator[tuple[str, Role]]:
    found = subject(text)
    if found is None or not found.predicate or not _SAYS_ROLE.match(found.predicate):
        yield from ((name, role) for name in split_agencies(text))
        return
    for told in spoken(text, Purpose.ORGANISATION):
        yield from ((name, told.role) for name in split_agencies(told.agency))
        yield from ((name, Role.COOPERATE) for name in told.cooperating)


def _joined(cell: Iterable[Paragraph]) -> str:
    """The words of a cell; of its paragraphs each that begins with the name of an agency begins another."""
    text = ""
    for paragraph in cell:
        between = "; " if text and (begins_agency(paragraph.words) or _LABEL.match(paragraph.words)) else " "
        text = f"{text.rstrip(' ;,')}{between}{paragraph.words}" if between == "; " else f"{text} {paragraph.words}"
    return text.strip()
