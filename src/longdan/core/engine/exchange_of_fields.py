"""Units side by side, their ranks, and what might be, as JSON values for programs."""

from decimal import Decimal
from math import isnan
from typing import Any

from longdan.core.catalogue.indices.model import Break
from longdan.core.engine.comparing.changes import MarkChange
from longdan.core.engine.comparing.field import Field, UnitInField
from longdan.core.engine.comparing.peers import Among
from longdan.core.engine.comparing.places import Placing
from longdan.core.engine.decomposing.scorecards import Causes
from longdan.core.engine.rank_sets.of_index import Ranks
from longdan.core.engine.robustness.of_index import Robustness
from longdan.core.engine.whatif import WhatIf

Json = dict[str, Any]


def field_as_json(field: Field, unit: str | None, causes: Causes | None, among: Among | None) -> Json:
    """A comparison; ``causes`` and its standing ``among`` its peers are those of ``unit``."""
    return {
        "node": field.node,
        "period": str(field.period),
        "before": str(field.before) if field.before else None,
        "units": [_unit(one) for one in field.units],
        "without": list(field.without),
        "correlation": field.correlation,
        "really_changed": list(field.really_changed),
        "peers": {"unit": unit, **_among(among)} if among else None,
        "causes": {"unit": unit, **_causes(causes)} if causes else None,
    }


def _unit(one: UnitInField) -> Json:
    return {
        "unit": one.unit,
        "mark": _number(one.placing.mark),
        "place": one.placing.place,
        "shared_with": list(one.placing.shared_with),
        "group": one.group.key if one.group else None,
        "change": _change(one.change) if one.change else None,
        "within_noise": one.difference.within_noise if one.difference else None,
        "places": {"best": one.places.best, "worst": one.places.worst, "level": one.places.level} if one.places else None,
    }


def _change(one: MarkChange) -> Json:
    return {
        "before": _number(one.before),
        "difference": _number(one.difference),
        "breaks": [_break(broken) for broken in one.breaks],
        "broken_parts": [_break(broken) for broken in one.parts],
    }


def _among(among: Among) -> Json:
    return {
        "class": among.peer_class,
        "place": among.placing.place,
        "among": among.placing.among,
        "mean": _number(among.mean),
        "median": _number(among.middle),
        "best": list(among.best),
        "best_mark": _number(among.best_mark),
    }


def _break(one: Break) -> Json:
    return {"year": one.year, "nodes": list(one.nodes), "why": one.why.vi}


def _causes(causes: Causes) -> Json:
    return {
        "change": _number(causes.change),
        "parts": [
            {
                "node": one.code,
                "by_mark": _number(one.by_mark),
                "by_weight": _number(one.by_weight),
                "broken": one.code in causes.broken,
            }
            for one in causes.parts.moved
        ],
        "came": {code: _number(value) for code, value in causes.parts.came.items()},
        "left": {code: _number(value) for code, value in causes.parts.left.items()},
        "rest": _number(causes.rest),
    }


def ranks_as_json(ranks: Ranks, top: int | None) -> Json:
    return {
        "node": ranks.node,
        "period": str(ranks.period),
        "level": ranks.method.level,
        "correlation": ranks.correlation,
        "draws": ranks.method.draws,
        "seed": ranks.method.seed,
        "units": [
            {
                "unit": one.unit,
                "mark": _number(one.mark),
                "standard_error": one.error,
                "place": one.place,
                "simultaneous": [one.among_all.best, one.among_all.worst],
                "marginal": [one.alone.best, one.alone.worst],
                "tier": one.tier,
            }
            for one in ranks.units
        ],
        "without": list(ranks.without),
        "may_be_among_first": None if top is None else {"places": top, "units": list(ranks.may_be_among(top))},
    }


def robustness_as_json(found: Robustness) -> Json:
    spread = found.spread
    columns = (spread.nominal, spread.median, spread.best, spread.worst)
    return {
        "node": found.node,
        "period": str(found.period),
        "draws": found.draws,
        "level": spread.level,
        "leaves": list(found.of.leaves),
        "units": [
            {"unit": unit, "nominal": nominal, "median": median, "best": best, "worst": worst}
            for unit, nominal, median, best, worst in zip(found.of.units, *(one.tolist() for one in columns), strict=True)
        ],
        "causes": [
            {
                "cause": one.cause,
                "first": one.first,
                "first_bounds": list(one.first_bounds),
                "total": one.total,
                "total_bounds": list(one.total_bounds),
            }
            for one in found.causes
        ],
        "parts": [
            {"node": one.code, "weight": one.weight, "correlation": _known(one.correlation), "shift": one.shift}
            for one in found.parts.parts
        ],
        "alpha": _known(found.parts.alpha),
        "by_pairs": None if found.parts.by_pairs is None else found.parts.by_pairs.tolist(),
    }


def what_if_as_json(then: WhatIf, places: tuple[Placing | None, Placing | None]) -> Json:
    marks = {code: (then.before.marks[code].value, then.after.marks[code].value) for code in then.moved}
    return {
        "index": then.before.index,
        "edition": then.before.edition,
        "unit": then.before.unit,
        "period": str(then.before.period),
        "moved": [{"node": code, "before": _number(was), "after": _number(would)} for code, (was, would) in marks.items()],
        "place": [one.place if one else None for one in places],
    }


def _known(value: float) -> float | None:
    return None if isnan(value) else value


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
