"""What people do with documents: hand them in, correct what was read, put it in force."""

from longdan.app.plans.actions.confirming import confirm
from longdan.app.plans.actions.correcting import correct, undo
from longdan.app.plans.actions.importing import Imported, import_files
from longdan.app.plans.actions.reading import read
from longdan.app.plans.actions.receiving import cancel, receive, resume

__all__ = ["Imported", "cancel", "confirm", "correct", "import_files", "read", "receive", "resume", "undo"]
