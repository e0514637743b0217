"""The sections of a plan: which numbered paragraphs are titles, which run in with their text, which are mere items of a list."""

import re

from longdan.core.documents import wrapping_words
from longdan.core.plans.body.attributes import attribute
from longdan.core.plans.draft import Section
from longdan.core.plans.words.agencies import subject
from longdan.core.plans.words.numbering import Style
from longdan.core.plans.words.outline import Node

LONGEST_TITLE = 420
LONGEST_CLOSED_TITLE = 260  # of one that ends with a full stop or a colon
_SENTENCES = re.compile(r"[.!?…]\s+[A-ZĐÂÊÔƠƯĂÁÀẢÃẠỦỨ“]")
_ENDED = re.compile(r"[.;…]\s*(?:/\.)?$")
_SPEAKS_AFTER_COLON = re.compile(r":\s+\S")


def is_title(node: Node) -> bool:
    """Whether the numbered paragraph is a title, rather than a number in front of running text."""
    words = node.words
    if node.paragraph and attribute(node.paragraph.text):
        return False
    if not words or len(words) > LONGEST_TITLE or _SENTENCES.search(words):
        return False
    if words.upper() == words:
        return True
    if not (_ENDED.search(words) or words.endswith(":")):
        return not _agency_speaks(node) and (node.has_body or (len(words) < LONGEST_CLOSED_TITLE and not _clause(node)))
    if node.marker and node.marker.style is Style.LETTER and not _has_list(node):
        return False
    return node.has_body and len(words) <= LONGEST_CLOSED_TITLE and not _clause(node)


def _agency_speaks(node: Node) -> bool:
    """``5. Sở Nội vụ: Chủ trì …`` without a full stop at its end."""
    return bool(wrapping_words.RUN_IN.match(node.paragraph.text if node.paragraph else "")) and len(node.words) > 120


def _clause(node: Node) -> bool:
    """Whether the words say what somebody does: no title, though a list may follow."""
    found = subject(node.words)
    if found and found.predicate:
        return True
    speaking = _SPEAKS_AFTER_COLON.search(node.words)
    return bool(speaking and len(node.words) > 120) or node.words.endswith(";")


def is_section(node: Node) -> bool:
    """Whether the numbered paragraph is a section; letters are, where one of their row is a title or has a list below it."""
    if node.marker is None or node.parent is None:
        return False
    if node.marker.style is not Style.LETTER:
        return True
    return any(sister.children or _has_list(sister) or _titles_text(sister) for sister in node.parent.children if sister.marker)


def _has_list(node: Node) -> bool:
    return sum(paragraph.bulleted and attribute(paragraph.text) is None for paragraph in node.content) > 1


def _titles_text(node: Node) -> bool:
    """Whether the item is a title with text below it, and not a task of which only attribute lines say more."""
    return is_title(node) and (not node.content or any(attribute(paragraph.text) is None for paragraph in node.content))


def sections(root: Node) -> tuple[Section, ...]:
    """The tree of sections."""
    return tuple(_section(node) for node in root.children if is_section(node))


def _section(node: Node) -> Section:
    assert node.paragraph
    assert node.marker
    title = node.words if is_title(node) else None
    return Section(node.marker.label, node.path, title, node.paragraph.quote(), sections(node))


def home(node: Node) -> Node:
    """The nearest section at or above a node."""
    while node.parent is not None and not is_section(node):
        node = node.parent
    return node
