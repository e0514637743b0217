"""The sheets of the spreadsheet: their names, their columns, what each column may hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from longdan.core.catalogue.citations import Verification
from longdan.core.catalogue.exchange import words


@dataclass(frozen=True, slots=True)
class Column:
    """``choices``: from the key of the file to the word of the sheet; ``number``: a decimal comma is meant as a point."""

    key: str
    title: str
    width: int = 12
    choices: Mapping[str, str] = field(default_factory=dict)
    number: bool = False


def _numbers(*columns: tuple[str, str]) -> tuple[Column, ...]:
    return tuple(Column(key, title, number=True) for key, title in columns)


_TITLES = (Column("title", "Tên", 60), Column("title_en", "Tên tiếng Anh", 30))
_SOURCE = (Column("source", "Nguồn", 14), Column("at", "Chỗ trong nguồn", 24))
_FLAG = {"true": words.YES}

HEAD = (
    Column("index", "Chỉ số (tên thư mục)"),
    Column("edition", "Bộ (tên tệp)"),
    *_TITLES,
    Column("standing", "Giá trị pháp lý", choices=words.STANDINGS),
    Column("act", "Văn bản ban hành"),
    Column("responsible", "Cơ quan chủ trì"),
    Column("level", "Chấm đơn vị cấp", choices=words.LEVELS),
    Column("years", "Các năm được đo"),
    Column("state", "Ngày kiểm tra dữ kiện"),
    *_numbers(("decimals", "Công bố với số chữ số thập phân"), ("divided_by", "Điểm công bố bằng điểm chia cho")),
    *_numbers(("survey_points", "Tổng điểm điều tra xã hội học"), ("z", "Khoảng tin cậy: số lần sai số chuẩn")),
    *_numbers(
        ("printed_percent", "Khoảng tin cậy: phần trăm in ra"),
    ),
    Column("intervals_source", "Khoảng tin cậy: nguồn"),
    Column("intervals_at", "Khoảng tin cậy: chỗ trong nguồn"),
    *_numbers(("least_answers", "Số người trả lời ít nhất")),
    Column("before", "Bộ trước"),
    Column("same_codes", "Mã giống bộ trước là cùng mục", choices=_FLAG),
    Column("unknown", "Điều chưa rõ (mỗi dòng một điều)"),
    *_SOURCE,
)
NODES = (
    Column("code", "Mã", 10),
    Column("parent", "Mục trên", 10),
    *_TITLES,
    *_numbers(("most", "Điểm tối đa"), ("least", "Điểm tối thiểu"), ("weight", "Trọng số")),
    Column("kind", "Quy tắc", 20, words.RULES),
    Column("details", "Chi tiết quy tắc", 36),
    Column("scored", "Được tính", 12, words.SCORED),
    Column("surveyed", "Khảo sát", 10, _FLAG),
    Column("not_applicable", "Cho phép không áp dụng", 12, _FLAG),
    Column("unknown", "Điều chưa rõ", 16),
    Column("succeeds", "Mã ở bộ trước", 12),
    *_SOURCE,
    Column("note", "Ghi chú", 40),
)
INPUTS = (Column("code", "Mã", 14), *_TITLES, Column("measure", "Đơn vị đo"))
GROUPS = (
    Column("table", "Bảng xếp nhóm", 10),
    Column("years", "Các năm", 14),
    Column("node", "Mục", 10),
    Column("rule", "Cách xếp", 24, words.GROUP_RULES),
    *_SOURCE,
    Column("key", "Nhóm", 10),
    *_TITLES,
    *_numbers(("low", "Từ điểm"), ("high", "Đến điểm"), ("percentile", "Từ bách phân vị"), ("count", "Số đơn vị")),
)
BREAKS = (
    Column("year", "Năm", 8),
    Column("nodes", "Các mục (để trống: cả chỉ số)", 24),
    Column("title", "Lý do", 60),
    Column("title_en", "Lý do, tiếng Anh", 30),
    *_SOURCE,
)
SOURCES = (
    Column("key", "Mã nguồn", 16),
    Column("text", "Nguồn", 90),
    Column("mark", "Mức kiểm chứng", 16, {one: one for one in Verification}),
)

HEAD_SHEET, NODE_SHEET = "Chung", "Mục"
TABLES = {
    NODE_SHEET: NODES,
    "Số liệu": INPUTS,
    "Nhóm": GROUPS,
    "Đứt chuỗi": BREAKS,
    "Nguồn": SOURCES,
}
