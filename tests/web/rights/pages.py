"""One row for every address: the right that it takes to see it, or to send something there."""

from dataclasses import dataclass

from longdan.app.agencies.access import Right


@dataclass(frozen=True, slots=True)
class Page:
    """``right`` None: for everybody who holds a post. ``at_home``: about one's own agency. ``sends``: takes POST only."""

    right: Right | None
    at_home: bool = False
    sends: bool = False


def seen(right: Right | None, *names: str) -> dict[str, Page]:
    """Pages about a thing of the department."""
    return {name: Page(right) for name in names}


def home(right: Right | None, *names: str) -> dict[str, Page]:
    """Pages about one's own province or agency."""
    return {name: Page(right, at_home=True) for name in names}


def sent(right: Right | None, *names: str) -> dict[str, Page]:
    return {name: Page(right, sends=True) for name in names}


def sent_home(right: Right | None, *names: str) -> dict[str, Page]:
    return {name: Page(right, at_home=True, sends=True) for name in names}


# Without signing in: the door, its letters and codes, the first start, a calendar by its secret address.
OPEN = frozenset({
    "sign-in", "sign-out", "language", "forgotten", "forgotten-sent", "set-password", "invitation", "invitation-code",
    "first-password", "founding", "founding-province", "founding-departments", "founding-people", "founded", "feed",
})  # fmt: skip
PAGES: dict[str, Page] = {
    **home(
        None, "home", "plans", "agencies", "suggest-agencies", "own-account", "change-password", "people", "indices", "edition"
    ),
    **home(None, "agency", "edition-sheet", "difficulties", "search", "calendar", "suggest-people", "readings"),
    **home(Right.IMPORT, "import"),
    **seen(Right.SEE, "plan", "plan-document", "task", "agency-work", "edit-task", "person", "evidence-file", "evidence-picture"),
    **seen(Right.IMPORT, "preview", "preview-item", "preview-together", "reading"),
    **sent(Right.IMPORT, "cancel-reading", "reopen-reading", "correct", "undo", "redo", "read-again"),
    **sent(Right.CONFIRM, "confirm"),
    **home(Right.EXPORT, "plans-sheet"),
    **seen(Right.EXPORT, "task-sheet", "plan-book"),
    **seen(Right.IMPORT, "original"),  # of a draft; of a plan in force: tests/web/test_originals.py
    **sent(Right.EDIT_PLAN, "add-task", "change-task", "undo-change"),
    **sent(Right.CARRY_OVER, "carry-over"),
    **home(Right.KEEP_INDICES, "bring-index"),
    **seen(Right.KEEP_INDICES, "index-source"),
    **sent(Right.KEEP_INDICES, "confirm-index-source", "drop-index-source"),
    **home(Right.ADMINISTER_AGENCIES, "add-agency", "reform", "rename-agency"),
    **seen(Right.ADMINISTER_AGENCIES, "agency-left"),
    **sent(Right.ADMINISTER_AGENCIES, "cancel-reform", "agency-names"),
    **sent(Right.REPORT, "step", "step-of-several"),
    **sent(Right.ENTRUST, "entrust"),
    **sent(Right.URGE, "urge-agency", "urge-plan"),
    **sent(Right.RAISE, "raise-difficulty"),
    **sent(Right.ANSWER, "handle-difficulty"),
    **sent(Right.ATTACH, "add-evidence", "add-version", "withdraw-evidence", "restore-evidence"),
    **sent(Right.COMMENT, "comment"),
    **sent_home(None, "act-as", "end-session", "end-other-sessions", "read-calls", "revoke-feed"),
    **sent(None, "withdraw-comment", "restore-comment", "keep-draft"),
    **sent_home(Right.EXPORT, "open-feed"),
    **home(Right.SEE_TRAIL, "trail"),
    **sent_home(Right.SEE_TRAIL, "export-trail", "verify-trail"),
    **home(Right.ADMINISTER_PEOPLE, "add-person", "account-sheets", "account-template"),
    **seen(Right.ADMINISTER_PEOPLE, "account-sheet", "change-person", "new-post", "hand-over", "end-post", "mend-post"),
    **sent_home(Right.ADMINISTER_PEOPLE, "export-people", "invite-everybody"),
    **sent(Right.ADMINISTER_PEOPLE, "confirm-account-sheet", "discard-account-sheet", "invite-on-paper", "invite-by-mail"),
    **sent(Right.ADMINISTER_PEOPLE, "close-account", "open-account", "release"),
}
