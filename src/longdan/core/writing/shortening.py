"""Long texts cut at the end of a word, no bracket left open."""

CLOSING = {"(": ")", "[": "]", "“": "”", "«": "»"}


def shortened(text: str, most: int) -> str:
    """The beginning of a text in at most ``most`` letters, the mark "…" and what closes an open bracket among them.

    A bracket that opens near the end is left out with what stands in it.
    """
    if len(text) <= most:
        return text
    ends = (place for place in range(most - 1, 0, -1) if text[place].isspace())
    cuts = (_closed(text[:end], most) for end in ends)
    return next((cut for cut in cuts if 1 < len(cut) <= most), f"{text[: most - 1]}…")


def _closed(cut: str, most: int) -> str:
    places = _open(cut)
    if places and places[0] > most // 2:
        return f"{_bare(cut[: places[0]])}…"
    bare = _bare(cut)
    return f"{bare}…" + "".join(CLOSING[bare[place]] for place in reversed(_open(bare)))


def _open(text: str) -> list[int]:
    """Where the brackets stand that are not closed."""
    places: list[int] = []
    for place, letter in enumerate(text):
        if letter in CLOSING:
            places.append(place)
        elif places and letter == CLOSING[text[places[-1]]]:
            places.pop()
    return places


def _bare(text: str) -> str:
    return text.rstrip(" ,;.:–-([“«")
