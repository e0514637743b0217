"""A sample document as its author writes it: words to print, each with what they mean.

A source is YAML (letterhead, signature, facts of the heading), a line ``===``, then one paragraph a line:

    # I. TITLE        a titled section (## and ### below it)        #> 1. words   a section whose text runs in
    - words           a task bullet                                 -- words      a dash line that describes the task above
    + words           a bullet below a bullet                       ~ a) words    a lettered item that is no section
    = words           a line without dash that describes the task above
    . words           a paragraph                                   ^ words       a centred line
    %letterhead  %sign  %page                                       %table columns … | cells | … %end
    @fact …           what the paragraph above states; gold_form.py gives the kinds of facts
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

MARKS = {"--": "attribute", "=": "line", "-": "bullet", "+": "plus", "~": "letter", ".": "plain", "^": "centred"}
PRINTED = {"attribute": "- ", "bullet": "- ", "plus": "+ "}


@dataclass
class Block:
    """A paragraph, a table or a set piece; ``label`` is the printed number ("1.", "a)")."""

    kind: str
    text: str = ""
    label: str = ""
    level: int = 0
    section: str = ""
    facts: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)

    @property
    def printed(self) -> str:
        """The paragraph as a reader sees it, without marks for bold."""
        words = self.text.replace("**", "")
        return f"{self.label} {words}" if self.label else PRINTED.get(self.kind, "") + words

    @property
    def number(self) -> str:
        return self.label.rstrip(".)")


@dataclass
class Source:
    """What one source file says: how to print it, the facts of its heading, its blocks."""

    path: Path
    facts: dict[str, Any]
    blocks: list[Block]

    def __getitem__(self, key: str) -> Any:
        return self.facts.get(key)


def read_source(path: Path) -> Source:
    head, body = path.read_text(encoding="utf-8").split("\n===\n", 1)
    return Source(path, yaml.safe_load(head), parse(body))


def parse(body: str) -> list[Block]:
    blocks: list[Block] = []
    path: list[str] = []
    for line in filter(None, map(str.strip, body.splitlines())):
        if line.startswith("@"):
            blocks[-1].facts.append(line[1:])
        elif line.startswith("|"):
            blocks[-1].rows.append([cell.strip() for cell in line.strip("|").split("|")])
        elif line != "%end":
            blocks.append(block(line, path))
    return blocks


def block(line: str, path: list[str]) -> Block:
    mark, _, words = line.partition(" ")
    if mark.startswith("%"):
        return Block(mark[1:], words, section=joined(path))
    if mark.startswith("#"):
        return heading(mark, words, path)
    made = Block(MARKS[mark], words, section=joined(path))
    if made.kind == "letter":
        made.label, _, made.text = words.partition(" ")
        made.section = joined([*path, made.number])
    return made


def joined(path: list[str]) -> str:
    """The path of a section: "II.1", and "II.5.1" where 5.1 stands below 5."""
    pairs = zip(path, [*path[1:], ""], strict=False)
    return ".".join(part for part, below in pairs if not below.startswith(f"{part}."))


def heading(mark: str, words: str, path: list[str]) -> Block:
    level = mark.count("#")
    label, _, title = words.partition(" ")
    if label == "Điều":
        number, _, title = title.partition(" ")
        label = f"Điều {number}"
    made = Block("run_in" if mark.endswith(">") else "heading", title, label, level)
    path[level - 1 :] = [made.number]
    made.section = joined(path)
    return made
