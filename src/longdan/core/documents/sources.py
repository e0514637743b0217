"""The file that somebody hands over: its name, its bytes."""

from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as it was given; ``name`` is what the reader of a problem knows it by."""

    name: str
    content: bytes

    @property
    def extension(self) -> str:
        """Lower case, with its dot; empty where the name has none."""
        return PurePosixPath(self.name.replace("\\", "/")).suffix.lower()
