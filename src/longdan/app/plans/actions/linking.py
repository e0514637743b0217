"""Finding the plan that a plan carries out, by the number and the day under which it names it."""

import re
from collections.abc import Iterable
from datetime import date

from longdan.app.plans.models import Citation, Plan
from longdan.core.vietnamese import fold

_DAY = re.compile(r"(\d{1,2})\s*(?:/|-|tháng)\s*(\d{1,2})\s*(?:/|-|năm)\s*(\d{4})", re.IGNORECASE)


def link(plan: Plan) -> None:
    """Set the parent of a plan, and of the plans that named it before it was here; what is linked already stays."""
    if plan.parent is None:
        cited = list(plan.citations.order_by("-basis", "pk").values_list("text", flat=True))
        others = list(Plan.objects.filter(province=plan.province_id).exclude(pk=plan.pk).exclude(number=""))
        plan.parent = next((one for text in cited if (one := _meant(text, others)) and not _under(one, plan)), None)
        if plan.parent:
            plan.save(update_fields=["parent"])
    if plan.number:
        for citation in Citation.objects.filter(plan__province=plan.province_id, plan__parent__isnull=True).exclude(plan=plan):
            if _names(citation.text, plan) and not _under(plan, citation.plan):
                Plan.objects.filter(pk=citation.plan_id, parent__isnull=True).update(parent=plan)


def _meant(text: str, plans: Iterable[Plan]) -> Plan | None:
    """The plan that a citation means; where several bear the number, the one whose issuer it names; else nobody knows."""
    named = [one for one in plans if _names(text, one)]
    if len(named) > 1:
        named = [one for one in named if one.issuer_name and fold(one.issuer_name) in fold(text)]
    return named[0] if len(named) == 1 else None


def _names(text: str, plan: Plan) -> bool:
    """Whether a citation means a plan: it holds its number, whole, and no other day than its own."""
    number = re.escape(fold(plan.number))
    if not re.search(rf"(?<![\w/-]){number}(?![\w/-])", fold(text)):
        return False
    day = _DAY.search(text)
    return day is None or plan.issued is None or _is(plan.issued, day)


def _is(issued: date, written: re.Match[str]) -> bool:
    return (issued.day, issued.month, issued.year) == tuple(map(int, written.groups()))


def _under(one: Plan, plan: Plan) -> bool:
    """Whether ``one`` carries out ``plan``, itself or by way of others: then it cannot be its parent."""
    seen: set[int] = set()
    above: Plan | None = one
    while above and above.pk not in seen:
        if above.pk == plan.pk:
            return True
        seen.add(above.pk)
        above = above.parent
    return False
