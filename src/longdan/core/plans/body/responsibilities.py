"""Statements of responsibility that lost their lines, told apart again."""

from collections.abc import Iterator

from longdan.core.plans.body.assignments import heading_agency, is_order
from longdan.core.plans.body.attributes import attribute
from longdan.core.plans.body.purposes import Purpose, purpose
from longdan.core.plans.body.sections import is_title
from longdan.core.plans.words.agencies import subject
from longdan.core.plans.words.outline import Node
from longdan.core.plans.words.paragraphs import Paragraph
from longdan.core.plans.words.sentences import sentences

REACH = 500  # characters within which a sentence has said whom it sets to work


def told_apart(root: Node) -> Node:
    """The tree, in which each sentence that sets another agency to work is a paragraph, where no title names the agency."""
    for node in root.walk():
        aim = purpose(node)
        if aim is Purpose.ORGANISATION and is_title(node) and heading_agency(node, aim) is None:
            node.content = [part for paragraph in node.content for part in _apart(paragraph)]
    return root


def _apart(paragraph: Paragraph) -> Iterator[Paragraph]:
    if paragraph.marker or attribute(paragraph.text) or paragraph.text.endswith("./."):
        yield paragraph
        return
    begin = 0
    for start, _ in list(sentences(paragraph.text))[1:]:
        if _sets_to_work(paragraph.text[start : start + REACH]):
            yield paragraph.part(begin, start)
            begin = start
    yield paragraph.part(begin, len(paragraph.text))


def _sets_to_work(words: str) -> bool:
    """Whether a sentence begins with an agency and says what it does; what the issuer itself orders is no such sentence."""
    found = subject(words)
    return found is not None and bool(found.predicate) and not is_order(words)
