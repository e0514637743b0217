"""Runs every identity over all published results."""

from collections.abc import Iterable

from longdan.core.catalogue.indices.model import Index
from longdan.core.catalogue.published import Results
from longdan.core.engine.identities.evidence import evidence
from longdan.core.engine.identities.groups import groups
from longdan.core.engine.identities.intervals import intervals
from longdan.core.engine.identities.model import Identity
from longdan.core.engine.identities.quoted import quoted
from longdan.core.engine.identities.references import references
from longdan.core.engine.identities.wholes import wholes

KINDS = (wholes, quoted, intervals, groups, references)


def check(editions: Iterable[Index], results: Iterable[Results]) -> tuple[Identity, ...]:
    """Every identity that the published results of the catalogue can be held against, each with its worst error."""
    known = tuple(editions)
    held = [kind(evidence(known, one)) for one in results for kind in KINDS]
    return tuple(one for many in held for one in many if one is not None)
