"""Writes a sample document as the plain text that copying from a web page or from Word leaves behind."""

import textwrap

from tests.samples.source import Block, Source
from tests.samples.words import NOTICE, letterhead, signature


def write_text(source: Source) -> bytes:
    """Hard-wrapped lines, lone bars where table cells were, in the encoding that the source names."""
    options = source["text"] or {}
    width, gap = options.get("width", 88), "\n" if options.get("blank_lines", True) else ""
    parts = [NOTICE + "\n"] if options.get("notice", True) else []
    for block in source.blocks:
        parts.append(written(block, source, width, gap))
    text = "".join(parts).replace("\n", options.get("line_end", "\n"))
    return text.encode(options.get("encoding", "utf-8"))


def written(block: Block, source: Source, width: int, gap: str) -> str:
    if block.kind in ("letterhead", "sign"):
        left, right = letterhead(source) if block.kind == "letterhead" else signature(source)
        return residue(left, right, width // 2) + gap
    if block.kind == "page":
        return gap
    if block.kind == "table":
        return "|\n" + "".join("".join(f"{wrapped(cell, width)}|\n" for cell in row) + "|\n" for row in block.rows)
    return wrapped(block.printed, width) + gap


def residue(left: list[str], right: list[str], width: int) -> str:
    return (
        "|\n" + "".join(wrapped(line, width) for line in left) + "|\n" + "".join(wrapped(line, width) for line in right) + "|\n"
    )


def wrapped(text: str, width: int) -> str:
    lines = textwrap.wrap(text.replace("**", ""), width, break_long_words=False, break_on_hyphens=False) or [""]
    return "\n".join(lines) + "\n"
