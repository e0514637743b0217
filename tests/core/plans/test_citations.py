"""References to documents, and which of them are legal bases."""

import pytest

from longdan.core.plans.front import citations, heading
from tests.core.plans.written import document_of, plan


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Nghị định số 13/2018/NĐ-CP ngày 23/01/2018 của Chính phủ", ["13/2018/NĐ-CP 2018-01-23"]),
        ("Nghị quyết số 17-NQ/TU ngày 31/8/2021", ["17-NQ/TU 2021-08-31"]),
        ("Nghị quyết số 27/NQ- TW ngày 09/11/2022", ["27/NQ-TW 2022-11-09"]),
        ("Nghị quyết số 66-NQ/TW ngày 30 tháng 4 năm\n2025", ["66-NQ/TW 2025-04-30"]),
        ("Nghị quyết số 197/2025/QH15 của Quốc hội về một số cơ chế", ["197/2025/QH15"]),
        ("Nghị định số 107/2020/ND-CP ngày 14/9/2020", ["107/2020/NĐ-CP 2020-09-14"]),
        ("Quyết định số 12/QĐUBND ngày 03/02/2021", ["12/QĐ-UBND 2021-02-03"]),
        ("Quyết định số 31 /QÐ-UBND, ngày 10-01-2024", ["31/QĐ-UBND 2024-01-10"]),
        ("Chương trình hành động số 10-CTr/TU ngày 13.8.2025", ["10-CTr/TU 2025-08-13"]),
        ("Tờ trình số 164/TTr- SKHCN ngày 17/12/2025", ["164/TTr-SKHCN 2025-12-17"]),
        ("Công văn số 2231/SNV-CCHC&PC ngày 28 tháng 9 năm 2018", ["2231/SNV-CCHC&PC 2018-09-28"]),
        ("Nghị quyết số 30c/NQ-CP ngày 08/11/2011", ["30c/NQ-CP 2011-11-08"]),
        ("Quyết định số 1533/QĐ-BNV của Bộ trưởng Bộ Nội vụ ngày 12/3/2021", ["1533/QĐ-BNV 2021-03-12"]),
        ("Quyết định số 108/QĐ-UBND (ngày 21/01/2021)", ["108/QĐ-UBND 2021-01-21"]),
        ("Nghị quyết số 01/NQ-CP, 02/NQ-CP ngày 05/01/2024", ["01/NQ-CP 2024-01-05", "02/NQ-CP 2024-01-05"]),
        ("Ngày 10/4/2024, Bộ Nội vụ ban hành Quyết định số 272/QĐ-BNV", ["272/QĐ-BNV 2024-04-10"]),
        (
            "Ngày 10/4/2024, Bộ Nội vụ ban hành Quyết định số 272/QĐ-BNV công bố SIPAS năm 2023; Quyết định số 273/QĐ-BNV "
            "công bố PAR INDEX và Quyết định số 274/QĐ-BNV. Công văn số 12/SNV-CC nêu rõ",
            ["272/QĐ-BNV 2024-04-10", "273/QĐ-BNV 2024-04-10", "274/QĐ-BNV 2024-04-10", "12/SNV-CC"],
        ),
        (
            "Ngày 10/4/2024, Bộ ban hành Quyết định số 2/QĐ-BNV về công việc từ ngày 01/5; Kế hoạch số 3/KH-BNV",
            ["2/QĐ-BNV 2024-04-10", "3/KH-BNV"],
        ),
        ("Giấy phép số 45/GP-TTĐT ngày 12/5/2021; Giấy phép hoạt động báo chí điện tử số: 7/GP-BTTTT", []),
        ("Nghị định số 61/2018/NĐ-CP của Chính phủ sửa đổi từ ngày 01/01/2020", ["61/2018/NĐ-CP"]),
        ("Luật số 77/2015/QH13 ngày 19/6/2015; Luật Thi đua, khen thưởng ngày 15/6/2022", ["77/2015/QH13 2015-06-19"]),
        ("hoạt động 24/7, mức độ 3/4, quý IV/2025, TCVN ISO 9001:2015, mẫu số 01/KH-PL, 70/100 điểm", []),
        ("ngày 31/11/2024 của Quyết định số 5/QĐ-UBND ngày 31/11/2024", ["5/QĐ-UBND"]),
    ],
)
def test_a_number_is_read_with_its_date_however_it_is_written(words: str, written: list[str]) -> None:
    found = citations.find(words.replace("\n", " ").replace("Ð", "Đ"))
    assert [citation.as_written for citation in found] == written


def test_a_basis_that_names_a_second_document_gives_both() -> None:
    bases = (
        "Căn cứ Quyết định số 31/QĐ-UBND ngày 10/01/2024 của UBND tỉnh ban hành Kế hoạch thực hiện "
        "Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ;\n"
        "Theo đề nghị của Sở Nội vụ tại Tờ trình số 9/TTr-SNV ngày 12/01/2024."
    )
    found = heading.read(document_of(plan(bases=bases)))
    assert found.legal_bases == ("31/QĐ-UBND 2024-01-10", "76/NQ-CP 2021-07-15", "9/TTr-SNV 2024-01-12")


def test_a_basis_that_the_body_only_repeats_is_not_cited_again() -> None:
    body = (
        "I. MỤC ĐÍCH\n1. Thực hiện Quyết định số 31/QĐ-UBND của UBND tỉnh.\n"
        "2. Tuyên truyền Nghị định số 13/2018/NĐ-CP và Quyết định 04/KH-UBND."
    )
    assert heading.read(document_of(plan(body=body))).cited_documents == ("13/2018/NĐ-CP",)
    again = body.replace("31/QĐ-UBND của", "31/QĐ-UBND ngày 10/01/2024 của")
    assert heading.read(document_of(plan(body=again))).cited_documents == ("31/QĐ-UBND 2024-01-10", "13/2018/NĐ-CP")


def test_bases_may_stand_in_a_section_of_their_own() -> None:
    body = (
        "I. CĂN CỨ PHÁP LÝ\n- Nghị quyết số 02/NQ-CP ngày 05/01/2024;\nII. MỤC TIÊU\n"
        "1. Thực hiện Quyết định số 645/QĐ-TTg ngày 15/5/2020."
    )
    found = heading.read(document_of(plan(bases="", lead_in="", body=body)))
    assert (found.legal_bases, found.cited_documents) == (("02/NQ-CP 2024-01-05",), ("645/QĐ-TTg 2020-05-15",))


def test_a_basis_without_its_date_gets_it_from_the_title() -> None:
    title = "thực hiện Nghị quyết số 18-NQ/TW, ngày 16/6/2022 của Ban Chấp hành Trung ương Đảng"
    found = heading.read(
        document_of(plan(title=title, bases="Thực hiện Nghị quyết số 18-NQ/TW, Ban Thường vụ Tỉnh ủy xây dựng Kế hoạch như sau:"))
    )
    assert found.legal_bases == ("18-NQ/TW 2022-06-16",)
