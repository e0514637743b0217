"""Legal bases in a document's preamble, set apart from the documents that its body cites."""

import re
from dataclasses import dataclass

from longdan.core.documents.model import Document
from longdan.core.plans.front.citations import Citation, find
from longdan.core.plans.words.stream import phrases

_LONGEST = 12_000  # of a preamble, in letters
_LETTER = r"(?=[^\W\d_])"
_FIRST_SECTION = re.compile(
    rf"(?<![\w.,/-])(?:(?:PHẦN|Phần)\s+(?:THỨ\s+)?(?:[IVX]+|MỘT|NHẤT|1)\b|[IA1]\s?[.)]\s+{_LETTER}|Điều\s+1\s*[.:])"
)
_BASES_SECTION = re.compile(
    r"(?<!\w)I\s?[.)]\s+(?:(?:CÁC\s+)?(?:CĂN\s+CỨ|CƠ\s+SỞ)(?=\s+(?:PHÁP|XÂY|BAN|LẬP|THỰC|\W))|(?:Căn\s+cứ|Cơ\s+sở)\s+pháp\s+lý)"
)
_SECOND_SECTION = re.compile(rf"(?<!\w)II\s?[.)]\s+{_LETTER}")
_BASIS = re.compile(
    rf"\s*{phrases('Căn cứ', 'Thực hiện', 'Triển khai', 'Theo', 'Tiếp theo', 'Thi hành', 'Xét', 'Trên cơ sở', 'Chấp hành')}\b"
)
_ANNOUNCED = phrases("như", "nội dung", "cụ thể", "dung chủ yếu", "dung chính", "giải pháp", "nhiệm vụ")
_FOLLOWING = phrases("cụ thể", "chủ yếu", "chính", "như", "sau", "sau đây", "trọng tâm", "dưới đây")
_NO_PROPOSAL = r"(?<!theo\s)(?<!xét\s)(?<!Theo\s)(?<!Xét\s)"  # "Theo đề nghị của …" is a basis
_LEAD_IN = re.compile(
    rf"{_ANNOUNCED}(?:\s+{_FOLLOWING}){{0,4}}\s*:|QUYẾT\s+ĐỊNH\s*:"
    rf"|{_NO_PROPOSAL}{phrases('yêu cầu', 'đề nghị', 'chỉ thị', 'giao')}(?:\s+[^.;:]{{0,160}})?:(?=\s+(?:[-+1I]|[^\W\d_]))"
)


def preamble_end(document: Document, words: str, start: int, limit: int) -> int:
    """Where the preamble ends: at its "như sau:" or at the first section, whichever comes first."""
    if named := _BASES_SECTION.search(words, start, limit):
        next_section = _SECOND_SECTION.search(words, named.end(), limit)
        return next_section.start() if next_section else named.end()
    lead_in, section = _LEAD_IN.search(words, start, limit), _FIRST_SECTION.search(words, start, limit)
    ends = [end for end in (lead_in and lead_in.end(), section and section.start()) if end]
    return min(ends) if ends else _end_of_bases(document, start)


def _end_of_bases(document: Document, start: int) -> int:
    """Without a lead-in or a section: behind the last of the paragraphs that begin as bases do."""
    end = start
    for passage in document.passages:
        if passage.start >= start and passage.text.strip(" |-"):
            if not _BASIS.match(passage.text):
                break
            end = passage.end
    return end


@dataclass(frozen=True, slots=True)
class Cited:
    """The documents that a plan names, each of them as often as it is named."""

    bases: tuple[Citation, ...]
    body: tuple[Citation, ...]


def divide(document: Document, words: str, start: int, own: str | None) -> Cited:
    """Legal bases and cited documents, without the document's own number."""
    end = preamble_end(document, words, start, min(len(words), start + _LONGEST))
    bases = [citation for citation in find(words, start, end) if citation.number != own]
    cited = [citation for citation in find(words, end) if citation.number != own]
    return Cited(tuple(bases), tuple(_not_repeated(cited, {citation.number for citation in bases})))


def _not_repeated(cited: list[Citation], bases: set[str]) -> list[Citation]:
    """A base that the body names again is cited only where it is named in full, with its date."""
    dated = {citation.number for citation in cited if citation.issued}
    return [citation for citation in cited if citation.number in dated or citation.number not in bases]


def without_preamble(words: str, own: str | None) -> Cited:
    """An article has no preamble: all that it names is cited."""
    return Cited((), tuple(citation for citation in find(words) if citation.number != own))
