"""What a reform would do, before it is done: what lies on the desks of the agencies that end, and who would take it."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.actions.changing import Order
from longdan.app.agencies.matching import match
from longdan.app.agencies.models import Agency, AgencyKind, Post
from longdan.app.agencies.queries import agency_typed, directory_of
from longdan.app.reform.desks import Desk, Thing, things
from longdan.core.problems import Problem, ProblemsFound, refuse
from longdan.core.vietnamese import fold


@dataclass(frozen=True, slots=True)
class Asked:
    """A reform as it is asked for. ``heirs``: names of those that carry on; one that the province has not yet is founded."""

    ending: tuple[int, ...]
    heirs: tuple[str, ...]
    order: Order
    kind: AgencyKind = AgencyKind.DEPARTMENT  # of heirs that are founded


@dataclass(frozen=True, slots=True)
class Heir:
    """Who carries on; ``id`` None: it is founded by the reform."""

    id: int | None
    name: str


@dataclass(frozen=True, slots=True)
class Reform:
    """What a reform would do; ``token`` names exactly what a person saw."""

    asked: Asked
    ending: tuple[tuple[int, str], ...]
    heirs: tuple[Heir, ...]
    things: tuple[Thing, ...]
    token: str

    @property
    def undecided(self) -> bool:
        """Whether a person has to choose who takes what; else it stays with the agency that has ended, until somebody does."""
        return len(self.heirs) != 1

    def of(self, desk: Desk) -> tuple[Thing, ...]:
        return tuple(thing for thing in self.things if thing.desk is desk)


def preview(post: Post, asked: Asked, *, on: date) -> Reform:
    """What the reform would do as things stand; refused with all that is wrong with it."""
    rows = list(Agency.objects.filter(pk__in=asked.ending).order_by("sort_key", "pk"))
    for agency in rows:
        require(post, Right.ADMINISTER_AGENCIES, on=agency)
    heirs = heirs_of(post, asked.heirs, on=on)
    if problems := [*_wrong(rows, heirs, asked), *without_basis(asked.order)]:
        raise ProblemsFound(problems)
    return looked_at(rows, heirs, asked, on=on)


def without_basis(order: Order) -> Iterator[Problem]:
    """That nobody said which document orders a reform."""
    if not fold(order.basis):
        fix = "ghi số, ký hiệu của văn bản quyết định, ví dụ Nghị quyết 12/NQ-HĐND"
        yield Problem("reform.no-basis", "căn cứ", "còn để trống; cơ quan chỉ được sắp xếp theo văn bản có thẩm quyền", fix)


def looked_at(rows: Sequence[Agency], heirs: tuple[Heir, ...], asked: Asked, *, on: date) -> Reform:
    """What the reform would do with heirs who are known already; refused with all that is wrong with it."""
    if problems := list(_wrong(rows, heirs, asked)):
        raise ProblemsFound(problems)
    found = things([agency.pk for agency in rows], on=on)
    return Reform(asked, tuple((agency.pk, agency.name) for agency in rows), heirs, found, _token(asked, heirs, found))


def left_behind(post: Post, agency_id: int, *, on: date, to: str = "") -> Reform:
    """What still lies on the desk of an agency that has ended, and who may take it: its heirs, else the agency named ``to``."""
    agency = Agency.objects.get(pk=agency_id)
    require(post, Right.ADMINISTER_AGENCIES, on=agency)
    if not agency.ended:
        raise refuse("reform.not-ended", agency.name, "vẫn đang hoạt động", "mở trang sắp xếp cơ quan để chấm dứt")
    into = agency.into.select_related("successor").order_by("pk")
    heirs = tuple(Heir(one.successor_id, one.successor.name) for one in into if not one.successor.ended)
    if to.strip() and not heirs:
        heirs = (_receiver(post, to, on),)
    asked = Asked((agency.pk,), tuple(heir.name for heir in heirs), Order(agency.valid_to or on))
    found = things([agency.pk], on=on)
    return Reform(asked, ((agency.pk, agency.name),), heirs, found, _token(asked, heirs, found))


def _receiver(post: Post, name: str, on: date) -> Heir:
    """An agency that takes what an agency without heirs has left."""
    found = agency_typed(post, name, on=on)
    require(post, Right.ADMINISTER_AGENCIES, on=found)
    if found.ended:
        raise refuse("agencies.end.heir-ended", found.name, "đã chấm dứt", "chọn cơ quan đang hoạt động")
    return Heir(found.pk, found.name)


BY_NAME = 0.95  # no less: initials and former names might be those of the agency that is to be founded


def heirs_of(post: Post, names: Sequence[str], *, on: date) -> tuple[Heir, ...]:
    """Who carries on, by their names."""
    return tuple(_heirs(post, names, on))


def _heirs(post: Post, names: Sequence[str], on: date) -> Iterator[Heir]:
    """Those whom the names mean for sure; a name that means nobody is that of an agency to be founded."""
    known = directory_of(post.agency.province_or_self, on=on)
    for name in names:
        found = match(name, known)
        if found.agency and found.through is None and found.confidence >= BY_NAME:
            yield Heir(found.agency, Agency.objects.values_list("name", flat=True).get(pk=found.agency))
        else:
            yield Heir(None, name.strip())


def _wrong(ending: Sequence[Agency], heirs: Sequence[Heir], asked: Asked) -> Iterator[Problem]:
    if not ending:
        yield Problem("reform.none", "cơ quan chấm dứt", "chưa chọn cơ quan nào", "ghi tên ít nhất một cơ quan")
    for agency in ending:
        if agency.ended:
            yield Problem("agencies.ended", agency.name, "đã chấm dứt", "bỏ cơ quan này khỏi danh sách")
        if agency.province_id is None:
            yield Problem("agencies.end.province", agency.name, "là chính tỉnh này", "chọn một cơ quan của tỉnh")
        if agency.pk in {heir.id for heir in heirs}:
            yield Problem("agencies.end.itself", agency.name, "vừa chấm dứt vừa kế thừa", "bỏ tên này ở một trong hai nơi")
    names = [fold(heir.name) for heir in heirs]
    if len(set(names)) < len(names):
        yield Problem("reform.heir-twice", "cơ quan kế thừa", "có tên ghi hai lần", "mỗi cơ quan kế thừa chỉ ghi một lần")


def _token(asked: Asked, heirs: Iterable[Heir], found: Iterable[Thing]) -> str:
    said = repr((asked, tuple(heirs), tuple(found)))
    return hashlib.sha256(said.encode()).hexdigest()[:24]
