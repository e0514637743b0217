"""Several agencies in one sentence, each with its role: none is lost."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from longdan.core.documents import Programs, SourceFile, read
from longdan.core.plans.draft import PlanDraft, Task
from longdan.core.plans.reading import read_plan
from longdan.core.plans.words.agencies import fold, split_agencies, subject
from longdan.core.problems import ProblemsFound
from tests.core.plans.test_structure import ORG, WORK, draft_of
from tests.samples.build import DOCUMENTS

SHARED = Path(__file__).parents[4] / "shared" / "plans" / "documents"
UNSURE = 0.7  # below, the preview asks a person to look


def task_of(sentence: str, under: str = ORG + "1. Phân công\n- ") -> Task:
    (task,) = draft_of(under + sentence).tasks
    return task


# The sentence; who leads, who is responsible, who joins in; whether the reader is sure.
SENTENCES = (
    (
        "UBND các xã, phường niêm yết thủ tục; Sở Tài chính phối hợp với Sở Nội vụ kiểm tra.",
        ((), ("UBND các xã, phường",), ("Sở Nội vụ", "Sở Tài chính")),
        True,
    ),
    (
        "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính xây dựng đề án; UBND các xã thực hiện.",
        (("Sở Nội vụ",), ("UBND các xã",), ("Sở Tài chính",)),
        True,
    ),
    (
        "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính; Sở Tư pháp; UBND các xã xây dựng đề án.",
        (("Sở Nội vụ",), (), ("Sở Tài chính", "Sở Tư pháp", "UBND các xã")),
        True,
    ),
    (
        "Giao Sở Nội vụ chủ trì theo dõi, Sở Tài chính bố trí kinh phí, các xã, phường thực hiện.",
        (("Sở Nội vụ",), ("Sở Tài chính", "các xã, phường"), ()),
        False,
    ),
    ("Giao Sở Nội vụ theo dõi; giao Sở Tài chính bố trí kinh phí.", ((), ("Sở Nội vụ", "Sở Tài chính"), ()), True),
    ("Rà soát thủ tục, giao Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ.", (("Sở Tư pháp",), (), ("Sở Nội vụ",)), True),
    (
        "Kiểm tra việc niêm yết do Sở Nội vụ chủ trì, phối hợp với Thanh tra tỉnh thực hiện.",
        (("Sở Nội vụ",), (), ("Thanh tra tỉnh",)),
        True,
    ),
    ("Sắp xếp lại 02 đơn vị sự nghiệp do Sở Y tế và Sở Tư pháp thực hiện.", ((), ("Sở Y tế", "Sở Tư pháp"), ()), False),
    ("Bước 2 (21/10 - 10/11/2026): Trưởng các thôn dẫn đoàn đến từng hộ.", ((), ("Trưởng các thôn",), ()), True),
    ("Công khai ngân sách do UBND các xã thực hiện.", ((), ("UBND các xã",), ()), False),
    ("Tổ chức tập huấn (Sở Nội vụ chủ trì; UBND cấp xã phối hợp).", (("Sở Nội vụ",), (), ("UBND cấp xã",)), True),
    ("Tổ chức tập huấn (giao Sở Nội vụ).", ((), ("Sở Nội vụ",), ()), True),
    (
        "Tổ chức đối thoại; Sở Nội vụ làm đầu mối, phối hợp với Báo An Hòa đưa tin.",
        ((), ("Sở Nội vụ",), ("Báo An Hòa",)),
        True,
    ),
    (
        "Giám đốc Sở Y tế chịu trách nhiệm về tiến độ; đề nghị Hội Nông dân tỉnh giám sát.",
        ((), ("Giám đốc Sở Y tế", "Hội Nông dân tỉnh"), ()),
        True,
    ),
    (
        "Công an tỉnh phối hợp với Sở Nội vụ, UBND cấp xã chủ trì kiểm tra.",
        (("UBND cấp xã",), (), ("Sở Nội vụ", "Công an tỉnh")),
        False,
    ),
)


@pytest.mark.parametrize(("sentence", "roles", "sure"), SENTENCES)
def test_each_agency_of_a_sentence_has_its_role(sentence: str, roles: tuple[tuple[str, ...], ...], sure: bool) -> None:
    task = task_of(sentence)
    assert (task.lead, task.responsible, task.cooperating, task.quote.confidence >= UNSURE) == (*roles, sure)


@pytest.mark.parametrize(
    "sentence",
    [
        "Sở Nội vụ tổng hợp, báo cáo UBND tỉnh xem xét, quyết định.",
        "Sở Nội vụ rà soát, gửi Sở Tài chính, Sở Tư pháp trước ngày 10/6/2026.",
        "Sở Nội vụ theo dõi các nhiệm vụ được giao cho cơ quan, đơn vị chủ trì; cơ quan phối hợp.",
        "Sở Nội vụ nêu rõ sản phẩm, thời hạn, cơ quan chủ trì của từng việc; cán bộ, công chức thực hiện nghiêm.",
        "Sở Nội vụ tham mưu đề án; UBND tỉnh ban hành.",
    ],
)
def test_whom_a_sentence_only_speaks_of_is_not_set_to_work(sentence: str) -> None:
    task = task_of(sentence)
    assert (task.lead, task.responsible, task.cooperating) == ((), ("Sở Nội vụ",), ())


def test_the_agency_of_the_title_keeps_a_task_in_which_another_is_named() -> None:
    task = task_of("Tổng hợp danh sách; UBND các xã thực hiện việc niêm yết.", ORG + "1. Sở Nội vụ\n- ")
    assert task.responsible == ("Sở Nội vụ", "UBND các xã")


def test_a_clause_sets_to_work_among_the_tasks_of_a_plan_too() -> None:
    task = task_of("Công khai đủ nội dung; Sở Tài chính chủ trì kiểm tra ít nhất 20 xã.", WORK + "- ")
    assert task.lead == ("Sở Tài chính",)


def test_items_in_brackets_are_tasks_that_attribute_lines_complete() -> None:
    body = WORK + "(1) Rà soát văn bản của tỉnh.\nCơ quan chủ trì: Sở Tư pháp.\n(ii) Công khai thủ tục.\n(a) Niêm yết phí."
    found = [(task.text, task.lead) for task in draft_of(body).tasks]
    assert found == [("Rà soát văn bản của tỉnh.", ("Sở Tư pháp",)), ("Công khai thủ tục.", ()), ("Niêm yết phí.", ())]


def test_a_title_whose_lines_are_attributes_keeps_the_agency_above_it() -> None:
    body = WORK.replace("Công khai", "Văn phòng") + "1.1. Đăng tải thông tin\nThời gian: thường xuyên.\nSản phẩm: tin, bài."
    (task,) = draft_of(body).tasks
    assert (task.text, task.responsible) == ("Đăng tải thông tin", ("Văn phòng",))


def test_who_is_given_the_budget_has_an_assignment() -> None:
    found = draft_of("III. KINH PHÍ\nKinh phí từ ngân sách tỉnh, giao Sở Tài chính thẩm định dự toán.").assignments
    assert [one.agency for one in found] == ["Sở Tài chính"]


@pytest.mark.parametrize(
    ("listed", "agencies"),
    [
        (
            "UBND các xã An Lĩnh, Bình Khê và phường Tân Dương",
            ("UBND xã An Lĩnh", "UBND xã Bình Khê", "UBND phường Tân Dương"),
        ),
        ("Chủ tịch UBND các xã: An Lĩnh, Bình Khê", ("Chủ tịch UBND xã An Lĩnh", "Chủ tịch UBND xã Bình Khê")),
        ("UBND các phường 1, 2 và xã Ia Tơ", ("UBND phường 1", "UBND phường 2", "UBND xã Ia Tơ")),
        ("Công an phường Nam Vinh, xã An Lĩnh (theo địa bàn)", ("Công an phường Nam Vinh", "Công an xã An Lĩnh")),
        ("UBND các xã, phường: An Lĩnh, Bình Khê, Tân Dương", ("UBND An Lĩnh", "UBND Bình Khê", "UBND Tân Dương")),
        ("Các xã, phường An Lĩnh và Bình Khê", ("UBND An Lĩnh", "UBND Bình Khê")),
        (
            "UBND các xã, phường, đặc khu: An Lĩnh; Bình Khê; đặc khu Cồn Mây",
            ("UBND An Lĩnh", "UBND Bình Khê", "UBND đặc khu Cồn Mây"),
        ),
        ("UBND các xã, phường, đặc khu Cồn Mây", ("UBND các xã, phường, đặc khu Cồn Mây",)),
        ("UBND các xã, phường", ("UBND các xã, phường",)),
        ("UBND xã An Lĩnh và UBND xã Bình Khê", ("UBND xã An Lĩnh", "UBND xã Bình Khê")),
    ],
)
def test_units_under_one_head_are_agencies_of_their_own(listed: str, agencies: tuple[str, ...]) -> None:
    assert split_agencies(listed) == agencies


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Phòng Quản lý đầu tư rà soát dự án.", "Phòng Quản lý đầu tư"),
        (
            "Phòng Quản lý quy hoạch và xây dựng, Phòng Môi trường hỗ trợ dự án.",
            "Phòng Quản lý quy hoạch và xây dựng, Phòng Môi trường",
        ),
        ("Ban Quản lý chủ trì kiểm tra.", "Ban Quản lý"),
        ("Kho bạc Nhà nước khu vực kiểm soát chi.", "Kho bạc Nhà nước khu vực"),
        ("Trung tâm Phục vụ hành chính công cấp định danh cho người dân.", "Trung tâm Phục vụ hành chính công"),
        ("Thanh tra tỉnh thành lập đoàn kiểm tra.", "Thanh tra tỉnh"),
        ("Sở Nội vụ trong việc theo dõi.", "Sở Nội vụ"),
        ("Sở Nội vụ nhắc các cơ quan chậm trễ bằng văn bản.", "Sở Nội vụ"),
        (
            "Sở Nội vụ, Sở Tài chính và UBND các xã, phường cùng rà lại danh mục.",
            "Sở Nội vụ, Sở Tài chính và UBND các xã, phường",
        ),
        ("UBND xã vá các tuyến đường hư hỏng.", "UBND xã"),
        (
            "Uỷ ban nhân dân các xã An Lĩnh, Bình Khê và phường Tân Dương lát vỉa hè.",
            "Uỷ ban nhân dân các xã An Lĩnh, Bình Khê và phường Tân Dương",
        ),
        ("Công an tỉnh (PC06) quét mã định danh.", "Công an tỉnh (PC06)"),
        ("Các sở, ban, ngành tỉnh bắt tay vào việc ngay từ quý I.", "Các sở, ban, ngành tỉnh"),
        ("Phòng Kinh tế hạ tầng chủ trì.", "Phòng Kinh tế hạ tầng"),
        ("UBND các xã có điểm thấp chủ trì kiểm điểm.", "UBND các xã có điểm thấp"),
        ("UBND xã nơi có dự án niêm yết.", "UBND xã nơi có dự án"),
        ("UBND các xã, phường: An Lĩnh, Bình Khê làm điểm việc công khai.", "UBND các xã, phường: An Lĩnh, Bình Khê"),
        ("Văn phòng Sở viết lại hướng dẫn.", "Văn phòng Sở"),
        ("Phòng Kinh tế cấp 12 triệu đồng cho việc in phiếu.", "Phòng Kinh tế"),
        ("Các cơ quan được phân công tại Phụ lục khắc phục tiêu chí.", "Các cơ quan được phân công tại Phụ lục"),
    ],
)
def test_a_name_ends_where_its_agency_begins_to_do_something(words: str, name: str) -> None:
    found = subject(words)
    assert found
    assert found.name == name


def test_the_division_of_a_title_has_the_tasks_below_it() -> None:
    body = "III. NHIỆM VỤ\n1. Phòng Quản lý đầu tư\n1.1. Rà soát danh mục dự án.\n1.2. Công bố danh mục."
    assert [task.responsible for task in draft_of(body).tasks] == [("Phòng Quản lý đầu tư",)] * 2


# A recogniser of its own, simpler than the reader: names where a clause begins or behind a word that gives work,
# in sentences that say who works.
_KIND = (
    r"(?:Sở|UBND|Ủy ban nhân dân|Công an|Thanh tra|Ban|Báo|Đài|Chi cục|Cục|Trung tâm|Kho bạc|Bảo hiểm xã hội|Hội|Liên đoàn"
    r"|Giám đốc|Chủ tịch)"
)
_NAMED = re.compile(
    rf"(?:^|; (?:[Gg]iao )?|\. |phối hợp với |[Gg]iao )(?P<name>(?:các )?{_KIND} [^\s,.;:()]+ [^\s,.;:()]+)(?!\w| giao)"
)
_RESPONSIBLE = re.compile(r"chủ trì|phối hợp|[Gg]iao (?=[A-ZĐ])|có trách nhiệm|chịu trách nhiệm|; [A-ZĐ].* thực hiện")
_ABOVE = re.compile(r"(?:Chủ tịch )?(?:UBND|Ủy ban nhân dân) (?:tỉnh|[Tt]hành phố)|Ban Chỉ đạo")


@cache
def draft_in(path: Path) -> PlanDraft | None:
    try:
        return read_plan(read([SourceFile(path.name, path.read_bytes())], Programs()))
    except ProblemsFound:
        return None


def lost(draft: PlanDraft) -> Iterator[str]:
    """Agencies named in words of responsibility that neither the task nor an assignment of its words has, in tasks that
    the reader is sure of."""
    for task in draft.tasks:
        near = [one for one in draft.assignments if one.quote.start < task.quote.end and task.quote.start < one.quote.end]
        known = fold(" | ".join([*task.lead, *task.responsible, *task.cooperating, *(one.agency for one in near)]))
        words = re.sub(r"\s+", " ", task.quote.text)
        for sentence in re.split(r"(?<=[^A-Z]\.) ", words) if _RESPONSIBLE.search(words) else ():
            for match in _NAMED.finditer(sentence) if _RESPONSIBLE.search(sentence) else ():
                name = match["name"]
                if task.quote.confidence >= UNSURE and not _ABOVE.match(name) and fold(name)[:12].rstrip() not in known:
                    yield f"{name} — {sentence[:160]}"


@pytest.mark.parametrize(
    "path", sorted([*DOCUMENTS.iterdir(), *(SHARED.iterdir() if SHARED.exists() else ())]), ids=lambda p: p.name
)
def test_no_agency_of_a_responsible_sentence_is_lost_without_a_doubt(path: Path) -> None:
    draft = draft_in(path)
    assert draft is None or list(lost(draft)) == []
