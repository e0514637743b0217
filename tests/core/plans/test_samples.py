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
from tests.samples.build import DOCUMENTS, GOLD
from tests.samples.scoring import Json, Tally, score

GOLDS = sorted(GOLD.glob("*.json"))
FLOOR = 0.0  # of each field of ten items or more
LEAST = 0.85  # of the mean


@cache
def gold_of(file: Path) -> Json:
    plan: Json = json.loads(file.read_text(encoding="utf-8"))
    return plan


@cache
def document_of(file: Path) -> Document:
    path = DOCUMENTS / Path(gold_of(file)["file"]).name
    return read([SourceFile(path.name, path.read_bytes())], Programs())


@cache
def totals() -> dict[str, Tally]:
    """The tally of each field over all documents."""
    sums: dict[str, Tally] = {}
    for file in GOLDS:
        for name, tally in score(gold_of(file), as_json(read_plan(document_of(file)))).items():
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
def test_the_gold_has_as_many_bullets_as_the_document_has_dashes(file: Path) -> None:
    """Counted twice: by the author's marks, and by the passages that begin with a dash above the signature."""
    body = document_of(file).text.split("\nNơi nhận:")
    passages = [line for part in (body[0], *body[1:]) for line in part.split("\n")]
    recipients = {f"- {name}" for name in gold_of(file).get("recipients", ())}
    dashes = [line for line in passages if line.startswith("- ") and line.rstrip(";.") not in recipients]
    assert len(dashes) == sum(gold_of(file)["n_task_bullets_by_section"].values())


def test_each_field_of_ten_items_is_read_well_enough() -> None:
    low = [told(name, tally) for name, tally in totals().items() if tally.asked >= 10 and tally.f1 < FLOOR]
    assert not low, "\n".join(low)


def test_the_mean_over_fields_is_high_enough() -> None:
    fields = {name: tally for name, tally in totals().items() if tally.asked}
    assert mean(tally.f1 for tally in fields.values()) >= LEAST, "\n".join(
        told(name, tally) for name, tally in fields.items() if tally.f1 < 1
    )


@pytest.mark.parametrize("name", ["11_khong-phai-ke-hoach-lich-tiep-dan.txt", "12_khong-phai-ke-hoach-bao-cao-6-thang.docx"])
def test_a_document_that_is_no_plan_is_refused(name: str) -> None:
    document = read([SourceFile(name, (DOCUMENTS / name).read_bytes())], Programs())
    with pytest.raises(ProblemsFound, match=r"plans\.not-a-plan"):
        read_plan(document)
