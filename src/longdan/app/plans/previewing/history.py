"""Who corrected what in a preview, statement by statement, with what was taken back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy

from longdan.app.agencies.matching import GROUP_LABELS, Group
from longdan.app.plans.models import AssignmentRole, Correction
from longdan.app.plans.previewing.corrections import Verb

VERBS = {
    Verb.EDIT: gettext_lazy("sửa nội dung"),
    Verb.DISCARD: gettext_lazy("bỏ một mục"),
    Verb.RESTORE: gettext_lazy("lấy lại một mục"),
    Verb.APPROVE: gettext_lazy("đánh dấu đã xem"),
    Verb.MATCH: gettext_lazy("chọn cơ quan"),
    Verb.MATCH_ALL: gettext_lazy("chọn cơ quan cho mọi chỗ viết như vậy"),
    Verb.ROLE: gettext_lazy("đổi vai trò của cơ quan"),
    Verb.ASSIGN: gettext_lazy("thêm cơ quan"),
    Verb.RELEASE: gettext_lazy("bớt cơ quan"),
    Verb.SPLIT: gettext_lazy("tách nhiệm vụ"),
    Verb.MERGE: gettext_lazy("gộp nhiệm vụ"),
    Verb.ADD: gettext_lazy("thêm nhiệm vụ"),
    Verb.SETTLE: gettext_lazy("chọn giữa hai bên cùng sửa"),
    Verb.KEEP: gettext_lazy("giữ lại nhiệm vụ"),
    Verb.AMEND: gettext_lazy("chọn kế hoạch được sửa đổi"),
}
FIELDS = {
    "text": gettext_lazy("nội dung"), "product": gettext_lazy("sản phẩm"), "due": gettext_lazy("thời hạn"),
    "recurrence": gettext_lazy("lặp lại"), "dimension": gettext_lazy("nội dung của chỉ số"),
    "number": gettext_lazy("số, ký hiệu"), "title": gettext_lazy("trích yếu"), "issuer": gettext_lazy("cơ quan ban hành"),
    "doc_type": gettext_lazy("loại văn bản"), "signer": gettext_lazy("người ký"), "issued": gettext_lazy("ngày ban hành"),
    **{role.value: role.label for role in AssignmentRole},
}  # fmt: skip
BY_AGENCY = (Verb.MATCH, Verb.MATCH_ALL, Verb.ASSIGN)  # whose value names an agency or a group
SETTLED = {"sheet": gettext_lazy("lấy theo bảng"), "now": gettext_lazy("giữ như đang có")}


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    words: str
    by: str
    at: datetime
    undone: bool


def statement(item: str) -> str:
    """The statement that an item belongs to: of "t79.a1" the task "t79"."""
    return item.partition(".")[0]


def history(corrections: Iterable[Correction], names: Mapping[int, str]) -> dict[str, tuple[CorrectionRow, ...]]:
    """The corrections of each statement, the latest first."""
    rows: dict[str, list[CorrectionRow]] = {}
    for one in corrections:
        by = one.by.account.full_name if one.by else ""
        row = CorrectionRow(words(one, names), by, one.at, one.undone_at is not None)
        rows.setdefault(statement(one.item), []).insert(0, row)
    return {item: tuple(some) for item, some in rows.items()}


def words(one: Correction, names: Mapping[int, str]) -> str:
    """A correction in words: "sửa nội dung (thời hạn): 31/12/2026"."""
    what = str(VERBS[Verb(one.verb)]) + (f" ({str(FIELDS.get(one.field, one.field)).lower()})" if one.field else "")
    shown = meant(one.value, names) if one.verb in BY_AGENCY else str(SETTLED.get(one.value, one.value))
    return f"{what}: {shown}" if shown and one.verb not in (Verb.SPLIT, Verb.MERGE, Verb.AMEND) else what


def meant(value: str, names: Mapping[int, str]) -> str:
    """A correction's value in words: the name of the agency or group that it chooses."""
    kind, _, name = value.partition(":")
    if kind == "agency" and name.isdecimal():
        return names.get(int(name), "")
    if kind == "group" and name in list(Group):
        return GROUP_LABELS[Group(name)]
    return ""


def chosen(corrections: Iterable[Correction]) -> set[int]:
    """The agencies that people chose."""
    values = (one.value.partition(":") for one in corrections if one.verb in BY_AGENCY)
    return {int(name) for kind, _, name in values if kind == "agency" and name.isdecimal()}


def last_done(corrections: Sequence[Correction]) -> Correction | None:
    """The correction that undoing takes back."""
    return next((one for one in reversed(corrections) if one.undone_at is None), None)


def next_undone(corrections: Sequence[Correction]) -> Correction | None:
    """The correction that redoing makes again: the first that was undone behind the last that stands."""
    last = last_done(corrections)
    return next((one for one in corrections if one.undone_at and one.number > (last.number if last else 0)), None)
