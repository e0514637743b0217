"""Codes of invitations: how they look, for how long they hold."""

import hashlib
import secrets
from datetime import timedelta

VALID = timedelta(days=7)
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that paper confuses with another
GROUPS, GROUP = 4, 4  # 80 bits: nobody finds one by trying


def fresh_code() -> str:
    """A code as it is written: "ABCD-EFGH-JKLM-NPQR"."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(GROUP)) for _ in range(GROUPS))


def digest(code: str) -> str:
    """What is kept of a code, the same however it was typed."""
    letters = "".join(letter for letter in code.upper() if letter in LETTERS)
    return hashlib.sha256(letters.encode()).hexdigest()
