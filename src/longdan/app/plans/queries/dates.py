"""Days as plans write them: full, or a month only."""

import calendar
from datetime import date

from longdan.app.plans.models import Precision


def last_day(written: str | None) -> tuple[date, Precision] | None:
    """The last day that is in time: of "2026-11" the 30th of November; None where nothing usable is written."""
    if not written:
        return None
    try:
        if len(written) == 10:
            return date.fromisoformat(written), Precision.DAY
        year, month = (int(part) for part in written.split("-"))
        return date(year, month, calendar.monthrange(year, month)[1]), Precision.MONTH
    except ValueError:
        return None


def written_day(day: date | None, precision: str) -> str:
    """A day as officials write it: 31/12/2026, or 12/2026 where only the month was written."""
    if day is None:
        return ""
    return f"{day:%m/%Y}" if precision == Precision.MONTH else f"{day:%d/%m/%Y}"
