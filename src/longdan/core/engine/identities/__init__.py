"""Holds the engine against published results: what was published must follow from what else was published."""

from longdan.core.engine.identities.checking import check
from longdan.core.engine.identities.model import Deviation, Identity

__all__ = ["Deviation", "Identity", "check"]
