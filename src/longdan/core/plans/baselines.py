"""Past results of indices that a plan starts from."""

from longdan.core.documents.model import Document
from longdan.core.plans.draft import Baseline, Heading


def read(document: Document, heading: Heading) -> tuple[Baseline, ...]:
    """The past results in the document's order."""
    return ()
