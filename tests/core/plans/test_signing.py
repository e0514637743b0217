"""Signature and recipients at the foot of a document."""

import pytest

from longdan.core.plans.front import heading, signing
from longdan.core.plans.front.signing import Foot
from longdan.core.plans.words.stream import stream
from tests.core.plans.written import document_of, plan


def foot(text: str) -> Foot:
    document = document_of("Kế hoạch có hiệu lực từ ngày ký./.\n" + text)
    return signing.read(document, stream(document), 0)


@pytest.mark.parametrize(
    ("written", "position", "signer"),
    [
        ("CHỦ TỊCH\nHà Quốc Khánh", "CHỦ TỊCH", "Hà Quốc Khánh"),
        ("KT. CHỦ TỊCH PHÓ\nCHỦ TỊCH\n\n\nLê Xuân Huyên", "KT. CHỦ TỊCH PHÓ CHỦ TỊCH", "Lê Xuân Huyên"),
        (
            "TM. ỦY BAN NHÂN\nDÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH THƯỜNG TRỰC\n(Đã ký)\nVũ Hồng Quân",
            "KT. CHỦ TỊCH PHÓ CHỦ TỊCH THƯỜNG TRỰC",
            "Vũ Hồng Quân",
        ),
        ("TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nPhạm Đức Minh", "TL. CHỦ TỊCH CHÁNH VĂN PHÒNG", "Phạm Đức Minh"),
        ("TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ NỘI VỤ\n[daky]\nLê Thị Hoa", "TUQ. CHỦ TỊCH GIÁM ĐỐC SỞ NỘI VỤ", "Lê Thị Hoa"),
        ("T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nNguyễn Văn An", "PHÓ BÍ THƯ", "Nguyễn Văn An"),
        ("GIÁM ĐỐC\n(đã ký và đóng dấu)\nTS. Hà Văn Sáu", "GIÁM ĐỐC", "Hà Văn Sáu"),
        ("CHỦ TỊCH\nNGUYỄN VĂN CHÍN\nPHỤ LỤC\nDANH MỤC", "CHỦ TỊCH", "NGUYỄN VĂN CHÍN"),
        ("GIÁM ĐỐC\nPHỤ LỤC I\nDANH MỤC NHIỆM VỤ", "GIÁM ĐỐC", None),
        ("|\nCHỦ TỊCH\nLò Văn Pâng\n|", "CHỦ TỊCH", "Lò Văn Pâng"),
    ],
)
def test_the_signer_stands_under_his_position(written: str, position: str, signer: str | None) -> None:
    found = foot("Nơi nhận:\n- Như trên;\n- Lưu: VT.\n" + written)
    assert (found.position, found.signer) == (position, signer)


@pytest.mark.parametrize("between", ["\n", " "])
def test_a_position_may_stand_above_the_recipients_and_its_name_behind_them(between: str) -> None:
    found = foot(f"GIÁM ĐỐC\nNơi nhận: (VBĐT)\n- UBND tỉnh;\n- Lưu: VT,VP (HM).{between}Lê Thu Hà")
    assert (found.position, found.signer, found.recipients) == ("GIÁM ĐỐC", "Lê Thu Hà", ("UBND tỉnh", "Lưu: VT,VP (HM)"))


def test_a_signature_may_stand_in_a_second_column_between_the_recipients() -> None:
    found = foot("Nơi nhận: KT. GIÁM ĐỐC\n- UBND tỉnh (b/c); PHÓ GIÁM ĐỐC\n- Lãnh đạo Sở;\n- Lưu: VT, VP. (Đã ký)\nTrần Văn Bình")
    assert (found.position, found.signer) == ("KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC", "Trần Văn Bình")
    assert found.recipients == ("UBND tỉnh (b/c)", "Lãnh đạo Sở", "Lưu: VT, VP")


@pytest.mark.parametrize(
    ("beside", "below"),
    [
        ("UBND các huyện, thị xã; Hà Văn Sáu\n- Lưu: VT, NC.", ""),
        ("UBND các huyện, thị xã;\n- Lưu: VT, NC. Hà Văn Sáu", ""),
        ("UBND các huyện, thị xã; (Chữ ký số)\n- Lưu: VT, NC.", "Hà Văn Sáu"),
    ],
)
def test_the_name_of_a_second_column_is_the_signers_and_no_recipients(beside: str, below: str) -> None:
    found = foot(f"Nơi nhận: KT. CHỦ TỊCH\n- Bộ Nội vụ; PHÓ CHỦ TỊCH\n- {beside}\n{below}")
    assert (found.position, found.signer) == ("KT. CHỦ TỊCH PHÓ CHỦ TỊCH", "Hà Văn Sáu")
    assert found.recipients == ("Bộ Nội vụ", "UBND các huyện, thị xã", "Lưu: VT, NC")


def test_the_signer_among_the_recipients_is_a_recipient_too() -> None:
    found = foot("Nơi nhận:\n- PCT UBND tỉnh Trần Văn Bình;\n- Lưu: VT.\nPHÓ CHỦ TỊCH\nTrần Văn Bình")
    assert (found.signer, found.recipients[0]) == ("Trần Văn Bình", "PCT UBND tỉnh Trần Văn Bình")


@pytest.mark.parametrize(
    ("written", "names"),
    [
        (
            "Nơi nhận:\n- Bộ Nội vụ; (b/c)\n- Báo, Đài;\n- Lưu: VT, NC, Duyên.",
            ("Bộ Nội vụ; (b/c)", "Báo, Đài", "Lưu: VT, NC, Duyên"),
        ),
        ("Nơi nhận:- Như trên;- Các sở, ban, ngành;- Lưu: VT.", ("Như trên", "Các sở, ban, ngành", "Lưu: VT")),
        ("Nơi nhận: Như trên; Lưu: VT.", ("Như trên", "Lưu: VT")),
        (
            "Nơi nhận:\n- Công an tỉnh; Bộ Chỉ huy quân\nsự tỉnh;\n- Lưu: VT, KGVX. Thg.",
            ("Công an tỉnh; Bộ Chỉ huy quân sự tỉnh", "Lưu: VT, KGVX. Thg"),
        ),
        (
            "Nơi nhận:\n- Đài Phát thanh - Truyền hình tỉnh;\n- Lưu: VT, (VX/MT.Tấn).",
            ("Đài Phát thanh - Truyền hình tỉnh", "Lưu: VT, (VX/MT.Tấn)"),
        ),
        (
            "Nơi nhận:\n- Bộ Nội vụ,\n- Các huyện ủy,\n- Lưu Văn phòng Tỉnh ủy.",
            ("Bộ Nội vụ", "Các huyện ủy", "Lưu Văn phòng Tỉnh ủy"),
        ),
        (
            "Nơi nhận:\n- Chi cục Văn thư - Lưu trữ tỉnh;\n- Lưu: VT, CCHC.",
            ("Chi cục Văn thư - Lưu trữ tỉnh", "Lưu: VT, CCHC"),
        ),
        ("Nơi nhận:\n- Văn thư - Lưu trữ;\n- Lưu trữ: VT.", ("Văn thư - Lưu trữ", "Lưu trữ: VT")),
        ("Nơi nhận:", ()),
    ],
)
def test_recipients_are_listed_however_their_list_is_set(written: str, names: tuple[str, ...]) -> None:
    assert foot(written + "\nCHỦ TỊCH\nHà Văn Sáu").recipients == names


def test_the_signature_is_that_of_the_document_and_not_of_one_attached_to_it() -> None:
    found = foot("Nơi nhận:\n- Lưu: VT.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nHà Văn Sáu\nKẾ HOẠCH\nCông khai\nGIÁM ĐỐC\nLê Thị Hoa")
    assert (found.position, found.signer) == ("KT. CHỦ TỊCH PHÓ CHỦ TỊCH", "Hà Văn Sáu")


def test_without_recipients_the_signature_is_sought_behind_the_last_words() -> None:
    found = foot("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nHà Văn Sáu")
    assert (found.position, found.signer, found.recipients) == ("CHỦ TỊCH", "Hà Văn Sáu", ())


def test_a_foot_that_was_cut_off_leaves_the_signer_to_the_card_above_the_document() -> None:
    card = "Số hiệu: 04/KH-UBND\nNgười ký: Lê Văn Chiến\nNgày ban hành: 05/02/2024\n"
    found = heading.read(document_of(card + plan(recipients="", signature="")))
    assert (found.signer, found.signer_position) == ("Lê Văn Chiến", None)
    assert dict(found.quotes)["signer"].confidence < 1
