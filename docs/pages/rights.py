"""The page of rights: who may do what, by role, and how far it reaches."""

from docs.pages.tables import table
from longdan.app.agencies.access import NAMES, NOWHERE, REACH, Relation
from longdan.app.agencies.models import Role

REACHES = {Relation.OWN: "own agency", Relation.PROVINCE: "whole province", Relation.OUTSIDE: "other provinces"}


def page() -> str:
    rows = [
        (f"`{right}` {NAMES[right]}", *(reach(reaches.get(role, NOWHERE)) for role in Role)) for right, reaches in REACH.items()
    ]
    head = "# Quyền · Rights\n\nWho may do what, and on what: the widest reach is named, a dash means never."
    return head + "\n\n" + table(("quyền · right", *(f"{role.label} (`{role}`)" for role in Role)), rows)


def reach(relations: frozenset[Relation]) -> str:
    widest = [words for relation, words in REACHES.items() if relation in relations]
    return widest[-1] if widest else "–"
