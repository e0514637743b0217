"""Invented documents for the tests of the front matter, as passages of lines."""

from longdan.core.documents.model import Document, Kind, Place, document


def document_of(text: str, name: str = "van-ban.txt") -> Document:
    """Each line that holds something is a passage."""
    return document(name, ((line, Place(name, paragraph=at), Kind.PARAGRAPH) for at, line in enumerate(text.splitlines(), 1)))


def plan(**changed: str) -> str:
    """A small plan of a province's committee; a part is changed by its name, an empty one is left out."""
    parts = {
        "agency": "ỦY BAN NHÂN DÂN\nTỈNH HẢI ĐÔNG\n-------",
        "motto": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------",
        "number": "Số: 04/KH-UBND",
        "day": "Hải Đông, ngày 05 tháng 02 năm 2024",
        "type": "KẾ HOẠCH",
        "title": "NÂNG CAO CHỈ SỐ HIỆU QUẢ QUẢN TRỊ VÀ HÀNH CHÍNH CÔNG\nNĂM 2024",
        "bases": "Thực hiện Quyết định số 31/QĐ-UBND ngày 10/01/2024 của UBND tỉnh về cải cách hành chính;",
        "lead_in": "Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:",
        "body": "I. MỤC ĐÍCH\n1. Nâng cao trách nhiệm.\nII. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ chủ trì theo dõi./.",
        "recipients": "Nơi nhận:\n- Bộ Nội vụ (b/c);\n- Các sở, ban, ngành;\n- Lưu: VT, NC (Hà).",
        "signature": "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Văn Bình",
    }
    return "\n".join(part for part in (parts | changed).values() if part)
