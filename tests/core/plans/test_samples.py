"""The sample province's documents, read and compared with what their author knows that they say."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import mean

import pytest

from longdan.core.documents import Document, Programs, SourceFile, normalised, read
from longdan.core.plans.exchange import as_json
from longdan.core.plans.reading import read_plan
from longdan.core.problems import ProblemsFound
from tests.samples.build import DOCUMENTS, GOLD, sources
from tests.samples.scoring import Json, Tally, score

GOLDS = sorted(GOLD.glob("*.json"))
FLOOR = 0.85  # of each field of ten items or more
LEAST = 0.95  # of the mean


@cache
def gold_of(file: Path) -> Json:
    plan: Json = json.loads(file.read_text(encoding="utf-8"))
    return plan


@cache
def document_of(file: Path) -> Document:
    path = DOCUMENTS / Path(gold_of(file)["file"]).name
    return read([SourceFile(path.name, path.read_bytes())], Programs())


def reading_of(file: Path) -> Json:
    """What the reader makes of the document; nothing where it refuses it."""
    try:
        return as_json(read_plan(document_of(file)))
    except ProblemsFound:
        return {}


@cache
def totals() -> dict[str, Tally]:
    """The tally of each field over all documents."""
    sums: dict[str, Tally] = {}
    for file in GOLDS:
        for name, tally in score(gold_of(file), reading_of(file)).items():
            sums[name] = sums.get(name, Tally()) + tally
    return sums


def told(name: str, tally: Tally) -> str:
    return "\n".join(
        [f"{name}: {tally.f1:.3f}", *(f"  missed {one}" for one in tally.missed), *(f"  wrong {one}" for one in tally.wrong)]
    )


def words_of(value: object) -> Iterator[str]:
    """Every text of the gold that must stand in its document word for word."""
    if isinstance(value, dict):
        yield from (text for key in ("text_starts", "stated_at", "raw") if (text := value.get(key)))
        yield from (normalised(value["text"]) for _ in range("text" in value and "kind" in value))
        for child in value.values():
            yield from words_of(child)
    elif isinstance(value, list):
        for child in value:
            yield from words_of(child)


@pytest.mark.parametrize("file", GOLDS, ids=lambda file: file.stem)
def test_what_the_gold_quotes_stands_in_the_document(file: Path) -> None:
    text = document_of(file).text
    assert [words for words in words_of(gold_of(file)) if words not in text] == []


@pytest.mark.parametrize("file", GOLDS, ids=lambda file: file.stem)
def test_signer_and_recipients_of_the_gold_stand_in_the_document(file: Path) -> None:
    gold, text = gold_of(file), document_of(file).text
    assert [words for words in (*gold.get("recipients", ()), gold.get("signer", "")) if words not in text] == []


@pytest.mark.parametrize("file", GOLDS, ids=lambda file: file.stem)
def test_the_gold_has_as_many_dashes_as_the_document(file: Path) -> None:
    """Counted twice: by the author's marks, and by the lines that begin with a dash and are no recipients."""
    gold = gold_of(file)
    recipients = "; ".join(gold.get("recipients", ()))
    begun = [line for line in lines_of(file) if line.startswith("- ") and not line[2].islower()]
    dashes = [line for line in begun if line[2:].rstrip(";.") not in recipients]
    assert len(dashes) == sum(gold.get("n_dash_paragraphs_by_section", gold["n_task_bullets_by_section"]).values())


def lines_of(file: Path) -> list[str]:
    """The lines of a plain text file as they are, the paragraphs of another."""
    path = DOCUMENTS / Path(gold_of(file)["file"]).name
    if path.suffix != ".txt":
        return document_of(file).text.split("\n")
    content = path.read_bytes()
    return content.decode("utf-16" if content[:2] == b"\xff\xfe" else "utf-8-sig").splitlines()


def test_each_field_of_ten_items_is_read_well_enough() -> None:
    low = [told(name, tally) for name, tally in totals().items() if tally.asked >= 10 and tally.f1 < FLOOR]
    assert not low, "\n".join(low)


def test_the_mean_over_fields_is_high_enough() -> None:
    fields = {name: tally for name, tally in totals().items() if tally.asked}
    assert mean(tally.f1 for tally in fields.values()) >= LEAST, "\n".join(
        told(name, tally) for name, tally in fields.items() if tally.f1 < 1
    )


@pytest.mark.parametrize("name", [source["file"] for source in sources() if not source["gold"]])
def test_a_document_that_is_no_plan_is_refused(name: str) -> None:
    document = read([SourceFile(name, (DOCUMENTS / name).read_bytes())], Programs())
    with pytest.raises(ProblemsFound, match=r"plans\.not-a-plan"):
        read_plan(document)
