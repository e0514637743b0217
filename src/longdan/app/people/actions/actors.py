"""Whoever acts outside a post: a person on their own account, somebody at the door who is not signed in."""

from dataclasses import dataclass

from longdan.app.agencies.models import Account


@dataclass(frozen=True, slots=True)
class Person:
    """A person in their own affairs."""

    account: Account
    address: str = ""

    @property
    def account_id(self) -> int:
        return self.account.pk

    def signature(self) -> str:
        return f"{self.account.full_name} ({self.account.username})"


@dataclass(frozen=True, slots=True)
class Somebody:
    """Somebody who tries an account's name and is not let in."""

    account_id: int
    address: str

    def signature(self) -> str:
        return f"Người chưa đăng nhập, từ {self.address or 'địa chỉ không rõ'}"
