"""``longdan index compare``: units side by side, what changed and why, where one stands among its peers."""

import json
from pathlib import Path

import click

from longdan.cli.index_asked import (
    CORRELATION,
    correlation_named,
    counted_kinds,
    node_known,
    period_named,
    read_given,
    readable,
    scoring,
    telling,
    units_named,
)
from longdan.core.catalogue.indices import TOTAL, Index
from longdan.core.engine.breaks import breaks_of
from longdan.core.engine.comparing.field import Field, compare
from longdan.core.engine.comparing.peers import Among, among_peers, read_classes
from longdan.core.engine.decomposing.scorecards import Causes, causes
from longdan.core.engine.exchange_of_fields import field_as_json
from longdan.core.engine.figures import EVER, Facts, same_days
from longdan.core.engine.scoring import score
from longdan.core.engine.summaries.fields import causes_text, field_text, peers_text
from longdan.core.facts import FactKind
from longdan.core.problems import refuse


@click.command("compare")
@scoring
@click.option("--before", help="Kỳ để so; không ghi là kỳ cùng ngày của năm gần nhất có số liệu.")
@click.option("--node", default=TOTAL, show_default=True, help="Mục đem so.")
@click.option("--unit", help="Đơn vị cần xem rõ: vì sao điểm thay đổi.")
@click.option("--peers", type=click.Path(path_type=Path), help="CSV: unit, class (vùng, loại); --unit đứng đâu trong loại ấy.")
@CORRELATION
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
    peers: Path | None,
    correlation: str,
    as_exchange: bool,
) -> None:
    """Xếp mọi đơn vị theo một mục: hạng, nhóm, thay đổi, phần nằm trong sai số."""
    one, facts = read_given(edition, sheet)
    now, counted = period_named(period, facts), counted_kinds(kinds, facts)
    earlier = [when for when in facts.periods() if when < now and same_days(when, now, EVER)]
    then = period_named(before, facts) if before else (earlier[-1] if earlier else None)
    node_known(one, node)
    field = compare(one, facts, now, before=then, node=node, kinds=counted, correlation=correlation_named(correlation))
    chosen = units_named(unit, facts)[0] if unit else None
    why = _why(one, facts, field, chosen, counted) if chosen else None
    among = _among(one, field, chosen, peers) if peers else None
    if as_exchange:
        click.echo(json.dumps(field_as_json(field, chosen, why, among), ensure_ascii=False, indent=1))
        return
    parts = [field_text(one, field, chosen)]
    parts += [peers_text(one, chosen, among)] if chosen and among else []
    parts += [causes_text(one, chosen, why)] if chosen and why else []
    click.echo("\n\n".join(parts))


def _why(one: Index, facts: Facts, field: Field, unit: str, kinds: tuple[FactKind, ...]) -> Causes | None:
    """Why a unit's mark changed; None where there is no earlier period, or the series breaks between the two."""
    if field.before is None or breaks_of(one, field.node, field.before.year, field.period.year):
        return None
    first, last = (score(one, facts, unit, when, kinds=kinds) for when in (field.before, field.period))
    return causes((one, first), (one, last), field.node)


def _among(one: Index, field: Field, unit: str | None, sheet: Path) -> Among:
    """Where a unit stands among those that a sheet puts into its class."""
    if unit is None:
        raise refuse("cli.no-unit", "--peers", "chưa rõ xem đơn vị nào trong loại của nó", "ghi thêm --unit")
    marks = {placed.unit: placed.placing.mark for placed in field.units}
    among = among_peers(marks, read_classes(readable(sheet)), unit, one.display)
    if among is None:
        what = f"“{unit}” không có trong tệp này" if unit in marks else f"“{unit}” chưa có điểm kỳ {field.period}"
        raise refuse("cli.no-peers", str(sheet), what, "ghi đơn vị với loại của nó vào tệp, hoặc xem đơn vị, kỳ khác")
    return among


COMMANDS = (compare_command,)
