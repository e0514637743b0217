"""Agencies that a sentence sets to work beside the one that it begins with: "Sở A chủ trì …; các xã thực hiện; giao Sở B …"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from longdan.core.plans.body.roles import Told, cooperating, role_of
from longdan.core.plans.words.agencies import HEAD, Subject, fold, head, split_agencies, subject
from longdan.core.plans.words.confidence import GUESSED, LABELLED
from longdan.core.plans.words.sentences import sentences


class Stand(StrEnum):
    """How a name stands in its clause."""

    GIVEN = "given"  # giao Sở A …
    DOES = "does"  # … do Sở A thực hiện
    BEGINS = "begins"
    FOLLOWS = "follows"  # …, Sở A thực hiện
    SPOKEN_OF = "spoken of"  # gửi Sở A, phối hợp với Sở A


# What stands right before a name, folded; looked for in this order.
_STANDS = tuple(
    (stand, re.compile(before))
    for stand, before in (
        (
            Stand.GIVEN,
            r"(?:^|[,(:“\"]|(?<!\w)(?:và|đồng thời))\s*"
            r"(?:giao(?:\s+(?:trách nhiệm|nhiệm vụ))?(?:\s+cho)?|phân công|đề nghị)$",
        ),
        (Stand.DOES, r"(?<!\w)do$"),
        (Stand.BEGINS, r"^(?:[-+–•,:\s]|đồng thời|trong đó|riêng|và|còn|ngoài ra|cụ thể)*$"),
        (Stand.FOLLOWS, r"[,:]$|[:;]\s*[“\"]$|,\s*(?:và|còn|đồng thời|trong đó|riêng)$"),
    )
)
_COMMITTEE = r"(?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân)"
_SUPERIOR = re.compile(
    rf"(?:(?:thường trực|chủ tịch|lãnh đạo|phó chủ tịch)\s+)?(?:{_COMMITTEE}(?:\s+(?:tỉnh|thành phố)(?:\s+\w+){{0,3}})?"
    r"|(?:tỉnh|thành)\s+ủy|chính phủ|thủ tướng(?:\s+chính phủ)?|ban thường vụ.*|ban chỉ đạo.*|cấp có thẩm quyền|bộ\s.*)$"
)
_APPROVES = re.compile(r"(?:xem xét|quyết định|phê duyệt|cho ý kiến|thống nhất|chỉ đạo|biết|ban hành)(?!\w)")
_DUTY = re.compile(
    r"(?:(?:chịu|có) trách nhiệm|được (?:giao|phân công)|chủ động|tích cực)?\s*"
    r"(?:chủ trì|phối hợp|(?:tổ chức\s+|triển khai\s+)?thực hiện|triển khai|đảm nhiệm|phụ trách|tham mưu|chủ động"
    r"|(?:là|làm)\s+(?:cơ quan|đơn vị|đầu mối|bộ phận)|(?:chịu|có) trách nhiệm)(?!\w)"
)
_SURE_DUTY = re.compile(
    r"(?:(?:chịu|có) trách nhiệm\s+)?"
    r"(?:chủ trì|phụ trách|đảm nhiệm|(?:là|làm)\s+(?:cơ quan|đơn vị|đầu mối)|chịu trách nhiệm)(?!\w)"
)
_NO_DOERS = re.compile(
    r"(?:(?:cán bộ|công chức|viên chức|người|doanh nghiệp|hộ gia đình|hợp tác xã|cổng|báo chí|địa phương)(?!\w).*"
    r"|.*\s(?:về|trong(?!\s+(?:tỉnh|thành phố|huyện|xã|phường)).*))$"
)
_EACH = re.compile(r"(?:tất cả\s+)?(?:các|những|mỗi|từng)\s")
_OPEN_LIST = re.compile(
    r"(?:^|chủ trì,?\s+|(?P<name>(?<![^,;])[^,;]+\s))phối\s+hợp(?:\s+chặt\s+chẽ)?\s+(?:(?:với|cùng)\s+)?(?=\S)"
)
_HEADS = re.compile(rf"(?<!\w)(?=[^\W\d_])(?={HEAD.pattern})")  # where the name of an agency may begin
_MASKED = re.compile(r"\([^()]*\)")
_FARTHEST = 120  # letters: no words that say how a name stands in its clause, or that it is set to work, are longer


@dataclass(frozen=True, slots=True)
class Worker:
    """Agencies set to work: where their names and what they do stand in the sentence."""

    name: str
    start: int
    end: int
    stand: Stand
    predicate: str  # folded
    requested: bool

    @property
    def confidence(self) -> float:
        """Sure behind "giao", and where a clause says by a word of duty what its subject does."""
        if self.stand is Stand.SPOKEN_OF:
            return GUESSED
        if self.stand is Stand.GIVEN or (self.stand is Stand.BEGINS and _DUTY.match(self.predicate)):
            return LABELLED
        return LABELLED if _SURE_DUTY.match(self.predicate) else GUESSED


def beside(words: str, behind: int = 0) -> list[Told]:
    """What the words say of agencies named behind the position ``behind``, each with those with whom it works."""
    return [told for told, _ in _told(words, behind)]


def given(words: str) -> list[Told]:
    """Whom the words give work by "giao", wherever they do: "Kinh phí từ ngân sách tỉnh, giao Sở Tài chính thẩm định"."""
    return [told for told, stand in _told(words, 0) if stand is Stand.GIVEN]


def _told(words: str, behind: int) -> list[tuple[Told, Stand]]:
    found = workers(words, behind)
    ends = [one.start for one in found[1:]] + [len(words)] * bool(found)
    return [
        (Told(one.name, role_of(one.predicate), cooperating(words[one.end : end]), one.requested, one.confidence), one.stand)
        for one, end in zip(found, ends, strict=True)
    ]


def own_part(words: str, behind: int) -> str:
    """What the words say of their first subject, whose name ends at ``behind``: up to the next agency that is set to work."""
    others = workers(words, behind)
    return words[behind : others[0].start if others else len(words)]


@lru_cache(1024)  # a statement is read for its task, for its assignments, for what it demands
def workers(words: str, behind: int) -> tuple[Worker, ...]:
    """The agencies that are set to work behind a position, clause by clause."""
    spans = ((start, end) for start, end in clauses(words) if end > behind)
    return tuple(
        replace(one, start=start + one.start, end=start + one.end)
        for start, end in spans
        for one in _of_clause(words[start:end], max(behind - start, 0))
    )


def clauses(words: str) -> Iterator[tuple[int, int]]:
    """The spans of clauses: sentences cut at semicolons, a list of mere names left whole; what stands in brackets is one too."""
    for start, end in sentences(words):
        yield from _joined(words, _cut(words, start, end))
    for match in _MASKED.finditer(words):
        yield from _joined(words, _cut(words, match.start() + 1, match.end() - 1))


def _cut(words: str, start: int, end: int) -> list[tuple[int, int]]:
    masked = _MASKED.sub(lambda match: "(" * len(match.group()), words[start:end])
    cuts = [start, *(start + match.end() for match in re.finditer(r";", masked)), end]
    return [(one, other) for one, other in pairwise(cuts) if words[one:other].strip()]


def _joined(words: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """``Sở A; Sở B; các xã thực hiện`` is one clause: names alone are a list that goes on."""
    begin: int | None = None
    for start, end in spans:
        begin = start if begin is None else begin
        if not _goes_on(words[start:end].strip(" ;-+")):
            yield begin, end
            begin = None
    if begin is not None:
        yield begin, spans[-1][1]


def _goes_on(clause: str) -> bool:
    """Whether a list of names is not at its end: mere names, or "Sở A chủ trì, phối hợp với Sở B" without what they do."""
    if _names_alone(clause):
        return True
    folded = fold(clause)
    match = _OPEN_LIST.search(folded) if "phối" in folded else None
    if match is None or (match.group("name") and not _names_alone(clause[: match.end("name")])):
        return False
    return _names_alone(clause[match.end() :])


def _names_alone(clause: str) -> bool:
    found = subject(clause)
    return found is not None and not found.predicate and not found.colon


def _of_clause(words: str, behind: int) -> Iterator[Worker]:
    """The workers whom a clause names behind a position."""
    folded = fold(words)
    masked = _MASKED.sub(lambda match: "(" * len(match.group()), folded)
    place = behind
    for match in _HEADS.finditer(masked, behind):
        at = match.start()
        if at < place or head(words, masked, at) is None or (found := subject(words, at)) is None:
            continue
        place = found.end
        before = folded[max(at - _FARTHEST, 0) : at].rstrip()
        yield from _working(Worker(found.name, at, found.end, _stand(before), _predicate(found), before.endswith("đề nghị")))


def _stand(before: str) -> Stand:
    return next((stand for stand, pattern in _STANDS if pattern.search(before)), Stand.SPOKEN_OF)


def _predicate(found: Subject) -> str:
    """The beginning of what is said of an agency, folded."""
    return fold(found.predicate[:_FARTHEST])


def _working(one: Worker) -> Iterator[Worker]:
    """The worker, where the clause says that it works; neither superiors nor people in general are set to work here."""
    names = [fold(name) for name in split_agencies(one.name)]
    if _APPROVES.match(one.predicate) or _NO_DOERS.match(names[0]) or _NO_DOERS.match(names[-1]):
        return
    if all(_SUPERIOR.match(name) for name in names):
        return
    duty = bool(_DUTY.match(one.predicate))
    match one.stand:
        case Stand.GIVEN:
            yield one
        case Stand.DOES if duty:
            yield one
        case Stand.BEGINS | Stand.FOLLOWS if one.predicate and (one.name[0].isupper() or (duty and _EACH.match(names[0]))):
            yield one
        case Stand.SPOKEN_OF if _SURE_DUTY.match(one.predicate):
            yield from _last_of(one)


def _last_of(one: Worker) -> Iterator[Worker]:
    """``gửi Sở A, Sở B chủ trì tổng hợp``: the name right before what is done may begin a clause that no comma tells."""
    name = split_agencies(one.name)[-1]
    if name[0].isupper() and not _SUPERIOR.match(fold(name)):
        yield replace(one, name=name, start=one.start + max(one.name.rfind(name), 0))
