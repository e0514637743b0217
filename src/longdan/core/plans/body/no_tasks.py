"""What stands among the tasks of a plan and is none."""

import re

from longdan.core.documents import wrapping_words
from longdan.core.plans.body.attributes import attribute
from longdan.core.plans.body.clauses import beside
from longdan.core.plans.body.deadlines import stated
from longdan.core.plans.words.numbering import Style, marker
from longdan.core.plans.words.outline import Node
from longdan.core.plans.words.paragraphs import Paragraph
from longdan.core.plans.words.sentences import sentences

# What closes the document, says who pays, or only repeals.
NO_TASK = re.compile(
    rf"{wrapping_words.CLOSING.pattern}|(?:Nguồn\s+)?[Kk]inh\s+phí\s|Bãi\s+bỏ\s+(?:[Đđ]i[ềể]|[Kk]hoản|[Mm]ục|[Pp]hụ)"
)
_TO_WHOM = re.compile(r"^Kính gửi|(?:^|\s)(?:điện|gửi)\s*:$")
# Articles of a decision that set nobody to work.
_FORMAL = re.compile(r"[Bb]an hành kèm theo|có hiệu lực|chịu trách nhiệm thi hành")
# What is counted at the end, and no work: "Tỷ lệ doanh nghiệp thành lập mới tăng từ 5% trở lên."
_MEASURE = re.compile(r"(?:T[ỷỉ]\s+lệ|Mức(?:\s+độ)?|Số(?!\s+(?:hóa|hoá|liệu))|Tổng\s+số|Tốc\s+độ|Chỉ\s+số|Điểm(?!\s+danh))\s")


def is_formal(text: str) -> bool:
    """Whether the words are an article that only puts the document in force: "Điều 3. … chịu trách nhiệm thi hành"."""
    number = marker(text)
    return number is not None and number.style is Style.DIVISION and bool(_FORMAL.search(text))


def only_measures(node: Node, paragraph: Paragraph) -> bool:
    """Whether the paragraph only says what is measured: nobody is named in it, no day, no line of attributes follows."""
    text = paragraph.words
    if not _MEASURE.match(text) or len(list(sentences(text))) > 1 or followed_by_attribute(node, paragraph):
        return False
    return not beside(text) and not any(stated(text))


def followed_by_attribute(node: Node, paragraph: Paragraph) -> bool:
    """Whether a line of attributes, which only a task has, stands right below."""
    below = next((one for one in node.content if one.start > paragraph.start), None)
    return below is not None and attribute(below.text) is not None


def listed_receivers(root: Node, paragraph: Paragraph) -> bool:
    """Whether a bullet before all sections lists to whom a letter goes."""
    before = [one.text for one in root.content if one.start < paragraph.start]
    introducing = next((text for text in reversed(before) if text.endswith(":")), "")
    return not introducing or bool(_TO_WHOM.search(introducing))
