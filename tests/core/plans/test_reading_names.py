"""Titles in capitals as people read them."""

import pytest

from longdan.core.plans.front import heading
from longdan.core.plans.front.reading_names import reading_name
from tests.core.plans.written import document_of, plan

TEXT = (
    "UBND tỉnh ban hành Kế hoạch nâng cao Chỉ số Hiệu quả quản trị và hành chính công.\n"
    "CHỈ SỐ HIỆU QUẢ QUẢN TRỊ\nỨng dụng AI khi giải quyết thủ tục. Bảo vệ hòa bình."
)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("NÂNG CAO CHỈ SỐ HIỆU QUẢ QUẢN TRỊ NĂM 2026", "Nâng cao Chỉ số Hiệu quả quản trị năm 2026"),
        ("CẢI THIỆN PAPI, PAR INDEX, CCHC CỦA UBND TỈNH", "Cải thiện PAPI, PAR INDEX, CCHC của UBND tỉnh"),
        ("HỢP TÁC GIỮA SƠN LA VÀ ĐẮK LẮK", "Hợp tác giữa Sơn La và Đắk Lắk"),
        ("GIẢI QUYẾT THỦ TỤC KHI ỨNG DỤNG AI", "Giải quyết thủ tục khi ứng dụng AI"),
        ("PHÁT TRIỂN KT-XH QUÝ IV/2026", "Phát triển KT-XH quý IV/2026"),
        ("CHÀO MỪNG ĐẠI HỘI LẦN THỨ XIV CỦA ĐẢNG", "Chào mừng đại hội lần thứ XIV của Đảng"),
        ("THỰC HIỆN NGHỊ QUYẾT SỐ 57-NQ/TW", "Thực hiện Nghị quyết số 57-NQ/TW"),
        ("BẢO VỆ HÒA BÌNH", "Bảo vệ hòa bình"),
        ("nâng cao Chỉ số PAPI", "Nâng cao Chỉ số PAPI"),
        ("Đã viết Thường", "Đã viết Thường"),
    ],
)
def test_a_title_is_read_in_sentence_case(title: str, name: str) -> None:
    assert reading_name(title, TEXT, ["Sơn La", "Đắk Lắk", "Hòa Bình"]) == name


def test_the_unit_of_the_issuer_keeps_its_capitals_and_the_document_its_words() -> None:
    found = heading.read(document_of(plan(title="CÔNG KHAI THÔNG TIN TRÊN ĐỊA BÀN TỈNH HẢI ĐÔNG NĂM 2024")))
    assert (found.title, dict(found.quotes)["title"].text) == (
        "Công khai thông tin trên địa bàn tỉnh Hải Đông năm 2024",
        "CÔNG KHAI THÔNG TIN TRÊN ĐỊA BÀN TỈNH HẢI ĐÔNG NĂM 2024",
    )
