"""Two versions of words as one text."""

import pytest

from longdan.web.shared.differing import pieces


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("Rà soát thủ tục", "Rà soát thủ tục", [("Rà soát thủ tục", "")]),
        ("trước 31/3", "trước 30/4", [("trước ", ""), ("31/3", "gone"), ("30/4", "new")]),
        ("", "Báo cáo", [("Báo cáo", "new")]),
        (
            "Công khai, minh bạch với người dân",
            "Trách nhiệm giải trình với người dân và doanh nghiệp",
            [("Công khai, minh bạch với người dân", "gone"), ("Trách nhiệm giải trình với người dân và doanh nghiệp", "new")],
        ),
        ("Rà soát các thủ tục", "Rà soát mọi thủ tục", [("Rà soát ", ""), ("các", "gone"), ("mọi", "new"), (" thủ tục", "")]),
        ("Báo cáo", "", [("Báo cáo", "gone")]),
    ],
)
def test_what_goes_and_what_comes_is_marked_word_by_word(before: str, after: str, shown: list[tuple[str, str]]) -> None:
    assert [(piece.text, piece.look) for piece in pieces(before, after)] == shown
