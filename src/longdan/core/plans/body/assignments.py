"""Which agency leads, answers for, or joins in which work: read from the form of the sentence."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from longdan.core.plans.body.attributes import Attribute, AttributeLine, attribute
from longdan.core.plans.body.clauses import beside, given, own_part
from longdan.core.plans.body.purposes import Purpose, purpose
from longdan.core.plans.body.roles import GENERAL, IS_TOLD, LEADS, Told, cooperating, role_of
from longdan.core.plans.body.sections import home, is_title
from longdan.core.plans.draft import Assignment, Role
from longdan.core.plans.words.agencies import Call, Subject, fold, is_generic, split_agencies, subject
from longdan.core.plans.words.confidence import DOUBTFUL, INFERRED, LABELLED
from longdan.core.plans.words.numbering import Style, marker
from longdan.core.plans.words.outline import Node
from longdan.core.plans.words.paragraphs import Paragraph
from longdan.core.plans.words.sentences import sentences

_LEADS_TOO = re.compile(r"^tham mưu [^.]*;\s+chủ trì,\s+phối hợp\s+(?:với|cùng)\s")
_OF = re.compile(r"(?:Trách nhiệm của|Nhiệm vụ của|Trách nhiệm|Đối với)\s+(?=\S)")
_TOPIC = re.compile(r"báo cáo|^(?:giai đoạn|đợt|bước|vòng)\s")
_ORDER = re.compile(
    r"(?:^|[,;]\s)(?:(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Chủ tịch|Giám đốc|Ban Thường vụ)[^.;:]{0,70}?\s"
    r"(?P<verb>yêu cầu|đề nghị|giao|chỉ đạo)|(?:Sở|Ban|Cục|Chi cục)\s[^.;:,]{2,50}?(?<!được)\sgiao)\s+(?=\S)"
)


def assignments(root: Node) -> tuple[Assignment, ...]:
    """The assignments of a body, in the document's order."""
    return tuple(found for node in root.walk() for found in _of_node(node))


def _of_node(node: Node) -> Iterator[Assignment]:
    aim = purpose(node)
    if aim in (Purpose.AIMS, Purpose.TARGETS, Purpose.REWARD):
        return
    heading = heading_agency(node, aim)
    if node.paragraph and not _answered_below(node):
        for told in _numbered(node, heading, aim):
            yield replace(_assigned(told, node.paragraph, home(node).path), title=heading is not None)
    if node.parent is None and not node.children:
        yield from _of_prose(node)
        return
    for paragraph, told in _of_content(node, heading, aim):
        yield _assigned(told, paragraph, home(node).path)


def _assigned(told: Told, paragraph: Paragraph, section: str) -> Assignment:
    return Assignment(told.agency, told.role, section, paragraph.quote(told.confidence), told.cooperating, told.requested)


def heading_agency(node: Node, aim: Purpose) -> Subject | None:
    """The agencies that a title names as those whose work follows."""
    if node.paragraph is None or not is_title(node):
        return None
    topic = _OF.match(node.words)
    found = subject(node.words.rstrip(" .:"), topic.end() if topic else 0)
    if found is None or (aim is not Purpose.ORGANISATION and found.predicate):
        return None
    # "Cơ quan chủ trì theo dõi các chỉ số": the whole title says which agencies are meant.
    return replace(found, name=_title_name(node, found)) if found.predicate and is_generic(found.name) else found


@lru_cache(maxsize=4096)  # asked of every task at every look at a preview
def only_names(text: str) -> bool:
    """Whether the words only name agencies, as a title does, and say nothing that they do."""
    number = marker(text)
    words = text[number.length if number else 0 :].rstrip(" .:;,")
    topic = _OF.match(words)
    found = subject(words, topic.end() if topic else 0)
    return found is not None and not found.predicate and len(words) == found.end


def _title_name(node: Node, found: Subject) -> str:
    """The whole title names them: no verb ends the name there."""
    return node.words[found.start :].strip(" .:;,")


def _answered_below(node: Node) -> bool:
    """Whether the agency of a title is told to lead by the one paragraph below it, which then is the statement."""
    first = node.content[0] if node.content else None
    return bool(is_title(node) and first and first.marker is None and re.match(r"Chủ trì\b", first.text))


def _numbered(node: Node, heading: Subject | None, aim: Purpose) -> Iterator[Told]:
    """What the numbered paragraph itself says."""
    if node.paragraph and (line := attribute(node.paragraph.text)):
        yield from by_attribute(line)
    elif heading:
        yield Told(
            _title_name(node, heading),
            Role.RESPONSIBLE,
            requested=heading.requested,
            confidence=LABELLED if aim is Purpose.ORGANISATION else INFERRED,
        )
    elif is_title(node):
        yield from (one for one in beside(node.words) if one.confidence == LABELLED)
    elif owner := _owner(node):
        found = list(_by_owner(owner, node.words))
        yield from found or ([] if node.marker and node.marker.style is Style.LETTER else spoken(node.words, aim))
    else:
        yield from spoken(node.words, aim)


def _owner(node: Node) -> Subject | None:
    """The agency of the title above an item with a letter or a number of two steps."""
    above = node.parent
    if above is None or node.marker is None or (node.marker.style is not Style.LETTER and node.marker.depth < 2):
        return None
    return heading_agency(above, purpose(above))


def _by_owner(owner: Subject, words: str) -> Iterator[Told]:
    """An item below an agency's title: only what says that it leads or joins adds to the title."""
    text = fold(words)
    if LEADS.match(text):
        yield Told(owner.name, Role.LEAD, cooperating(words), owner.requested)
    elif re.match(r"phối hợp (?:với|cùng) ", text) and not GENERAL.match(text[13:]):
        yield Told(owner.name, Role.COOPERATE, cooperating(words), owner.requested, INFERRED)


def _of_content(node: Node, heading: Subject | None, aim: Purpose) -> Iterator[tuple[Paragraph, Told]]:
    led = False  # by a sentence that ends with a colon: the bullets below it are its work
    covered = _with_attributes(node.content)
    for paragraph in node.content:
        if line := attribute(paragraph.text):
            yield from ((paragraph, told) for told in by_attribute(line))
        elif paragraph in covered or (led and paragraph.bulleted):
            continue
        elif heading:
            yield from ((paragraph, told) for told in _by_owner(heading, paragraph.words))
        else:
            found = list(_content_told(paragraph, aim, top=node.paragraph is None))
            led = bool(found) and paragraph.text.endswith(":")
            yield from ((paragraph, told) for told in found)


def _of_prose(root: Node) -> Iterator[Assignment]:
    """An article without numbers: each of its sentences that orders an agency, or says that one leads."""
    for paragraph in root.content:
        for start, end in sentences(paragraph.text):
            words = paragraph.text[start:end]
            order = _ORDER.match(words)
            found = subject(words, order.end() if order else 0)
            if found and found.predicate and (order or IS_TOLD.match(fold(found.predicate))):
                requested = bool(order and order.group("verb") == "đề nghị")
                quote = paragraph.quote(DOUBTFUL, start, end)
                yield Assignment(found.name, role_of(fold(found.predicate)), "", quote, cooperating(found.predicate), requested)


def _with_attributes(content: list[Paragraph]) -> set[Paragraph]:
    """The tasks of which attribute lines below them say who does them."""
    covered: set[Paragraph] = set()
    waiting: set[Paragraph] = set()
    for paragraph in content:
        line = attribute(paragraph.text)
        if line is None:
            waiting.add(paragraph)
        elif line.kind in (Attribute.LEAD, Attribute.RESPONSIBLE):
            covered |= waiting
            waiting = set()
    return covered


def _content_told(paragraph: Paragraph, aim: Purpose, *, top: bool) -> Iterator[Told]:
    if (top or paragraph.marker is None) and (ordered := _ordered(paragraph)):
        yield ordered
        return
    if top or (paragraph.marker is None and paragraph.text.endswith("./.")):
        return
    found = list(spoken(paragraph.words, aim)) or given(paragraph.words)
    if aim is Purpose.ORGANISATION or paragraph.marker is None:
        yield from found
    else:
        yield from (told for told in found if told.role is not Role.RESPONSIBLE or told.confidence == LABELLED)


def _ordered(paragraph: Paragraph) -> Told | None:
    """``Chủ tịch UBND tỉnh yêu cầu các sở … thực hiện:`` lays the list below it upon them."""
    match = _ORDER.match(paragraph.text)
    if not match or not paragraph.text.endswith(":"):
        return None
    found = subject(paragraph.text, match.end())
    return Told(found.name, Role.RESPONSIBLE, requested=match.group("verb") == "đề nghị", confidence=INFERRED) if found else None


def spoken(words: str, aim: Purpose) -> Iterator[Told]:
    """What a sentence says of the agency that it begins with, then of the others that it sets to work."""
    if order := _ORDER.match(words):
        yield from _given(words, order)
        return
    found = subject(words) or _behind_topic(words, aim)
    if found is None or not (found.predicate or found.colon):
        others = beside(words)
        yield from others if any(one.role is Role.LEAD and one.confidence == LABELLED for one in others) else ()
        return
    predicate = fold(found.predicate)
    certain = aim is Purpose.ORGANISATION or found.colon or found.call is not Call.NAMED or bool(IS_TOLD.match(predicate))
    certain = certain or "được giao " in fold(found.name)
    confidence = LABELLED if certain else DOUBTFUL
    role = Role.LEAD if aim is not Purpose.ORGANISATION and _LEADS_TOO.search(predicate) else role_of(predicate)
    yield Told(found.name, role, cooperating(own_part(words, found.end)), found.requested, confidence)
    yield from beside(words, found.end)


def _given(words: str, order: re.Match[str]) -> Iterator[Told]:
    """``Sở A giao Phòng B chủ trì …``; what a superior merely asks of all is no assignment."""
    found = subject(words, order.end()) if order.group("verb") in (None, "giao") else None
    if found and found.predicate:
        yield Told(found.name, role_of(fold(found.predicate)), cooperating(own_part(words, found.end)), confidence=INFERRED)
        yield from beside(words, found.end)


def is_order(words: str) -> bool:
    """Whether a superior speaks: ``UBND tỉnh yêu cầu …``."""
    return bool(_ORDER.match(words))


def _behind_topic(words: str, aim: Purpose) -> Subject | None:
    """``Chế độ báo cáo: Các cơ quan, đơn vị báo cáo …``, ``Bước 1 (đến 20/10): Sở Y tế soạn phiếu``."""
    colon = words.find(": ")
    if not 0 < colon < 60 or not (aim is Purpose.ORGANISATION or _TOPIC.search(fold(words[:colon]))):
        return None
    found = subject(words, colon + 2)
    return found if found and found.predicate else None


def by_attribute(line: AttributeLine) -> Iterator[Told]:
    """The agencies of a line "Cơ quan chủ trì: …" or "Đơn vị thực hiện: …"."""
    if line.kind is Attribute.LEAD:
        leading, _, joining = _without_tail(line.value).partition(" phối hợp với ")
        with_whom = split_agencies(joining)
        yield from (Told(agency, Role.LEAD, with_whom) for agency in split_agencies(leading))
    elif line.kind is Attribute.RESPONSIBLE:
        yield from _clauses(line.value)


def _clauses(value: str) -> Iterator[Told]:
    """``Sở A chủ trì tham mưu …; Sở B và các sở chủ động …`` : each clause has its own agency and role."""
    found = subject(value)
    if found is None or not found.predicate:
        yield Told(_without_tail(value), Role.RESPONSIBLE)
        return
    for clause in value.split("; "):
        one = subject(clause)
        if one and one.predicate:
            yield Told(one.name, role_of(fold(one.predicate)), cooperating(one.predicate))
        elif one:
            yield Told(_without_tail(clause), Role.RESPONSIBLE)


def _without_tail(value: str) -> str:
    """The names without what is said behind them (in brackets at the end, after "trong phạm vi")."""
    return re.split(r"\s+(?:trong phạm vi|theo chức năng|căn cứ|riêng\s+(?:tiêu chí|nội dung|đối với))\b", value.strip(" .;"))[
        0
    ].strip(" .;,")
