"""What the words beside a line of a published workbook name: the total, a content, its part, an indicator, an error."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from longdan.core.catalogue.indices.model import TOTAL, Index, Node
from longdan.core.vietnamese import fold

WEIGHTED = "weighted"

_CONTENT = re.compile(r"(?:chi so noi dung|noi dung|dimension) (\d+)\b.*")
_PART = re.compile(r"(\d+\.\d+)\s*[:.]?\s+\S.*|(\d+\.\d+):.*")
_ERROR = ("sai so", "standard error")
_BOUND = ("khoang tin cay", "ci low", "ci high")
_OTHER = ("phuong sai", "variance", "xep hang", "thu hang", "rank", "nhom ")
_RESPONDENTS = re.compile(
    r"(?:n|so (?:nguoi tra loi|mau|quan sat|phieu)|so quan sat .*|(?:number of )?(?:observations|respondents)|sample size|n obs)"
)


class LineKind(StrEnum):
    """What a line of figures is."""

    MARK = "mark"
    ERROR = "error"
    INDICATOR = "indicator"  # a line under a part, to be matched with the part's rows
    BOUND = "bound"
    RESPONDENTS = "respondents"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Item:
    """``node``: the code it speaks of; for an indicator the part that it stands under."""

    kind: LineKind
    node: str


def item_of(labels: Sequence[str], under: str, codes: Mapping[str, Node], index: str) -> Item:
    """What the labels of a line name; ``under`` is the part that the lines before named, ``index`` whose name the total bears."""
    if labels[0] in codes:
        return Item(LineKind.MARK, labels[0])
    folded = [fold(label) for label in labels]
    if any(text.startswith(_OTHER) for text in folded):
        return Item(LineKind.OTHER, "")
    if any(_RESPONDENTS.fullmatch(text) for text in folded):
        return Item(LineKind.RESPONDENTS, "")
    if any(f" {fold(index)} " in f" {text} " for text in folded):
        return Item(_kind(folded), _total(folded))
    for label, text in zip(labels, folded, strict=True):
        if found := _PART.fullmatch(label):
            return Item(LineKind.MARK, found[1] or found[2])
        if found := _CONTENT.fullmatch(text):
            return Item(_kind(folded), found[1])
    return Item(LineKind.INDICATOR, under) if under else Item(LineKind.OTHER, "")


def _total(folded: Sequence[str]) -> str:
    words = " | ".join(folded)
    without = "khong co trong so" in words or "unweighted" in words
    return WEIGHTED if not without and ("co trong so" in words or "weighted" in words or "papi 95" in words) else TOTAL


def _kind(folded: Sequence[str]) -> LineKind:
    if any(word in text for text in folded for word in _BOUND):
        return LineKind.BOUND
    return LineKind.ERROR if any(word in text for text in folded for word in _ERROR) else LineKind.MARK


def fits(labels: Sequence[str], node: Node) -> bool | None:
    """Whether the words behind the number of a content or part are those of a title; None where there are none to compare."""
    told = [set(fold(label.partition(":")[2]).split()) for label in labels if re.search(r"\d\s*:\s*\S", label)]
    titles = [set(fold(title).split()) for title in (node.title.vi, node.title.en) if title]
    if not told:
        return None
    return any(2 * len(words & title) >= len(words) for words in told for title in titles)


def matched(indicators: Sequence[Sequence[str]], part: str, edition: Index) -> list[str | None]:
    """The codes of the lines under a part: by their words, else by their order where there are as many as rows; else None."""
    rows = edition.children(part)
    by_words = {key: row.code for row in rows for title in (row.title.vi, row.title.en) if title and (key := _words(title))}
    codes = [next((by_words[_words(label)] for label in labels if _words(label) in by_words), None) for labels in indicators]
    if len(rows) != len(indicators):
        return codes
    return [code or (row.code if row.code not in codes else None) for code, row in zip(codes, rows, strict=True)]


def _words(title: str) -> str:
    return fold(re.sub(r"\(%\)|%|\*", " ", title))
