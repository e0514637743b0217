"""What is asked of indices."""

from longdan.app.indices.queries.editions import EditionRow, editions
from longdan.app.indices.queries.marks import Branch, EditionPage, edition, edition_file, trees
from longdan.app.indices.queries.series import Series, SeriesRow
from longdan.core.catalogue.indices import Display, Index

__all__ = [
    "Branch", "Display", "EditionPage", "EditionRow", "Index", "Series", "SeriesRow",
    "edition", "edition_file", "editions", "trees",
]  # fmt: skip
