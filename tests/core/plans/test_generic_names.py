"""Names that name nobody: which words say which agencies are meant, and which say what they do."""

import pytest

from longdan.core.plans.words.agencies import subject
from longdan.core.plans.words.vague_names import names_nobody
from tests.core.plans.test_structure import draft_of


@pytest.mark.parametrize(
    ("sentence", "name", "predicate"),
    [
        ("Các cơ quan được giao chủ trì xây dựng kế hoạch chi tiết.", "Các cơ quan được giao chủ trì", "xây dựng"),
        ("Cơ quan chủ trì báo cáo kết quả.", "Cơ quan chủ trì", "báo cáo"),
        (
            "Các đơn vị chủ trì theo dõi chỉ số (theo Quyết định (số 1), 2024) chịu trách nhiệm báo cáo.",
            "Các đơn vị chủ trì theo dõi chỉ số (theo Quyết định (số 1), 2024)",
            "chịu trách nhiệm",
        ),
        ("Các cơ quan, đơn vị chủ trì, phối hợp với Sở Nội vụ rà soát.", "Các cơ quan, đơn vị", "chủ trì"),
        ("Các cơ quan, đơn vị được giao chủ trì chịu trách nhiệm.", "Các cơ quan, đơn vị được giao chủ trì", "chịu trách nhiệm"),
        ("Chủ tịch UBND xã tiếp công dân vào thứ Năm hằng tuần.", "Chủ tịch UBND xã", "tiếp công dân"),
        ("Bộ phận tiếp công dân chủ trì ghi sổ.", "Bộ phận tiếp công dân", "chủ trì"),
        ("Trung tâm Quan trắc lắp đặt bảng điện tử.", "Trung tâm Quan trắc", "lắp đặt"),
        ("Sở Nội vụ chủ trì tham mưu kế hoạch, chịu trách nhiệm báo cáo.", "Sở Nội vụ", "chủ trì"),
    ],
)
def test_what_tells_which_agencies_belongs_to_the_name(sentence: str, name: str, predicate: str) -> None:
    found = subject(sentence)
    assert found
    assert (found.name, found.predicate.startswith(predicate)) == (name, True)


def test_the_tasks_under_a_title_that_names_nobody_bear_the_whole_title() -> None:
    body = "I. TỔ CHỨC THỰC HIỆN\n1. Cơ quan chủ trì theo dõi các chỉ số nội dung\n- Tổng hợp, đánh giá kết quả hằng năm.\n"
    assert [task.responsible for task in draft_of(body).tasks] == [("Cơ quan chủ trì theo dõi các chỉ số nội dung",)]


@pytest.mark.parametrize(
    ("name", "vague"),
    [
        ("các cơ quan liên quan", True),
        ("Thủ trưởng các cơ quan, đơn vị có liên quan", True),
        ("các sở, ngành liên quan", True),
        ("Các cơ quan được phân công chủ trì", True),
        ("các cơ quan báo chí", False),
        ("Các phòng, đơn vị thuộc Sở", False),
        ("UBND các xã, phường", False),
        ("Ban Dân tộc", False),
    ],
)
def test_words_that_tell_nobody_are_told_from_names(name: str, vague: bool) -> None:
    assert names_nobody(name) is vague
