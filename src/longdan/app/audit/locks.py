"""Taking rows for oneself until the transaction ends."""

from typing import TypeVar

from django.db.models import Model, QuerySet

M = TypeVar("M", bound=Model)


def locked(rows: QuerySet[M], pk: int) -> M:
    """The row of that number, locked, with its relations as they stand once nobody else holds it.

    The row is locked alone: of a join PostgreSQL would compare the row that somebody has just changed with relations as they
    were before, and find nothing.
    """
    rows.model._default_manager.select_for_update(no_key=True).only("pk").get(pk=pk)
    return rows.get(pk=pk)


def lock(rows: QuerySet[M]) -> None:
    """Lock rows until the transaction ends, the lowest first: of two who want the same rows one waits, never both."""
    list(rows.select_for_update(of=("self",), no_key=True).order_by("pk").only("pk"))
