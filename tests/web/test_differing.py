"""Two versions of words as one text."""

import pytest

from longdan.web.shared.differing import pieces


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("Rà soát thủ tục", "Rà soát thủ tục", [("Rà soát thủ tục", "")]),
        ("trước 31/3", "trước 30/4", [("trước ", ""), ("31/3", "gone"), ("30/4", "new")]),
        ("", "Báo cáo", [("Báo cáo", "new")]),
        ("Báo cáo", "", [("Báo cáo", "gone")]),
    ],
)
def test_what_goes_and_what_comes_is_marked_word_by_word(before: str, after: str, shown: list[tuple[str, str]]) -> None:
    assert [(piece.text, piece.look) for piece in pieces(before, after)] == shown
