"""The types of administrative documents, as they are headed and as their numbers abbreviate them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocumentType:
    name: str
    codes: tuple[str, ...]  # as in "04/KH-UBND"
    kind: str | None  # of a plan document; None: such a document is no plan


TYPES = (
    DocumentType("kế hoạch", ("KH",), "plan"),
    DocumentType("chương trình hành động", ("CTHĐ", "CTr", "CTHĐ"), "plan"),
    DocumentType("chương trình công tác", ("CTCT",), "plan"),
    DocumentType("chương trình", ("CTr", "CT"), "plan"),
    DocumentType("phương án", ("PA",), "plan"),
    DocumentType("đề án", ("ĐA",), "plan"),
    DocumentType("quyết định", ("QĐ",), "decision_with_plan"),
    DocumentType("chỉ thị", ("CT",), "directive"),
    DocumentType("công điện", ("CĐ",), "dispatch"),
    DocumentType("công văn", ("CV",), "dispatch"),
    DocumentType("nghị quyết", ("NQ",), None),
    DocumentType("nghị định", ("NĐ",), None),
    DocumentType("thông tư liên tịch", ("TTLT",), None),
    DocumentType("thông tư", ("TT",), None),
    DocumentType("bộ luật", (), None),
    DocumentType("luật", (), None),
    DocumentType("pháp lệnh", (), None),
    DocumentType("hiến pháp", (), None),
    DocumentType("báo cáo", ("BC",), None),
    DocumentType("tờ trình", ("TTr",), None),
    DocumentType("thông báo", ("TB",), None),
    DocumentType("biên bản", ("BB",), None),
    DocumentType("hợp đồng", ("HĐ",), None),
    DocumentType("giấy mời", ("GM",), None),
    DocumentType("hướng dẫn", ("HD",), None),
    DocumentType("quy chế", ("QC",), None),
    DocumentType("quy định", ("QyĐ",), None),
    DocumentType("kết luận", ("KL",), None),
    DocumentType("bảng giá", (), None),
    DocumentType("báo giá", (), None),
    DocumentType("giấy ủy quyền", ("GUQ",), None),
    DocumentType("đơn", (), None),
)
BY_NAME = {type_.name: type_ for type_ in TYPES}
TYPE_CODES = tuple(sorted({code for type_ in TYPES for code in type_.codes}, key=len, reverse=True))


def of_number(number: str | None) -> DocumentType | None:
    """The type that a number's abbreviation names: "04/KH-UBND" is a plan; a dispatch bears its agency's abbreviation."""
    parts = {part for sign in "/-" for part in (number or "").split(sign)} | set((number or "").replace("/", "-").split("-"))
    found = [type_ for type_ in TYPES if parts & set(type_.codes)]
    if "CT" in parts:
        return BY_NAME["chỉ thị"]
    return found[0] if found else None
