"""The search finds everything of a province, whatever the diacritics, and nothing of another."""

import pytest

from longdan.app.plans.actions import carry_over
from longdan.app.plans.models import Plan
from longdan.app.work import actions
from longdan.app.work.queries import Found, search
from longdan.app.work.queries.searching import EXCERPT, PAGE, marked
from longdan.core.documents.sources import SourceFile
from tests.builders import AT, ON, WORDS, a_plan, confirmed, the_assignment
from tests.cast import Cast


@pytest.fixture(scope="module")
def kept_plan(kept_cast: Cast, kept_plan: Plan) -> Plan:
    an, duty = kept_cast.an, the_assignment(kept_plan, kept_cast.commune)
    actions.report(assignment_id=duty.pk, by=an, text="Đã niêm yết tại trụ sở", percent=50, at=AT)
    actions.raise_difficulty(assignment_id=duty.pk, by=an, text="Máy quét hỏng", proposal="Cấp máy mới", at=AT)
    actions.comment(task_id=duty.task_id, by=kept_cast.chi, text="Gửi ảnh bảng niêm yết", at=AT)
    file = SourceFile("bien-ban.txt", "Biên bản".encode())
    actions.add_evidence(assignment_id=duty.pk, files=[file], title="Biên bản bàn giao", by=an, at=AT)
    return kept_plan


def kinds(found: Found) -> dict[str, int]:
    return {group.key: group.count for group in found.groups}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("don gian hoa", {"nhiem-vu": 1, "van-ban": 1}),
        ("ĐƠN GIẢN HÓA", {"nhiem-vu": 1, "van-ban": 1}),
        ("hóa giản đơn", {"nhiem-vu": 1, "van-ban": 1}),
        ("12/KH-UBND", {"ke-hoach": 1}),
        ("khoa hoc va cong nghe", {"co-quan": 1}),
        ("kh&cn", {"co-quan": 1}),
        ("vu thanh binh", {"nguoi": 1}),
        ("niem yet", {"trao-doi": 1, "bao-cao": 1}),
        ("máy mới", {"kho-khan": 1}),
        ("ban giao", {"tai-lieu": 1}),
        ("bien ban txt", {"tai-lieu": 1}),
        ("không-có-gì-như-vậy", {}),
        ("a", {}),
        ("", {}),
        ("%%", {}),
    ],
)
def test_words_are_found_wherever_they_stand(cast: Cast, plan: Plan, words: str, found: dict[str, int]) -> None:
    assert kinds(search(cast.binh, words, on=ON)) == found


def test_another_province_finds_nothing_of_it(cast: Cast, plan: Plan) -> None:
    for words in ("đơn giản hóa", "12/KH-UBND", "niêm yết", "bàn giao", "Lò Văn An", "máy mới"):
        assert kinds(search(cast.dung, words, on=ON)) == {}


def test_what_was_taken_back_or_withdrawn_from_the_plan_is_not_found(cast: Cast, plan: Plan) -> None:
    one = plan.tasks.get(text=WORDS[4])
    comment = one.comments.get()  # type: ignore[attr-defined]
    actions.withdraw_comment(comment_id=comment.pk, by=cast.chi, at=AT)
    plan.tasks.filter(text=WORDS[3]).update(withdrawn_at=AT)
    assert "trao-doi" not in kinds(search(cast.chi, "niêm yết", on=ON))
    assert "nhiem-vu" not in kinds(search(cast.chi, "đơn giản hóa", on=ON))


def test_one_kind_is_shown_page_by_page(cast: Cast, plan: Plan) -> None:
    one = plan.tasks.get(text=WORDS[4])
    for number in range(PAGE + 3):
        actions.comment(task_id=one.pk, by=cast.chi, text=f"Nhắc lần {number}", at=AT)
    found = search(cast.chi, "nhac lan", on=ON)
    assert (len(found.groups[0].hits), found.groups[0].count) == (5, PAGE + 3)
    second = search(cast.chi, "nhac lan", on=ON, only="trao-doi", page=2)
    assert (len(second.groups[0].hits), second.groups[0].count) == (3, PAGE + 3)


def test_where_the_words_stand_together_comes_first(cast: Cast, plan: Plan) -> None:
    one = plan.tasks.get(text=WORDS[4])
    for text in ("Bảng giá đất đã dán", "Đất của bảng giá", "Dán lại"):
        actions.comment(task_id=one.pk, by=cast.chi, text=text, at=AT)
    found = search(cast.chi, "giá đất", on=ON)
    assert ["".join(piece for piece, _ in hit.words) for hit in found.groups[0].hits] == [
        "Bảng giá đất đã dán",
        "Đất của bảng giá",
    ]


@pytest.mark.parametrize(
    ("text", "words", "sought"),
    [
        ("Rà soát thủ tục hành chính", ["thu", "tuc"], ["thủ tục"]),
        ("Thực hiện thủ tục", ["thu", "tuc"], ["thủ tục"]),
        ("Đường Đê", ["duong", "de"], ["Đường Đê"]),
        ("số 12/KH-UBND", ["12", "kh", "ubnd"], ["12", "KH", "UBND"]),
        ("không có", ["gi"], []),
    ],
)
def test_the_words_sought_are_told_apart(text: str, words: list[str], sought: list[str]) -> None:
    pieces = marked(text, words)
    assert "".join(piece for piece, _ in pieces) == text
    assert [piece for piece, found in pieces if found] == sought


def test_of_a_long_text_only_what_stands_around_the_words_is_shown() -> None:
    pieces = marked("mở đầu " * 200 + "cần tìm" + " kết thúc" * 200, ["can", "tim"])
    assert ("cần tìm", True) in pieces
    assert sum(len(piece) for piece, _ in pieces) <= EXCERPT + 4
    assert (pieces[0], pieces[-1]) == (("… ", False), (" …", False))


def test_words_of_a_document_are_found_once_after_its_plan_was_carried_over(cast: Cast, plan: Plan) -> None:
    def found() -> list[tuple[int, list[int]]]:
        groups = search(cast.chi, "đơn giản hóa", on=ON).groups
        return [(one.count, [hit.number for hit in one.hits]) for one in groups if one.key == "van-ban"]

    before = found()
    confirmed(carry_over(plan_id=plan.pk, by=cast.chi, at=AT), cast.chi)
    assert found() == before == [(1, [plan.pk])]


def test_words_of_a_document_that_two_provinces_hold_lead_to_the_own_plan(cast: Cast) -> None:
    a_plan(cast.dung, content=b"chung")
    own = a_plan(cast.chi, content=b"chung")
    (group,) = (one for one in search(cast.chi, "đơn giản hóa", on=ON).groups if one.key == "van-ban")
    assert [hit.number for hit in group.hits] == [own.pk]
