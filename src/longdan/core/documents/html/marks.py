"""The numbers and bullets that a browser draws before list items."""

from selectolax.lexbor import LexborNode

from longdan.core.documents.counting import FORMS

_FORM_OF_TYPE = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_MOST = 10_000


def mark(item: LexborNode) -> str:
    """What stands before this item: "3.", "b)" or a dash; nothing where the page draws none."""
    block = item.parent
    if block is None or "list-style-type:none" in (block.attributes.get("style") or "").replace(" ", ""):
        return ""
    if block.tag == "ol":
        form = _FORM_OF_TYPE.get(block.attributes.get("type") or "", "decimal")
        return f"{FORMS[form](_number(block, item))}."
    return "+" if _lists_above(block) else "-"


def _number(block: LexborNode, item: LexborNode) -> int:
    number = _attribute(block, "start", 1) - 1
    for child in block.iter():
        if child.tag == "li":
            number = _attribute(child, "value", number + 1)
        if child == item:
            break
    return max(1, number)


def _attribute(element: LexborNode, name: str, otherwise: int) -> int:
    text = (element.attributes.get(name) or "").strip()
    return min(int(text), _MOST) if text.isascii() and text.isdigit() and len(text) < 6 else otherwise


def _lists_above(block: LexborNode) -> int:
    above, count = block.parent, 0
    while above is not None:
        count += above.tag in ("ul", "ol")
        above = above.parent
    return count
