"""The gold of a sample document, made from what its author noted beside each paragraph.

@lead|resp|coop AGENCY :: COOPERATING ; COOPERATING   an assignment; "resp!" is a request; "^" after the word says that the
                                                      line describes the task above ("^2": the two tasks above)
@due[^] DATE | relation | what | raw                  a deadline          @every MM-DD | relation | what | raw
@report KIND | due= from= to= due_recurring= due_day= | agency | raw
@target KIND | value | op | unit | index | by | words @cite NUMBER [DATE]  @basis NUMBER [DATE]
@codes AGENCY: 1.1; 1.2                               @survey UNIT
"""

import re
from typing import Any

from tests.samples.source import Block, Source

ROLES = {"lead": "lead", "resp": "responsible", "resp!": "responsible", "coop": "cooperate"}
FACT = re.compile(r"(?P<arguable>\??)(?P<word>[a-z]+!?)(?P<above>\^\d?)?\s+(?P<rest>.*)")


class Gold:
    """Gathers the gold of one document, block by block."""

    def __init__(self, source: Source) -> None:
        self.plan: dict[str, Any] = {"file": f"documents/{source['file']}", "complete": True, "kind": "plan", **source["gold"]}
        self.lists: dict[str, list[Any]] = {name: [] for name in LISTS}
        self.allowed: dict[str, list[Any]] = {name: [] for name in LISTS}
        self.bullets: dict[str, int] = {}
        self.dashes: dict[str, int] = {}
        self.by_agency: dict[str, list[str]] = {}
        self.tasks: list[Block] = []
        for block in source.blocks:
            self.take(block)

    def take(self, block: Block) -> None:
        if block.kind == "bullet":
            self.bullets[block.section] = self.bullets.get(block.section, 0) + 1
        if block.kind in ("bullet", "attribute"):
            self.dashes[block.section] = self.dashes.get(block.section, 0) + 1
        if block.kind in ("bullet", "plain", "letter", "run_in", "heading"):
            self.tasks.append(block)
        if block.kind == "table":
            self.plan.setdefault("appendix", []).append(appendix(block))
        for fact in block.facts:
            self.note(fact, block)

    def note(self, fact: str, block: Block) -> None:
        read = FACT.fullmatch(fact)
        assert read, fact
        word, rest = read["word"], read["rest"]
        count = int((read["above"] or "")[1:] or 1) if read["above"] else 0
        for task in self.tasks[-count:] if count else [block]:
            where: dict[str, Any] = {"section": task.section, "text_starts": task.printed[:60]}
            if count:
                where["stated_at"] = block.printed[:60]
            self.add(self.allowed if read["arguable"] else self.lists, word, rest, where)

    def add(self, lists: dict[str, list[Any]], word: str, rest: str, where: dict[str, Any]) -> None:
        if word in ROLES:
            lists["assignments"].append(assignment(word, rest) | where)
        elif word in ("due", "every"):
            lists["deadlines"].append(deadline(word, rest) | {"text_starts": where["text_starts"]})
        elif word == "report":
            lists["report_periods"].append(report(rest))
        elif word == "target":
            lists["targets"].append(target(rest))
        elif word == "codes":
            agency, _, codes = rest.partition(": ")
            self.by_agency.setdefault(agency, []).extend(codes.split("; "))
        else:
            lists[WORDS[word]].append(rest)

    def made(self) -> dict[str, Any]:
        """The gold in the exchange form."""
        codes = list(dict.fromkeys(code for listed in self.by_agency.values() for code in listed))
        lists = {name: unique(values) for name, values in self.lists.items()}
        made = self.plan | lists | {"criteria_codes": codes, "n_task_bullets_by_section": self.bullets}
        allowed = {name: values for name, values in self.allowed.items() if values}
        made |= {"n_dash_paragraphs_by_section": self.dashes} if self.dashes != self.bullets else {}
        made |= {"criteria_by_agency": self.by_agency} if self.by_agency else {}
        return made | ({"allowed": allowed} if allowed else {})


LISTS = ("legal_bases", "cited_documents", "targets", "assignments", "deadlines", "report_periods", "survey_units")
WORDS = {"cite": "cited_documents", "basis": "legal_bases", "survey": "survey_units"}


def unique(values: list[Any]) -> list[Any]:
    return [value for number, value in enumerate(values) if value not in values[:number]]


def assignment(word: str, rest: str) -> dict[str, Any]:
    agency, _, others = rest.partition(" :: ")
    made: dict[str, Any] = {"agency": agency, "role": ROLES[word]}
    if others:
        made["cooperating"] = others.split(" ; ")
    if word.endswith("!"):
        made["requested"] = True
    return made


def deadline(word: str, rest: str) -> dict[str, Any]:
    date, relation, what, raw = rest.split(" | ")
    return {"date" if word == "due" else "recurring": date, "relation": relation, "what": what, "raw": raw}


def report(rest: str) -> dict[str, Any]:
    kind, facts, agency, raw = rest.split(" | ")
    made: dict[str, Any] = (
        {"kind": kind} | dict(fact.split("=") for fact in facts.split() if fact != "-") | {"to_agency": agency, "raw": raw}
    )
    if "due_day" in made:
        made["due_day"] = int(made["due_day"])
    return {key: value for key, value in made.items() if value != "-"}


def target(rest: str) -> dict[str, Any]:
    kind, value, op, unit, index, by, words = rest.split(" | ")
    made = {"text": words, "index": index, "kind": kind, "value": value, "op": op, "unit": unit, "by": by}
    made = {key: text for key, text in made.items() if text != "-"}
    return made if kind == "group" else made | {"value": float(value)}


def appendix(block: Block) -> dict[str, Any]:
    """The rows of an annex table; the table's line names what its columns hold, as "task=2 lead=3"."""
    columns = {name: int(number) for name, number in (pair.split("=") for pair in block.text.split())}
    rows: list[dict[str, Any]] = []
    for cells in block.rows[1:]:
        if len(cells) > max(columns.values()):
            row: dict[str, Any] = {name: cells[number] for name, number in columns.items() if cells[number]}
            rows.append(row | ({"cooperating": row["cooperating"].split("; ")} if "cooperating" in row else {}))
    return {"columns": block.rows[0], "rows": rows}


def sections(blocks: list[Block]) -> list[dict[str, Any]]:
    """The tree of sections, nested as their levels are."""
    root: list[dict[str, Any]] = []
    stack = [root]
    for block in blocks:
        if block.kind not in ("heading", "run_in"):
            continue
        made: dict[str, Any] = {"number": block.number}
        made |= (
            {"title": block.text.replace("**", "")}
            if block.kind == "heading"
            else {"run_in": True, "text_starts": block.printed[:60]}
        )
        del stack[block.level :]
        stack[-1].append(made)
        made["sections"] = []
        stack.append(made["sections"])
    return pruned(root)


def pruned(tree: list[dict[str, Any]]) -> list[dict[str, Any]]:
    for node in tree:
        if not pruned(node["sections"]):
            del node["sections"]
    return tree


def gold(source: Source) -> dict[str, Any]:
    made = Gold(source).made()
    made["sections"] = sections(source.blocks)
    if source["recipients"]:
        made["recipients"] = [line.rstrip(";.") for line in source["recipients"]]
    return made
