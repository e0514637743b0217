"""``longdan index``: the editions of the catalogue, and figures scored by them."""

import json
import sys
from pathlib import Path
from typing import Any

import click

from longdan.cli.index_asked import (
    CATALOGUE,
    counted_kinds,
    edition_shown,
    measured_periods,
    node_known,
    period_named,
    read_given,
    readable,
    scoring,
    telling,
    units_named,
)
from longdan.cli.option_numbers import option_number
from longdan.core.catalogue import read_units
from longdan.core.catalogue.indices import TOTAL, read_editions
from longdan.core.catalogue.published import read_results
from longdan.core.engine.breaks import breaks_of
from longdan.core.engine.comparing.field import compare
from longdan.core.engine.decomposing.scorecards import causes
from longdan.core.engine.exchange import as_json
from longdan.core.engine.exchange_of_fields import field_as_json
from longdan.core.engine.identities import check
from longdan.core.engine.improving.model import LeastEffort, MostPoints
from longdan.core.engine.improving.proposing import Aim, AimedGroup, AimedPlace, propose
from longdan.core.engine.means_sheets import read_means
from longdan.core.engine.scoring import score
from longdan.core.engine.summaries.editions import edition_text, editions_text
from longdan.core.engine.summaries.fields import causes_text, field_text
from longdan.core.engine.summaries.identities import identities_text, slips_text
from longdan.core.engine.summaries.improvements import answer_text
from longdan.core.engine.summaries.scorecards import scorecard_text
from longdan.core.problems import refuse


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
    """In cây mục của một bộ: điểm tối đa, quy tắc, nhóm, chỗ đứt chuỗi, điều chưa ai thấy."""
    click.echo(edition_text(edition_shown(edition)))


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
    one, facts = read_given(edition, sheet)
    periods = [period_named(period, facts)] if period else measured_periods(one, facts)
    counted = counted_kinds(kinds, facts)
    cards = [score(one, facts, each, when, kinds=counted) for each in units_named(unit, facts) for when in periods]
    if as_exchange:
        click.echo(json.dumps([as_json(card) for card in cards], ensure_ascii=False, indent=1))
    else:
        click.echo("\n\n\n".join(scorecard_text(one, card) for card in cards))


@index.command("compare")
@scoring
@click.option("--before", help="Kỳ để so; không ghi là kỳ liền trước có số liệu.")
@click.option("--node", default=TOTAL, show_default=True, help="Mục đem so.")
@click.option("--unit", help="Đơn vị cần xem rõ: vì sao điểm thay đổi.")
@click.option("--json", "as_exchange", is_flag=True, help="In JSON thay cho bản đọc.")
@telling
def compare_command(
    edition: str,
    sheet: Path,
    period: str | None,
    kinds: str | None,
    before: str | None,
    node: str,
    unit: str | None,
    as_exchange: bool,
) -> None:
    """Xếp mọi đơn vị theo một mục: hạng, nhóm, thay đổi, phần nằm trong sai số."""
    one, facts = read_given(edition, sheet)
    now, counted = period_named(period, facts), counted_kinds(kinds, facts)
    earlier = [when for when in facts.periods() if when < now]
    then = period_named(before, facts) if before else (earlier[-1] if earlier else None)
    node_known(one, node)
    field, found = compare(one, facts, now, before=then, node=node, kinds=counted), None
    if unit and then and not breaks_of(one, node, then.year, now.year):
        [unit] = units_named(unit, facts)
        first, last = (score(one, facts, unit, when, kinds=counted) for when in (then, now))
        found = causes((one, first), (one, last), node)
    if as_exchange:
        click.echo(json.dumps(field_as_json(field, unit, found), ensure_ascii=False, indent=1))
        return
    click.echo(field_text(one, field, unit))
    if unit and found:
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
    one, facts = read_given(edition, sheet)
    [known] = units_named(unit, facts)
    means = read_means(readable(means_sheet), one) if means_sheet else {}
    found = propose(one, facts, known, period_named(period, facts), _aim(**aims), means, kinds=counted_kinds(kinds, facts))
    click.echo(answer_text(found))


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
