"""The tasks of a plan by content, by agency, by month."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from longdan.app.plans.models import Plan
from longdan.app.plans.queries.rows import DOERS, TaskGroup, TaskRow, beside
from longdan.core.vietnamese import fold


def _by_content(one: Plan, tasks: Sequence[TaskRow]) -> tuple[TaskGroup, ...]:
    """The tree of sections with their tasks; branches without tasks are left out."""
    sections = list(one.sections.all())
    placed: dict[str, list[TaskRow]] = {}
    for task in tasks:
        placed.setdefault(task.section_path, []).append(task)
    used = {path[:cut] for path in placed for cut in (*(i for i, letter in enumerate(path) if letter == "."), len(path))}
    known: set[str] = set()
    groups = []
    for section in sections:
        if section.path in used and section.path not in known:
            known.add(section.path)
            label = f"{section.number}. {section.title}".strip(". ") if section.title else section.number
            groups.append(TaskGroup(section.path, label, section.path.count("."), tuple(placed.get(section.path, ()))))
    rest = [task for task in tasks if task.section_path not in known]
    return (*groups, *([TaskGroup("", _("Ngoài các mục"), 0, tuple(rest))] if rest else ()))


def _headed(one: Plan, tasks: Sequence[TaskRow]) -> tuple[TaskRow, ...]:
    """Tasks that stand away from their content, with the heading where their words say too little."""
    titles = {section.path: section.title for section in one.sections.all() if section.title}

    def heading(path: str) -> str:
        while path and path not in titles:
            path = path.rpartition(".")[0]
        return titles.get(path, "")

    return tuple(replace(task, context=beside(task.text, heading(task.section_path))) for task in tasks)


def _by_agency(one: Plan, tasks: Sequence[TaskRow]) -> tuple[TaskGroup, ...]:
    """Each agency with the tasks that it leads or does; last the tasks that nobody leads or does."""
    found: dict[str, list[TaskRow]] = {}
    for task in _headed(one, tasks):
        doers = {chip.name for chip in task.agencies if chip.role in DOERS}
        for name in doers or {""}:
            found.setdefault(name, []).append(task)
    nobody = found.pop("", [])
    groups = [
        TaskGroup(fold(name).replace(" ", "-"), name, 0, tuple(found[name]))
        for name in sorted(found, key=lambda n: (-len(found[n]), n))
    ]
    return (*groups, *([TaskGroup("none", _("Chưa có cơ quan chủ trì hoặc thực hiện"), 0, tuple(nobody))] if nobody else ()))


def _by_month(one: Plan, tasks: Sequence[TaskRow]) -> tuple[TaskGroup, ...]:
    """Each month with the tasks that are due in it; then what recurs, then what has no deadline."""
    found: dict[str, list[TaskRow]] = {}
    for task in sorted(_headed(one, tasks), key=lambda task: task.due or date.max):
        key = f"{task.due:%Y-%m}" if task.due else "recurring" if task.recurrence else "none"
        found.setdefault(key, []).append(task)
    months = [key for key in sorted(found) if key[0].isdigit()]
    order = [
        *((key, _("Tháng %(month)s/%(year)s") % {"month": int(key[5:]), "year": key[:4]}) for key in months),
        ("recurring", _("Thường xuyên, định kỳ")),
        ("none", _("Chưa có thời hạn")),
    ]
    return tuple(TaskGroup(key, label, 0, tuple(found[key])) for key, label in order if key in found)


GROUPED = {"content": _by_content, "agency": _by_agency, "month": _by_month}
