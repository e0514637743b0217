"""A slow, obvious twin of the engine: one walk down the tree in fractions, written from the words of the rules."""

from fractions import Fraction

from longdan.core.catalogue.indices import Index, Missing, Node, Scored, rules
from longdan.core.facts import Fact, NotApplicable
from longdan.core.periods import Period

Score = tuple[Fraction, Fraction] | str  # points with the points that left the denominator, or the kind of a gap
AWAY = "not-applicable"


class Twin:
    """The marks of one unit in one period; facts are of one kind."""

    def __init__(self, index: Index, facts: tuple[Fact, ...], absent: tuple[NotApplicable, ...], unit: str, period: Period):
        self.index, self.facts, self.unit, self.period = index, facts, unit, period
        self.nodes = {node.code: node for node in index.nodes}
        self.absent = {one.node for one in absent if (one.unit, one.period) == (unit, period)}

    def mark(self, code: str) -> Score:
        node = self.nodes[code]
        got: Score = self.excluded(node) or self.by_rule(node)
        stated = None if code in node.needs else self.figure(code)
        if got == AWAY or not isinstance(got, str) or stated is None:
            return got
        return self.in_range(node, stated)

    def excluded(self, node: Node) -> str:
        here: Node | None = node
        while here is not None:
            if here.code in self.absent:
                return AWAY if here.not_applicable_allowed else "refused"
            here = self.nodes[here.parent] if here.parent else None
        return ""

    def figure(self, code: str) -> Fraction | None:
        for fact in self.facts:
            if (fact.input, fact.unit, fact.period) == (code, self.unit, self.period):
                return Fraction(fact.value)
        return None

    def in_range(self, node: Node, value: Fraction) -> Score:
        too_low = node.least is not None and value < node.least
        too_high = node.most is not None and value > node.most
        return "refused" if too_low or too_high else (value, Fraction(0))

    def by_rule(self, node: Node) -> Score:
        if isinstance(node.rule, rules.Sum | rules.WeightedSum | rules.Mean):
            return self.together(node)
        if isinstance(node.rule, rules.Unknown) or Missing.RULE in node.unknown:
            return "unknown"
        if isinstance(node.rule, rules.DerivedFromIndex) and node.rule.out_of is None:
            return "unknown"
        if node.most is None and self.needs_most(node.rule):
            return "unknown"
        known = {}
        for code in node.needs:
            if isinstance(node.rule, rules.Affine) and code in self.nodes:
                known[code] = self.full(code)
                if known[code] is None:
                    return "incomplete"
        for code in node.needs:
            known.setdefault(code, self.figure(code))
        if None in known.values():
            return "missing"
        value = self.leaf(node, {code: figure for code, figure in known.items() if figure is not None})
        return "refused" if value is None else (value, Fraction(0))

    def needs_most(self, rule: rules.Rule) -> bool:
        names = "YesNo Proportion DeadlineMet WeightedOptions ShareOfSatisfied MeanRescaled MinMax DerivedFromIndex Bonus"
        return type(rule).__name__ in names.split()

    def full(self, code: str) -> Fraction | None:
        """The points of a node as if all of it concerned the unit."""
        got, most = self.mark(code), self.nodes[code].most
        if isinstance(got, str):
            return None
        value, left = got
        if left == 0:
            return value
        return None if most is None or most == left else value * Fraction(most) / (Fraction(most) - left)

    def leaf(self, node: Node, known: dict[str, Fraction]) -> Fraction | None:
        rule, most, least = node.rule, Fraction(node.most or 0), Fraction(node.least or 0)
        if isinstance(rule, rules.YesNo):
            return {Fraction(0): Fraction(0), Fraction(1): most}.get(known[rule.of])
        if isinstance(rule, rules.Levels):
            return {Fraction(n): Fraction(level.points) for n, level in enumerate(rule.points, 1)}.get(known[rule.of])
        if isinstance(rule, rules.Bands | rules.Proportion):
            return self.by_share(rule, most, known)
        if isinstance(rule, rules.DeadlineMet):
            late = known[rule.of]
            steps = [(Fraction(0), most), *((Fraction(step.days), Fraction(step.points)) for step in rule.late)]
            return next((earned for days, earned in steps if late <= days), Fraction(0))
        if isinstance(rule, rules.WeightedOptions | rules.ShareOfSatisfied | rules.MeanRescaled):
            return self.by_survey(rule, most, known)
        if isinstance(rule, rules.MinMax):
            return self.by_range(node, rule, known[rule.of])
        if isinstance(rule, rules.Bonus):
            return None if known[rule.of] < 0 else min(most, Fraction(rule.each) * known[rule.of])
        if isinstance(rule, rules.Penalty):
            return None if known[rule.of] < 0 else max(least, -Fraction(rule.each) * known[rule.of])
        return self.by_formula(node, rule, most, known)

    def by_formula(self, node: Node, rule: rules.Rule, most: Fraction, known: dict[str, Fraction]) -> Fraction | None:
        if isinstance(rule, rules.Affine):
            value = Fraction(rule.intercept)
            for code, slope in rule.terms:
                value += Fraction(slope) * known[code]
            return value
        if isinstance(rule, rules.DerivedFromIndex):
            other, whole = known[f"{rule.index}/{rule.node}"], Fraction(rule.out_of or 0)
            return most * other / whole if 0 <= other <= whole else None
        assert isinstance(rule, rules.Reverse | rules.Published)
        value = known[rule.of] if isinstance(rule, rules.Published) else Fraction(rule.low + rule.high) - known[rule.of]
        return None if isinstance(self.in_range(node, value), str) else value

    def by_share(self, rule: rules.Bands | rules.Proportion, most: Fraction, known: dict[str, Fraction]) -> Fraction | None:
        share = known[rule.of]
        if rule.to is not None:
            if known[rule.to] <= 0:
                return None
            share = 100 * share / known[rule.to]
        if isinstance(rule, rules.Proportion):
            if share < 0:
                return None
            earned = min(most, most * share / Fraction(rule.full_from))
            return Fraction(0) if share < rule.none_below else earned
        for band in rule.points:
            above = band.low is None or share > band.low or (band.low_included and share == band.low)
            below = band.high is None or share < band.high or (band.high_included and share == band.high)
            if above and below:
                return Fraction(band.points)
        return None

    def by_survey(self, rule: rules.Rule, most: Fraction, known: dict[str, Fraction]) -> Fraction | None:
        least = max(1, self.index.least_answers or 0)
        if isinstance(rule, rules.WeightedOptions):
            answers = {code: Fraction(percent) / 100 for code, percent in rule.options}
        elif isinstance(rule, rules.ShareOfSatisfied):
            answers = {code: Fraction(code in rule.satisfied) for code in rule.answers}
        else:
            assert isinstance(rule, rules.MeanRescaled)
            lowest, highest = Fraction(rule.lowest), len(rule.answers)
            answers = {code: (n - lowest) / (highest - lowest) for n, code in enumerate(rule.answers, 1)}
        everybody = sum(known[code] for code in answers)
        if everybody < least or any(known[code] < 0 for code in answers):
            return None
        return most * sum((known[code] * share for code, share in answers.items()), Fraction(0)) / everybody

    def by_range(self, node: Node, rule: rules.MinMax, figure: Fraction) -> Fraction | None:
        most, least = Fraction(node.most or 0), Fraction(node.least or 0)
        if isinstance(rule.range, rules.FixedRange):
            low, high = Fraction(rule.range.low), Fraction(rule.range.high)
        else:
            breaks = [one.year for one in self.index.breaks if node.code in one.nodes or not one.nodes]
            first = max([self.period.year - rule.range.years + 1, *(year for year in breaks if year <= self.period.year)])
            years = range(first, self.period.year + 1)
            seen = [Fraction(fact.value) for fact in self.facts if fact.input == rule.of and fact.period.year in years]
            low, high = min(seen), max(seen)
        if low == high:
            return None
        if rule.capped:
            figure = min(max(figure, low), high)
        way = high - figure if rule.reversed else figure - low
        return least + (most - least) * way / (high - low)

    def together(self, node: Node) -> Score:
        rule, parts = node.rule, self.index.parts(node.code)
        if Missing.CHILDREN in node.unknown or Missing.RULE in node.unknown or not parts:
            return "unknown"
        if isinstance(rule, rules.WeightedSum) and any(Missing.WEIGHT in part.unknown for part, _ in parts):
            return "unknown"
        here = [(part, Fraction(weight)) for part, weight in parts if self.mark(part.code) != AWAY]
        away = [(part, Fraction(weight)) for part, weight in parts if self.mark(part.code) == AWAY]
        if not here:
            return AWAY
        counted = [part for part, _ in here if part.scored is not Scored.ZERO]
        if any(self.full(part.code) is None and not self.only_extra(part) for part in counted):
            return "incomplete"
        if isinstance(rule, rules.Sum):
            return self.total(node, rule, [part for part, _ in here], [part for part, _ in away])
        assert isinstance(rule, rules.WeightedSum | rules.Mean)
        even = isinstance(rule, rules.Mean)
        weight = {part.code: Fraction(1) if even else w for part, w in here + away}
        based = [part for part, _ in here if part not in counted or not self.only_extra(part)]
        everything, rest = sum(weight.values()), sum(weight[part.code] for part in based) or sum(weight.values())
        points = Fraction(rule.times) * sum((weight[part.code] * self.points(part) for part in counted), Fraction(0))
        value = points * everything / rest / (len(weight) if even else 1)
        extra = isinstance(node.rule, rules.Bonus | rules.Penalty) or node.scored is not Scored.SCORED
        return value, Fraction(0) if based or extra else Fraction(node.most or 0)

    def only_extra(self, node: Node) -> bool:
        got = self.mark(node.code)
        return not isinstance(got, str) and got[1] != 0 and got[1] == node.most

    def points(self, node: Node) -> Fraction:
        """What a part adds, on its full scale where it has one."""
        got = self.mark(node.code)
        return Fraction(0) if isinstance(got, str) else got[0] if self.only_extra(node) else self.full(node.code) or Fraction(0)

    def total(self, node: Node, rule: rules.Sum, here: list[Node], away: list[Node]) -> Score:
        value = left = Fraction(0)
        for part in here:
            got = self.mark(part.code)
            if part.scored is not Scored.ZERO and not isinstance(got, str):
                value, left = value + got[0], left + got[1]
        for part in away:
            if part.scored is Scored.SCORED and not isinstance(part.rule, rules.Bonus | rules.Penalty):
                left += Fraction(part.most or 0)
        if rule.capped and node.most is not None:
            value = min(value, Fraction(node.most) - left)
        return value, left
