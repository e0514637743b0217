"""Past results of indices that a plan starts from: score, rank, group and how they changed."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from longdan.core.documents.model import Document, Passage
from longdan.core.plans.draft import Baseline, Heading
from longdan.core.plans.figures import index_names, measures
from longdan.core.plans.figures.measures import Measure
from longdan.core.plans.words.stream import phrases, quote, stream

_AIM = re.compile(r"phấn\s+đấu|mục\s+tiêu|chỉ\s+tiêu|ít\s+nhất|tối\s+thiểu|trở\s+lên|đến\s+năm|hướng\s+tới", re.IGNORECASE)
_TOLD = re.compile(r"\bđạt\b|xếp|đứng|thứ\s+hạng|vị\s+trí", re.IGNORECASE)
_YEAR = re.compile(r"năm\s+(20\d\d)", re.IGNORECASE)
_COMPARED = re.compile(r"(?:so\s+với|cao\s+hơn|thấp\s+hơn|cùng\s+kỳ|với)\s*(?:cùng\s+kỳ\s+)?$", re.IGNORECASE)
_QUOTED = r"[“\"'][^”\"']{3,80}[”\"']"
_CONTENT = re.compile(  # a content of the index, with or without its name
    rf"(?:chỉ\s+số\s+(?:nội\s+dung|thành\s+phần)(?:\s+(?:số\s+)?\d)?(?:\s+(?:này|{_QUOTED}))?|nội\s+dung\s+(?:số\s+)?\d?\s*{_QUOTED})",
    re.IGNORECASE,
)
_ON_WITH = phrases("đạt", "xếp", "đứng", "là", "tăng", "giảm", "tỉnh", "thành", "chỉ", "tiếp")
_NEXT_YEAR = re.compile(rf"(?:,|;|\bvà|\bsang|\bđến)\s+(?P<year>năm\s+20\d\d)(?=\s+{_ON_WITH})")
_SENTENCE = re.compile(r"(?<!\d)\.(?=\s+\S)|\.(?=\s+[^\W\d_])")
_FARTHEST = 1_500  # letters before an index: no paragraph seen says farther away of which year its results are

_Mention = tuple[str, int, int]  # of an index: its code, from where, to where


@dataclass(frozen=True, slots=True)
class _Segment:
    """What is said of one index, up to the next index or the end of the paragraph."""

    index: str
    start: int
    end: int
    paragraph: int


def read(document: Document, heading: Heading) -> tuple[Baseline, ...]:
    """The past results in the document's order, each index and year once."""
    words = stream(document)
    found: dict[tuple[str, int | None, float | None, int | None], Baseline] = {}
    for segment in _segments(document, words, heading):
        baseline = _baseline(document, words, segment, heading)
        if baseline:
            found.setdefault((baseline.index, baseline.year, baseline.score, baseline.rank), baseline)
    return tuple(found.values())


def _contents(words: str, passage: Passage, heading: Heading) -> list[_Mention]:
    """Mentions of a content of the index that the plan is about ("nội dung “Quản trị môi trường” đạt 3,21 điểm")."""
    if len(heading.indices) != 1:
        return []
    return [(heading.indices[0], match.start(), match.end()) for match in _CONTENT.finditer(words, passage.start, passage.end)]


def _segments(document: Document, words: str, heading: Heading) -> list[_Segment]:
    segments: list[_Segment] = []
    for passage in document.passages:
        firsts = _firsts(words, _mentions(words, passage, heading))
        bounds = [start for _, start, _ in firsts] + [passage.end]
        segments += [_Segment(code, start, end, passage.start) for (code, start, _), end in zip(firsts, bounds[1:], strict=True)]
    return segments


def _mentions(words: str, passage: Passage, heading: Heading) -> list[_Mention]:
    """Every place in a passage from which the result of an index may be told."""
    named = sorted([*index_names.mentions(words, passage.start, passage.end), *_contents(words, passage, heading)], key=_place)
    return sorted([*named, *_next_years(words, named, passage.end)], key=_place)


def _place(mention: _Mention) -> int:
    return mention[1]


def _firsts(words: str, mentions: list[_Mention]) -> list[_Mention]:
    """Mentions that begin something new: of another index, or of the same one after a result was told."""
    new = [
        each
        for before, each in pairwise(mentions)
        if before[0] != each[0] or (_TOLD.search(words, before[2], each[2]) and _YEAR.search(words, before[2], each[2] + 30))
    ]
    return [*mentions[:1], *new]


def _next_years(words: str, mentions: list[_Mention], end: int) -> list[_Mention]:
    """Where the results of an index go on with those of another year ("năm 2021 đạt 40,5 điểm, năm 2022 đạt 42 điểm")."""
    found = []
    for at, (code, _, stop) in enumerate(mentions):
        limit = mentions[at + 1][1] if at + 1 < len(mentions) else end
        told = _TOLD.search(words, stop, limit)
        years = _NEXT_YEAR.finditer(words, told.end(), limit) if told else ()
        found += [(code, match.start("year"), match.end()) for match in years]
    return found


def _baseline(document: Document, words: str, segment: _Segment, heading: Heading) -> Baseline | None:
    segment = replace(segment, paragraph=max(segment.paragraph, segment.start - _FARTHEST))
    sentence = max([segment.paragraph, *(match.end() for match in _SENTENCE.finditer(words, segment.paragraph, segment.start))])
    found = [each for each in measures.find(words, segment.start, segment.end) if each.kind != "count"]
    if (
        not found
        or found[0].op
        or not _TOLD.search(words, segment.start, segment.end)
        or _AIM.search(words, sentence, found[0].end + 12)
    ):
        return None
    aim = _AIM.search(words, found[0].end, segment.end)
    found = [each for each in found if not aim or each.end < aim.start()]
    year = _year(words, segment, found[0], sentence)
    first = heading.year or (heading.period or (None,))[0] or (heading.issued.year if heading.issued else None)
    if first is None or (year or 0) >= first:
        return None
    return _told(document, segment, found, year or first - 1)


def _year(words: str, segment: _Segment, first: Measure, sentence: int) -> int | None:
    """The year that the result is of: named with the index, before it in the sentence, or last before it in the paragraph."""
    for start, end in ((segment.start, first.start), (sentence, segment.start), (segment.paragraph, sentence)):
        named = [
            match
            for match in _YEAR.finditer(words, start, end)
            if not _COMPARED.search(words[max(0, match.start() - 30) : match.start()])
        ]
        if named:
            return int(named[-1][1])
    return None


def _told(document: Document, segment: _Segment, found: list[Measure], year: int) -> Baseline | None:
    scores = [each for each in found if each.kind in {"score", "rate"} and not each.change]
    score_changes = [each for each in found if each.kind in {"score", "rate"} and each.change]
    ranks = [each for each in found if each.kind == "rank" and not each.change]
    rank_changes = [each for each in found if each.kind == "rank" and each.change]
    groups = [each for each in found if each.kind == "group"]
    if not scores and not ranks:
        return None
    last = max(each.end for each in found)
    return Baseline(
        index=segment.index,
        year=year,
        quote=quote(document, segment.start, last, 0.9),
        score=float(scores[0].value) if scores else None,
        unit=scores[0].unit if scores else None,
        rank=int(float(ranks[0].value)) if ranks else None,
        of=ranks[0].of if ranks else None,
        score_change=score_changes[0].change * float(score_changes[0].value) if score_changes else None,
        rank_change=rank_changes[0].change * int(float(rank_changes[0].value)) if rank_changes else None,
        group=str(groups[0].value) if groups else None,
    )
