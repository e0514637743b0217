"""The words of the spreadsheet for what the file says in keys: names of rules, of their keys, of choices."""

from longdan.core.catalogue.indices.model import GroupRule, Missing, Scored, Standing, UnitLevel
from longdan.core.catalogue.indices.notation import NOTATIONS

RULES = {notation.kind: notation.words for notation in NOTATIONS.values()}
KEYS = {
    "of": "số liệu",
    "to": "trên",
    "none_below": "0 điểm dưới",
    "full_from": "đủ điểm từ",
    "due": "hạn",
    "satisfied": "hài lòng",
    "answers": "câu trả lời",
    "lowest": "mức thấp nhất",
    "range": "khoảng",
    "reversed": "càng nhỏ càng tốt",
    "capped": "chặn hai đầu",
    "low": "thấp",
    "high": "cao",
    "intercept": "hằng số",
    "times": "nhân với",
    "index": "chỉ số",
    "node": "mục",
    "out_of": "trên tổng điểm",
    "each": "mỗi đơn vị",
}
SCORED: dict[str, str] = {Scored.SCORED: "được tính", Scored.LISTED: "chỉ in kèm", Scored.ZERO: "tính là 0"}
STANDINGS: dict[str, str] = {
    Standing.OFFICIAL: "chính thức",
    Standing.OWN: "của tỉnh",
    Standing.SAMPLE: "mẫu",
    Standing.TEMPLATE: "khung để điền",
}
LEVELS: dict[str, str] = {
    UnitLevel.PROVINCE: "tỉnh",
    UnitLevel.DEPARTMENT: "sở, ban, ngành",
    UnitLevel.DISTRICT: "huyện",
    UnitLevel.COMMUNE: "xã",
}
MISSING: dict[str, str] = {
    Missing.TITLE: "tên",
    Missing.MOST: "điểm tối đa",
    Missing.LEAST: "điểm tối thiểu",
    Missing.RULE: "quy tắc",
    Missing.WEIGHT: "trọng số",
    Missing.CHILDREN: "mục con",
    Missing.SUCCEEDS: "mã ở bộ trước",
}
GROUP_RULES: dict[str, str] = {
    GroupRule.PUBLISHED: "theo công bố",
    GroupRule.CUTS: "theo ngưỡng",
    GroupRule.LINEAR: "bách phân vị",
    GroupRule.LINEAR_WITH_MISSING: "bách phân vị, thiếu là thấp nhất",
    GroupRule.XTILE: "bách phân vị xtile",
}
UNKNOWN = "chưa rõ"
NEW = "mới"
YES = "x"
