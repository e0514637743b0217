"""How much of a document's gold a reading has, field by field; what an official would call the same counts as the same."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]

SINGLE = ("kind", "issuer", "parent_issuer", "place", "number", "date", "doc_type", "title", "year", "signer", "signer_position")
LISTED = ("indices", "criteria_codes", "survey_units", "recipients", "legal_bases", "cited_documents")
NUMBERING = re.compile(r"(?:[-+]|[a-zđ]\)|(?:điều )?[0-9ivx.]+[.)]) *")


@dataclass(frozen=True, slots=True)
class Tally:
    """Items of the gold that were found and missed, readings that the gold does not have, and how each reads."""

    found: int = 0
    missed: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.found + other.found, self.missed + other.missed, self.wrong + other.wrong)

    @property
    def asked(self) -> int:
        return self.found + len(self.missed)

    @property
    def f1(self) -> float:
        total = 2 * self.found + len(self.missed) + len(self.wrong)
        return 2 * self.found / total if total else 1.0


def folded(value: object) -> str:
    """Text without case, dashes of other lengths, quotes, spaces to spare."""
    text = unicodedata.normalize("NFC", str(value)).casefold()
    text = re.sub("[‐‑–—−]", "-", re.sub("[“”\"'’]", "", text))
    return re.sub(r"\s+", " ", text).strip(" .;:,")


def begins(text: object) -> str:
    """The beginning by which a paragraph is known, whether its number was kept or not."""
    return NUMBERING.sub("", folded(text))[:30]


def score(gold: Json, reading: Json) -> dict[str, Tally]:
    """The tally of each field that the gold speaks of."""
    return {name: compare(gold, reading) for name, compare in FIELDS.items() if SOURCES.get(name, name) in gold}


def counted(gold: Iterable[object], reading: Iterable[object]) -> Tally:
    wanted, got = Counter(gold), Counter(reading)
    missed, wrong = wanted - got, got - wanted
    return Tally((wanted & got).total(), tuple(map(str, missed.elements())), tuple(map(str, wrong.elements())))


def single(name: str) -> Callable[[Json, Json], Tally]:
    def values(plan: Json) -> list[str]:
        return [folded(plan[name])] if plan.get(name) is not None else []

    return lambda gold, reading: counted(values(gold), values(reading))


def listed(name: str) -> Callable[[Json, Json], Tally]:
    def values(plan: Json) -> set[str]:
        return {re.sub(r"\W*\(?b/c\)?$", "", folded(value)) for value in plan.get(name) or ()}

    return lambda gold, reading: counted(values(gold), values(reading))


def sections(plan: Json) -> Iterator[tuple[str, str]]:
    """Each section's path with the beginning of its title; a run-in item has none."""

    def walk(nodes: Iterable[Json], above: str) -> Iterator[tuple[str, str]]:
        for node in nodes:
            path = f"{above}{node['number']}"
            yield path, "" if node.get("run_in") else folded(node.get("title") or "")[:40]
            yield from walk(node.get("sections") or (), f"{path}.")

    return walk(plan.get("sections") or (), "")


def matched(name: str, same: Callable[[Json, Json], bool]) -> Callable[[Json, Json], Tally]:
    """Gold items that some reading equals, and readings that equal none, be it arguable; annex rows are scored apart."""

    def tally(gold: Json, reading: Json) -> Tally:
        wanted, got = gold[name], [item for item in reading.get(name) or () if not in_annex(item)]
        known = [*wanted, *gold.get("allowed", {}).get(name, ())]
        missed = tuple(str(item) for item in wanted if not any(same(item, one) for one in got))
        wrong = tuple(str(one) for one in got if not any(same(item, one) for item in known))
        return Tally(len(wanted) - len(missed), missed, wrong)

    return tally


def in_annex(item: Json) -> bool:
    return folded(item.get("section", "")).startswith("phụ lục")


def same_place(gold: Json, got: Json) -> bool:
    return begins(got["text_starts"]) in {begins(gold[key]) for key in ("text_starts", "stated_at") if key in gold}


def same_assignment(gold: Json, got: Json) -> bool:
    """The same paragraph, the same agency or one of those named together, both leading or both not."""
    one, other = folded(gold["agency"]), folded(got["agency"])
    leads = (gold["role"] == "lead") == (got["role"] == "lead")
    return leads and (one in other or other in one) and same_place(gold, got)


def same_deadline(gold: Json, got: Json) -> bool:
    return gold.get("date") == got.get("date") and (same_place(gold, got) or folded(gold["raw"]) in folded(got["raw"]))


def same_period(gold: Json, got: Json) -> bool:
    """The kind and the due date, as the gold gives it; several agencies may owe the same report."""
    return all(gold[key] == got.get(key) for key in ("kind", "due", "due_recurring", "due_day") if key in gold)


def windows(plan: Json) -> set[tuple[str, str, str]]:
    """From when to when a report's figures count."""
    return {
        (one["kind"], one["from"], one["to"]) for one in plan.get("report_periods") or () if one.get("from") and one.get("to")
    }


def same_target(gold: Json, got: Json) -> bool:
    value, index = folded(gold["value"]) == folded(got["value"]), gold.get("index")
    told = folded(gold["text"])[:20] in folded(got["text"]) or folded(got["text"])[:20] in folded(gold["text"])
    return (
        gold["kind"] == got["kind"]
        and (value or gold["value"] == got["value"])
        and index in (None, got.get("index"), index)
        and told
    )


def same_baseline(gold: Json, got: Json) -> bool:
    return all(gold.get(key) == got.get(key) for key in ("index", "year", "score", "rank"))


def dated(plan: Json) -> Json:
    return plan | {"deadlines": [item for item in plan.get("deadlines") or () if item.get("date")]}


def bullets(plan: Json) -> Iterable[tuple[str, int]]:
    return {path: number for path, number in (plan.get("n_task_bullets_by_section") or {}).items() if number}.items()


def codes(plan: Json) -> set[tuple[str, str]]:
    return {(folded(agency), code) for agency, listed in (plan.get("criteria_by_agency") or {}).items() for code in listed}


def annex_rows(gold: Json, reading: Json) -> Tally:
    """A row is found where a task of the annex begins with its words and has its agency, as lead or as responsible."""
    rows = [row for table in gold["appendix"] for row in table["rows"]]
    tasks = [task for task in reading.get("tasks") or () if in_annex(task)]

    def same(row: Json, task: Json) -> bool:
        return begins(row["task"]) == begins(task["text"]) and folded(row["lead"]) in map(
            folded, [*task.get("lead", ()), *task.get("responsible", ())]
        )

    missed = tuple(str(row) for row in rows if not any(same(row, task) for task in tasks))
    return Tally(len(rows) - len(missed), missed, tuple(str(task) for task in tasks if not any(same(row, task) for row in rows)))


FIELDS: dict[str, Callable[[Json, Json], Tally]] = {
    **{name: single(name) for name in SINGLE},
    "period": lambda gold, reading: counted([str(gold["period"])], [str(reading["period"])] if reading.get("period") else []),
    **{name: listed(name) for name in LISTED},
    "sections": lambda gold, reading: counted(sections(gold), sections(reading)),
    "bullets": lambda gold, reading: counted(bullets(gold), bullets(reading)),
    "assignments": matched("assignments", same_assignment),
    "deadlines": lambda gold, reading: matched("deadlines", same_deadline)(dated(gold), dated(reading)),
    "report_periods": matched("report_periods", same_period),
    "report_windows": lambda gold, reading: counted(windows(gold), windows(reading)),
    "targets": matched("targets", same_target),
    "baseline_results": matched("baseline_results", same_baseline),
    "criteria_by_agency": lambda gold, reading: counted(codes(gold), codes(reading)),
    "annex_rows": annex_rows,
}
SOURCES = {"bullets": "n_task_bullets_by_section", "report_windows": "report_periods", "annex_rows": "appendix"}
