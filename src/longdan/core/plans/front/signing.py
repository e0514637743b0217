"""The foot of a document: signature and recipients together, as they stand beside or around one another."""

import re
from dataclasses import dataclass

from longdan.core.documents.model import Document
from longdan.core.plans.draft import Quote
from longdan.core.plans.front import recipients, signatures
from longdan.core.plans.words.stream import LOWER, UPPER, phrases, quote

_ABOVE = 400  # how far above the list of recipients a signature may stand
_BELOW = 1500
_ANNEX = re.compile(r"(?<!\w)(?:PHỤ\s+LỤC|Phụ\s+lục|DANH\s+MỤC|BIỂU)(?:\s+(?:SỐ\s+)?[IVX\d]+)?(?=\s*(?:\n|\|))")
_END_OF_TEXT = re.compile(r"\./\.?")
_FIELDS = phrases(r"Ngày\b", "Lĩnh vực", r"Nơi\b", r"Số\b", "Tình trạng", "Cơ quan")
_REGISTERED = re.compile(  # the card that law sites set above a document
    rf"Người\s+ký\s*:?[\s|]*(?P<name>[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+){{1,4}}?)\s*(?=[\n|]|$|{_FIELDS})"
)


@dataclass(frozen=True, slots=True)
class Foot:
    signer: str | None = None
    position: str | None = None
    recipients: tuple[str, ...] = ()
    quotes: tuple[tuple[str, Quote], ...] = ()


def read(document: Document, words: str, start: int) -> Foot:
    """Signature and recipients of the document whose body begins at ``start``."""
    text = document.text
    found = recipients.find(text, words, start, len(text))
    if found:
        begin, end = max(start, found.start - _ABOVE), min(len(text), found.end + _BELOW)
        text, words = _blanked(text, words, found)
    else:
        ends = list(_END_OF_TEXT.finditer(words, start))
        begin = ends[-1].end() if ends else max(start, len(text) - _BELOW)
        end = min(len(text), begin + _BELOW)
    annex = _ANNEX.search(text, found.end if found else begin, end)
    signature = signatures.find(text, words, begin, annex.start() if annex else end)
    return _foot(document, found, signature)


def _blanked(text: str, words: str, found: recipients.Recipients) -> tuple[str, str]:
    """Both without the recipients, but with what of the signature stands between them."""
    kept_text, kept_words = list("\n" * (found.end - found.start)), list(" " * (found.end - found.start))
    beside = signatures.names_beside(text, words, found.start, found.end)
    for begin, stop in [*signatures.titles_in(words, found.start, found.end), *beside]:
        kept_text[begin - found.start : stop - found.start] = text[begin:stop]
        kept_words[begin - found.start : stop - found.start] = words[begin:stop]
    return (
        text[: found.start] + "".join(kept_text) + text[found.end :],
        words[: found.start] + "".join(kept_words) + words[found.end :],
    )


def _foot(document: Document, found: recipients.Recipients | None, signature: signatures.Signature | None) -> Foot:
    quotes = [("recipients", quote(document, found.start, found.end))] if found else []
    signer = signature.signer if signature else None
    if signature:
        quotes.append(("signer_position", quote(document, *signature.position_span)))
        if signature.signer_span:
            quotes.append(("signer", quote(document, *signature.signer_span)))
    if signer is None and (registered := _REGISTERED.search(document.text)):
        signer = registered["name"]
        quotes.append(("signer", quote(document, *registered.span("name"), 0.7)))
    return Foot(signer, signature.position if signature else None, found.names if found else (), tuple(quotes))
