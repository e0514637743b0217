"""What people do with their work: steps, comments, difficulties, evidence, drafts, calendar feeds, urging."""

from longdan.app.work.actions.commenting import comment, read_mentions, restore_comment, withdraw_comment
from longdan.app.work.actions.difficulties import handle_difficulty, raise_difficulty
from longdan.app.work.actions.drafting import keep_draft
from longdan.app.work.actions.entrusting import entrust
from longdan.app.work.actions.feeding import open_feed, revoke_feed
from longdan.app.work.actions.proving import (
    HandedOut,
    add_evidence,
    add_version,
    hand_out,
    restore_evidence,
    show_picture,
    withdraw_evidence,
)
from longdan.app.work.actions.stepping import (
    accept,
    cancel,
    decline,
    finish,
    reassign,
    reopen,
    report,
    send_back,
    submit,
    take_all,
    withdraw,
)
from longdan.app.work.actions.urging import Urged, urge

__all__ = [
    "HandedOut",
    "Urged",
    "accept",
    "add_evidence",
    "add_version",
    "cancel",
    "comment",
    "decline",
    "entrust",
    "finish",
    "hand_out",
    "handle_difficulty",
    "keep_draft",
    "open_feed",
    "raise_difficulty",
    "read_mentions",
    "reassign",
    "reopen",
    "report",
    "restore_comment",
    "restore_evidence",
    "revoke_feed",
    "send_back",
    "show_picture",
    "submit",
    "take_all",
    "urge",
    "withdraw",
    "withdraw_comment",
    "withdraw_evidence",
]
