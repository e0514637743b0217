"""The draft of published results in plain words, and as the plain CSV that it can be read from again."""

import csv
import io
from collections.abc import Iterator

from longdan.core.catalogue.results.draft import ResultsDraft


def results_text(draft: ResultsDraft) -> str:
    """Year by year: how many figures, of how many provinces, what is to be mended or to be known."""
    return "\n".join(_lines(draft))


def _lines(draft: ResultsDraft) -> Iterator[str]:
    yield from (str(problem) for problem in draft.problems)
    yield from (f"lưu ý {remark}" for remark in draft.remarks)
    for year in draft.years:
        units = len({fact.unit for fact in year.facts})
        yield f"{year.year} (bộ {year.edition or 'chưa có'}): {len(year.facts)} số liệu của {units} đơn vị"
        yield from (f"  LỖI {problem}" for problem in year.problems)
        yield from (f"  lưu ý {remark}" for remark in year.remarks)


def results_csv(draft: ResultsDraft) -> str:
    """Columns unit, year, then one for each node; standard errors have no place in it."""
    codes = list(dict.fromkeys(fact.input for fact in draft.facts))
    values = {(fact.unit, fact.period.year, fact.input): fact.value for fact in draft.facts}
    kept = io.StringIO()
    sheet = csv.writer(kept, lineterminator="\n")
    sheet.writerow(["unit", "year", *codes])
    for unit, year in sorted({key[:2] for key in values}, key=lambda key: (key[1], key[0])):
        sheet.writerow([unit, year, *(values.get((unit, year, code), "") for code in codes)])
    return kept.getvalue()
