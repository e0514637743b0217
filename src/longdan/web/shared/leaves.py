"""The leaves of a long list, and where an address leads that asks for one beyond the last."""

from django.core.paginator import Page, Paginator


class PastTheLast(Exception):
    """A list has no leaf of that number; ``last`` is the one to show instead."""

    def __init__(self, last: int) -> None:
        super().__init__(last)
        self.last = last


def leaf(count: int, size: int, number: int) -> "Page[int]":
    """The leaf of that number, from 1, of a list of ``count`` rows; an empty list has one leaf."""
    found = Paginator(range(count), size)
    if number > found.num_pages:
        raise PastTheLast(found.num_pages)
    return found.page(number)
