"""What a section is for, told from its title: only some sections lay work upon agencies."""

import re
from enum import StrEnum

from longdan.core.plans.body.sections import is_title
from longdan.core.plans.words.agencies import fold
from longdan.core.plans.words.outline import Node


class Purpose(StrEnum):
    AIMS = "aims"  # why, and by which principles
    TARGETS = "targets"
    WORK = "work"
    ORGANISATION = "organisation"  # who does what, and how it is reported
    REWARD = "reward"


_TITLES = (
    (Purpose.ORGANISATION, r"^(?:công tác )?tổ chức (?:triển khai )?thực hiện(?: kế hoạch.*| chương trình.*)?\W*$"
     r"|(?:,| và) tổ chức thực hiện\W*$"
     r"|tổ chức triển khai|trách nhiệm (?:thực hiện|của|và)|và trách nhiệm"
     r"|phân công (?:thực hiện|nhiệm vụ|trách nhiệm|và)|phân công$"
     r"|chế độ (?:thông tin,? )?báo cáo|trách nhiệm thi hành|điều khoản thi hành"),
    (Purpose.AIMS, r"^mục (?:đích|tiêu và yêu cầu)"
     r"|^yêu cầu(?! (?:các |thủ trưởng|chủ tịch|giám đốc|lãnh đạo|người đứng đầu|sở |ubnd |ủy ban |văn phòng |ban ))"
     r"|^quan điểm|^phương châm|^nguyên tắc|^căn cứ|^sự cần thiết"
     r"|^phạm vi|^đối tượng|^thực trạng|^đánh giá (?:kết quả|thực trạng)|^tình hình|^bối cảnh"
     r"|^kết quả(?! đầu ra| cần đạt| dự kiến)"
     r"|^những (?:kết quả|tồn tại|hạn chế)"),
    (Purpose.TARGETS, r"^(?:các )?(?:mục tiêu|chỉ tiêu)"),
    (Purpose.REWARD, r"khen thưởng|^tiêu chí thi đua|tiêu chuẩn khen"),
)  # fmt: skip
_TITLE = tuple((purpose, re.compile(pattern)) for purpose, pattern in _TITLES)


def purpose(node: Node) -> Purpose:
    """The purpose of the section that a node stands in: the nearest title that tells it."""
    for above in node.ancestors():
        if found := _told(above):
            return found
    return Purpose.WORK


def _told(node: Node) -> Purpose | None:
    if not is_title(node):
        return None
    title = fold(node.words)
    return next((purpose for purpose, pattern in _TITLE if pattern.search(title)), None)
