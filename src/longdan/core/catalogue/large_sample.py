"""A fictional province of full size, put together from word lists: its communes, its people, three years of plans.

The same seed gives the same province. The plans are documents like any other: the reader has to read them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from importlib.resources.abc import Traversable
from itertools import product
from random import Random

from longdan.core.catalogue.departments import AgencyKind
from longdan.core.catalogue.findings import Findings, refuse_all
from longdan.core.catalogue.records import Record, read_record
from longdan.core.catalogue.sample import Person, SampleProvince
from longdan.core.catalogue.units import Unit, UnitKind

LISTS = ("years", "contents", "verbs", "things", "places", "products", "updates", "reasons", "difficulties")
KEYS = ("seed", "agencies", "tasks", "plans", "communes", "people", *LISTS)
FOUNDED = date(2021, 1, 1)  # before the first of its plans
ISSUED = (1, 20)  # plans of a year are issued from this day on
TITLES = ("Chủ tịch", "Chuyên viên")


@dataclass(frozen=True, slots=True)
class Words:
    """What the province is put together from."""

    seed: int
    agencies: int
    tasks: int
    plans: tuple[tuple[str, int], ...]  # title, year
    lists: dict[str, tuple[str, ...]]
    communes: tuple[str, ...]
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanText:
    """A plan as a text file."""

    file: str
    year: int
    text: str


def read_words(file: Traversable) -> Words:
    """The word lists of a catalogue file; raises every mistake at once."""
    found = Findings(f"sample/{file.name}")
    record = read_record(file, KEYS, (), found)
    words = _words(record, found) if record else None
    refuse_all(found)
    assert words is not None  # refused above otherwise
    return words


def _words(record: Record, found: Findings) -> Words:
    plans = [
        (plan.text("title"), int(year)) for plan in record.records("plans", ("title", "years")) for year in plan.texts("years")
    ]
    communes = record.record("communes", ("first", "second"))
    people = record.record("people", ("family", "middle", "given"))
    return Words(
        seed=_number(record, "seed", found),
        agencies=_number(record, "agencies", found),
        tasks=_number(record, "tasks", found),
        plans=tuple(sorted(plans, key=lambda plan: plan[1])),
        lists={name: record.texts(name) for name in LISTS},
        communes=_names(communes, "first", "second"),
        people=_names(people, "family", "middle", "given"),
    )


def _number(record: Record, key: str, found: Findings) -> int:
    text = record.text(key)
    if text.isdigit():
        return int(text)
    found.add("wrong-number", record.line_of(key), key, f"“{text}” không phải là số", "ghi một số nguyên")
    return 0


def _names(record: Record | None, *parts: str) -> tuple[str, ...]:
    return tuple(" ".join(words) for words in product(*(record.texts(part) for part in parts))) if record else ()


def enlarged(sample: SampleProvince, words: Words) -> SampleProvince:
    """The sample province with as many communes and people as a province has, founded before the first of its plans."""
    chance = Random(words.seed)
    taken = {unit.name for unit in sample.communes}
    free = [name for name in words.communes if name not in taken]
    missing = words.agencies - len(sample.communes) - len(sample.agencies)
    names = chance.sample(free, max(missing, 0))
    more = [
        Unit(f"{sample.unit.code}{500 + number}", UnitKind.COMMUNE, name, sample.unit.code, FOUNDED)
        for number, name in enumerate(names)
    ]
    communes = (*(replace(unit, valid_from=FOUNDED) for unit in sample.communes), *more)
    people = (*sample.people, *_staff(sample, communes, words, chance))
    return replace(sample, unit=replace(sample.unit, valid_from=FOUNDED), communes=communes, people=people)


def _staff(sample: SampleProvince, communes: Sequence[Unit], words: Words, chance: Random) -> Iterator[Person]:
    """For every agency whoever the sample does not know yet: one who leads, one who works."""
    places = [*(agency.key for agency in sample.agencies), *(unit.code for unit in communes)]
    led = {person.agency for person in sample.people}
    names = iter(chance.sample(words.people, 2 * len(places)))
    for place in places:
        for title in TITLES if place not in led else TITLES[1:]:
            yield Person(next(names), title, place)


def plan_texts(sample: SampleProvince, words: Words) -> tuple[PlanText, ...]:
    """The plans of all years, in the form in which provinces issue them."""
    chance = Random(words.seed + 1)
    orders = list(product(words.lists["verbs"], words.lists["things"], words.lists["places"]))
    texts = []
    for number, (title, year) in enumerate(words.plans, start=1):
        issued = date(year, *ISSUED) + timedelta(days=number)
        chosen = chance.sample(orders, words.tasks)
        lines = [*_head(sample, title, number, issued), *_body(sample, words, chosen, year, chance), *_foot(sample)]
        texts.append(PlanText(f"{year}-{number:02d}.txt", year, "\n\n".join(lines) + "\n"))
    return tuple(texts)


def _head(sample: SampleProvince, title: str, number: int, issued: date) -> Iterator[str]:
    yield f"ỦY BAN NHÂN DÂN\nTỈNH {sample.unit.name.upper()}\nSố: {100 + number}/KH-UBND"
    yield f"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n{sample.unit.name}, {_day(issued)}"
    yield f"KẾ HOẠCH\n{title.upper()} NĂM {issued.year}"
    yield "Căn cứ Luật Tổ chức chính quyền địa phương;"
    yield f"Ủy ban nhân dân tỉnh ban hành Kế hoạch {title} năm {issued.year} như sau:"


def _body(
    sample: SampleProvince, words: Words, orders: Iterable[tuple[str, str, str]], year: int, chance: Random
) -> Iterator[str]:
    departments = [agency.name for agency in sample.agencies if agency.kind is AgencyKind.DEPARTMENT]
    communes = [f"UBND {unit.full_name}" for unit in sample.communes]
    contents = words.lists["contents"]
    yield "I. NHIỆM VỤ"
    last = 0
    for number, order in enumerate(orders):
        content = number * len(contents) // words.tasks + 1
        if content != last:
            yield f"{content}. {contents[content - 1]}"
            last = content
        lead = chance.choice(departments if number % 2 else communes)
        yield "\n".join(_task(order, lead, chance.sample(departments, 2), words.lists["products"], year, chance))


def _task(
    order: tuple[str, str, str], lead: str, others: Sequence[str], products: Sequence[str], year: int, chance: Random
) -> Iterator[str]:
    yield f"- {' '.join(order)}."
    yield f"Cơ quan chủ trì: {lead}."
    yield f"Cơ quan phối hợp: {'; '.join(name for name in others if name != lead)}."
    yield f"Sản phẩm: {chance.choice(products)}."
    yield f"Thời gian hoàn thành: trước {_day(date(year, 3, 1) + timedelta(days=chance.randrange(300)))}."


def _foot(sample: SampleProvince) -> Iterator[str]:
    leader = next(person.name for person in sample.people if person.post == TITLES[0])
    yield "Nơi nhận:\n- Các sở, ban, ngành;\n- UBND các xã, phường;\n- Lưu: VT."
    yield f"TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n{leader}"


def _day(day: date) -> str:
    return f"ngày {day.day:02d} tháng {day.month} năm {day.year}"
