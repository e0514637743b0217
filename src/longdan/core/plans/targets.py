"""Targets that a plan sets: ranks, scores, groups, rates, counts."""

from longdan.core.documents.model import Document
from longdan.core.plans.draft import Heading, Target


def read(document: Document, heading: Heading) -> tuple[Target, ...]:
    """The targets in the document's order."""
    return ()
