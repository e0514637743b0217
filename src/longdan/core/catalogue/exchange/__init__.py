"""An edition as a spreadsheet for people who do not program: written out, edited, read back."""

from longdan.core.catalogue.exchange.reading import read_exchange
from longdan.core.catalogue.exchange.writing import exchange_file

__all__ = ["exchange_file", "read_exchange"]
