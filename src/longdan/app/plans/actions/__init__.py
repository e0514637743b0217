"""What people do with documents and plans: hand them in, correct what was read, put it in force, change it there."""

from longdan.app.plans.actions.confirming import confirm
from longdan.app.plans.actions.correcting import correct, correct_and_look, redo, undo
from longdan.app.plans.actions.importing import Imported, import_files
from longdan.app.plans.actions.proposing import carry_over
from longdan.app.plans.actions.reading import beat, read
from longdan.app.plans.actions.receiving import cancel, read_again, receive, resume

__all__ = [
    "Imported",
    "beat",
    "cancel",
    "carry_over",
    "confirm",
    "correct",
    "correct_and_look",
    "import_files",
    "read",
    "read_again",
    "receive",
    "redo",
    "resume",
    "undo",
]
