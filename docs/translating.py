"""Keeps the English texts: ``python -m docs.translating`` adds those to be written, ``--check`` only says what is missing.

The Vietnamese text is the key. What stands in the templates and behind ``_()`` is gathered; English is written by hand
in ``django.po``, and ``django.mo``, which Django reads, is made of it.
"""

import ast
import io
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

SOURCE = Path(__file__).parents[1] / "src" / "longdan"
TEXTS = SOURCE / "locale" / "en" / "LC_MESSAGES" / "django.po"
MARKS = frozenset({"_", "gettext", "gettext_lazy"})
QUOTED = r"""u?'(?:[^'\\]|\\.)*'|u?"(?:[^"\\]|\\.)*\""""
IN_TEMPLATES = re.compile(rf"""\b(?:gettext|_)\(({QUOTED})\)|\bngettext\(({QUOTED}), ({QUOTED}),""")
NO_CLOCK = datetime(2026, 1, 1, tzinfo=UTC)  # the file is compared
IN_CONTEXT = "\x04"  # between where a text stands and the text, where one text has two meanings
Key = str | tuple[str, str]  # a text, or one for a single thing with one for several


def used() -> set[Key]:
    """Every text that is marked for translation."""
    templates = (key for path in SOURCE.glob("web/**/*.html") for key in of_template(path.read_text(encoding="utf-8")))
    modules = (key for path in SOURCE.glob("*/**/*.py") for key in of_module(path.read_text(encoding="utf-8")))
    return {*templates, *modules}


def of_template(text: str) -> Iterator[Key]:
    for alone, one, several in IN_TEMPLATES.findall(templatize(text)):
        yield ast.literal_eval(alone) if alone else (ast.literal_eval(one), ast.literal_eval(several))


def of_module(text: str) -> Iterator[Key]:
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Call(func=ast.Name(id="ngettext"), args=[ast.Constant(value=str(one)), ast.Constant(value=str(several)), _]):
                yield one, several
            case ast.Call(func=ast.Name(id="pgettext_lazy"), args=[ast.Constant(value=str(where)), ast.Constant(value=str(key))]):
                yield f"{where}{IN_CONTEXT}{key}"
            case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(key)), *_]) if name in MARKS:
                yield key


def written() -> Catalog:
    with TEXTS.open("rb") as file:
        return read_po(file, locale="en")


def renewed(old: Catalog, keys: set[Key]) -> Catalog:
    """The texts in use, with the English that they already have."""
    new = Catalog(locale="en", project="Lòng Dân", fuzzy=False, header_comment="# English texts; the key is the Vietnamese text.")
    new.creation_date = new.revision_date = NO_CLOCK
    for key in sorted(keys, key=lambda key: (key, "") if isinstance(key, str) else key):
        where, _, alone = key.rpartition(IN_CONTEXT) if isinstance(key, str) else ("", "", key)
        before = old.get(alone, where or None)
        same = before if before and isinstance(before.id, str) == isinstance(key, str) else None
        new.add(alone, same.string if same else "", context=where or None)
    return new


def as_text(catalog: Catalog) -> bytes:
    file = io.BytesIO()
    write_po(file, catalog, width=0)
    return file.getvalue()


def as_machine_file(catalog: Catalog) -> bytes:
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def missing(catalog: Catalog) -> list[str]:
    """The texts that lack their English, or one of its two forms."""
    bare = (one.id for one in catalog if one.id and not (one.string and all(one.string)))
    return [key if isinstance(key, str) else key[0] for key in bare]


def main(words: list[str]) -> int:
    catalog = renewed(written(), used())
    files = {TEXTS: as_text(catalog), TEXTS.with_suffix(".mo"): as_machine_file(catalog)}
    stale = [path.name for path, content in files.items() if not path.exists() or path.read_bytes() != content]
    bare = missing(catalog)
    if "--check" in words:
        print(f"stale: {', '.join(stale)}; ./run docs renews them" if stale else "all fresh")
    else:
        for path, content in files.items():
            path.write_bytes(content)
    if bare:
        print(f"{len(bare)} texts without English in {TEXTS.name}, the first: {bare[0]!r}")
    return int(bool(bare) or ("--check" in words and bool(stale)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
