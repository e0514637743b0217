"""What people do with documents and plans: hand them in, correct what was read, put it in force, change it there."""

from longdan.app.plans.actions.confirming import confirm
from longdan.app.plans.actions.correcting import correct, correct_and_look, redo, undo
from longdan.app.plans.actions.editing import (
    add_task,
    assign_task,
    edit_task,
    release_agency,
    undo_change,
    withdraw_task,
)
from longdan.app.plans.actions.importing import Imported, import_files
from longdan.app.plans.actions.proposing import carry_over
from longdan.app.plans.actions.reading import beat, read
from longdan.app.plans.actions.receiving import cancel, open_again, read_again, receive, resume

__all__ = [
    "Imported",
    "add_task",
    "assign_task",
    "beat",
    "cancel",
    "carry_over",
    "confirm",
    "correct",
    "correct_and_look",
    "edit_task",
    "import_files",
    "open_again",
    "read",
    "read_again",
    "receive",
    "redo",
    "release_agency",
    "resume",
    "undo",
    "undo_change",
    "withdraw_task",
]
