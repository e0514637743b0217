"""Units named under one head, told apart: "UBND các xã An Lĩnh, Bình Khê và phường Tân Dương" are three agencies."""

import re

from longdan.core.plans.words.stream import UPPER

UNIT = r"(?:thành\s+phố|thị\s+xã|thị\s+trấn|huyện|quận|phường|đặc\s+khu|xã)"
NAME = rf"[{UPPER}][\w’']*(?:\s+[{UPPER}][\w’']*){{0,3}}"
_NUMBERED = rf"(?:{NAME}|\d{{1,2}})"
_BETWEEN = r"(?:\s*[,;]\s*(?:và\s+)?|\s+(?:và|cùng)\s+)"
_HEAD = (
    r"(?:(?:Giao|Đề nghị|Yêu cầu)\s+)?(?:(?:Chủ\s+tịch|[Ll]ãnh\s+đạo|Công\s+an|Đảng\s+ủy)\s+)?"
    r"(?:UBND|[UỦ][yỷ]\s+ban\s+nhân\s+dân)?"
)
_KINDS = rf"{UNIT}(?:(?:\s*,|\s+và)\s+(?:các\s+)?{UNIT})+(?:\s*:|(?=\s+[{UPPER}]))"  # "các xã, phường: A, B": nothing says which
_ONE = rf"(?:(?:UBND\s+)?(?:các\s+)?(?P<kind>{UNIT})(?:\s*:)?\s*)?(?P<name>{_NUMBERED})"
_MORE = rf"(?:{_BETWEEN}{re.sub('[?]P<[a-z]+>', '?:', _ONE)})+"
_LISTED = re.compile(
    rf"(?P<head>{_HEAD})\s*(?:[Cc]ác\s+)?(?:(?P<kinds>{_KINDS})\s*)?"
    rf"(?P<units>(?(kinds)|{UNIT}(?:\s*:)?\s*){_NUMBERED}{_MORE})(?P<tail>\s*\([^()]*\))?"
)


def units(words: str) -> tuple[tuple[str, str], ...]:
    """ "huyện: Vân Hồ, Thuận Châu và thành phố Sơn La" as (kind, name) of each; what has no kind has that before it."""
    found, kind = [], ""
    for part in re.split(_BETWEEN, words):
        if match := re.fullmatch(_ONE, part.strip()):
            kind = re.sub(r"\s+", " ", match["kind"] or kind)
            found.append((kind, re.sub(r"\s+", " ", match["name"])))
    return tuple(found)


def told_apart(name: str) -> tuple[str, ...]:
    """The agencies of a list of units under one head; the name itself where it is no such list.

    Where the list does not say which of them is of which kind ("UBND các xã, phường: A, B"), their names are without it.
    """
    match = _LISTED.fullmatch(name.strip())
    if match is None:
        return (name,)
    head = match["head"] or ("UBND" if match["kinds"] else "")
    return tuple(" ".join(f"{head} {kind} {one}".split()) for kind, one in units(match["units"]))
