"""The numbers that Word writes before list paragraphs, which stand nowhere in the text."""

import re
from dataclasses import dataclass

from longdan.core.documents.counting import FORMS
from longdan.core.documents.docx.package import W
from longdan.core.documents.docx.styles import Numbered, value
from longdan.core.documents.xml import Element

_DEEPEST_LEVEL = 8
_DASHES = re.compile("^[-–—−‒‐‑\u00ad\uf02d]+$")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list writes its numbers."""

    form: str
    text: str
    start: int
    restart: int | None  # the level above which a new number begins this level anew; 0 never, None the level just above
    legal: bool  # all numbers as decimals

    def written(self, depth: int, counts: list[int], levels: "dict[int, Level]") -> str:
        """The number as Word shows it; a bullet as the dash or plus sign that stands for it."""
        if self.form == "none":
            return ""
        if self.form == "bullet":
            return self._bullet(depth)

        def shown(match: re.Match[str]) -> str:
            at = int(match.group(1)) - 1
            form = "decimal" if self.legal or at not in levels else levels[at].form
            return FORMS.get(form, str)(counts[at]) if counts[at] > 0 else str(counts[at])

        return re.sub(r"%([1-9])", shown, self.text)

    def _bullet(self, depth: int) -> str:
        """Dash and plus are the marks of administrative writing; the symbols of other fonts stand for them by depth."""
        if _DASHES.match(self.text):
            return "-"
        return self.text if self.text in ("+", "*", "•") else "+" if depth else "-"


class Numbering:
    """The lists of one document, counting on as its paragraphs pass."""

    def __init__(self, root: Element | None) -> None:
        root = root if root is not None else ()
        self._abstract = {e.get(W + "abstractNumId"): e for e in root if e.tag == W + "abstractNum"}
        self._lists = {e.get(W + "numId"): e for e in root if e.tag == W + "num"}
        self._by_style = {value(e, "styleLink"): key for key, e in self._abstract.items() if value(e, "styleLink")}
        self._levels: dict[str, dict[int, Level]] = {}
        self._counts: dict[str, list[int]] = {}
        self._begun: set[str] = set()

    def label(self, numbered: Numbered, style: str | None) -> str:
        """The number of the next paragraph of this list; empty where it has none."""
        list_id = numbered.list_id
        if list_id not in self._lists:
            return ""
        levels = self._levels_of(list_id)
        depth = numbered.level if numbered.level is not None else self._depth_of(list_id, style)
        if not (level := levels.get(depth)):
            return ""
        counts = self._counts_of(list_id, levels)
        counts[depth] = level.start if counts[depth] < 0 else counts[depth] + 1
        self._begin_anew_below(depth, counts, levels)
        for above in range(depth):
            if counts[above] < 0:
                counts[above] = levels[above].start if above in levels else 1
        return level.written(depth, counts, levels)

    def _begin_anew_below(self, depth: int, counts: list[int], levels: dict[int, Level]) -> None:
        for below in range(depth + 1, _DEEPEST_LEVEL + 1):
            restart = levels[below].restart if below in levels else None
            if restart is None or depth < restart:
                counts[below] = -1

    def _counts_of(self, list_id: str, levels: dict[int, Level]) -> list[int]:
        """The running numbers: shared by all lists of one definition, until a list overrides where it starts."""
        abstract = self._abstract_id(list_id)
        counts = self._counts.setdefault(abstract, [-1] * (_DEEPEST_LEVEL + 1))
        if list_id not in self._begun:
            self._begun.add(list_id)
            for override in self._lists[list_id].findall(W + "lvlOverride"):
                if value(override, "startOverride") is not None and (depth := _number(override.get(W + "ilvl"), 0)) in levels:
                    counts[depth:] = [-1] * (_DEEPEST_LEVEL + 1 - depth)
        return counts

    def _levels_of(self, list_id: str) -> dict[int, Level]:
        if list_id not in self._levels:
            abstract = self._abstract.get(self._abstract_id(list_id))
            found = {} if abstract is None else {_number(e.get(W + "ilvl"), 0): _level(e) for e in abstract.findall(W + "lvl")}
            for override in self._lists[list_id].findall(W + "lvlOverride"):
                depth, own = _number(override.get(W + "ilvl"), 0), override.find(W + "lvl")
                start = value(override, "startOverride")
                if own is not None:
                    found[depth] = _level(own)
                if start is not None and depth in found:
                    old = found[depth]
                    found[depth] = Level(old.form, old.text, _number(start, 1), old.restart, old.legal)
            self._levels[list_id] = {depth: level for depth, level in found.items() if 0 <= depth <= _DEEPEST_LEVEL}
        return self._levels[list_id]

    def _abstract_id(self, list_id: str) -> str:
        """The definition of a list; one that only names a list style leads on to that style's definition."""
        found = value(self._lists[list_id], "abstractNumId") or ""
        link = value(self._abstract.get(found), "numStyleLink")
        return self._by_style.get(link, found) if link else found

    def _depth_of(self, list_id: str, style: str | None) -> int:
        """The level that names the paragraph's style as its own, else the first."""
        abstract = self._abstract.get(self._abstract_id(list_id))
        levels = abstract.findall(W + "lvl") if abstract is not None and style else []
        return next((_number(e.get(W + "ilvl"), 0) for e in levels if value(e, "pStyle") == style), 0)


def _level(element: Element) -> Level:
    restart = value(element, "lvlRestart")
    return Level(
        form=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        start=_number(value(element, "start"), 0),
        restart=None if restart is None else _number(restart, 0),
        legal=element.find(W + "isLgl") is not None and value(element, "isLgl") not in ("0", "false"),
    )


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else otherwise
