"""What a document demands of the plans that other agencies must make."""

import re
from collections.abc import Iterator

from longdan.core.plans.agencies import fold, split_agencies
from longdan.core.plans.assignments import heading_agency, spoken
from longdan.core.plans.confidence import INFERRED
from longdan.core.plans.deadlines import stated
from longdan.core.plans.draft import PlanDemand
from longdan.core.plans.outline import Node
from longdan.core.plans.paragraphs import Paragraph
from longdan.core.plans.purposes import Purpose, purpose

_PLAN = r"(?:kế hoạch|chương trình|kế hoạch, chương trình)"
_MAKES = re.compile(
    rf"(?:xây dựng|ban hành|lập|cụ thể hóa)(?:,? (?:và )?(?:ban hành|triển khai|xây dựng"
    rf"|thực hiện))?[^.;:]{{0,40}}?{_PLAN}(?! này| sử dụng| đầu tư| kiểm tra)"
)
_MUST = re.compile(
    rf"{_PLAN}(?: của)?[^.;:]{{0,80}}(?:phải|cần) (?:bảo đảm|đảm bảo|có|bao gồm|xác định|bao quát|thể hiện)"
    rf"|thời (?:điểm|hạn|gian) ban hành kế hoạch"
)
_SENTENCE = re.compile(r"[^.]+(?:\.(?!\s|$)[^.]*)*\.?")


def demands(root: Node) -> tuple[PlanDemand, ...]:
    """The demands of a body, in its order."""
    found: list[PlanDemand] = []
    for node in root.walk():
        if purpose(node) is not Purpose.ORGANISATION:
            continue
        under = False  # bullets under "Kế hoạch phải đảm bảo các yêu cầu sau:"
        for paragraph in filter(None, [node.paragraph, *node.content]):
            found += _of(node, paragraph, under=under and paragraph.bulleted)
            under = (paragraph.text.endswith(":") and bool(_MUST.search(fold(paragraph.text)))) or (under and paragraph.bulleted)
    return tuple(found)


def _of(node: Node, paragraph: Paragraph, *, under: bool) -> Iterator[PlanDemand]:
    if under:
        yield _demand(node, paragraph, 0, len(paragraph.text))
        return
    for match in _SENTENCE.finditer(paragraph.text):
        folded = fold(match.group())
        if _MAKES.search(folded) or _MUST.search(folded):
            yield _demand(node, paragraph, match.start() + len(match.group()) - len(match.group().lstrip()), match.end())


def _demand(node: Node, paragraph: Paragraph, start: int, end: int) -> PlanDemand:
    quote = paragraph.quote(INFERRED, start, end)
    due = [moment.iso for moment, _, _ in stated(quote.text)]
    text = paragraph.words if start == 0 else quote.text
    return PlanDemand(text, quote, _of_whom(node, paragraph), due[-1] if due else None)


def _of_whom(node: Node, paragraph: Paragraph) -> tuple[str, ...]:
    if told := next(spoken(paragraph.words, Purpose.ORGANISATION), None):
        return split_agencies(told.agency)
    for above in node.ancestors():
        if heading := heading_agency(above, purpose(above)):
            return split_agencies(heading.name)
        if told := next(spoken(above.words, Purpose.ORGANISATION), None):
            return split_agencies(told.agency)
    return ()
