"""What is done to agencies and people: bringing them in, changing them."""

from longdan.app.agencies.actions.loading import load_country, load_provinces
from longdan.app.agencies.actions.sample import load_sample

__all__ = ["load_country", "load_provinces", "load_sample"]
