"""The tasks of annexes that are written as numbered text and not as a table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from longdan.core.plans.annexes.rows import annex_name
from longdan.core.plans.annexes.tables import Table
from longdan.core.plans.body.responsibilities import told_apart
from longdan.core.plans.body.tasks import tasks
from longdan.core.plans.body.zones import Zone
from longdan.core.plans.draft import Task
from longdan.core.plans.words.agencies import fold
from longdan.core.plans.words.outline import outlined
from longdan.core.plans.words.paragraphs import Paragraph

_OF_WORK = re.compile(r"nhiệm vụ|phân công|công việc|hoạt động|giải pháp|nội dung thực hiện|kế hoạch chi tiết")
_OF_FORMS = re.compile(r"(?:biểu )?mẫu|đề cương|phiếu|danh sách|tiêu chí|bảng điểm|hướng dẫn|quy trình")
_TITLE = 4  # paragraphs among which the title of an annex stands


def prose_tasks(placed: Sequence[tuple[Paragraph, Zone]], tables: Sequence[Table]) -> Iterator[Task]:
    """The tasks of each annex whose title speaks of work and that holds no table of tasks, in its numbered items."""
    for annex in _annexes(placed):
        start, end = annex[0].start, annex[-1].end
        title = fold(" ".join(paragraph.text for paragraph in annex[:_TITLE] if paragraph.marker is None))
        if not _OF_WORK.search(title) or _OF_FORMS.search(title) or any(start <= table.start < end for table in tables):
            continue
        name = annex_name(annex[0].text)
        root = told_apart(outlined([[one for one in annex if not (one.separator or one.cell)]]))
        yield from (replace(task, section=f"{name}, {task.section}") for task in tasks(root) if task.section)


def _annexes(placed: Sequence[tuple[Paragraph, Zone]]) -> list[list[Paragraph]]:
    """The paragraphs of each annex, its heading first."""
    found: list[list[Paragraph]] = []
    inside = False
    for paragraph, zone in placed:
        if zone is Zone.ANNEX and (annex_name(paragraph.text) or not inside):
            found.append([])
        inside = zone is Zone.ANNEX
        if inside:
            found[-1].append(paragraph)
    return found
