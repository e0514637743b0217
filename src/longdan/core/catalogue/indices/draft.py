"""What an import makes of a file: an edition to look at before anybody confirms it, with all that is wrong or was proposed."""

from dataclasses import dataclass

from longdan.core.catalogue.indices.model import Index
from longdan.core.problems import Problem


@dataclass(frozen=True, slots=True)
class Proposal:
    """A rule that was read out of an annex's words; ``kind`` as files name it, ``why`` where it stayed unknown."""

    code: str
    words: str
    kind: str
    why: str


@dataclass(frozen=True, slots=True)
class EditionDraft:
    """``index`` None: no tree could be put together. Only a draft without problems may be confirmed."""

    index: Index | None
    problems: tuple[Problem, ...]
    proposals: tuple[Proposal, ...] = ()

    @property
    def ready(self) -> bool:
        return self.index is not None and not self.problems
