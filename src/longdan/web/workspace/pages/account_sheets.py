"""The preview of a sheet of accounts: doubtful rows first, then new, changed, unchanged."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from longdan.app.people.previewing.comparing import Entry, SheetPreview
from longdan.app.plans.previewing import Change
from longdan.core.problems import Problem
from longdan.core.vietnamese import fold

TONES = {Change.NEW: "good", Change.CHANGED: "going", Change.UNCHANGED: ""}
FIELD = "co-quan:"  # a field of the form, before the name that it asks about
SHOWN = 400  # rows; more are counted only


@dataclass(frozen=True, slots=True)
class Row:
    line: int
    name: str
    username: str
    where: str
    title: str
    role: str
    word: str
    tone: str
    told: tuple[str, ...]
    doubt: str


@dataclass(frozen=True, slots=True)
class Question:
    """Which agency a name means: ``proposed`` is what comes nearest."""

    field: str
    written: str
    proposed: int | None
    lines: str


@dataclass(frozen=True, slots=True)
class Page:
    id: int
    name: str
    token: str
    rows: tuple[Row, ...]
    more: int
    problems: tuple[Problem, ...]
    questions: tuple[Question, ...]
    agencies: tuple[tuple[int, str], ...]
    counts: tuple[tuple[str, str, int], ...]  # filter, word, how many
    only: str

    @property
    def all(self) -> int:
        """How many rows there are, whatever is shown of them."""
        return self.counts[0][2]

    @property
    def may_act(self) -> bool:
        return not self.problems and any(count for value, _word, count in self.counts if value in ("new", "changed"))


def page(found: SheetPreview, *, only: str) -> Page:
    entries = [entry for entry in found.entries if only in ("", entry.change) or (only == "doubtful" and doubtful(entry))]
    ranked = sorted(entries, key=lambda entry: (not doubtful(entry), list(Change).index(entry.change), entry.line.number))
    words = (("", _("Tất cả"), len(found.entries)), ("doubtful", _("Cần xem"), sum(map(doubtful, found.entries))),
             *((change.value, word(change), found.count(change)) for change in TONES))  # fmt: skip
    rows = tuple(map(row, ranked[:SHOWN]))
    return Page(
        found.sheet_id, found.name, found.token(), rows, max(len(ranked) - SHOWN, 0), found.problems, questions(found),
        found.agencies, words, only,
    )  # fmt: skip


def doubtful(entry: Entry) -> bool:
    return not entry.sure or bool(entry.doubt)


def word(change: Change) -> str:
    return {Change.NEW: _("Mới"), Change.CHANGED: _("Thay đổi"), Change.UNCHANGED: _("Giữ nguyên")}[change]


def row(entry: Entry) -> Row:
    where = entry.agency_name if entry.sure else _("Chưa rõ: “%(name)s”") % {"name": entry.agency_written}
    told = entry.meant
    state = (word(entry.change), TONES[entry.change]) if entry.sure else (_("Chưa rõ cơ quan"), "soon")
    result = (*state, entry.told, entry.doubt)
    return Row(entry.line.number, told.full_name, told.username, where, told.title, str(told.role.label), *result)


def questions(found: SheetPreview) -> tuple[Question, ...]:
    """Each doubtful name once, with the rows that bear it."""
    asked: dict[str, list[Entry]] = {}
    for entry in found.open_questions():
        asked.setdefault(fold(entry.agency_written), []).append(entry)
    return tuple(
        Question(
            f"{FIELD}{name}", some[0].agency_written, some[0].agency_id, ", ".join(str(entry.line.number) for entry in some[:8])
        )
        for name, some in asked.items()
    )


def told(done: SheetPreview) -> str:
    counts = {"new": done.count(Change.NEW), "changed": done.count(Change.CHANGED), "unchanged": done.count(Change.UNCHANGED)}
    return _("Đã nhập danh sách: %(new)s dòng mới, %(changed)s thay đổi, %(unchanged)s giữ nguyên.") % counts
