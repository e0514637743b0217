"""Three engines agree on random editions with random figures: the exact one, the slow one, the one in bulk."""

from fractions import Fraction

from hypothesis import HealthCheck, given, settings

from longdan.core.engine.bulk.scoring import score_all
from longdan.core.engine.bulk.table import tabulate
from longdan.core.engine.figures import gather
from longdan.core.engine.scoring import score
from tests.core.engine.agreement import differences
from tests.core.engine.random_scores import PERIODS, UNITS, Setting, settings_of_scores
from tests.core.engine.slow_scoring import Twin

random = settings(max_examples=150, suppress_health_check=[HealthCheck.data_too_large])
CLOSE = Fraction(1, 10**20)


@random
@given(settings_of_scores())
def test_the_exact_engine_agrees_with_a_slow_one_in_fractions(setting: Setting) -> None:
    facts, now = gather(setting.facts, setting.not_applicable), PERIODS[-1]
    for unit in UNITS:
        card, twin = score(setting.index, facts, unit, now), Twin(setting.index, setting.facts, setting.not_applicable, unit, now)
        for code, mark in card.marks.items():
            got = twin.mark(code)
            if isinstance(got, str):
                assert (code, mark.gap and mark.gap.kind) == (code, got)
            else:
                assert mark.value is not None, (code, mark.gap)
                assert abs(Fraction(mark.value) - got[0]) <= CLOSE * max(1, abs(got[0]))
                assert (code, Fraction(mark.left)) == (code, got[1])


@random
@given(settings_of_scores())
def test_bulk_scoring_says_what_the_exact_engine_says(setting: Setting) -> None:
    facts = gather(setting.facts, setting.not_applicable)
    scores = score_all(setting.index, tabulate(facts, units=UNITS, periods=PERIODS))
    cards = [score(setting.index, facts, unit, period) for unit in UNITS for period in PERIODS]
    assert [one for card in cards for one in differences(card, scores)] == []


@random
@given(settings_of_scores())
def test_a_mark_in_bulk_has_its_because_on_demand(setting: Setting) -> None:
    facts = gather(setting.facts, setting.not_applicable)
    scores = score_all(setting.index, tabulate(facts, units=UNITS, periods=PERIODS))
    card = scores.exact(UNITS[0], PERIODS[-1])
    assert list(differences(card, scores)) == []
