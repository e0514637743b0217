"""What a plan is about: indices, years, criteria, places of a survey."""

import pytest

from longdan.core.plans.draft import Quote, Task
from longdan.core.plans.figures import criteria, index_names, survey_units
from longdan.core.plans.front import heading, plan_years
from tests.core.plans.written import document_of, plan


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("Chỉ số Hiệu quả Quản trị và\u00a0Hành chính công", ("PAPI",)),
        ("CHỈ SỐ HÀI LÒNG VỀ SỰ PHỤC VỤ HÀNH CHÍNH (SIPAS) VÀ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH (PAR INDEX)", ("SIPAS", "PAR INDEX")),
        ("nâng cao năng lực cạnh tranh cấp tỉnh và Chỉ số CCHC", ("PCI", "PAR INDEX")),
        ("Chỉ số chuyển đổi số (DTI), ICT Index, DDCI, PGI, PACA Index", ("DTI", "ICT INDEX", "DDCI", "PGI", "PACA")),
        ("Cải cách hành chính năm 2024", ()),
    ],
)
def test_an_index_is_known_by_its_names(title: str, codes: tuple[str, ...]) -> None:
    assert index_names.codes(title) == codes


def test_a_plan_is_about_the_indices_of_its_title_and_not_about_those_it_mentions() -> None:
    body = "I. YÊU CẦU\n1. Thống nhất với kế hoạch nâng cao Chỉ số PCI, PAR INDEX."
    assert heading.read(document_of(plan(body=body))).indices == ("PAPI",)


def test_a_title_that_speaks_of_indices_without_a_name_leaves_them_to_the_issuing_sentence() -> None:
    found = heading.read(
        document_of(
            plan(
                title="Nâng cao các chỉ số về cải cách hành chính năm 2024",
                lead_in="UBND tỉnh ban hành Kế hoạch nâng cao PAR INDEX, SIPAS như sau:",
            )
        )
    )
    assert found.indices == ("PAR INDEX", "SIPAS")


@pytest.mark.parametrize(
    ("title", "year", "period"),
    [
        ("Nâng cao Chỉ số PAPI năm 2023", 2023, None),
        ("Nâng cao Chỉ số PAPI giai đoạn 2021 – 2025", None, (2021, 2025)),
        ("Cải cách hành chính giai đoạn 20112020", None, (2011, 2020)),
        ("Cải cách hành chính năm 2024 thực hiện Chương trình giai đoạn 2021-2030", 2024, None),
        ("Chuyển đổi số đến năm 2025, định hướng đến năm 2030", None, None),
        ("Khắc phục tồn tại năm 2025 và các năm tiếp theo", 2025, None),
        ("Thực hiện Nghị quyết số 18-NQ/TW ngày 16 tháng 6 năm 2022", None, None),
        ("Thực hiện Quyết định số 12/2021/QĐ-TTg", None, None),
    ],
)
def test_the_year_or_the_period_is_that_of_the_title(title: str, year: int | None, period: tuple[int, int] | None) -> None:
    assert plan_years.read(title) == (year, period)


def test_a_year_before_the_year_of_issue_is_that_of_results() -> None:
    assert plan_years.read("Khắc phục các tiêu chí chưa đạt điểm năm 2025", issued=2026) == (None, None)


@pytest.mark.parametrize(
    ("title", "next_title"),
    [
        ("Nâng cao Chỉ số PAPI năm 2026", "Nâng cao Chỉ số PAPI năm 2027"),
        ("KẾ HOẠCH NĂM 2026 NÂNG CAO CHỈ SỐ", "KẾ HOẠCH NĂM 2027 NÂNG CAO CHỈ SỐ"),
        ("CCHC năm 2026 thực hiện Chương trình giai đoạn 2026–2030", "CCHC năm 2027 thực hiện Chương trình giai đoạn 2026–2030"),
        ("Phát triển đô thị giai đoạn 2026 - 2030, tầm nhìn đến năm 2045", None),
        ("Thực hiện Quyết định số 12/2026/QĐ-UBND năm 2026", "Thực hiện Quyết định số 12/2026/QĐ-UBND năm 2027"),
        ("Triển khai Kết luận ngày 05/01/2026 năm 2026", "Triển khai Kết luận ngày 05/01/2026 năm 2027"),
        ("Khắc phục tồn tại năm 2025 trong năm 2026", "Khắc phục tồn tại năm 2025 trong năm 2027"),
        ("Hoàn thành chuyển đổi số đến năm 2026", None),
        ("Một cửa trong trường học năm học 2026-2027", "Một cửa trong trường học năm học 2027-2028"),
    ],
)
def test_the_title_of_the_next_year_changes_its_own_year_alone(title: str, next_title: str | None) -> None:
    assert plan_years.in_year(title, 2026, 2027) == (next_title or title)


def test_codes_of_criteria_belong_to_the_agency_that_leads_the_work() -> None:
    body = (
        "II. NHIỆM VỤ\n1. Chỉ đạo điều hành\nSở Nội vụ chủ trì, phối hợp với các sở:\n"
        "- Nâng điểm các tiêu chí, tiêu chí thành phần: 1.1; 1.3.2; 5.5.2 ; 5.7.2.\n"
        "2. Sở Tài chính\n- Duy trì lĩnh vực tài chính công tại tiêu chí thành phần 6.1.1 và 6.3.4. Dịch vụ mức độ 3,4."
    )
    found = heading.read(document_of(plan(body=body)))
    assert found.criteria_by_agency == (("Sở Nội vụ", ("1.1", "1.3.2", "5.5.2", "5.7.2")), ("Sở Tài chính", ("6.1.1", "6.3.4")))
    assert found.criteria_codes == ("1.1", "1.3.2", "5.5.2", "5.7.2", "6.1.1", "6.3.4")


def test_the_agency_that_leads_may_be_glued_to_the_title_above_it() -> None:
    body = "II. NHIỆM VỤ\n2. Lĩnh vực văn bản pháp luật Sở Tư pháp chủ trì, phối hợp với các sở:\n- Nâng điểm tiêu chí 2.2.1."
    assert heading.read(document_of(plan(body=body))).criteria_by_agency == (("Sở Tư pháp", ("2.2.1",)),)


def test_a_run_in_item_gives_its_codes_to_the_agency_that_it_begins_with() -> None:
    body = (
        "II. NHIỆM VỤ\n2. Giao Sở Nội vụ chủ trì, phối hợp với các sở:\n- Cải thiện các tiêu chí 1.4; 4.2.1.\n"
        "3. Sở Xây dựng hướng dẫn nộp hồ sơ trực tuyến; nâng điểm các tiêu chí 7.3.2; 7.4.1."
    )
    found = heading.read(document_of(plan(body=body))).criteria_by_agency
    assert found == (("Sở Nội vụ", ("1.4", "4.2.1")), ("Sở Xây dựng", ("7.3.2", "7.4.1")))


def test_codes_of_the_next_item_are_not_those_of_the_agency_before_it() -> None:
    body = (
        "II. NHIỆM VỤ\n1. Sở Nội vụ\n1.1. Duy trì tiêu chí 2.1.1.\na) Nâng điểm tiêu chí 2.1.2.\n"
        "2. Tuyên truyền\n- Nâng điểm tiêu chí 3.2.1."
    )
    found = heading.read(document_of(plan(body=body)))
    assert found.criteria_by_agency == (("Sở Nội vụ", ("2.1.1", "2.1.2")),)
    assert "3.2.1" in found.criteria_codes


def test_codes_in_tables_join_those_of_the_text() -> None:
    front = heading.read(document_of(plan()))
    task = Task("Phụ lục", "Đẩy nhanh giải ngân", Quote("", 0, 0), lead=("Sở Tài chính",), criteria=("6.1.2",))
    joined = criteria.with_tables(front, [task])
    assert (joined.criteria_codes, joined.criteria_by_agency) == (("6.1.2",), (("Sở Tài chính", ("6.1.2",)),))


@pytest.mark.parametrize(
    ("words", "units"),
    [
        (
            "UBND các huyện: Mai Đông, Thuận Đông và thành phố Hải Đông (được lựa chọn tiến hành điều tra, khảo sát)",
            ("huyện Mai Đông", "huyện Thuận Đông", "thành phố Hải Đông"),
        ),
        (
            "UBND các xã: An Lĩnh, Bình Khê và phường Tân Dương (địa bàn được chọn khảo sát)",
            ("xã An Lĩnh", "xã Bình Khê", "phường Tân Dương"),
        ),
        ("Tiến hành khảo sát tại các huyện: Mai Đông, Thuận Đông.", ("huyện Mai Đông", "huyện Thuận Đông")),
        ("Các huyện Mai Đông, Thuận Đông tổ chức thực hiện.", ()),
    ],
)
def test_units_of_a_survey_are_named_with_their_kind(words: str, units: tuple[str, ...]) -> None:
    assert survey_units.read(document_of(words))[0] == units
