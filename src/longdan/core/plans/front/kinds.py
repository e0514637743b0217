"""What kind of plan document lies before us; a document that is no plan is refused with a reason."""

import re

from longdan.core.documents.model import Document
from longdan.core.plans.front.openings import Opening
from longdan.core.plans.words.stream import phrases
from longdan.core.problems import ProblemsFound, refuse

_PLAN_WORDS = phrases("kế hoạch", "chương trình", "đề án", "phương án")
_ORDERING = phrases("ban hành", "phê duyệt", "kèm theo", "điều chỉnh", "sửa đổi")
_ORDERS_PLAN = re.compile(rf"{_ORDERING}[^.;]{{0,120}}?{_PLAN_WORDS}", re.IGNORECASE)
_LESSON = re.compile(rf"\s*{phrases('bài (?:dạy|học|giảng)', 'giảng dạy', 'dạy học môn')}", re.IGNORECASE)
_ANSWERS = phrases(
    "(?:kính )?mời (?:dự|họp|tham)", "trả lời", "phúc đáp", "giải trình", "xin (?:ý kiến|gia hạn|phép|chủ trương)",
    "(?:tham gia )?(?:đóng )?góp ý", "tham gia ý kiến", "cho ý kiến", "đính chính", "cảm ơn",
)  # fmt: skip
_NO_ORDER = re.compile(rf"[\s:.]*(?:V/v\s*:?\s*)?(?:việc\s+)?{_ANSWERS}\b", re.IGNORECASE)
_ATTACHED = re.compile(r"\(?\s*(?:Ban\s+hành\s+)?kèm\s+theo\s+Quyết\s+định", re.IGNORECASE)
_FIX = "chọn tệp kế hoạch, quyết định ban hành kế hoạch, chỉ thị, công văn giao việc, hoặc bài báo thuật lại một kế hoạch"


def kind_of(document: Document, words: str, opening: Opening) -> str:
    """The kind of an official document; an article is recognised before by its announcement."""
    if opening.type is None:
        raise not_a_plan(document, "không thấy tên loại văn bản, số hiệu hay câu nào nói một cơ quan ban hành kế hoạch")
    kind, name = opening.type.kind, opening.type.name
    following = words[opening.end : opening.end + 600]
    if kind is None or _LESSON.match(following) or (kind == "dispatch" and _NO_ORDER.match(following)):
        raise not_a_plan(document, f"đây là {name if kind is None else 'văn bản khác'}, không phải kế hoạch")
    if kind == "decision_with_plan" and not _orders_plan(words, opening):
        raise not_a_plan(document, "quyết định này không ban hành kế hoạch nào")
    return "decision_with_plan" if kind == "plan" and _ATTACHED.search(following) and not opening.numbered else kind


def _orders_plan(words: str, opening: Opening) -> bool:
    """Whether the title, or the first article where the title was lost, orders a plan."""
    article = re.search(r"Điều\s+1\s*[.:]", words[opening.end :])
    first = words[opening.end :][article.end() : article.end() + 400] if article else ""
    if first:
        return bool(_ORDERS_PLAN.search(first))
    return bool(_ORDERS_PLAN.search(words[opening.end : opening.end + 400]))


def not_a_plan(document: Document, what: str) -> ProblemsFound:
    return refuse("plans.not-a-plan", document.name, f"không đọc được kế hoạch: {what}", _FIX)
