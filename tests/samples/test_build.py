"""The committed sample documents are those that their sources make."""

import io
import zipfile
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pdfplumber
import pytest

from longdan.core.catalogue import read_sample
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


def test_whoever_signs_holds_a_post_in_the_sample_province() -> None:
    sample = read_sample(files("longdan") / "catalogue" / "sample")
    people = {person.name for person in (*sample.people, *(account.person for account in sample.accounts))}
    signers = {source["signer"][-1] for source in ALL if source["signer"]}
    assert signers - people == set()


def test_the_list_of_documents_names_each_and_says_which_are_plans() -> None:
    listed = {document.file: document.plan for document in read_sample(files("longdan") / "catalogue" / "sample").documents}
    assert listed == {source["file"]: bool(source["gold"]) for source in ALL}


@pytest.mark.parametrize("source", ALL, ids=named)
def test_a_document_says_that_its_province_is_invented(source: Source) -> None:
    assert "hư cấu" in "\n".join(words((DOCUMENTS / source["file"]).read_bytes()))


def words(document: bytes) -> Iterator[str]:
    """Every text of a file, footers too, roughly."""
    if document.startswith(b"%PDF"):
        with pdfplumber.open(io.BytesIO(document)) as pdf:
            yield from (page.extract_text() for page in pdf.pages)
    elif zipfile.is_zipfile(io.BytesIO(document)):
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            yield from (text for name in archive.namelist() for text in words(archive.read(name)))
    else:
        encoding = "utf-16" if document[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
        yield document.decode(encoding, errors="replace")
