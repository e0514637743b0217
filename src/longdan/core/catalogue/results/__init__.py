"""Published results come in from workbooks or CSV files, as drafts that show every doubt before anybody confirms them."""

from longdan.core.catalogue.results.draft import ResultsDraft, YearDraft
from longdan.core.catalogue.results.reading import read_csv, read_workbook

__all__ = ["ResultsDraft", "YearDraft", "read_csv", "read_workbook"]
