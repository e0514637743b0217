"""What a document demands of the plans that other agencies must make."""

import re
from collections.abc import Iterator

from longdan.core.plans.body.assignments import heading_agency, spoken
from longdan.core.plans.body.deadlines import stated
from longdan.core.plans.body.purposes import Purpose, purpose
from longdan.core.plans.body.sections import is_title
from longdan.core.plans.draft import PlanDemand
from longdan.core.plans.words.agencies import fold, split_agencies
from longdan.core.plans.words.confidence import INFERRED
from longdan.core.plans.words.outline import Node
from longdan.core.plans.words.paragraphs import Paragraph
from longdan.core.plans.words.sentences import sentences

_PLAN = r"(?:kế hoạch|chương trình|kế hoạch, chương trình)"
_MAKES = re.compile(
    rf"(?:xây dựng|ban hành|lập|cụ thể hóa)(?:,? (?:và )?(?:ban hành|triển khai|xây dựng"
    rf"|thực hiện))?[^.;:]{{0,40}}?{_PLAN}(?! này| sử dụng| đầu tư| kiểm tra)"
)
_MUST = re.compile(
    rf"{_PLAN}(?: của)?[^.;:]{{0,80}}(?:phải|cần) (?:bảo đảm|đảm bảo|đáp ứng|có|bao gồm|xác định|bao quát|thể hiện)"
    rf"|thời (?:điểm|hạn|gian) ban hành kế hoạch"
)


def demands(root: Node) -> tuple[PlanDemand, ...]:
    """The demands of a body, in its order."""
    found: list[PlanDemand] = []
    for node in root.walk():
        if purpose(node) is not Purpose.ORGANISATION:
            continue
        if node.paragraph and not (is_title(node) and node.has_body):  # a title's demand stands below it
            found += _of(node, node.paragraph)
        listed = required(node)
        for paragraph in node.content:
            found += [_demand(node, paragraph, 0, len(paragraph.text))] if paragraph in listed else _of(node, paragraph)
    return tuple(found)


def required(node: Node) -> list[Paragraph]:
    """The bullets that say what a plan must hold: those under "Kế hoạch phải đảm bảo các yêu cầu sau:"."""
    found: list[Paragraph] = []
    under = False
    for paragraph in filter(None, [node.paragraph, *node.content]):
        under = bool(introduction(paragraph)) or (under and paragraph.bulleted)
        if under and paragraph.bulleted:
            found.append(paragraph)
    return found


def introduction(paragraph: Paragraph) -> tuple[int, int] | None:
    """Where the sentence stands that only introduces what a plan must hold."""
    if not paragraph.text.endswith(":"):
        return None
    start, end = list(sentences(paragraph.text))[-1]
    return (start, end) if _MUST.search(fold(paragraph.text[start:end])) else None


def _of(node: Node, paragraph: Paragraph) -> Iterator[PlanDemand]:
    introduces = introduction(paragraph)
    for start, end in sentences(paragraph.text):
        folded = fold(paragraph.text[start:end])
        if (start, end) != introduces and (_MAKES.search(folded) or _MUST.search(folded)):
            yield _demand(node, paragraph, start, end)


def _demand(node: Node, paragraph: Paragraph, start: int, end: int) -> PlanDemand:
    quote = paragraph.quote(INFERRED, start, end)
    due = [moment.iso for moment, _, _ in stated(quote.text)]
    number = paragraph.marker.length if paragraph.marker and start == 0 else 0
    return PlanDemand(quote.text[number:], quote, _of_whom(node, paragraph), due[-1] if due else None)


def _of_whom(node: Node, paragraph: Paragraph) -> tuple[str, ...]:
    if told := next(spoken(paragraph.words, Purpose.ORGANISATION), None):
        return split_agencies(told.agency)
    for above in node.ancestors():
        if heading := heading_agency(above, purpose(above)):
            return split_agencies(heading.name)
        if told := next(spoken(above.words, Purpose.ORGANISATION), None):
            return split_agencies(told.agency)
    return ()
