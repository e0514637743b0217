"""Applying corrections to a preview, one after the other."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from longdan.app.plans.previewing import reassigning
from longdan.app.plans.previewing.corrections import SET, Correct, Verb, day, put, task_of, unknown
from longdan.app.plans.previewing.value import Found, FoundTask, Preview
from longdan.core.plans.draft import Heading
from longdan.core.plans.front.document_types import BY_NAME
from longdan.core.problems import refuse
from longdan.core.vietnamese import fold

T = TypeVar("T")
HEADING = "heading"


def apply(preview: Preview, correction: Correct) -> Preview:
    """The preview with a correction made; what the correction cannot mean is refused."""
    return APPLY[correction.verb](preview, correction)


def _edit(preview: Preview, correction: Correct) -> Preview:
    if correction.item == HEADING:
        return replace(preview, heading=_edit_heading(preview.heading, correction))
    task = task_of(preview, correction.item)
    if correction.field not in SET:
        raise unknown(correction)
    left = tuple(one for one in task.conflicts if one.field != correction.field)
    task, value = replace(task, conflicts=left, touched=True), correction.value.strip() or None
    if correction.field == "due":
        due = day(value, preview.heading.year) if value else None
        return put(preview, replace(task, due=due, due_raw=value))
    if correction.field == "text" and not value:
        raise refuse("plans.preview.no-text", correction.item, "nhiệm vụ phải có nội dung", "viết nội dung, hoặc bỏ nhiệm vụ này")
    return put(preview, SET[correction.field](task, value))


def _edit_heading(heading: Heading, correction: Correct) -> Heading:
    if correction.field not in SET_HEADING:
        raise unknown(correction)
    return SET_HEADING[correction.field](heading, correction.value.strip() or None)


SET_HEADING: dict[str, Callable[[Heading, str | None], Heading]] = {
    "number": lambda heading, words: replace(heading, number=words),
    "title": lambda heading, words: replace(heading, title=words),
    "issuer": lambda heading, words: replace(heading, issuer=words),
    "doc_type": lambda heading, words: replace(heading, doc_type=_known_type(words)),
    "signer": lambda heading, words: replace(heading, signer=words),
    "issued": lambda heading, words: replace(heading, issued=_issued(words)),
}


def _issued(words: str | None) -> date | None:
    if words is None:
        return None
    full = day(words)
    if len(full) < 10:
        raise refuse("plans.preview.day", words, "chưa đủ ngày, tháng, năm", "viết ngày/tháng/năm: 31/12/2026")
    return date.fromisoformat(full)


def _known_type(words: str | None) -> str | None:
    """The type as documents are headed; refused where no administrative document is called so, or where it is no plan."""
    if words is None:
        return None
    type_ = BY_NAME.get(words.casefold())
    if type_ is None or type_.kind is None:
        plans = ", ".join(name for name, one in BY_NAME.items() if one.kind)
        raise refuse("plans.preview.doc-type", words, "không phải loại văn bản giao nhiệm vụ", f"chọn một trong: {plans}")
    return type_.name


def _discard(preview: Preview, correction: Correct) -> Preview:
    return _marked(preview, correction, discarded=True)


def _restore(preview: Preview, correction: Correct) -> Preview:
    return _marked(preview, correction, discarded=False)


def _marked(preview: Preview, correction: Correct, *, discarded: bool) -> Preview:
    """The preview with one task or other statement left out, or taken in again."""
    if task := preview.task(correction.item):
        return put(preview, replace(task, discarded=discarded))
    if not any(one.id == correction.item for some in preview.others.values() for one in some):
        raise unknown(correction)

    def marked(some: tuple[Found[T], ...]) -> tuple[Found[T], ...]:
        return tuple(replace(one, discarded=discarded) if one.id == correction.item else one for one in some)

    return replace(
        preview,
        deadlines=marked(preview.deadlines),
        report_periods=marked(preview.report_periods),
        demands=marked(preview.demands),
        targets=marked(preview.targets),
        baselines=marked(preview.baselines),
    )


def _approve(preview: Preview, correction: Correct) -> Preview:
    return put(preview, replace(task_of(preview, correction.item), approved=True))


def _split(preview: Preview, correction: Correct) -> Preview:
    """Two tasks of one: the second begins at a place in the text; both keep the agencies and the day, one the product."""
    task = task_of(preview, correction.item)
    written = correction.value
    place = int(written) if written.isascii() and written.isdecimal() and len(written) < 9 else 0
    first, second = task.text[:place].strip(" ;,"), task.text[place:].strip(" ;,")
    if not first or not second:
        raise refuse(
            "plans.preview.split",
            task.text[:60],
            "chỗ tách phải nằm giữa nội dung",
            "chọn chữ đầu của nhiệm vụ thứ hai",
        )
    name = f"{task.id.partition('s')[0]}s{correction.number}"  # of the first task, so that names stay short
    renamed = tuple(replace(one, id=f"{name}.{one.id.split('.')[-1]}") for one in task.assignments)
    its_own = _says(second, task.product) and not _says(first, task.product)
    mine, its = (None, task.product) if its_own else (task.product, None)
    new = replace(task, id=name, text=second, product=its, assignments=renamed, of=None, conflicts=(), touched=True)
    halves = (replace(task, text=first, product=mine, touched=True), new)
    return replace(preview, tasks=tuple(half for one in preview.tasks for half in (halves if one is task else (one,))))


def _says(text: str, product: str | None) -> bool:
    return bool(product) and fold(product or "") in fold(text)


def _merge(preview: Preview, correction: Correct) -> Preview:
    """One task of two: the words and agencies of the second join the first; its own day stays, else that of the second."""
    task, other = task_of(preview, correction.item), task_of(preview, correction.value)
    if task is other:
        raise unknown(correction)
    held = {(one.as_written, one.role) for one in task.assignments}
    taken = tuple(
        replace(one, id=f"{task.id}.m{correction.number}{one.id.split('.')[-1]}")
        for one in other.assignments
        if (one.as_written, one.role) not in held
    )
    merged = replace(
        task,
        text=f"{task.text.rstrip('. ;')}; {other.text}",
        product=task.product or other.product,
        due=task.due or other.due,
        due_raw=task.due_raw or other.due_raw,
        recurrence=task.recurrence or other.recurrence,
        criteria=tuple(dict.fromkeys((*task.criteria, *other.criteria))),
        assignments=(*task.assignments, *taken),
        reads=tuple(dict.fromkeys((*task.reads, *other.reads))),
        touched=True,
    )
    # What it is in force ends there; a statement that nobody tracks yet is only taken in.
    ended = (replace(other, discarded=True, conflicts=()),) if other.of else ()
    rows = ((merged,) if one is task else ended if one is other else (one,) for one in preview.tasks)
    return replace(preview, tasks=tuple(part for some in rows for part in some))


def _add(preview: Preview, correction: Correct) -> Preview:
    """A task that a person writes, behind another one or before them all; it stands in that one's section."""
    words = correction.value.strip()
    if not words:
        raise refuse("plans.preview.no-text", "nhiệm vụ thêm", "nhiệm vụ phải có nội dung", "viết nội dung của nhiệm vụ")
    before = None if correction.item == HEADING else task_of(preview, correction.item)
    section = before.section if before else ""
    name = f"n{correction.number}"
    new = FoundTask(name, section, words, None, None, None, None, None, (), None, (), touched=True)
    if before is None:
        return replace(preview, tasks=(new, *preview.tasks))
    return replace(preview, tasks=tuple(part for one in preview.tasks for part in ((one, new) if one is before else (one,))))


def _keep(preview: Preview, correction: Correct) -> Preview:
    """Leave a task in force though the document no longer holds it."""
    letter, number = correction.item[:1], correction.item[1:]
    if letter != "x" or not (number.isascii() and number.isdecimal()):
        raise unknown(correction)
    tasks = tuple(replace(one, discarded=False) if one.of == int(number) else one for one in preview.tasks)
    return replace(preview, tasks=tasks, stays=preview.stays | {int(number)})


def _amend(preview: Preview, correction: Correct) -> Preview:
    """Say which plan in force the document changes, where its number does not say so."""
    number, _, rest = correction.value.partition(":")
    if correction.item != HEADING or rest not in ("", "part") or (number and not (number.isascii() and number.isdecimal())):
        raise unknown(correction)
    return replace(preview, amends=int(number) if number else None, partial=rest == "part")


APPLY: dict[Verb, Callable[[Preview, Correct], Preview]] = {
    Verb.EDIT: _edit,
    Verb.DISCARD: _discard,
    Verb.RESTORE: _restore,
    Verb.APPROVE: _approve,
    Verb.MATCH: reassigning.match,
    Verb.MATCH_ALL: reassigning.match_all,
    Verb.ROLE: reassigning.role,
    Verb.ASSIGN: reassigning.assign,
    Verb.RELEASE: reassigning.release,
    Verb.SPLIT: _split,
    Verb.MERGE: _merge,
    Verb.ADD: _add,
    Verb.SETTLE: reassigning.settle,
    Verb.KEEP: _keep,
    Verb.AMEND: _amend,
}
