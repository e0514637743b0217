"""``longdan index robustness``, ``ranks``, ``what-if``: how sure ranks are, and what other figures would give."""

import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import click

from longdan.cli.index_asked import (
    CORRELATION,
    correlation_named,
    counted_kinds,
    node_known,
    period_named,
    read_given,
    scoring,
    telling,
    units_named,
)
from longdan.cli.option_numbers import option_number
from longdan.core.catalogue.indices import TOTAL, Index
from longdan.core.engine.bulk.scoring import score_all
from longdan.core.engine.bulk.table import tabulate
from longdan.core.engine.exchange_of_fields import ranks_as_json, robustness_as_json, what_if_as_json
from longdan.core.engine.rank_sets.comparisons import Method
from longdan.core.engine.rank_sets.of_index import ranks_of
from longdan.core.engine.robustness.of_index import robustness_of
from longdan.core.engine.summaries.rank_sets import ranks_text
from longdan.core.engine.summaries.robustness import robustness_text
from longdan.core.engine.summaries.whatif import what_if_text
from longdan.core.engine.whatif import places_then, what_if
from longdan.core.problems import refuse

NODE = click.option("--node", default=TOTAL, show_default=True, help="Mục đem xếp hạng.")
JSON = click.option("--json", "as_exchange", is_flag=True, help="In JSON thay cho bản đọc.")
SEED = click.option("--seed", type=int, default=1, show_default=True, help="Cùng số này thì cùng kết quả.")


@click.command("robustness")
@scoring
@NODE
@click.option("--off-by", default="25", show_default=True, help="Trọng số có thể lệch bao nhiêu phần trăm.")
@click.option("--draws", type=click.IntRange(100, 100_000), default=2_000, show_default=True, help="Số lượt thử.")
@SEED
@JSON
@telling
def robustness_command(
    edition: str,
    sheet: Path,
    period: str | None,
    kinds: str | None,
    node: str,
    off_by: str,
    draws: int,
    seed: int,
    as_exchange: bool,
) -> None:
    """Hạng bền đến đâu khi đổi cách chuẩn hóa, cách gộp, trọng số, và trong sai số lấy mẫu; điều gì, mục nào định hạng."""
    one, facts = read_given(edition, sheet)
    share = option_number("--off-by", off_by) / 100
    if not 0 <= share < 1:
        raise refuse("cli.wrong-number", "--off-by", f"{off_by} nằm ngoài khoảng cho phép", "ghi phần trăm từ 0 đến dưới 100")
    found = robustness_of(
        one,
        facts,
        period_named(period, facts),
        node=node_known(one, node),
        kinds=counted_kinds(kinds, facts),
        weights_off_by=float(share),
        draws=draws,
        seed=seed,
    )
    _tell(robustness_as_json(found) if as_exchange else robustness_text(one, found))


@click.command("ranks")
@scoring
@NODE
@click.option("--level", default="95", show_default=True, help="Độ tin cậy, phần trăm.")
@click.option("--top", type=click.IntRange(1), help="Kê cả những đơn vị chưa loại trừ được là trong chừng này hạng đầu.")
@click.option("--draws", type=click.IntRange(1_000, 200_000), default=20_000, show_default=True, help="Số lượt mô phỏng.")
@CORRELATION
@SEED
@JSON
@telling
def ranks_command(
    edition: str,
    sheet: Path,
    period: str | None,
    kinds: str | None,
    node: str,
    level: str,
    top: int | None,
    draws: int,
    correlation: str,
    seed: int,
    as_exchange: bool,
) -> None:
    """Hạng mà sai số cho phép: mỗi đơn vị có thể thật sự đứng từ đâu đến đâu, và các tầng công bố được thay cho hạng.

    Cần sai số chuẩn của số liệu hoặc của điểm (cột standard_error).
    """
    one, facts = read_given(edition, sheet)
    share = option_number("--level", level) / 100
    if not Decimal("0.5") <= share < 1:
        raise refuse("cli.wrong-number", "--level", f"{level} nằm ngoài khoảng cho phép", "ghi phần trăm từ 50 đến dưới 100")
    found = ranks_of(
        one,
        facts,
        period_named(period, facts),
        node=node_known(one, node),
        kinds=counted_kinds(kinds, facts),
        correlation=correlation_named(correlation),
        method=Method(level=float(share), draws=draws, seed=seed),
    )
    _tell(ranks_as_json(found, top) if as_exchange else ranks_text(one, found, top))


@click.command("what-if")
@scoring
@click.option("--unit", required=True, help="Đơn vị đem thử.")
@click.option(
    "--set",
    "changes",
    multiple=True,
    required=True,
    help="Mã số liệu=giá trị; để trống giá trị là bỏ số liệu; ghi được nhiều lần.",
)
@JSON
@telling
def what_if_command(
    edition: str, sheet: Path, period: str | None, kinds: str | None, unit: str, changes: Sequence[str], as_exchange: bool
) -> None:
    """Điểm và hạng sẽ ra sao nếu vài số liệu của một đơn vị khác đi: longdan index what-if … --unit An --set 1.1=5"""
    one, facts = read_given(edition, sheet)
    [known] = units_named(unit, facts)
    when, counted = period_named(period, facts), counted_kinds(kinds, facts)
    then = what_if(one, facts, known, when, dict(_change(one, text) for text in changes), counted)
    marks = score_all(one, tabulate(facts, counted, periods=[when])).by_unit(TOTAL, when)
    places = places_then(marks, known, then, display=one.display)
    _tell(what_if_as_json(then, places) if as_exchange else what_if_text(one, then, places))


def _change(index: Index, text: str) -> tuple[str, Decimal | None]:
    code, sign, value = (part.strip() for part in text.partition("="))
    if not sign or code not in index.figure_codes():
        what = "không phải mã=giá trị" if not sign else "bộ chỉ số không có mã này"
        name = f"{index.index}/{index.edition}"
        raise refuse("cli.wrong-change", f"--set {text}", what, f"ghi như 1.1=5; xem mã: longdan index show {name}")
    return code, option_number(f"--set {code}", value) if value else None


def _tell(found: object) -> None:
    click.echo(found if isinstance(found, str) else json.dumps(found, ensure_ascii=False, indent=1))


COMMANDS = (robustness_command, ranks_command, what_if_command)
