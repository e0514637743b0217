"""Writes a sample document as PDF with a text layer, by Typst with a font that has every Vietnamese letter."""

import json

import typst

from tests.samples.source import Block, Source
from tests.samples.words import NOTICE, letterhead, signature

SETUP = """
#set document(date: none)
#set page(paper: "a4", margin: (left: 3cm, right: 2cm, y: 2cm), footer: align(center, text(8pt, {notice})),
  header: context if counter(page).get().first() > 1 [#align(center, counter(page).display())])
#set text(font: "Libertinus Serif", size: 13pt, lang: "vi", hyphenate: false)
#set par(justify: true, first-line-indent: (amount: 1cm, all: true), leading: 0.7em, spacing: 0.9em)
"""


def write_pdf(source: Source) -> bytes:
    text = SETUP.replace("{notice}", quoted(NOTICE)) + "\n\n".join(written(block, source) for block in source.blocks)
    return bytes(typst.compile(text.encode("utf-8"), ignore_system_fonts=True))


def written(block: Block, source: Source) -> str:
    if block.kind == "letterhead":
        return pair(*letterhead(source), align="center")
    if block.kind == "sign":
        return pair(*signature(source), align="left")
    if block.kind == "page":
        return "#pagebreak()"
    if block.kind == "table":
        return table(block)
    words = f"#text({quoted(block.printed)})"
    if block.kind == "centred":
        return f"#align(center, par(first-line-indent: 0cm, strong[{words}]))"
    return f"#strong[{words}]" if block.kind == "heading" else words


def pair(left: list[str], right: list[str], *, align: str) -> str:
    halves = (" #linebreak() ".join(f"#text({quoted(line)})" for line in lines) for lines in (left, right))
    aligned = f"(left, center), align: ({align}, center)" if align == "left" else f"(left, center), align: {align}"
    columns = aligned.partition("), ")[2]
    cells = ", ".join(f"[#set par(justify: false, first-line-indent: 0cm)\n{half}]" for half in halves)
    return f"#table(columns: (1fr, 1.3fr), stroke: none, {columns}, {cells})"


def table(block: Block) -> str:
    width = len(block.rows[0])
    cells = []
    for row in block.rows:
        for cell in row:
            words = f"[#text(10pt, {quoted(cell.replace('**', ''))})]"
            cells.append(f"table.cell(colspan: {width}, {words})" if len(row) == 1 else words)
    columns = ", ".join("auto" if len(block.rows[1][n]) < 6 and n == 0 else "1fr" for n in range(width))
    return f"#[#set par(justify: false, first-line-indent: 0cm)\n#table(columns: ({columns}), {', '.join(cells)})]"


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
