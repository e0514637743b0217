"""Finding words anywhere in a province without caring for diacritics: in plans, documents, what people said or proved."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model, Q, QuerySet

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Post
from longdan.app.agencies.queries import in_province
from longdan.app.plans.models import Passage, Plan, Task
from longdan.app.plans.queries.rows import context_of, named
from longdan.app.work.models import Comment, Difficulty, Evidence, Update
from longdan.core.vietnamese import fold, found_in
from longdan.core.writing.shortening import shortened

SHORTEST = 2  # letters
EXCERPT = 240  # letters shown of a long text
SOME = 5  # of each kind, until one kind is asked for
PAGE = 20
MOST_OUT = 2000  # of each kind that leaves as a sheet
Pieces = tuple[tuple[str, bool], ...]  # words, and whether they are what was looked for


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found; ``view`` and ``number`` say on which page it stands, ``anchor`` where there."""

    view: str
    number: int
    words: Pieces
    facts: tuple[str, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class HitGroup:
    key: str
    hits: tuple[Hit, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Found:
    words: str
    groups: tuple[HitGroup, ...]

    @property
    def count(self) -> int:
        return sum(group.count for group in self.groups)


def search(
    post: Post, words: str, *, on: date, only: str = "", page: int = 1, most: int | None = None, right: Right = Right.SEE
) -> Found:
    """What of the post's province holds all the words; ``only`` one kind of things, then page by page.

    ``most`` of each kind where all of it leaves as sheets; then ``right`` is EXPORT.
    """
    require(post, right, on=post.agency)
    asked = fold(words).split()
    if len("".join(asked)) < SHORTEST:
        return Found(words, ())
    kinds = [only] if only in LOOK else list(LOOK)
    size, skip = (PAGE, PAGE * (max(page, 1) - 1)) if only in LOOK else (SOME, 0)
    part = slice(skip, skip + size) if most is None else slice(0, most)
    groups = (LOOK[kind](post, asked, on, part) for kind in kinds)
    return Found(words, tuple(HitGroup(kind, *found) for kind, found in zip(kinds, groups, strict=True) if found[1]))


Answer = tuple[tuple[Hit, ...], int]


def marked(text: str, words: Sequence[str]) -> Pieces:
    """A text, or what stands around the first of the words in it, with the words told apart; together where they stand so."""
    spans = found_in(text, [" ".join(words)]) or found_in(text, words)
    first = spans[0][0] if spans else 0
    start = 0 if len(text) <= EXCERPT else max(0, first - EXCERPT // 3)
    end = min(len(text), start + EXCERPT)
    pieces = [("… ", False)] if start else []
    place = start
    for left, right in spans:
        if right <= start or left >= end:
            continue
        pieces += [(text[place : max(left, start)], False), (text[max(left, start) : min(right, end)], True)]
        place = min(right, end)
    pieces += [(text[place:end], False), (" …", False) if end < len(text) else ("", False)]
    return tuple((piece, looked_for) for piece, looked_for in pieces if piece)


def _holding(rows: QuerySet[Any], asked: list[str]) -> QuerySet[Any]:
    """Those that hold all the words; where they stand together comes first."""
    for word in asked:
        rows = rows.filter(folded__contains=word)
    ranked: QuerySet[Any] = rows.annotate(together=Q(folded__contains=" ".join(asked))).order_by("-together", "-pk")
    return ranked


def _answer(rows: QuerySet[Any], part: slice, tell: Callable[[Any], Hit], *with_: str) -> Answer:
    """Numbers first, then only the rows that are shown ``with_`` what they are shown with: sorting whole rows takes long."""
    numbers = list(rows.values_list("pk", flat=True)[part])
    found = rows.model._default_manager.select_related(*with_).in_bulk(numbers) if numbers else {}
    few = part.start == 0 and len(numbers) < part.stop
    return tuple(tell(found[number]) for number in numbers), len(numbers) if few else rows.count()


def _tasks(post: Post, asked: list[str], on: date, part: slice) -> Answer:
    rows = Task.objects.filter(plan__province=post.agency.province_or_self, withdrawn_at__isnull=True)

    def tell(row: Task) -> Hit:
        return Hit("task", row.pk, marked(row.text, asked), (context_of(row), str(row.plan), row.plan.title))

    return _answer(_holding(rows, asked), part, tell, "plan", "section__parent")


def _plans(post: Post, asked: list[str], on: date, part: slice) -> Answer:
    rows = Plan.objects.filter(province=post.agency.province_or_self)
    return _answer(
        _holding(rows, asked), part, lambda row: Hit("plan", row.pk, marked(row.title, asked), (str(row), row.issuer_name))
    )


def _agencies(post: Post, asked: list[str], on: date, part: slice) -> Answer:
    province = post.agency.province_or_self
    rows = in_province(province)
    for word in asked:
        rows = rows.filter(Q(folded__contains=word) | Q(names__folded__contains=word))
    return _answer(
        rows.distinct().order_by("sort_key"), part,
        lambda row: Hit("agency", row.pk, marked(row.name, asked), (str(row.get_kind_display()),)),
    )  # fmt: skip


def _people(post: Post, asked: list[str], on: date, part: slice) -> Answer:
    province = post.agency.province_or_self
    rows = Post.objects.filter(Q(agency__province=province) | Q(agency=province), since__lte=on, account__is_active=True)
    columns = ("account_id", "account__full_name", "title", "agency__name")
    held = rows.exclude(until__lte=on).order_by("account__full_name", "pk").values_list(*columns)
    found = [one for one in held if all(word in fold(f"{one[1]} {one[2]}") for word in asked)]
    hits = tuple(Hit("person", pk, marked(name, asked), (title, agency)) for pk, name, title, agency in found[part])
    return hits, len(found)


def _passages(post: Post, asked: list[str], on: date, part: slice) -> Answer:
    plans = Plan.objects.filter(province=post.agency.province_or_self)
    rows = Passage.objects.filter(document__in=plans.values("document"))
    of = {plan.document_id: plan for plan in plans.defer("folded").order_by("-pk")}  # of plans carried over the first

    def tell(row: Passage) -> Hit:
        text = row.document.text[row.start : row.end]
        plan = of[row.document_id]
        page = (f"trang {row.page}",) if row.page else ()
        return Hit("plan-document", plan.pk, marked(text, asked), (str(plan), *page), anchor=" ".join(text.split()[:8]))

    return _answer(_holding(rows, asked), part, tell, "document")


def _comments(post: Post, asked: list[str], on: date, part: slice) -> Answer:
    rows = Comment.objects.filter(task__plan__province=post.agency.province_or_self, withdrawn_at__isnull=True)
    return _answer(
        _holding(rows, asked), part, lambda row: _said(row, asked), "task__section__parent", "by__account", "by__agency"
    )


def _said(row: Comment, asked: list[str]) -> Hit:
    facts = (f"{row.by.account.full_name}, {row.by.agency.name}", shortened(named(row.task), 120))
    return Hit("task", row.task_id, marked(row.text, asked), facts, anchor=f"trao-doi-{row.pk}")


def _at_duty(model: type[Model], anchor: str) -> Callable[[Post, list[str], date, slice], Answer]:
    """Looking in what lies at assignments: reports, difficulties, evidence."""

    def look(post: Post, asked: list[str], on: date, part: slice) -> Answer:
        rows: QuerySet[Any] = model._default_manager.filter(assignment__task__plan__province=post.agency.province_or_self)
        return _answer(_holding(rows, asked), part, tell_of(asked), "assignment__task__section__parent", "assignment__agency")

    def tell_of(asked: list[str]) -> Callable[[Any], Hit]:
        def tell(row: Any) -> Hit:
            duty = row.assignment
            facts = (duty.doer, shortened(named(duty.task), 120))
            text = row.title if isinstance(row, Evidence) else row.text
            return Hit("task", duty.task_id, marked(text, asked), facts, anchor=anchor)

        return tell

    return look


LOOK: dict[str, Callable[[Post, list[str], date, slice], Answer]] = {
    "co-quan": _agencies,  # few that are named so, before many that speak of it
    "ke-hoach": _plans,
    "nhiem-vu": _tasks,
    "nguoi": _people,
    "van-ban": _passages,
    "trao-doi": _comments,
    "bao-cao": _at_duty(Update, "trao-doi"),
    "kho-khan": _at_duty(Difficulty, "kho-khan"),
    "tai-lieu": _at_duty(Evidence, "tai-lieu"),
}
