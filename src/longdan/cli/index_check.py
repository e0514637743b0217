"""``longdan index check``: published results held against the rules, editions against the marks that people have reckoned."""

import sys
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from longdan.cli.index_asked import CATALOGUE, edition_shown, readable, telling
from longdan.core.catalogue import read_units
from longdan.core.catalogue.indices import Index, read_editions
from longdan.core.catalogue.indices.cases import read_cases
from longdan.core.catalogue.indices.editions import CASES
from longdan.core.catalogue.published import read_results
from longdan.core.engine.case_checks import wrong_marks
from longdan.core.engine.identities import check
from longdan.core.engine.summaries.identities import cases_text, identities_text, slips_text
from longdan.core.problems import refuse


@click.command("check")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@telling
def check_command(file: Path | None) -> None:
    """Đối chiếu kết quả đã công bố với quy tắc, chấm lại ví dụ tính tay của mọi bộ; in sai lệch lớn nhất của từng phép.

    Ghi FILE (2026.yaml) thì chỉ chấm lại ví dụ của tệp ấy, ghi trong 2026.cases.yaml đặt cạnh nó.
    """
    sys.exit(int(not (_file_holds(file) if file else _catalogue_holds())))


def _file_holds(file: Path) -> bool:
    cases = file.with_name(file.stem + CASES)
    one = edition_shown(str(readable(file)))
    if not cases.exists():
        fix = f"viết {cases.name} cạnh tệp của bộ, ít nhất một ví dụ tính tay: docs/how-to/add-an-index-edition.md"
        raise refuse("cli.no-cases", str(file), "bộ này chưa có ví dụ nào để chấm lại", fix)
    return _cases_hold(one, cases)


def _catalogue_holds() -> bool:
    editions = read_editions(CATALOGUE / "indices")
    units = read_units(CATALOGUE / "units")
    folders = sorted((one for one in (CATALOGUE / "published").iterdir() if one.is_dir()), key=lambda one: one.name)
    results = [read_results(folder, units) for folder in folders]
    found = check(editions, results)
    click.echo(f"{identities_text(found)}\n\n{slips_text(results)}\n\nVí dụ tính tay của từng bộ")
    held = [_cases_hold(one, CATALOGUE / "indices" / one.index / f"{one.edition}{CASES}") for one in editions]
    wrong = sum(not one.holds for one in found)
    nodes = sum(len(one.nodes) for one in editions)
    read = f"{len(editions)} bộ, {nodes} mục đọc được, {held.count(False)} bộ sai ví dụ"
    click.echo(f"\n{read}; {len(found)} phép đối chiếu, {wrong} không đạt.")
    return not wrong and all(held)


def _cases_hold(one: Index, file: Traversable) -> bool:
    cases = read_cases(file, one)
    wrong = wrong_marks(one, cases)
    click.echo(cases_text(f"{one.index}/{one.edition}", len(cases), wrong))
    return not wrong


COMMANDS = (check_command,)
