"""The components of the screens as template tags, each written once."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django import template
from django.core.paginator import Page
from django.http import QueryDict
from django.template.context import Context
from django.utils.formats import number_format
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from longdan.core.documents.limits import MOST_BYTES, MOST_BYTES_TOGETHER, MOST_FILES
from longdan.core.problems import Problem
from longdan.core.writing.shortening import shortened
from longdan.web.shared import icons
from longdan.web.shared.dates import Due
from longdan.web.shared.differing import pieces as pieces_of
from longdan.web.shared.sheets import Run

register = template.Library()
COMPONENTS = "shared/components"


@register.filter
def number(value: object) -> object:
    """A count with its thousands apart, for reading only: what forms and addresses carry stays plain."""
    return number_format(value, force_grouping=True) if isinstance(value, int) else value


@register.filter(name="shortened")
def shortened_to(text: object, most: int) -> str:
    """A text cut at a word, its brackets closed."""
    return shortened(str(text), most)


@register.simple_tag
def icon(name: str) -> SafeString:
    return icons.icon(name)


@register.simple_tag
def drawn(name: str) -> SafeString:
    """A drawing that the page holds once (``drawings``): for pages that show it hundreds of times."""
    return icons.drawn(name)


@register.simple_tag
def drawings(*names: str) -> SafeString:
    return icons.sprite(names)


@register.inclusion_tag(f"{COMPONENTS}/diff.html")
def diff(before: str, after: str) -> dict[str, Any]:
    """Two versions of words as one text: what goes struck out, what comes underlined."""
    return {"pieces": pieces_of(before, after)}


@register.inclusion_tag(f"{COMPONENTS}/state.html")
def state_label(word: str, tone: str = "") -> dict[str, str]:
    """A state as a word in its colour; ``tone`` is late, soon, good, going or nothing."""
    drawing = {"late": "late", "soon": "clock", "good": "done", "going": "going"}.get(tone, "")
    return {"word": word, "tone": tone, "drawing": drawing}


@register.inclusion_tag(f"{COMPONENTS}/agency.html")
def agency_chip(name: str, address: str = "") -> dict[str, str]:
    return {"name": name, "address": address}


@register.inclusion_tag(f"{COMPONENTS}/gap.html")
def gap(word: str) -> dict[str, str]:
    """What a plan should say but does not."""
    return {"word": word}


@register.inclusion_tag(f"{COMPONENTS}/deadline.html")
def deadline_chip(due: Due) -> dict[str, Due]:
    """A date with the days that are left."""
    return {"due": due}


@register.inclusion_tag(f"{COMPONENTS}/ledger_date.html")
def ledger_date(due: Due) -> dict[str, Due]:
    """The date as it stands in the margin of a ledger."""
    return {"due": due}


@register.inclusion_tag(f"{COMPONENTS}/figure.html")
def figure(value: object, name: str, address: str = "", tone: str = "") -> dict[str, object]:
    return {"value": value, "name": name, "address": address, "tone": tone}


@register.inclusion_tag(f"{COMPONENTS}/parts.html")
def parts(total: int, good: int = 0, going: int = 0, late: int = 0) -> dict[str, object]:
    """A bar of how far a number of tasks has come: done, under way, late."""
    share = 100 / total if total else 0
    return {
        "good": round(good * share, 2),
        "going": round(going * share, 2),
        "late": round(late * share, 2),
        "going_from": round(good * share, 2),
        "late_from": round((good + going) * share, 2),
        "words": _("%(good)s hoàn thành, %(going)s đang làm, %(late)s quá hạn, trong %(total)s nhiệm vụ")
        % {"good": good, "going": going, "late": late, "total": total},
    }


@register.inclusion_tag(f"{COMPONENTS}/share.html")
def share_bar(share: int) -> dict[str, int]:
    """A bar of how much of the most points was reached, in a hundred."""
    return {"share": max(0, min(share, 100))}


@register.simple_tag
def upload_limits() -> dict[str, str]:
    """How much is taken at once, as the script that sends files reads it: plain numbers."""
    return {"bytes": str(MOST_BYTES), "together": str(MOST_BYTES_TOGETHER), "files": str(MOST_FILES)}


@register.inclusion_tag(f"{COMPONENTS}/problem.html")
def problem(found: Problem) -> dict[str, Problem]:
    return {"problem": found}


@register.inclusion_tag(f"{COMPONENTS}/empty.html")
def empty(drawing: str, title: str, words: str = "", address: str = "", verb: str = "") -> dict[str, str]:
    """Nothing to show yet, with the next step in it."""
    return {"drawing": drawing, "title": title, "words": words, "address": address, "verb": verb}


@register.inclusion_tag(f"{COMPONENTS}/steps.html")
def steps(current: int, *names: str) -> dict[str, Any]:
    """Where one stands on the way; ``current`` counts from 1."""
    return {"steps": [(name, number < current, number == current) for number, name in enumerate(names, 1)]}


@register.inclusion_tag(f"{COMPONENTS}/pages.html", takes_context=True)
def pages(context: Context, page: Page[Any]) -> dict[str, Any]:
    return {"page": page, "before": address(context, trang=page.number - 1), "after": address(context, trang=page.number + 1)}


@register.simple_tag(takes_context=True)
def address(context: Context, **changes: object) -> str:
    """This page's address with some of its filters changed; an empty one is left out."""
    query: QueryDict = context["request"].GET
    kept = {key: value for key, value in query.items() if key not in changes and key != "trang"}
    merged = kept | {key: str(value) for key, value in changes.items() if value not in ("", None)}
    return "?" + urlencode(merged)


@register.filter
def marked(runs: Iterable[Run]) -> SafeString:
    """The words of a paragraph, with links to the statements that they were read as.

    In Python: a document has a thousand paragraphs, and a template for each would take longer than all the rest of the page.
    """
    return mark_safe("".join(_marked(run) if run.item and run.text.strip() else escape(run.text) for run in runs))


def _marked(run: Run) -> SafeString:
    look = f" words-{run.look}" if run.look else ""
    anchor = format_html(' id="words-{}"', run.first) if run.first else ""
    items = " ".join(run.items)
    return format_html('<a class="words{}" href="#{}" data-items="{}"{}>{}</a>', look, run.item, items, anchor, run.text)


@register.filter
def sentence(text: str) -> str:
    """Begun with a capital and ended with a full stop."""
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "?", ":")) else ".")


@register.filter
def initials(name: str) -> str:
    """First letters of the family name and of the given name."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()
