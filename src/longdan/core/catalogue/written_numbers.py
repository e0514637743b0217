"""Numbers as people write them where decimals have a comma: "12,5"; a point may then part thousands or begin decimals."""

import re

_COMMA = re.compile(r"-?\d+,\d+")
_UNSURE = re.compile(r"(-?[1-9]\d{0,2})\.(\d{3})")


def with_point(text: str) -> str:
    """The number with a decimal point; other words as they are."""
    return text.replace(",", ".") if _COMMA.fullmatch(text) else text


def two_readings(text: str) -> tuple[str, str] | None:
    """What is wrong with a number that may be meant in two ways, with the mend: "1.250"."""
    found = _UNSURE.fullmatch(text)
    if found is None:
        return None
    whole, decimal = f"{found[1]}{found[2]}", f"{found[1]},{found[2]}"
    return f"“{text}” có thể là {whole}, cũng có thể là {decimal}", f"ghi {whole} hoặc {decimal}, không dùng dấu chấm"
