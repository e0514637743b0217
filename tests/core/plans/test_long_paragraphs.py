"""How the work of reading grows with the length of one paragraph: letters that patterns look through are counted, no time."""

import re
import sys
from collections.abc import Callable
from itertools import pairwise
from types import FrameType
from typing import Any

import pytest

from longdan.core.documents import limits
from longdan.core.documents.model import Kind, Place, document
from longdan.core.plans.figures import measures
from longdan.core.plans.reading import read_plan
from longdan.core.plans.words import sentences
from longdan.core.plans.words.unit_lists import told_apart
from tests.core.plans.written import document_of

FRONT = (
    "ỦY BAN NHÂN DÂN\nTỈNH LAM CHÂU\nSố: 12/KH-UBND\nLam Châu, ngày 02 tháng 4 năm 2026\nKẾ HOẠCH\n"
    "Nâng cao Chỉ số PAPI năm 2026\nI. TỔ CHỨC THỰC HIỆN\n"
)
LETTERS = 5_000


class Counted:
    """A pattern that adds up how many letters it was given to look through."""

    def __init__(self, pattern: re.Pattern[str], work: list[int]) -> None:
        self.pattern, self.work = pattern, work

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.pattern, name)
        return self.counting(name, found) if callable(found) else found

    def counting(self, name: str, method: Callable[..., Any]) -> Callable[..., Any]:
        def looked(*args: Any, **named: Any) -> Any:
            result = method(*args, **named)
            text, *span = args[1:] if name == "sub" else args
            begin, end = (*span, *(0, len(text))[len(span) :])[:2]
            if name in ("search", "match", "fullmatch"):
                end = result.end() if result else end if name == "search" else begin + 1
            self.work[0] += 1 + max(0, end - begin)
            return result

        return looked


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A count that each pattern of the reader adds to."""
    count = [0]
    for name, module in list(sys.modules.items()):
        if name.startswith(("longdan.core.plans", "longdan.core.documents.wrapping")):
            for key, value in list(vars(module).items()):
                if isinstance(value, re.Pattern):
                    monkeypatch.setattr(module, key, Counted(value, count))
    return count


def work_of(count: list[int], words: str, letters: int) -> int:
    """The letters looked through for a plan with one paragraph that says the same again and again."""
    count[0] = 0
    read_plan(document_of(f"{FRONT}1. {(words * letters)[:letters]}"))
    return count[0]


@pytest.mark.parametrize(
    "words",
    [
        ";",
        "; ",
        "(b) ",
        "xã An Bình, phường Kim Sơn, ",
        "Sở ",
        "“Sở Nội vụ” ",
        "Sở Nội vụ, ",
        "Sở Nội vụ chủ trì, phối hợp với Sở Y tế; ",
        "các sở, ban, ngành và ",
        "UBND xã An Bình, ",
        "giao Sở Nội vụ thực hiện, ",
        "phấn đấu đạt 10% ",
        "ít nhất 5 mô hình, ",
        "PAPI năm 2025 đạt 40,5 điểm, ",
        "trước ngày 01/6/2026, ",
        "từ ngày 01/6/2026 đến ngày 30/6/2026; ",
        "Báo cáo định kỳ hằng tháng, hằng quý gửi Sở Nội vụ trước ngày 15; ",
        "Báo cáo định kỳ quý I, hằng năm, ",
    ],
)
def test_a_paragraph_of_twice_the_length_is_read_with_twice_the_work(work: list[int], words: str) -> None:
    once = work_of(work, words, LETTERS)
    assert work_of(work, words, 2 * LETTERS) <= 2.6 * once


def calls_of(text: str) -> int:
    """How many functions are called to read a plan."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    document = document_of(text)
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read_plan(document)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("line", ["- Sở Nội vụ\n", "- Tuyên truyền trên trang thông tin\n", "KẾ HOẠCH\n"])
def test_twice_as_many_lines_are_read_with_twice_the_calls(line: str) -> None:
    once = calls_of(FRONT + line * 800)
    assert calls_of(FRONT + line * 1_600) <= 2.6 * once


def test_a_list_of_units_that_ends_in_no_unit_is_looked_at_once() -> None:
    listed = "UBND xã An Bình, " * 60 + "UBND xã An Bìn."  # each comma doubled the work of the ones before
    assert told_apart(listed) == (listed,)


@pytest.mark.parametrize("word", ["Sở Nội vụ, ", "Đọc báo cáo. ", "x", "Giao; "])
def test_a_paragraph_longer_than_any_becomes_several_and_keeps_each_letter(word: str) -> None:
    words = (word * 60_000)[:50_000].strip()
    passages = document("a.txt", [(words, Place("a.txt", paragraph=1), Kind.PARAGRAPH)]).passages
    assert (
        "".join(each.text for each in passages).replace(" ", ""),
        max(len(each.text) for each in passages) <= limits.LONGEST_PARAGRAPH,
        len(passages) <= 5,
    ) == (words.replace(" ", ""), True, True)


@pytest.mark.parametrize("words", ["Giao Sở Nội vụ; " * 1_000, "a" * 9_000, "a b " * 4_000])
def test_a_sentence_longer_than_any_is_read_in_parts_that_hold_all_of_it(words: str) -> None:
    assert "".join(words[start:end] for start, end in sentences.sentences(words)) == words


def test_figures_are_found_in_order_and_share_no_words() -> None:
    words = "đạt 90% trở lên, xếp thứ 5/34, ít nhất 12 mô hình, tăng 4,5 điểm và 2 bậc"
    spans = [(each.start, each.end) for each in measures.find(words, 0, len(words))]
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
