"""Annexes that give work in numbered text."""

import pytest

from longdan.core.plans.reading import read_plan
from tests.core.plans.written import document_of, plan

ITEMS = (
    "I. CẢI CÁCH THỂ CHẾ\n1. Rà soát văn bản. Văn phòng Sở chủ trì, phối hợp với các phòng; hoàn thành quý III/2024.\n"
    "II. THỦ TỤC\n1. Phòng Tổng hợp\n- Kiểm tra hồ sơ của 06 đơn vị."
)


def tasks_of(annex: str) -> list[tuple[str, tuple[str, ...], str | None]]:
    found = read_plan(document_of(f"{plan()}\n{annex}")).tasks
    return [(one.section, (*one.lead, *one.responsible), one.due) for one in found if one.section.startswith("Phụ lục")]


def test_the_numbered_items_of_an_annex_about_work_are_tasks() -> None:
    assert tasks_of(f"PHỤ LỤC II\nPHÂN CÔNG NHIỆM VỤ NĂM 2024\n(Kèm theo Kế hoạch số 04/KH-UBND)\n{ITEMS}") == [
        ("Phụ lục II, I.1", ("Văn phòng Sở",), "2024-09"),
        ("Phụ lục II, II.1", ("Phòng Tổng hợp",), None),
    ]


@pytest.mark.parametrize("title", ["MẪU BÁO CÁO KẾT QUẢ THỰC HIỆN NHIỆM VỤ", "DANH SÁCH XÃ", "PHIẾU KHẢO SÁT HOẠT ĐỘNG"])
def test_the_items_of_forms_and_lists_are_none(title: str) -> None:
    assert tasks_of(f"PHỤ LỤC\n{title}\n{ITEMS}") == []
