"""Gathers every mistake of a catalogue file with its line and field, so that all can be shown at once."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from longdan.core.catalogue.written_numbers import two_readings
from longdan.core.problems import Problem, ProblemsFound

Choice = TypeVar("Choice", bound=StrEnum)

_NUMBER = re.compile(r"(-?\d{1,15}(?:\.\d{1,30})?)(?:/([1-9]\d{0,9}))?")


class Findings:
    """What is wrong with one file; ``name`` is how the file is called in the messages ("units/communes.csv")."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self._told = set[Problem]()  # the same value may be read more than once

    def add(self, code: str, line: int, field: str, what: str, fix: str) -> None:
        problem = Problem(f"catalogue.{code}", self.where(line, field), what, fix)
        if problem not in self._told:
            self._told.add(problem)
            self.problems.append(problem)

    def where(self, line: int, field: str) -> str:
        """The place as people look for it in the file."""
        return f"{self.name}:{line}" + (f" ({field})" if field else "")

    def day(self, text: str, line: int, field: str) -> date | None:
        """The date that a field gives; None where the field is empty, or wrong and so noted."""
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.add("wrong-date", line, field, f"“{text}” không phải là ngày", "ghi năm-tháng-ngày, ví dụ 2025-07-01")
            return None

    def number(self, text: str, line: int, field: str) -> Decimal | None:
        """The number that a field gives, as "0.5" or "1/3"; None where the field is empty, or wrong and so noted."""
        if not text:
            return None
        if found := _NUMBER.fullmatch(text):
            return Decimal(found[1]) / Decimal(found[2]) if found[2] else Decimal(found[1])
        self.add("wrong-number", line, field, f"“{text}” không phải là số", "ghi chữ số, dùng dấu chấm thập phân, ví dụ 0.5")
        return None

    def read_one_way(self, text: str, line: int, field: str) -> None:
        """Notes a number whose point may part thousands, written where decimals have a comma."""
        if readings := two_readings(text):
            self.add("wrong-number", line, field, *readings)

    def whole(self, text: str, line: int, field: str) -> int | None:
        """The whole number that a field gives; None where the field is empty, or wrong and so noted."""
        number = self.number(text, line, field)
        if number is None or number == number.to_integral_value():
            return None if number is None else int(number)
        self.add("wrong-number", line, field, f"“{text}” không phải là số nguyên", "ghi một số nguyên, ví dụ 3")
        return None

    def choice(self, text: str, line: int, field: str, choices: type[Choice]) -> Choice | None:
        """The one of a closed list that a field gives; None where it gives none of them."""
        try:
            return choices(text)
        except ValueError:
            listed = ", ".join(choices)
            self.add("wrong-choice", line, field, f"“{text}” không có trong danh sách cho phép", f"ghi một trong: {listed}")
            return None

    def given(self, text: str, line: int, field: str) -> str:
        """The text of a field that must not be empty."""
        if not text:
            self.add("empty", line, field, "ô bắt buộc đang để trống", "điền giá trị cho ô này")
        return text

    def unique(self, text: str, line: int, field: str, seen: dict[str, int]) -> None:
        """Notes a value that an earlier line has already; ``seen`` keeps the line of each value."""
        if text in seen:
            self.add(
                "duplicate",
                line,
                field,
                f"“{text}” đã có ở dòng {seen[text]}",
                "mỗi giá trị chỉ ghi một lần; sửa hoặc bỏ một dòng",
            )
        seen.setdefault(text, line)

    def known(self, text: str, line: int, field: str, among: Iterable[str], file: str) -> None:
        """Notes a reference to something that ``file`` does not hold."""
        if text not in among:
            self.add("unknown-reference", line, field, f"“{text}” không có trong {file}", f"sửa mã này, hoặc thêm mã vào {file}")

    def ordered(self, first: date | None, last: date | None, line: int, field: str) -> None:
        """Notes a validity that ends before it begins."""
        if first and last and last < first:
            self.add(
                "wrong-order", line, field, f"ngày kết thúc {last} đứng trước ngày bắt đầu {first}", "sửa một trong hai ngày"
            )


def refuse_all(*findings: Findings) -> None:
    """Raises all that was found in these files, if anything was."""
    if problems := [problem for found in findings for problem in found.problems]:
        raise ProblemsFound(problems)
