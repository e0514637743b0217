"""``longdan index``: the editions of the catalogue, and figures scored by them."""

import json
from pathlib import Path
from typing import Any

import click

from longdan.cli.index_asked import (
    CATALOGUE,
    counted_kinds,
    edition_shown,
    measured_periods,
    period_named,
    read_given,
    readable,
    scoring,
    telling,
    units_named,
)
from longdan.cli.option_numbers import option_number
from longdan.core.catalogue.indices import read_editions
from longdan.core.engine.exchange import as_json
from longdan.core.engine.improving.model import LeastEffort, MostPoints
from longdan.core.engine.improving.proposing import Aim, AimedGroup, AimedPlace, propose
from longdan.core.engine.means_sheets import read_means
from longdan.core.engine.scoring import score
from longdan.core.engine.summaries.editions import edition_text, editions_text
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
        click.echo(json.dumps([as_json(one, card) for card in cards], ensure_ascii=False, indent=1))
    else:
        click.echo("\n\n\n".join(scorecard_text(one, card) for card in cards))


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
