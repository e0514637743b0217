"""The tasks of tables: one a row."""

import re
from collections.abc import Iterator, Sequence

from longdan.core.plans.annexes.columns import Column
from longdan.core.plans.annexes.tables import ORDER_NUMBER, Cell, Row, Table, words
from longdan.core.plans.body.deadlines import stated
from longdan.core.plans.body.parties import parties
from longdan.core.plans.body.sections import home
from longdan.core.plans.body.zones import Zone
from longdan.core.plans.draft import Quote, Role, Task
from longdan.core.plans.figures.criteria import codes_in
from longdan.core.plans.words.confidence import DOUBTFUL, TABLED
from longdan.core.plans.words.dates import recurrence
from longdan.core.plans.words.outline import Node
from longdan.core.plans.words.paragraphs import Paragraph

_ANNEX_NUMBER = re.compile(r"phụ\s+lục(?:\s+số)?\s*(?P<number>\d{1,2}|[IVX]+)?", re.IGNORECASE)
_DOERS = ((Column.LEAD, Role.LEAD), (Column.RESPONSIBLE, Role.RESPONSIBLE), (Column.COOPERATING, Role.COOPERATE))
_CODE = re.compile(r"(?<![\w.])\d{1,2}(?:\.\d{1,2}){1,3}(?![\w.])")


def table_tasks(tables: Sequence[Table], placed: Sequence[tuple[Paragraph, Zone]], root: Node) -> Iterator[Task]:
    """The tasks of all tables."""
    for table in tables:
        section = _annex(table, placed) or _section(table, root)
        group = ""
        for row in table.rows:
            if title := _group(row, table.columns):
                group = title
            elif task := _task(row, table.columns, f"{section}, {group}" if group else section):
                yield task


def _annex(table: Table, placed: Sequence[tuple[Paragraph, Zone]]) -> str:
    """The annex that the table stands in; empty where it stands in the body."""
    name = ""
    for paragraph, zone in placed:
        if paragraph.start >= table.start:
            break
        if zone is Zone.ANNEX and (named := annex_name(paragraph.text)):
            name = named
        elif zone is not Zone.ANNEX:
            name = "" if zone is Zone.BODY else "Phụ lục"
        else:
            name = name or "Phụ lục"
    return name


def annex_name(heading: str) -> str:
    """ "Phụ lục I" of a line that begins an annex; empty of another."""
    match = _ANNEX_NUMBER.match(heading)
    if match is None:
        return ""
    return f"Phụ lục {match.group('number')}" if match.group("number") else "Phụ lục"


def _section(table: Table, root: Node) -> str:
    """The section of the body that the table stands in."""
    last = root
    for node in root.walk():
        if node.paragraph and node.paragraph.start < table.start:
            last = node
    return home(last).path


def _group(row: Row, columns: tuple[Column, ...]) -> str:
    """The title of the group that begins with this row; empty where the row states a task."""
    filled = [cell for cell in row if cell]
    distinct = list(dict.fromkeys(filled))
    texts = [words(cell) for cell in distinct]
    if len(texts) == 1 and len(texts[0]) > 3:
        return texts[0]
    if len(texts) == 2 and columns[0] is Column.ORDER and ORDER_NUMBER.fullmatch(texts[0]) and _only_title(row, columns):
        return f"{texts[0].rstrip('.')}. {texts[1]}"
    return ""


def _only_title(row: Row, columns: tuple[Column, ...]) -> bool:
    """Whether a row with a number and a text alone is a title: a Roman number, a letter, or capitals."""
    order, text = words(row[0]).rstrip("."), words(_cell(row, columns, Column.TASK))
    return bool(re.fullmatch(r"[IVX]+|[A-Z]", order)) or len(row) < len(columns) or text.isupper()


def _cell(row: Row, columns: tuple[Column, ...], wanted: Column) -> Cell:
    return next((cell for cell, kind in zip(row, columns, strict=False) if kind is wanted and cell), ())


def _task(row: Row, columns: tuple[Column, ...], section: str) -> Task | None:
    name = _cell(row, columns, Column.TASK)
    text = words(name)
    if len(text) < 4 or len(row) < len(columns):
        return None
    time = words(_cell(row, columns, Column.TIME)).strip()
    due = [moment.iso for moment, _, _ in stated(time, timed=True)]
    doers = [one for column, role in _DOERS for one in parties(_cell(row, columns, column), role)]
    lead, responsible = _of_role(doers, Role.LEAD), _of_role(doers, Role.RESPONSIBLE)
    return Task(
        section=section,
        text=text,
        quote=_quote(name, TABLED if lead or responsible else DOUBTFUL),
        lead=lead,
        responsible=responsible,
        cooperating=_of_role(doers, Role.COOPERATE),
        product=words(_cell(row, columns, Column.PRODUCT)) or None,
        due=due[-1] if due else None,
        due_raw=time or None,
        recurrence=recurrence(time),
        dimension=words(_cell(row, columns, Column.CONTENT)) or None,
        criteria=tuple(_CODE.findall(words(_cell(row, columns, Column.CRITERIA)))) or codes_in(text),
    )


def _of_role(doers: list[tuple[str, Role]], wanted: Role) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name, role in doers if role is wanted))


def _quote(cell: Cell, confidence: float) -> Quote:
    """The cell's words; its paragraphs stand one behind the other in the document's text."""
    text = "\n".join(paragraph.text for paragraph in cell)
    return Quote(text, cell[0].start, cell[0].start + len(text), cell[0].quote(confidence).confidence)
