"""What a new document or a returned sheet changes in a task, told at that task: whoever does it finds it there."""

from collections.abc import Sequence
from datetime import datetime

from longdan.app.agencies.models import Post
from longdan.app.audit.actions import Happening, record_all
from longdan.app.plans.models import Task
from longdan.app.plans.previewing import Compared, Difference

FIELDS = {
    "text": "nội dung", "product": "sản phẩm", "due": "thời hạn", "recurrence": "lặp lại", "dimension": "nội dung chỉ số",
}  # fmt: skip
MOST = 300  # characters of a place's words in the trail


def tell(compared: Sequence[Compared], source: str, *, by: Post, at: datetime) -> None:
    """One event for each task whose words, product, day or recurrence became others; ``source`` names the document."""
    changed = {one.before.id: one.differences for one in compared if one.before and one.differences}
    tasks = Task.objects.in_bulk(changed)
    record_all(
        Happening(by, "plans.task.amended", tasks[pk], at, f"{'; '.join(map(words, places))} (theo {source})")
        for pk, places in changed.items()
    )


def words(place: Difference) -> str:
    """ "thời hạn: 10/02/2026 → 28/02/2026"."""
    said = (_said(place.field, value)[:MOST] or "(trống)" for value in (place.before, place.after))
    return f"{FIELDS[place.field]}: {' → '.join(said)}"


def _said(field: str, value: str) -> str:
    return "/".join(reversed(value.split("-"))) if field == "due" else value
