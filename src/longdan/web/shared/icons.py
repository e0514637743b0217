"""The few drawings of the screens: strokes in a square of 24, drawn for Lòng Dân."""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

DRAWINGS = {
    "today": "M4 6.5h16v13H4zM4 10.5h16M8.5 4v4M15.5 4v4M8 14.5h3.5",
    "plan": "M5 6h2.5M5 12h2.5M5 18h2.5M10.5 6H19M10.5 12H19M10.5 18H16",
    "document": "M6.5 3.5h7.5l4 4v13H6.5zM13.5 3.5v4.5H18M9.5 12.5h5.5M9.5 16h5.5",
    "drop": "M12 15V4.5M7.5 9 12 4.5 16.5 9M4.5 14.5v5h15v-5",
    "trace": "M12 7.5V12l3 2M4.5 12a7.5 7.5 0 1 0 2.4-5.5M4.5 4v3.5H8",
    "agency": "M4.5 20h15M6 20v-9.5M10 20v-9.5M14 20v-9.5M18 20v-9.5M4.5 10.5h15L12 4.5z",
    "person": "M12 12a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5zM4.5 20c.8-3.6 3.7-5.5 7.5-5.5s6.7 1.9 7.5 5.5",
    "search": "M10.5 16.5a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM15 15l5 5",
    "clock": "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 7.5V12l3 2",
    "late": "M12 4 2.8 19.5h18.4zM12 10v4.5M12 17v.2",
    "doubt": "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM9.7 9.8a2.4 2.4 0 0 1 4.7 0c0 1.9-2.4 2-2.4 3.7M12 16.2v.2",
    "done": "M4.5 12.5l5 5 10-11",
    "going": "M5 12h13M13 6.5l5.5 5.5L13 17.5",
    "back": "M19 12H6M11 6.5 5.5 12l5.5 5.5",
    "open": "M9 5.5 15.5 12 9 18.5",
    "close": "M6 6l12 12M18 6 6 18",
    "edit": "M4.5 19.5l1-4L16 5l3 3L8.5 18.5zM13.5 7.5l3 3",
    "discard": "M5 7h14M10 4.5h4M7 7l.8 12.5h8.4L17 7M10.3 10.5v5.5M13.7 10.5v5.5",
    "undo": "M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-4",
    "words": "M4.5 7h15M4.5 12h15M4.5 17h8",
    "target": "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 15.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z",
    "report": "M5 4.5h14v15H5zM8.5 15.5V12M12 15.5V8.5M15.5 15.5v-5",
    "leave": "M10 4.5H5v15h5M14 8l4 4-4 4M18 12H9.5",
    "key": "M8.5 18a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.6zM11.2 11.5 19.5 4M16 7l2.5 2.5",
    "empty": "M4.5 13.5 7 5.5h10l2.5 8v6h-15zM4.5 13.5h4.5c0 1.7 1.3 3 3 3s3-1.3 3-3h4.5",
    "redo": "M16 5l4 4-4 4M20 9H10a5.5 5.5 0 0 0 0 11h4",
    "add": "M12 5v14M5 12h14",
    "split": "M12 4v4M12 16v4M4.5 12h5M19.5 12h-5M7 9.5 4.5 12 7 14.5M17 9.5l2.5 2.5-2.5 2.5",
    "sheet": "M4.5 4.5h15v15h-15zM4.5 9.5h15M4.5 14.5h15M10 4.5v15",
    "print": "M7 9V4.5h10V9M7 16.5H4.5V9h15v7.5H17M7 13.5h10v6H7z",
}


def icon(name: str) -> SafeString:
    """The drawing called ``name``, silent to screen readers: a word always stands beside it."""
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75"'
        ' stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><path d="{}"/></svg>',
        mark_safe(DRAWINGS[name]),
    )


def drawn(name: str) -> SafeString:
    """The same drawing by its name in the page's ``sprite``: a tenth of the bytes."""
    return format_html('<svg class="icon" aria-hidden="true"><use href="#draw-{}"/></svg>', name)


def sprite(names: Iterable[str]) -> SafeString:
    """Drawings that a page holds once and shows many times."""
    symbols = format_html_join(
        "",
        '<symbol id="draw-{}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75"'
        ' stroke-linecap="round" stroke-linejoin="round"><path d="{}"/></symbol>',
        ((name, mark_safe(DRAWINGS[name])) for name in names),
    )
    return format_html('<svg width="0" height="0" class="hidden-text" aria-hidden="true">{}</svg>', symbols)
