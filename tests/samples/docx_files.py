"""Writes a sample document as DOCX: letterhead and signature in tables, numbers typed or made by Word."""

import datetime
import io
import zipfile
from copy import deepcopy

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

from tests.samples.source import Block, Source
from tests.samples.words import NOTICE, letterhead, signature

STAMP = (2026, 1, 1, 0, 0, 0)
FORMATS = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"))


def write_docx(source: Source) -> bytes:
    document = Document()
    document.core_properties.created = document.core_properties.modified = datetime.datetime(*STAMP, tzinfo=datetime.UTC)
    document.core_properties.author = "Lam Châu"
    document.styles["Normal"].font.name = "Times New Roman"
    document.sections[0].footer.paragraphs[0].text = NOTICE
    if source["automatic_numbers"]:
        add_numbering(document)
    for block in source.blocks:
        add(document, block, source)
    content = io.BytesIO()
    document.save(content)
    return restamped(content.getvalue())


def add(document: DocxDocument, block: Block, source: Source) -> None:
    if block.kind in ("letterhead", "sign"):
        pair(document, *(letterhead(source) if block.kind == "letterhead" else signature(source)))
    elif block.kind == "page":
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    elif block.kind == "table":
        add_table(document, block)
    else:
        add_paragraph(document, block, bool(source["automatic_numbers"]))


def add_paragraph(document: DocxDocument, block: Block, automatic: bool) -> None:
    paragraph = document.add_paragraph()
    automatic = automatic and block.kind in ("heading", "run_in", "bullet", "attribute") and not block.label.startswith("Điều")
    if automatic:
        bulleted = block.kind in ("bullet", "attribute")
        numbered(paragraph, 2 if bulleted else 1, 0 if bulleted else block.level - 1)
    words = block.text if automatic else block.printed if "**" not in block.text else f"{block.label} {block.text}".strip()
    bold = block.kind in ("heading", "centred")
    for number, run in enumerate(words.split("**")):
        paragraph.add_run(run).bold = bold or number % 2 == 1
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if block.kind == "centred" else WD_ALIGN_PARAGRAPH.JUSTIFY


def pair(document: DocxDocument, left: list[str], right: list[str]) -> None:
    table = document.add_table(rows=1, cols=2)
    for cell, lines in zip(table.rows[0].cells, (left, right), strict=True):
        cell.paragraphs[0].text = lines[0]
        for line in lines[1:]:
            cell.add_paragraph(line)
    document.add_paragraph()


def add_table(document: DocxDocument, block: Block) -> None:
    width = len(block.rows[0])
    table = document.add_table(rows=0, cols=width, style="Table Grid")
    for cells in block.rows:
        row = table.add_row().cells
        if len(cells) == 1:
            row[0].merge(row[-1]).text = cells[0]
        else:
            for cell, text in zip(row, cells, strict=True):
                cell.text = text


def add_numbering(document: DocxDocument) -> None:
    """Two lists: numbers of three levels, and dashes."""
    levels = "".join(level_xml(number, kind, text) for number, (kind, text) in enumerate(FORMATS))
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    for number, content in ((1, levels), (2, level_xml(0, "bullet", "-"))):
        kind = "multilevel" if number == 1 else "singleLevel"
        head = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
        numbering.append(parse_xml(f'{head}<w:multiLevelType w:val="{kind}"/>{content}</w:abstractNum>'))
    for number in (1, 2):
        numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))


def level_xml(number: int, kind: str, text: str) -> str:
    form = f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="space"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{number}">{form}</w:lvl>'


def numbered(paragraph: Paragraph, number: int, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr()
    made = parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    properties.insert(0, deepcopy(made))
    assert properties.find(qn("w:numPr")) is not None


def restamped(content: bytes) -> bytes:
    """The same archive with a fixed time on each member, so that a new build equals the old one byte for byte."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(member(name), old.read(name))
    return out.getvalue()


def member(name: str) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name, STAMP)
    made.compress_type = zipfile.ZIP_DEFLATED
    made.external_attr = 0o644 << 16
    return made
