"""The stored form of a draft: versioned JSON that keeps every span, from which the same draft comes back."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from longdan.core.plans.draft import PlanDraft
from longdan.core.problems import refuse

VERSION = 1


def to_stored(draft: PlanDraft) -> dict[str, Any]:
    """JSON-ready values of a draft."""
    return {"version": VERSION, "draft": _plain(draft)}


def from_stored(stored: Mapping[str, Any]) -> PlanDraft:
    """The draft that ``to_stored`` wrote."""
    if stored.get("version") != VERSION:
        raise refuse(
            "plans.stored-version",
            "bản xem trước",
            f"được lưu ở phiên bản {stored.get('version')}, phần mềm đọc phiên bản {VERSION}",
            "đọc lại tệp văn bản gốc để tạo bản xem trước mới",
        )
    draft: PlanDraft = _value(PlanDraft, stored["draft"])
    return draft


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


@cache
def _types(of: type) -> dict[str, Any]:
    return get_type_hints(of)


def _value(wanted: Any, stored: Any) -> Any:
    if stored is None:
        return None
    if get_origin(wanted) in (Union, UnionType):
        return _alternative([kind for kind in get_args(wanted) if kind is not NoneType], stored)
    if get_origin(wanted) is tuple:
        return tuple(_value(kind, item) for kind, item in zip(_kinds(wanted, len(stored)), stored, strict=True))
    return _single(wanted, stored)


def _alternative(kinds: list[Any], stored: Any) -> Any:
    """The value as the one kind, or, among plain kinds, as JSON already gives it."""
    return _value(kinds[0], stored) if len(kinds) == 1 else stored


def _kinds(wanted: Any, length: int) -> list[Any]:
    kinds = list(get_args(wanted))
    return [kinds[0]] * length if kinds[-1] is Ellipsis else kinds


def _single(wanted: Any, stored: Any) -> Any:
    if is_dataclass(wanted) and isinstance(wanted, type):
        types = _types(wanted)
        return wanted(**{name: _value(types[name], item) for name, item in stored.items()})
    if wanted is date:
        return date.fromisoformat(stored)
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return wanted(stored)
    return stored
