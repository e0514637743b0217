"""What the columns of a table of tasks are called."""

import re
from collections.abc import Sequence
from enum import StrEnum

from longdan.core.plans.words.agencies import fold

LONGEST_NAME = 90


class Column(StrEnum):
    ORDER = "order"
    TASK = "task"
    CONTENT = "content"  # the matter under which several tasks stand
    LEAD = "lead"
    COOPERATING = "cooperating"
    RESPONSIBLE = "responsible"
    TIME = "time"
    PRODUCT = "product"
    CRITERIA = "criteria"
    OTHER = "other"


# Looked for in this order in the folded name of a column.
_NAMES = (
    (Column.ORDER, r"^(?:stt|tt|số tt|số thứ tự|t\.t|số)$"),
    (Column.RESPONSIBLE, r"chủ trì.*phối hợp|phối hợp.*chủ trì"),  # one column for both: its cells say who leads
    (Column.COOPERATING, r"phối hợp|cùng thực hiện|tham gia"),
    (Column.LEAD, r"chủ trì|đầu mối|trách nhiệm chính|thực hiện chính"),
    (Column.TIME, r"thời gian|thời hạn|tiến độ|hoàn thành|lộ trình|thời điểm|^hạn\b|^quý\b|kế hoạch năm"),
    (Column.PRODUCT, r"sản phẩm|kết quả|đầu ra|kiểm chứng|minh chứng"),
    (Column.CRITERIA, r"^(?:mã )?(?:tiêu chí|tctp|tiêu chí thành phần|chỉ số thành phần)(?: (?:liên quan|số|par index"
     r"|.*tác động.*))?$|^mã\b|^tiêu chí/"),
    (Column.RESPONSIBLE, r"(?:cơ quan|đơn vị|bộ phận|cấp|người|tổ chức)[^.]{0,30}(?:thực hiện|tham mưu|phụ trách"
     r"|chịu trách nhiệm|triển khai|giao)|^trách nhiệm|^phân công|^(?:cơ quan|đơn vị)$|cơ quan, đơn vị"),
    (Column.CONTENT, r"^(?:nhóm|lĩnh vực|nội dung|chỉ số|chỉ tiêu|mục tiêu|danh mục)"
     r"(?! công việc| nhiệm vụ| thực hiện| hoạt động| giải pháp)"),
    (Column.TASK, r"nhiệm vụ|nội dung|công việc|hoạt động|giải pháp|biện pháp|tên (?:văn bản|đề án|dự án|chương trình|công trình)"
     r"|danh mục|^(?:đầu )?việc\b"),
    (Column.OTHER, r"ghi chú|kinh phí|nguồn|đơn vị tính|căn cứ|hình thức|lãnh đạo|chỉ đạo|cấp trình|thẩm quyền|địa điểm"
     r"|đối tượng|số lượng|yêu cầu"),
)  # fmt: skip
_NAME = tuple((column, re.compile(pattern)) for column, pattern in _NAMES)


def column(name: str) -> Column | None:
    """The column that a header cell names; None where it names none."""
    folded = fold(name).strip(" .:*()")
    if not folded or len(folded) > LONGEST_NAME:
        return None
    return next((kind for kind, pattern in _NAME if pattern.search(folded)), None)


def header(names: Sequence[str]) -> tuple[Column, ...]:
    """The columns of a header row; empty where the row is no header of a table of tasks."""
    found = _one_task([column(name) for name in names])
    known = {kind for kind in found if kind}
    told = known & {Column.LEAD, Column.COOPERATING, Column.RESPONSIBLE, Column.TIME, Column.PRODUCT}
    if Column.TASK not in known or not told or sum(kind is None for kind in found) > len(found) // 3:
        return ()
    return tuple(kind or Column.OTHER for kind in found)


def _one_task(found: Sequence[Column | None]) -> list[Column | None]:
    """Only the first column that names the task does; where none does, the one that names the matter."""
    wanted = Column.TASK if Column.TASK in found else Column.CONTENT
    if wanted not in found:
        return list(found)
    first = found.index(wanted)
    return [Column.TASK if at == first else Column.OTHER if kind is Column.TASK else kind for at, kind in enumerate(found)]
