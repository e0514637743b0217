"""What is asked of indices."""

from longdan.app.indices.queries.editions import EditionRow, editions
from longdan.app.indices.queries.marks import Branch, EditionPage, edition
from longdan.app.indices.queries.series import Series, SeriesRow
from longdan.core.catalogue.indices import Display

__all__ = ["Branch", "Display", "EditionPage", "EditionRow", "Series", "SeriesRow", "edition", "editions"]
