"""What the commands of ``longdan index`` ask for: an edition, a sheet of figures, a period, units, kinds."""

import sys
from collections.abc import Callable
from difflib import get_close_matches
from functools import wraps
from importlib.resources import files
from pathlib import Path
from typing import Any

import click

from longdan.cli.option_numbers import option_number
from longdan.core.catalogue.indices import Index, read_edition, read_edition_among
from longdan.core.catalogue.indices.editions import CASES
from longdan.core.engine.fact_sheets import read_facts
from longdan.core.engine.figures import OFFICIAL, Facts
from longdan.core.engine.summaries.layout import measured, years
from longdan.core.facts import FactKind
from longdan.core.periods import Period, read_period
from longdan.core.problems import ProblemsFound, refuse

CATALOGUE = files("longdan") / "catalogue"
FILES = (".yaml", ".yml")
Command = Callable[..., None]


def telling(command: Command) -> Command:
    """Everything that is wrong goes to standard error, line by line, and the command ends with 1."""

    @wraps(command)
    def told(**words: Any) -> None:
        try:
            command(**words)
        except ProblemsFound as found:
            click.echo(str(found), err=True)
            sys.exit(1)

    return told


def scoring(command: Command) -> Command:
    """What every command on figures is asked for."""
    for option in (
        click.option(
            "--kinds", help="Loại số liệu được tính, cách nhau dấu phẩy, loại đứng trước được ưu tiên: published,verified."
        ),
        click.option(
            "--period", help="Kỳ: 2024, 2024-H1, 2024-Q3, 2024-07; không ghi: score chấm mọi kỳ, lệnh khác lấy kỳ cuối."
        ),
        click.option("--facts", "sheet", required=True, type=click.Path(path_type=Path), help="Tệp CSV số liệu."),
        click.argument("edition"),
    ):
        command = option(command)
    return command


CORRELATION = click.option(
    "--correlation", default="0", show_default=True, help="Giả định sai số của hai mục bất kỳ tương quan chừng này, từ 0 đến 1."
)


def correlation_named(text: str) -> float:
    """How any two errors correlate: 0 for independent ones, 1 for errors that all go together."""
    share = option_number("--correlation", text)
    if not 0 <= share <= 1:
        raise refuse("cli.wrong-number", "--correlation", f"{text} nằm ngoài khoảng cho phép", "ghi số từ 0 đến 1")
    return float(share)


def read_given(edition: str, sheet: Path) -> tuple[Index, Facts]:
    one = edition_named(edition)
    return one, read_facts(readable(sheet), one)


def counted_kinds(text: str | None, facts: Facts) -> tuple[FactKind, ...]:
    """The kinds that count; says on standard error which figures of the sheet do not."""
    kinds = kinds_named(text)
    left = sorted({fact.kind for fact in facts} - {*kinds})
    if left:
        click.echo(f"Lưu ý: không tính số liệu loại {', '.join(left)}; muốn tính thì ghi vào --kinds.", err=True)
    return kinds


def edition_shown(name: str) -> Index:
    """As ``edition_named``; a file is held against the catalogue, as if it stood there."""
    if name.endswith(FILES):
        return read_edition_among(readable(Path(name)), CATALOGUE / "indices")
    return edition_named(name)


def edition_named(name: str) -> Index:
    """The edition of the catalogue ("papi/2018"), or of a file (".yaml")."""
    if name.endswith(FILES):
        return read_edition(readable(Path(name)))
    folders = [folder for folder in (CATALOGUE / "indices").iterdir() if folder.is_dir()]
    files_of = {f"{folder.name}/{file.name}": file for folder in folders for file in folder.iterdir()}
    known = {at.removesuffix(".yaml"): file for at, file in files_of.items() if at.endswith(".yaml") and not at.endswith(CASES)}
    if name not in known:
        near = ", ".join(get_close_matches(name, known, 3, 0.4))
        fix = f"có phải: {near}? " if near else ""
        raise refuse("cli.unknown-edition", name, "danh mục không có bộ chỉ số này", f"{fix}xem tên: longdan index list")
    return read_edition(known[name])


def readable(file: Path) -> Path:
    try:
        file.read_bytes()
    except OSError as error:
        fix = "kiểm tra đường dẫn và quyền đọc tệp"
        raise refuse("cli.unreadable-file", str(file), f"không mở được tệp ({error.strerror})", fix) from error
    return file


def period_named(text: str | None, facts: Facts) -> Period:
    """The period that a word names; the last one with figures where none is named."""
    if text is None:
        return facts.periods()[-1]
    period = read_period(text)
    if period is None:
        raise refuse("cli.wrong-period", text, "không phải là một kỳ", "ghi 2024, 2024-H1, 2024-Q3 hoặc 2024-07")
    return period


def measured_periods(index: Index, facts: Facts) -> list[Period]:
    """The periods of the years that an edition measures; says on standard error which others the sheet has."""
    inside = [when for when in facts.periods() if measured(index, when.year)]
    outside = [str(when) for when in facts.periods() if when not in inside]
    if not inside:
        what = f"không có kỳ nào trong các năm của bộ này ({years(index)}); tệp có: {', '.join(outside)}"
        raise refuse("cli.no-period", "--facts", what, "chọn bộ đo năm ấy, hoặc ghi --period để vẫn chấm theo bộ này")
    if outside:
        left = f"không chấm các kỳ ngoài năm {years(index)} của bộ này: {', '.join(outside)}"
        click.echo(f"Lưu ý: {left}; muốn chấm thì ghi --period.", err=True)
    return inside


def units_named(unit: str | None, facts: Facts) -> tuple[str, ...]:
    if unit is None:
        return facts.units()
    if unit not in facts.units():
        near = ", ".join(facts.units()[:8])
        raise refuse("cli.unknown-unit", unit, "tệp số liệu không có đơn vị này", f"ghi đúng mã ở cột unit: {near}…")
    return (unit,)


def kinds_named(text: str | None) -> tuple[FactKind, ...]:
    words = text.split(",") if text else []
    if wrong := [word for word in words if word.strip() not in {*FactKind}]:
        raise refuse("cli.unknown-kind", ", ".join(wrong), "không phải loại số liệu", f"ghi trong: {', '.join(FactKind)}")
    return tuple(FactKind(word.strip()) for word in words) or OFFICIAL


def node_known(index: Index, node: str) -> str:
    if node not in index.by_code():
        name = f"{index.index}/{index.edition}"
        raise refuse("cli.unknown-node", node, "bộ chỉ số không có mục này", f"xem mã mục: longdan index show {name}")
    return node
