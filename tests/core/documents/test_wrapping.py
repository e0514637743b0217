"""Hard-wrapped lines become paragraphs by the form of the writing."""

import textwrap

import pytest

from longdan.core.documents.wrapping import unwrapped

# Each text as the paragraphs it has; written here on one line each, given to the reader at every width.
TEXTS = {
    "a heading block": [
        "ỦY BAN NHÂN DÂN TỈNH AN HÒA",
        "-------",
        "|",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 15/KH-UBND",
        "An Hòa, ngày 04 tháng 01 năm 2026",
        "KẾ HOẠCH",
        "NÂNG CAO CHỈ SỐ NĂNG LỰC CẠNH TRANH CẤP TỈNH NĂM 2026",
        "Căn cứ Nghị quyết số 02/NQ-CP ngày 08/01/2026 của Chính phủ, UBND tỉnh ban hành Kế hoạch như sau:",
    ],
    "a title in small letters": [
        "KẾ HOẠCH",
        "Cải thiện môi trường đầu tư năm 2026 của Sở Công Thương",
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh;",
        "Sở Công Thương xây dựng kế hoạch với các nội dung sau:",
        "I. MỤC ĐÍCH",
    ],
    "sections of every kind": [
        "PHẦN II NHIỆM VỤ, GIẢI PHÁP",
        "I. PHÁT TRIỂN HẠ TẦNG SỐ",
        "1. Về nhận thức số",
        "1.1. Ngày chuyển đổi số",
        "a) Tổ chức hội nghị;",
        "đ) Tổ chức tập huấn.",
        "6.2.1. Sở Tài chính chủ trì, phối hợp với các cơ quan đẩy mạnh thu ngân sách.",
        "Điều 2. Giao Sở Nội vụ theo dõi việc thực hiện.",
    ],
    "a run-in item whose agency and work stand in one line": [
        "5. Sở Nội vụ: Chủ trì, theo dõi, đôn đốc việc thực hiện Kế hoạch này.",
        "12. Đề nghị Ủy ban Mặt trận Tổ quốc tỉnh: phối hợp với các tổ chức thành viên tuyên truyền.",
    ],
    "items without an end that go on with a capital": [
        "a) Trực tại bản Phiêng Ban và bản Nà Lốc vào thứ Ba, thứ Năm hằng tuần.",
        "b) Thông báo lịch trên loa và nhóm Zalo của bản, đăng trên Internet.",
        "Điều 3. Quyết định có hiệu lực từ ngày ký. Chánh Văn phòng UBND tỉnh, Giám đốc các sở chịu trách nhiệm thi hành./.",
    ],
    "the sentence that closes a letter": [
        "4. Đề nghị Công an tỉnh chia sẻ dữ liệu dân cư.",
        "Đề nghị các cơ quan, địa phương quan tâm thực hiện./.",
    ],
    "the text under a heading": [
        "4. Sở Văn hóa, Thể thao và Du lịch",
        "Định hướng các cơ quan truyền thông tuyên truyền về Kế hoạch này.",
        "5. Ủy ban nhân dân các xã, phường",
        "Xây dựng kế hoạch cụ thể, gửi Sở Nội vụ trước ngày 15/02/2026.",
    ],
    "bullets, nested ones too": [
        "2. Giám sát",
        "- Kiểm tra đột xuất kỷ luật, kỷ cương tại các cơ quan:",
        "+ Kiểm tra tại xã;",
        "+ Kiểm tra tại phường.",
        "- Công khai kết quả kiểm tra.",
    ],
    "dashes in the middle of sentences": [
        "3. Đài Phát thanh - Truyền hình tỉnh: Đưa tin về phát triển kinh tế - xã hội giai đoạn 2026 - 2030.",
        "4. Hội đồng Thi đua - Khen thưởng các cấp phân công trách nhiệm các thành viên.",
    ],
    "attribute lines of a task": [
        "- Tổ chức hội nghị, hội thảo trao đổi kinh nghiệm.",
        "Đơn vị chủ trì tham mưu thực hiện: Sở Tư pháp.",
        "Đơn vị phối hợp: Văn phòng UBND tỉnh; các cơ quan, đơn vị liên quan.",
        "Thời gian thực hiện: Quý IV/2026 - Quý II/2027.",
        "- Tổ chức tập huấn.",
    ],
    "numbers in the middle of sentences": [
        "- Tiếp tục cung cấp dịch vụ công trực tuyến theo quy định tại khoản 2 Điều 5 Nghị định, đạt mức độ 3, 4.",
        "- Nâng điểm các tiêu chí chưa đạt điểm tối đa: 1.1; 1.3.2; 4.1.2; 5.7.2.",
        "- Hoàn thành trong năm 2026.",
    ],
    "an annex after the signature": [
        "Nơi nhận:",
        "- Bộ Nội vụ (b/c);",
        "- Lưu: VT, NC.",
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH PHÓ CHỦ TỊCH",
        "Nguyễn Văn An",
        "PHỤ LỤC",
        "DANH MỤC CÁC NHIỆM VỤ TRỌNG TÂM",
        "(Kèm theo Kế hoạch số 15/KH-UBND ngày 04/01/2026 của Ủy ban nhân dân tỉnh)",
    ],
}


def lines(paragraphs: list[str], width: int) -> list[str]:
    return [
        line
        for paragraph in paragraphs
        for line in textwrap.wrap(paragraph, width, break_long_words=False, break_on_hyphens=False)
    ]


@pytest.mark.parametrize("width", [34, 40, 47, 55, 63, 72, 80, 96, 120, 200])
@pytest.mark.parametrize("paragraphs", TEXTS.values(), ids=TEXTS.keys())
def test_paragraphs_come_back_from_lines_of_any_width(paragraphs: list[str], width: int) -> None:
    assert unwrapped(lines(paragraphs, width)) == paragraphs


@pytest.mark.parametrize("paragraphs", TEXTS.values(), ids=TEXTS.keys())
def test_blank_lines_change_nothing(paragraphs: list[str]) -> None:
    assert unwrapped([piece for line in lines(paragraphs, 60) for piece in (line, "", "  ")]) == paragraphs


def test_a_page_break_within_a_sentence_is_mended() -> None:
    assert unwrapped(["- Nâng cao trách nhiệm trong việc giải", "", "quyết các kiến nghị."]) == [
        "- Nâng cao trách nhiệm trong việc giải quyết các kiến nghị."
    ]


def test_bars_between_cells_stand_alone() -> None:
    assert unwrapped(["STT | Nhiệm vụ | Chủ trì |", "1 | Tổ chức hội nghị | |"]) == [
        "STT", "|", "Nhiệm vụ", "|", "Chủ trì", "|", "1", "|", "Tổ chức hội nghị", "|", "|",
    ]  # fmt: skip


def test_a_missing_full_stop_does_not_swallow_the_next_number() -> None:
    long = (
        "1. "
        + "Tiếp tục rà soát, đơn giản hóa thủ tục hành chính theo hướng cắt giảm giấy tờ, " * 4
        + "tạo thuận lợi cho người dân"
    )
    assert unwrapped([long, "2. Công khai kết quả rà soát."]) == [long, "2. Công khai kết quả rà soát."]
