"""Editions of indices: the tree of each with its scoring rules, read strictly from dated, cited files."""

from longdan.core.catalogue.indices import rules
from longdan.core.catalogue.indices.editions import closed, read_edition_among, read_editions
from longdan.core.catalogue.indices.model import (
    TOTAL,
    Break,
    Display,
    Group,
    Grouping,
    GroupRule,
    Index,
    Input,
    Intervals,
    Missing,
    Node,
    Place,
    Scored,
    Standing,
    Succession,
    Text,
    UnitLevel,
)
from longdan.core.catalogue.indices.reading import read_edition

__all__ = [
    "TOTAL",
    "Break",
    "Display",
    "Group",
    "GroupRule",
    "Grouping",
    "Index",
    "Input",
    "Intervals",
    "Missing",
    "Node",
    "Place",
    "Scored",
    "Standing",
    "Succession",
    "Text",
    "UnitLevel",
    "closed",
    "read_edition",
    "read_edition_among",
    "read_editions",
    "rules",
]
