"""What people do with documents: hand them in, correct what was read, put it in force."""

from longdan.app.plans.actions.confirming import confirm
from longdan.app.plans.actions.correcting import correct, undo
from longdan.app.plans.actions.reading import read
from longdan.app.plans.actions.receiving import cancel, receive

__all__ = ["cancel", "confirm", "correct", "read", "receive", "undo"]
