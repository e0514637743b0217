"""The preview of a reform as its page shows it: what lies on which desk, and who takes it."""

from dataclasses import dataclass
from datetime import date

from longdan.app.reform.desks import Desk, Thing
from longdan.app.reform.previewing import Reform

SHOWN = 20  # of a heap, before the rest is asked for


@dataclass(frozen=True, slots=True)
class Heap:
    """Things of one kind."""

    key: str
    title: str
    things: tuple[Thing, ...]

    @property
    def first(self) -> tuple[Thing, ...]:
        return self.things[:SHOWN]

    @property
    def rest(self) -> tuple[Thing, ...]:
        return self.things[SHOWN:]


@dataclass(frozen=True, slots=True)
class Page:
    reform: Reform
    ending: str
    heirs: tuple[tuple[str, str], ...]  # place and name
    founded: tuple[str, ...]  # heirs that the province has not yet
    heaps: tuple[Heap, ...]
    proposed: str  # the place of the only heir; empty where a person has to choose
    several: bool  # more than one agency ends: each thing says whose it is
    count: int
    ahead: bool  # its day has not come yet


def page(reform: Reform, *, on: date) -> Page:
    heaps = (Heap(desk.value, desk.label, reform.of(desk)) for desk in Desk)
    return Page(
        reform=reform,
        ending=", ".join(name for _, name in reform.ending),
        heirs=tuple((str(place), heir.name) for place, heir in enumerate(reform.heirs)),
        founded=tuple(heir.name for heir in reform.heirs if heir.id is None),
        heaps=tuple(heap for heap in heaps if heap.things),
        proposed="" if reform.undecided else "0",
        several=len(reform.ending) > 1,
        count=len(reform.things),
        ahead=reform.asked.order.on > on,
    )
