"""Holds the engine against published results: what was published must follow from what else was published."""

from longdan.core.engine.identities.checking import check
from longdan.core.engine.identities.model import Difference, Identity

__all__ = ["Difference", "Identity", "check"]
