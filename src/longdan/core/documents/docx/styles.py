"""What a style gives to the paragraphs and runs that use it: font, capitals, numbering."""

from dataclasses import dataclass

from longdan.core.documents.docx.package import W
from longdan.core.documents.xml import Element

_OFF = ("0", "false", "none", "off")


@dataclass(frozen=True, slots=True)
class Look:
    """What formatting says about letters; None where it says nothing."""

    font: str | None = None
    capitals: bool | None = None
    hidden: bool | None = None

    def over(self, under: "Look") -> "Look":
        """This look, with the gaps filled from the one under it."""
        return Look(
            under.font if self.font is None else self.font,
            under.capitals if self.capitals is None else self.capitals,
            under.hidden if self.hidden is None else self.hidden,
        )


PLAIN = Look()


def look(properties: Element | None) -> Look:
    """What run properties (w:rPr) say."""
    if properties is None or not len(properties):
        return PLAIN
    fonts = properties.find(W + "rFonts")
    font = None if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi")
    return Look(font, _switch(properties.find(W + "caps")), _switch(properties.find(W + "vanish")))


def _switch(element: Element | None) -> bool | None:
    return None if element is None else element.get(W + "val", "1") not in _OFF


def value(parent: Element | None, *path: str) -> str | None:
    """The w:val of the element at the path under the parent."""
    for step in path:
        parent = parent.find(W + step) if parent is not None else None
    return None if parent is None else parent.get(W + "val")


@dataclass(frozen=True, slots=True)
class Numbered:
    """The list that a paragraph belongs to, and how deep."""

    list_id: str
    level: int | None


def numbered(paragraph_properties: Element | None) -> Numbered | None:
    """What paragraph properties (w:pPr) say of numbering."""
    list_id = value(paragraph_properties, "numPr", "numId")
    level = value(paragraph_properties, "numPr", "ilvl")
    if list_id is None and level is None:
        return None
    return Numbered(list_id or "", int(level) if level and level.isdigit() else None)


class Styles:
    """The styles of one document, their inheritance resolved on demand."""

    def __init__(self, root: Element | None) -> None:
        elements = root.findall(W + "style") if root is not None else []
        self._elements = {element.get(W + "styleId"): element for element in elements}
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if root is not None else None
        self._defaults = look(defaults)
        defaults_first = (e for e in elements if e.get(W + "type") == "paragraph" and e.get(W + "default") in ("1", "true"))
        self._default_paragraph = next((element.get(W + "styleId") for element in defaults_first), None)
        self._looks: dict[str | None, Look] = {}

    def paragraph_look(self, style: str | None) -> Look:
        """The look of runs that say nothing themselves, in a paragraph of this style."""
        style = style or self._default_paragraph
        if style not in self._looks:
            found = PLAIN
            for element in self._chain(style):
                found = found.over(look(element.find(W + "rPr")))
            self._looks[style] = found.over(self._defaults)
        return self._looks[style]

    def character_look(self, style: str | None) -> Look:
        """The look that a character style alone gives."""
        found = PLAIN
        for element in self._chain(style):
            found = found.over(look(element.find(W + "rPr")))
        return found

    def numbered(self, style: str | None) -> Numbered | None:
        """The list that a paragraph style belongs to."""
        for element in self._chain(style or self._default_paragraph):
            if found := numbered(element.find(W + "pPr")):
                return found
        return None

    def _chain(self, style: str | None) -> list[Element]:
        """The style, and those it is based on; a circle ends where it closes."""
        chain: list[Element] = []
        while (element := self._elements.get(style)) is not None and element not in chain:
            chain.append(element)
            style = value(element, "basedOn")
        return chain
