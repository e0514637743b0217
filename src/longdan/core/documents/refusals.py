"""Every refusal of the readers in one table: code, what is wrong, how to mend it."""

from longdan.core.documents.limits import (
    MEGABYTE,
    MOST_BYTES,
    MOST_BYTES_TOGETHER,
    MOST_FILES,
    MOST_PAGES,
    MOST_ROWS,
    MOST_SCANNED_PAGES,
)
from longdan.core.problems import ProblemsFound, refuse

_SPLIT = "chỉ nộp phần kế hoạch và phụ lục cần theo dõi, hoặc tách thành nhiều tệp"

REFUSALS: dict[str, tuple[str, str]] = {
    "documents.nothing": ("chưa có tệp nào", "chọn ít nhất một tệp văn bản"),
    "documents.empty": ("tệp rỗng, không có nội dung", "kiểm tra lại tệp gốc rồi nộp lại"),
    "documents.no-text": ("tệp không có chữ nào đọc được", "kiểm tra đúng tệp chưa; nếu là bản chụp, quét lại rõ hơn"),
    "documents.too-large": (
        "tệp nặng {megabytes} MB, quá mức " + f"{MOST_BYTES // MEGABYTE} MB",
        "giảm dung lượng ảnh quét (300 dpi, đen trắng) hoặc tách tệp",
    ),
    "documents.too-large-together": (
        "các tệp cộng lại nặng {megabytes} MB, quá mức " + f"{MOST_BYTES_TOGETHER // MEGABYTE} MB",
        _SPLIT,
    ),
    "documents.too-many-files": ("có {files} tệp, quá mức " + f"{MOST_FILES} tệp", "chỉ nộp văn bản, kế hoạch và phụ lục"),
    "documents.too-many-pages": ("tệp có {pages} trang, quá mức " + f"{MOST_PAGES} trang", _SPLIT),
    "documents.too-many-scanned-pages": (
        "tệp quét có {pages} trang, quá mức " + f"{MOST_SCANNED_PAGES} trang",
        _SPLIT + "; nếu có bản Word thì nộp bản Word",
    ),
    "documents.too-long": ("văn bản dài quá mức đọc được (khoảng 300 trang)", _SPLIT),
    "documents.too-many-rows": (
        "trang tính “{sheet}” quá lớn (quá " + f"{MOST_ROWS:,}".replace(",", ".") + " dòng hoặc quá nhiều ô)",
        "xóa các dòng trống ở cuối, chỉ giữ bảng nhiệm vụ rồi nộp lại",
    ),
    "documents.encrypted": ("tệp có mật khẩu nên không mở được", "mở tệp, bỏ mật khẩu, lưu lại rồi nộp"),
    "documents.truncated": ("tệp bị cụt, thiếu phần cuối", "tải hoặc chép lại tệp gốc rồi nộp lại"),
    "documents.damaged": ("tệp bị hỏng, không mở được ({reason})", "mở tệp bằng phần mềm đã tạo ra nó, lưu lại rồi nộp"),
    "documents.bomb": ("tệp nén bung ra lớn bất thường, có thể gây hại", "tạo lại tệp từ văn bản gốc; không mở tệp lạ này"),
    "documents.too-many-points": ("ảnh có quá nhiều điểm để hiện trên trang", "tải tệp về rồi mở trên máy"),
    "documents.nested-archive": ("trong tệp nén có tệp nén khác: {inner}", "giải nén rồi nộp thẳng các tệp văn bản"),
    "documents.unsafe-xml": ("tệp chứa khai báo XML không an toàn", "tạo lại tệp từ văn bản gốc; không mở tệp lạ này"),
    "documents.wrong-extension": (
        "tên tệp là {extension} nhưng nội dung là {actual}",
        "đổi đuôi tệp cho đúng loại, hoặc nộp đúng tệp",
    ),
    "documents.unknown-format": (
        "không nhận ra loại tệp này",
        "nộp tệp Word (.docx, .doc), PDF, Excel (.xlsx, .ods), trang web (.html), văn bản (.txt) hoặc ảnh quét",
    ),
    "documents.unsupported": ("chưa đọc được {actual}", "{advice}"),
    "documents.ocr-missing": (
        "đây là bản quét, cần phần mềm nhận dạng chữ nhưng máy chủ chưa cài",
        "cài Tesseract có tiếng Việt (Debian, Ubuntu: apt install tesseract-ocr tesseract-ocr-vie), hoặc nộp bản Word",
    ),
    "documents.doc-converter-missing": (
        "đây là tệp Word cũ (.doc), máy chủ chưa có phần mềm đọc",
        "cài antiword hoặc LibreOffice (Debian, Ubuntu: apt install antiword), hoặc lưu lại thành .docx rồi nộp",
    ),
    "documents.program-failed": ("phần mềm ngoài không đọc được tệp: {reason}", "lưu lại thành .docx hoặc PDF rồi nộp"),
}


def refusal(code: str, where: str, **details: object) -> ProblemsFound:
    """The refusal with this code, ready to raise."""
    what, fix = REFUSALS[code]
    return refuse(code, where, what.format_map(details), fix.format_map(details))
