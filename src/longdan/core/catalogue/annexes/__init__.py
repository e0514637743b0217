"""The annex of a decision, as ministries publish it, becomes the draft of an edition."""

from longdan.core.catalogue.annexes.head import AnnexHead
from longdan.core.catalogue.annexes.reading import read_annex

__all__ = ["AnnexHead", "read_annex"]
