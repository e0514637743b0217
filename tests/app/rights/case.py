"""A row of the matrix of rights: which right an action asks for, and a call that is right but, perhaps, for who makes it."""

from collections.abc import Callable
from dataclasses import dataclass

from longdan.app.agencies.access import Right
from longdan.app.agencies.models import Post
from tests.app.rights.scene import Scene

Call = Callable[[Post], object]


@dataclass(frozen=True, slots=True)
class Case:
    """``at_home``: the action is about the caller's own agency, wherever that lies."""

    right: Right
    make: Callable[[Scene], Call]
    at_home: bool = False
