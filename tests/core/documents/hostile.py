"""Files that are broken, locked or meant to harm, made on the spot."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from tests.core.documents.test_sheets import workbook
from tests.core.documents.word_files import NAMESPACES, packed, paragraph, word_file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MEGABYTE = 1_000_000


def compound(*names: str) -> bytes:
    """An OLE container as far as its magic and the names in its directory go."""
    return OLE + bytes(504) + b"".join(name.encode("utf-16-le") + bytes(64) for name in names)


def locked_doc() -> bytes:
    """An old Word file whose information block has the lock bit set."""
    return OLE + bytes(504) + b"\xec\xa5" + bytes(9) + b"\x01" + bytes(500) + "WordDocument".encode("utf-16-le")


def zip_bomb(megabytes: int = 300) -> bytes:
    """A Word package whose body is a run of zeros."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package, package.open("word/document.xml", "w", force_zip64=True) as body:
        for _ in range(megabytes):
            body.write(bytes(MEGABYTE))
    return out.getvalue()


def lying_zip() -> bytes:
    """A Word package whose table of contents says that its body is small."""
    content = zip_bomb(60)
    size = struct.pack("<I", 60 * MEGABYTE)
    return content.replace(size, struct.pack("<I", 1000))


def encrypted_zip() -> bytes:
    """A zip whose entries have the flag of encryption set."""
    content = bytearray(packed({"kế hoạch.txt": b"x"}))
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(magic) + offset] |= 1
    return bytes(content)


def entity_bomb() -> bytes:
    """A Word file whose XML grows a thousandfold with each of ten entities."""
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 11))
    body = f"<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>&a10;</w:t></w:r></w:p></w:body></w:document>"
    return packed({"word/document.xml": f"<!DOCTYPE x [{entities}]>{body}".encode()})


def outside_entity() -> bytes:
    """A Word file whose XML asks for a file of the machine."""
    body = f"<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
    return packed({"word/document.xml": f'<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>{body}'.encode()})


def endless_word_file() -> bytes:
    """A Word file of some two thousand pages."""
    return word_file(paragraph("Kế hoạch nâng cao chỉ số hài lòng của người dân. " * 20) * 6000)


def deep_word_file(depth: int = 20_000) -> bytes:
    """A Word file of tables within tables."""
    return word_file("<w:tbl><w:tr><w:tc>" * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * depth)


def tall_sheet(rows: int = 1_000_000) -> bytes:
    return workbook(
        {
            "Sheet1": "<sheetData>"
            + "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, rows + 1))
            + "</sheetData>"
        }
    )


def far_cell(first: str = '<row r="1"><c r="A1">', last: str = '<row r="1048576"><c r="XFD1048576">') -> bytes:
    """A sheet that is empty but for its first and its last cell."""
    rows = "".join(f"{cell}<v>1</v></c></row>" for cell in (first, last))
    return workbook({"Sheet1": f"<sheetData>{rows}</sheetData>"})


def uncounted_cells() -> bytes:
    """A sheet whose cells do not say where they stand: many in the first row, one far below."""
    return far_cell(first="<row>" + "<c><v>1</v></c>" * 16_000 + "<c>", last='<row r="19999"><c>')


def far_cell_elsewhere() -> bytes:
    """The same sheet under a name that sheets do not usually have."""
    with ZipFile(BytesIO(far_cell())) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    usual = next(name for name in parts if name.startswith("xl/worksheets/"))
    moved = {("xl/other/part.png" if name == usual else name): content for name, content in parts.items()}
    links = "xl/_rels/workbook.xml.rels"
    return packed(moved | {links: moved[links].replace(usual.removeprefix("xl/").encode(), b"other/part.png")})


def pdf(
    pages: int = 1, content: bytes = b"BT /F1 12 Tf 72 720 Td (Ke hoach) Tj ET", *, encrypt: bool = False, filters: bytes = b""
) -> bytes:
    """A PDF written by hand, its pages sharing one stream."""
    kids = b" ".join(b"%d 0 R" % (at + 5) for at in range(pages))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, kids),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), filters, content),
        *[b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents 4 0 R>>"] * pages,
    ]
    out, places = b"%PDF-1.5\n", []
    if encrypt:
        objects.append(b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (b"ab" * 32, b"cd" * 32))
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    lock = b"/Encrypt %d 0 R/ID[<00><00>]" % len(objects) if encrypt else b""
    size = len(objects) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (
        size,
        table,
        size,
        lock,
        len(out),
    )


def pdf_bomb(filters: bytes = b"/Filter/FlateDecode", written: Callable[[bytes], bytes] = bytes) -> bytes:
    machine = zlib.compressobj(9)
    packed_zeros = b"".join(machine.compress(b" " * MEGABYTE) for _ in range(400)) + machine.flush()
    return pdf(content=written(packed_zeros), filters=filters)


def double_pdf_bomb() -> bytes:
    inner = zlib.compress(zlib.compress(b" " * 5 * MEGABYTE))
    return pdf(content=inner, filters=b"/Filter[/FlateDecode/FlateDecode]")


def huge_picture() -> bytes:
    """A PNG that says it is a hundred thousand dots wide and high."""
    header = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 0, 0, 0, 0)
    chunk = b"IHDR" + header
    end = b"IEND"
    return (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", 13)
        + chunk
        + struct.pack(">I", zlib.crc32(chunk))
        + struct.pack(">I", 0)
        + end
        + struct.pack(">I", zlib.crc32(end))
    )
