"""The committed sample documents are those that their sources make."""

import io
import zipfile
from pathlib import Path

import pytest

from tests.samples.build import DOCUMENTS, GOLD, document, gold_text, sources
from tests.samples.source import Source

ALL = sources()


def named(source: Source) -> str:
    return source.path.stem


def contents(document: bytes) -> object:
    """The members of an archive, archives in it too, as compression may differ between machines; other files as they are."""
    if not zipfile.is_zipfile(io.BytesIO(document)):
        return document
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {name: contents(archive.read(name)) for name in archive.namelist()}


@pytest.mark.parametrize("source", ALL, ids=named)
def test_a_document_is_what_its_source_makes(source: Source) -> None:
    assert contents(document(source)) == contents((DOCUMENTS / source["file"]).read_bytes()), "run: python -m tests.samples.build"


@pytest.mark.parametrize("source", [source for source in ALL if source["gold"]], ids=named)
def test_the_gold_is_what_its_source_says(source: Source) -> None:
    assert (GOLD / f"{source.path.stem}.json").read_text(encoding="utf-8") == gold_text(source), (
        "run: python -m tests.samples.build"
    )


def test_nothing_lies_among_the_documents_without_a_source() -> None:
    assert {path.name for path in DOCUMENTS.iterdir()} == {source["file"] for source in ALL}


def test_no_gold_is_left_of_a_source_that_is_gone() -> None:
    assert {path.stem for path in GOLD.iterdir()} == {Path(source.path).stem for source in ALL if source["gold"]}
