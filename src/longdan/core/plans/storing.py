"""The stored form of a draft: versioned JSON that keeps every span, from which the same draft comes back."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from longdan.core.plans.draft import PlanDraft
from longdan.core.problems import ProblemsFound, refuse

VERSION = 1


def to_stored(draft: PlanDraft) -> dict[str, Any]:
    """JSON-ready values of a draft."""
    return {"version": VERSION, "draft": plain(draft)}


def from_stored(stored: Mapping[str, Any]) -> PlanDraft:
    """The draft that ``to_stored`` wrote."""
    if stored.get("version") != VERSION:
        raise refuse_version(stored.get("version"), VERSION)
    draft: PlanDraft = made(PlanDraft, stored["draft"])
    return draft


def refuse_version(stored: object, known: int) -> ProblemsFound:
    return refuse(
        "plans.stored-version",
        "bản xem trước",
        f"được lưu ở phiên bản {stored}, phần mềm đọc phiên bản {known}",
        "đọc lại tệp văn bản gốc để tạo bản xem trước mới",
    )


def plain(value: Any) -> Any:
    """A value of frozen dataclasses as JSON-ready ones, from which ``made`` makes it again."""
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


Reader = Callable[[Any], Any]


@cache
def _reader(wanted: Any) -> Reader:
    """What makes a value of a type from its JSON; found once for each type, as a preview holds thousands of values."""
    if get_origin(wanted) in (Union, UnionType):
        kinds = [kind for kind in get_args(wanted) if kind is not NoneType]
        return _reader(kinds[0]) if len(kinds) == 1 else _as_it_is  # among plain kinds JSON gives the right one already
    if get_origin(wanted) is tuple:
        return partial(_tuple, get_args(wanted))
    if isinstance(wanted, type) and is_dataclass(wanted):
        return partial(made, wanted)
    if wanted is date:
        return date.fromisoformat
    return wanted if isinstance(wanted, type) and issubclass(wanted, Enum) else _as_it_is


def _as_it_is(stored: Any) -> Any:
    return stored


def _tuple(kinds: tuple[Any, ...], stored: Any) -> Any:
    if kinds[-1] is Ellipsis:
        return tuple(map(_reader(kinds[0]), stored))
    return tuple(_reader(kind)(item) for kind, item in zip(kinds, stored, strict=True))


@cache
def _readers(of: type) -> dict[str, Reader]:
    return {name: _reader(wanted) for name, wanted in get_type_hints(of).items()}


def made(of: type, stored: Any) -> Any:
    """The value of a dataclass that ``plain`` wrote."""
    readers = _readers(of)
    return of(**{name: None if item is None else readers[name](item) for name, item in stored.items()})
