"""``longdan index``: the editions of the catalogue, and figures scored by them."""

import json
import sys
from collections.abc import Callable
from difflib import get_close_matches
from functools import wraps
from importlib.resources import files
from pathlib import Path
from typing import Any

import click

from longdan.cli.option_numbers import option_number
from longdan.core.catalogue import read_units
from longdan.core.catalogue.indices import TOTAL, Index, read_edition, read_editions
from longdan.core.catalogue.indices.editions import CASES
from longdan.core.catalogue.published import read_results
from longdan.core.engine.comparing.field import compare
from longdan.core.engine.decomposing.scorecards import causes
from longdan.core.engine.exchange import as_json
from longdan.core.engine.fact_sheets import read_facts
from longdan.core.engine.figures import OFFICIAL, Facts
from longdan.core.engine.identities import check
from longdan.core.engine.improving.model import LeastEffort, MostPoints
from longdan.core.engine.improving.proposing import Aim, AimedGroup, AimedPlace, propose
from longdan.core.engine.means_sheets import read_means
from longdan.core.engine.scoring import score
from longdan.core.engine.summaries.editions import edition_text, editions_text
from longdan.core.engine.summaries.fields import causes_text, field_text
from longdan.core.engine.summaries.identities import identities_text, slips_text
from longdan.core.engine.summaries.improvements import answer_text
from longdan.core.engine.summaries.layout import measured, years
from longdan.core.engine.summaries.scorecards import scorecard_text
from longdan.core.facts import FactKind
from longdan.core.periods import Period, read_period
from longdan.core.problems import ProblemsFound, refuse

CATALOGUE = files("longdan") / "catalogue"
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
        click.option("--period", help="Kỳ: 2024, 2024-H1, 2024-Q3, 2024-07; không ghi là kỳ cuối có số liệu."),
        click.option("--facts", "sheet", required=True, type=click.Path(path_type=Path), help="Tệp CSV số liệu."),
        click.argument("edition"),
    ):
        command = option(command)
    return command


@click.group()
def index() -> None:
    """Bộ chỉ số: xem, kiểm tra, chấm điểm, so sánh, chọn mục để nâng.

    EDITION là tên bộ trong danh mục (papi/2021-2024), hoặc đường dẫn tới một tệp .yaml.
    """


@index.command("list")
@telling
def list_command() -> None:
    """Kê các bộ chỉ số trong danh mục."""
    click.echo(editions_text(read_editions(CATALOGUE / "indices")))


@index.command("show")
@click.argument("edition")
@telling
def show_command(edition: str) -> None:
    """In cây mục của một bộ: điểm tối đa, quy tắc, điều chưa ai thấy."""
    click.echo(edition_text(edition_named(edition)))


@index.command("check")
@telling
def check_command() -> None:
    """Đối chiếu kết quả đã công bố với quy tắc, in sai lệch lớn nhất của từng phép."""
    editions = read_editions(CATALOGUE / "indices")
    units = read_units(CATALOGUE / "units")
    folders = sorted((one for one in (CATALOGUE / "published").iterdir() if one.is_dir()), key=lambda one: one.name)
    results = [read_results(folder, units) for folder in folders]
    found = check(editions, results)
    click.echo(identities_text(found))
    click.echo(f"\n{slips_text(results)}")
    wrong = sum(not one.holds for one in found)
    nodes = sum(len(one.nodes) for one in editions)
    click.echo(f"\n{len(editions)} bộ, {nodes} mục đọc được; {len(found)} phép đối chiếu, {wrong} không đạt.")
    sys.exit(int(wrong > 0))


@index.command("score")
@scoring
@click.option("--unit", help="Chỉ chấm đơn vị này.")
@click.option("--json", "as_exchange", is_flag=True, help="In JSON thay cho bản đọc.")
@telling
def score_command(edition: str, sheet: Path, period: str | None, kinds: str | None, unit: str | None, as_exchange: bool) -> None:
    """Chấm số liệu của một tệp CSV: mỗi mục một điểm, kèm căn cứ.

    Tệp có các cột input (mã mục, hoặc mã số liệu), unit, period, value; được thêm standard_error, kind, source. Ô value để
    trống là chưa có số liệu; ghi “không áp dụng” để bỏ mục khỏi mẫu số. Không ghi --period thì chấm mọi kỳ mà bộ này đo.
    """
    one, facts = _read(edition, sheet)
    periods = [_period(period, facts)] if period else _measured(one, facts)
    counted = _counted(kinds, facts)
    cards = [score(one, facts, each, when, kinds=counted) for each in _units(unit, facts) for when in periods]
    if as_exchange:
        click.echo(json.dumps([as_json(card) for card in cards], ensure_ascii=False, indent=1))
    else:
        click.echo("\n\n\n".join(scorecard_text(one, card) for card in cards))


@index.command("compare")
@scoring
@click.option("--before", help="Kỳ để so; không ghi là kỳ liền trước có số liệu.")
@click.option("--node", default=TOTAL, show_default=True, help="Mục đem so.")
@click.option("--unit", help="Đơn vị cần xem rõ: vì sao điểm thay đổi.")
@telling
def compare_command(
    edition: str, sheet: Path, period: str | None, kinds: str | None, before: str | None, node: str, unit: str | None
) -> None:
    """Xếp mọi đơn vị theo một mục: hạng, nhóm, thay đổi, phần nằm trong sai số."""
    one, facts = _read(edition, sheet)
    now, counted = _period(period, facts), _counted(kinds, facts)
    earlier = [when for when in facts.periods() if when < now]
    then = _period(before, facts) if before else (earlier[-1] if earlier else None)
    if node not in one.by_code():
        raise refuse("cli.unknown-node", node, "bộ chỉ số không có mục này", f"xem mã mục: longdan index show {edition}")
    click.echo(field_text(one, compare(one, facts, now, before=then, node=node, kinds=counted), unit))
    if unit and then:
        [unit] = _units(unit, facts)
        first, last = (score(one, facts, unit, when, kinds=counted) for when in (then, now))
        if found := causes((one, first), (one, last), node):
            click.echo(f"\n{causes_text(one, unit, found)}")


@index.command("improve")
@scoring
@click.option("--unit", required=True, help="Đơn vị muốn nâng điểm.")
@click.option("--effort", type=str, help="Được nhiều điểm nhất với chừng này công.")
@click.option("--score", "mark", type=str, help="Đạt điểm này với ít công nhất.")
@click.option("--place", type=click.IntRange(1), help="Đạt hạng này với ít công nhất.")
@click.option("--group", "group_key", help="Vào nhóm này (mã nhóm của bộ) với ít công nhất.")
@click.option("--means", "means_sheet", type=click.Path(path_type=Path), help="CSV: node, effort_per_point, start, reach.")
@telling
def improve_command(
    edition: str, sheet: Path, period: str | None, kinds: str | None, unit: str, means_sheet: Path | None, **aims: Any
) -> None:
    """Chọn những mục nên nâng: nhiều điểm nhất với số công có, hoặc ít công nhất để đạt mục tiêu.

    Không có tệp --means thì công và tầm với lấy từ mức tăng các năm trước, nếu tệp số liệu có; nếu không, mỗi điểm một công.
    """
    one, facts = _read(edition, sheet)
    [known] = _units(unit, facts)
    means = read_means(readable(means_sheet), one) if means_sheet else {}
    found = propose(one, facts, known, _period(period, facts), _aim(**aims), means, kinds=_counted(kinds, facts))
    click.echo(answer_text(found))


def _read(edition: str, sheet: Path) -> tuple[Index, Facts]:
    one = edition_named(edition)
    return one, read_facts(readable(sheet), one)


def _counted(text: str | None, facts: Facts) -> tuple[FactKind, ...]:
    """The kinds that count; says on standard error which figures of the sheet do not."""
    kinds = _kinds(text)
    left = sorted({fact.kind for fact in facts} - {*kinds})
    if left:
        click.echo(f"Lưu ý: không tính số liệu loại {', '.join(left)}; muốn tính thì ghi vào --kinds.", err=True)
    return kinds


def edition_named(name: str) -> Index:
    """The edition of the catalogue ("papi/2018"), or of a file (".yaml")."""
    if name.endswith((".yaml", ".yml")):
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


def _period(text: str | None, facts: Facts) -> Period:
    """The period that a word names; the last one with figures where none is named."""
    if text is None:
        return facts.periods()[-1]
    period = read_period(text)
    if period is None:
        raise refuse("cli.wrong-period", text, "không phải là một kỳ", "ghi 2024, 2024-H1, 2024-Q3 hoặc 2024-07")
    return period


def _measured(index: Index, facts: Facts) -> list[Period]:
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


def _units(unit: str | None, facts: Facts) -> tuple[str, ...]:
    if unit is None:
        return facts.units()
    if unit not in facts.units():
        near = ", ".join(facts.units()[:8])
        raise refuse("cli.unknown-unit", unit, "tệp số liệu không có đơn vị này", f"ghi đúng mã ở cột unit: {near}…")
    return (unit,)


def _kinds(text: str | None) -> tuple[FactKind, ...]:
    words = text.split(",") if text else []
    if wrong := [word for word in words if word.strip() not in {*FactKind}]:
        raise refuse("cli.unknown-kind", ", ".join(wrong), "không phải loại số liệu", f"ghi trong: {', '.join(FactKind)}")
    return tuple(FactKind(word.strip()) for word in words) or OFFICIAL


def _aim(effort: str | None, mark: str | None, place: int | None, group_key: str | None) -> Aim:
    given = [one for one in (effort, mark, place, group_key) if one is not None]
    if len(given) != 1:
        what = "cần đúng một mục tiêu"
        raise refuse("cli.one-aim", "improve", what, "ghi một trong: --effort, --score, --place, --group")
    if place is not None:
        return AimedPlace(place)
    if group_key is not None:
        return AimedGroup(group_key)
    if effort is not None:
        return MostPoints(option_number("--effort", effort))
    return LeastEffort(option_number("--score", mark or ""))
