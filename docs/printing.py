"""Prints the reference pages from the code: ``python -m docs.printing``; with ``--check`` it only says which are stale."""

import sys
from collections.abc import Callable
from pathlib import Path

from docs.pages import command_line, example, house, index_files, problems, rights, scoring, settings, states

REFERENCE = Path(__file__).parent / "reference"
READMES = [example.ROOT / "README.md", example.ROOT / "README.vi.md"]
PRINTED = "<!-- Printed from the code by ./run docs; edit the code, not this page. -->\n\n"
PAGES: dict[str, Callable[[], str]] = {
    "command-line.md": command_line.page,
    "house.md": house.page,
    "index-files.md": index_files.page,
    "problems.md": problems.page,
    "rights.md": rights.page,
    "scoring.md": scoring.page,
    "settings.md": settings.page,
    "states.md": states.page,
}


def printed() -> dict[Path, str]:
    pages = {REFERENCE / name: PRINTED + page().rstrip() + "\n" for name, page in PAGES.items()}
    return pages | {readme: example.page_of(readme) for readme in READMES}


def stale() -> list[str]:
    """Pages that are not what the code would print."""
    return [path.name for path, text in printed().items() if not path.exists() or path.read_text(encoding="utf-8") != text]


def main(words: list[str]) -> int:
    if "--check" in words:
        names = stale()
        print(f"stale: {', '.join(names)}; ./run docs prints them" if names else "all fresh")
        return int(bool(names))
    REFERENCE.mkdir(exist_ok=True)
    for path, text in printed().items():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
