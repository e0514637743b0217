"""Long texts are cut at a word; no bracket stays open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longdan.core.writing.shortening import shortened

CASES = [
    ("Rà soát thủ tục", 40, "Rà soát thủ tục"),
    ("Rà soát thủ tục hành chính", 20, "Rà soát thủ tục…"),
    ("Rà soát thủ tục hành chính", 16, "Rà soát thủ tục…"),
    ("Báo cáo, đánh giá; công khai", 19, "Báo cáo, đánh giá…"),
    ("Báo cáo kết quả (qua Sở Nội vụ để tổng hợp) trước ngày 10", 30, "Báo cáo kết quả…"),
    ("Kế hoạch (sau đây gọi tắt là Kế hoạch năm 2026 của tỉnh) được ban hành", 40, "Kế hoạch (sau đây gọi tắt là Kế hoạch…)"),
    ("Chủ đề “Kỷ cương, trách nhiệm, phục vụ, hành động” năm 2026", 31, "Chủ đề “Kỷ cương, trách nhiệm…”"),
    ("(Theo Công văn số 12) Báo cáo kết quả thực hiện", 30, "(Theo Công văn số 12) Báo cáo…"),
    ("a) Rà soát; b) công khai thủ tục hành chính", 20, "a) Rà soát; b) công…"),
    ("Mộttừdàikhôngcódấucách", 10, "Mộttừdàik…"),
    ("", 10, ""),
]


@pytest.mark.parametrize(("text", "most", "cut"), CASES)
def test_a_text_is_cut_at_a_word_and_its_brackets_are_closed(text: str, most: int, cut: str) -> None:
    assert shortened(text, most) == cut


words = st.lists(st.sampled_from(["a", "bb", "(ccc", "dd)", "“e", "f”", "[g", "h],", "cccccc;"]), max_size=30).map(" ".join)


@given(words, st.integers(8, 60))
def test_no_cut_text_is_too_long(text: str, most: int) -> None:
    assert len(shortened(text, most)) <= most


@given(words, st.integers(8, 60))
def test_what_is_cut_leaves_no_bracket_open(text: str, most: int) -> None:
    cut = shortened(text, most)
    assert cut == text or unclosed(cut) == 0


def unclosed(text: str) -> int:
    waiting: list[str] = []
    for letter in text:
        if letter in "([“":
            waiting.append({"(": ")", "[": "]", "“": "”"}[letter])
        elif waiting and letter == waiting[-1]:
            waiting.pop()
    return len(waiting)
