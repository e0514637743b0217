"""The tasks of a plan's body: what is to be done, who does it, by when, with what product."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from longdan.core.documents import wrapping_words
from longdan.core.plans.body.assignments import by_attribute, heading_agency, spoken
from longdan.core.plans.body.attributes import Attribute, AttributeLine, attribute
from longdan.core.plans.body.clauses import beside, own_part
from longdan.core.plans.body.deadlines import stated
from longdan.core.plans.body.demands import introduction, required
from longdan.core.plans.body.dimensions import dimension
from longdan.core.plans.body.no_tasks import NO_TASK, followed_by_attribute, is_formal, listed_receivers, only_measures
from longdan.core.plans.body.purposes import Purpose, purpose
from longdan.core.plans.body.roles import Told, cooperating, role_of
from longdan.core.plans.body.sections import home, is_title
from longdan.core.plans.draft import Role, Task
from longdan.core.plans.figures.criteria import codes_in
from longdan.core.plans.words.agencies import begins_agency, fold, split_agencies
from longdan.core.plans.words.confidence import GUESSED, INFERRED, LABELLED, UNASSIGNED
from longdan.core.plans.words.dates import recurrence
from longdan.core.plans.words.outline import Node
from longdan.core.plans.words.paragraphs import Paragraph

_ORDERS = re.compile(r"(?:Mỗi (?:năm|quý|tháng|tuần)|Biên soạn|Bồi dưỡng|Đào tạo|Tập huấn|Thành lập|Tham dự|Trang bị)\s")
_PRODUCT = re.compile(r"(?:sản phẩm|kết quả đầu ra)\s*:\s*(?P<product>[^.;]+)", re.IGNORECASE)
_RELATIVE = re.compile(
    r"(?:trong\s+(?:vòng\s+|thời\s+hạn\s+)?|sau\s+|chậm\s+nhất\s+(?:là\s+|sau\s+)?)?\d{1,3}\s+(?:ngày|tháng)(?:\s+làm\s+việc)?\s+(?:kể\s+từ|từ\s+khi|sau\s+khi|tính\s+từ)[^.;,)]*",
    re.IGNORECASE,
)
# Folded: a sentence of nothing but its deadline.
_ONLY_TIME = re.compile(
    r"(?:thời\s+(?:điểm|hạn|gian)\s+)?(?:ban\s+hành|hoàn\s+thành|xong|gửi|thực\s+hiện|kết\s+thúc)(?:\s+kế\s+hoạch)?\s+"
    r"(?:xong\s+)?(?:chậm\s+nhất|muộn\s+nhất|trước|trong|đến|hết)(?!\w)[^.;,]{0,40}\d{4}\s*[.;]?"
)
_DEFINITION = re.compile(r"(?:nội dung thực hiện|nội dung)\s*:\s*", re.IGNORECASE)


@dataclass(slots=True)
class _Pending:
    """A task that attribute lines may still complete."""

    paragraph: Paragraph
    node: Node
    told: list[Told] = field(default_factory=list)
    cooperating: tuple[str, ...] = ()
    product: str | None = None
    time: str | None = None
    confidence: float = INFERRED


def tasks(root: Node) -> tuple[Task, ...]:
    """Every task of the body, in the document's order."""
    return tuple(_finished(pending) for node in root.walk() for pending in _of(node))


def _of(node: Node) -> list[_Pending]:
    aim = purpose(node)
    if aim in (Purpose.AIMS, Purpose.TARGETS, Purpose.REWARD):
        return []
    pending: list[_Pending] = []
    if _is_task(node):
        assert node.paragraph
        pending.append(_Pending(node.paragraph, node, list(_own(node, node.paragraph, aim))))
    waiting = list(pending) if not _has_tasks(node) else []
    if not waiting and node.paragraph and is_title(node) and node.content and all(attribute(one.text) for one in node.content):
        waiting = [_Pending(node.paragraph, node, list(_own(node, node.paragraph, aim)))]
        pending += waiting
    _add_content(node, aim, pending, waiting)
    lines = [line for child in node.children if child.paragraph and (line := attribute(child.paragraph.text))]
    if lines and not pending and node.paragraph and is_title(node):
        pending.append(_Pending(node.paragraph, node, list(_own(node, node.paragraph, aim))))
    for one in pending:
        for line in lines:
            _complete(one, line)
    return pending


def _is_task(node: Node) -> bool:
    if node.paragraph is None or (is_title(node) and home(node) is node) or attribute(node.paragraph.text):
        return False
    if NO_TASK.match(node.words) or (node.words.endswith(":") and (node.children or _has_tasks(node))):
        return False
    return not is_formal(node.paragraph.text)


def _has_tasks(node: Node) -> bool:
    return any(one.bulleted and attribute(one.text) is None and not only_measures(node, one) for one in node.content)


def _add_content(node: Node, aim: Purpose, pending: list[_Pending], waiting: list[_Pending]) -> None:
    """Bullets and paragraphs are tasks; an attribute line completes those above it that none has completed yet."""
    closed = False
    listed = required(node) if aim is Purpose.ORGANISATION else []
    for paragraph in node.content:
        line = attribute(paragraph.text)
        if line and line.kind is not Attribute.CONTENT:
            closed = True
            for one in waiting:
                _complete(one, line)
        elif pending and (paragraph in listed or _ONLY_TIME.fullmatch(fold(paragraph.words))):
            _time(pending[-1], paragraph)
        elif stating := _stating(node, paragraph):
            if closed:
                waiting, closed = [], False
            one = _Pending(stating, node, list(_own(node, stating, aim)))
            pending.append(one)
            waiting = [*waiting, one]


def _time(task: _Pending, paragraph: Paragraph) -> None:
    """A sentence that only says by when belongs to the task before it: "Ban hành chậm nhất ngày 10/02/2026."."""
    if task.time is None and not list(stated(task.paragraph.text)) and _ONLY_TIME.fullmatch(fold(paragraph.words)):
        task.time = paragraph.words.rstrip(" .;")


def _stating(node: Node, paragraph: Paragraph) -> Paragraph | None:
    """The words of the paragraph that state a task: not the sentence behind them that introduces what a plan must hold."""
    introduces = introduction(paragraph)
    if introduces and introduces[0]:
        return paragraph.part(0, introduces[0])
    return paragraph if _states_task(node, paragraph) else None


def _states_task(node: Node, paragraph: Paragraph) -> bool:
    """Bullets do, and paragraphs that begin with a verb or an agency; what introduces a list or closes the document does not."""
    if paragraph.separator or paragraph.text.endswith(":") or NO_TASK.match(paragraph.text) or only_measures(node, paragraph):
        return False
    if node.paragraph is None:
        return paragraph.bulleted and not listed_receivers(node, paragraph)
    if paragraph.bulleted:
        return True
    if followed_by_attribute(node, paragraph):
        return True
    orders = wrapping_words.OPENERS.match(paragraph.text) or _ORDERS.match(paragraph.text)
    return len(paragraph.text) > 40 and (bool(orders) or begins_agency(paragraph.text))


def _own(node: Node, paragraph: Paragraph, aim: Purpose) -> Iterator[Told]:
    """Who does it by the paragraph's own words, else by the title or the leading sentence above it."""
    found = list(spoken(paragraph.words, aim))
    if found:
        yield from found
        return
    above = _leading(node, paragraph)
    text, own = fold(paragraph.words), cooperating(own_part(paragraph.words, 0))
    for told in above:
        yield Told(
            told.agency,
            role_of(text) if told.role is Role.RESPONSIBLE else told.role,
            tuple(dict.fromkeys([*told.cooperating, *own])),
            told.requested,
        )
    yield from beside(paragraph.words)


def _leading(node: Node, paragraph: Paragraph) -> list[Told]:
    """Whom the nearest words above a task name: a sentence that ends with a colon, or a title."""
    for one in reversed(_introducing(node)):
        if one.start < paragraph.start and (told := list(spoken(one.words, Purpose.ORGANISATION))):
            return told
    for above in node.ancestors():
        if above.paragraph is paragraph:
            continue
        if heading := heading_agency(above, purpose(above)):
            return [Told(agency, Role.RESPONSIBLE, requested=heading.requested) for agency in split_agencies(heading.name)]
        if not is_title(above) and (told := list(spoken(above.words, Purpose.ORGANISATION))):
            return told
    return []


@lru_cache(1)  # asked for each of the paragraphs below a title in turn
def _introducing(node: Node) -> tuple[Paragraph, ...]:
    return tuple(one for one in node.content if one.text.endswith(":") and attribute(one.text) is None)


def _complete(task: _Pending, line: AttributeLine) -> None:
    match line.kind:
        case Attribute.LEAD | Attribute.RESPONSIBLE:
            task.told = list(by_attribute(line))
            task.confidence = LABELLED
        case Attribute.COOPERATING:
            task.cooperating = split_agencies(line.value)
        case Attribute.TIME:
            task.time = line.value.rstrip(" .;")
        case Attribute.PRODUCT:
            task.product = line.value.rstrip(" .;")
        case Attribute.CONTENT | Attribute.OTHER:
            pass


def _finished(task: _Pending) -> Task:
    paragraph = task.paragraph
    due, raw = _due(task)
    lead, responsible = _agencies(task.told, Role.LEAD), _agencies(task.told, Role.RESPONSIBLE)
    return Task(
        section=home(task.node).path,
        text=_DEFINITION.sub("", paragraph.words, count=1) if _DEFINITION.match(paragraph.words) else paragraph.words,
        quote=paragraph.quote(_confidence(task)),
        lead=lead,
        responsible=responsible,
        cooperating=tuple(name for name in _joining(task) if name not in (*lead, *responsible)),
        product=task.product or _product(paragraph.text),
        due=due,
        due_raw=raw,
        recurrence=recurrence(task.time) if task.time else None,
        criteria=codes_in(paragraph.text),
        dimension=dimension(task.node),
    )


def _joining(task: _Pending) -> Iterator[str]:
    """Each agency that joins in, once."""
    own = (name for told in task.told for name in told.cooperating)
    return iter(dict.fromkeys([*task.cooperating, *own, *_agencies(task.told, Role.COOPERATE)]))


def _confidence(task: _Pending) -> float:
    """Less where an agency was only guessed to be set to work."""
    sure = {name for one in task.told if one.confidence > GUESSED for name in split_agencies(one.agency)}
    guessed = (name for one in task.told if one.confidence == GUESSED for name in split_agencies(one.agency))
    if any(name not in sure for name in guessed):
        return GUESSED
    return task.confidence if task.told else UNASSIGNED


def _agencies(told: list[Told], role: Role) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for one in told if one.role is role for name in split_agencies(one.agency)))


def _due(task: _Pending) -> tuple[str | None, str | None]:
    """The last day or month that the line of times or the task itself states."""
    if task.time:
        found = [moment for moment, _, _ in stated(task.time, timed=True)]
        return (found[-1].iso if found else None), task.time
    own = [
        (moment.iso, task.paragraph.text[start : moment.end])
        for moment, relation, start in stated(task.paragraph.text)
        if relation != "from"
    ]
    if own:
        return own[-1]
    relative = _RELATIVE.search(task.paragraph.text)
    return None, relative.group().strip() if relative else None


def _product(text: str) -> str | None:
    match = _PRODUCT.search(text)
    return match.group("product").strip() if match else None


def bullets(root: Node) -> tuple[tuple[str, int], ...]:
    """How many dash bullets stand directly in each section, attribute lines apart."""
    counts: dict[str, int] = {}
    for node in root.walk():
        number = sum(_counted(one) for one in node.content)
        if number and (path := home(node).path):
            counts[path] = counts.get(path, 0) + number
    return tuple(counts.items())


def _counted(paragraph: Paragraph) -> bool:
    if not (paragraph.marker and paragraph.marker.label in "-–—"):
        return False
    line = attribute(paragraph.text)
    return line is None or line.kind in (Attribute.CONTENT, Attribute.OTHER)
