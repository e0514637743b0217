"""What the preview says in sentences: what was read, what to look at, what confirming will do."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from longdan.app.plans.previewing import Change, Doubt, FoundTask, PreviewPage
from longdan.app.plans.queries.sheets import REMOVED, SheetColumn
from longdan.web.workspace.pages import words
from longdan.web.workspace.pages.preview_items import CHANGES

MOST_DOUBTS = 2  # named in the first sentence; all have their counters


def title(found: PreviewPage) -> str:
    """What was read; of what changes a plan in force, first of all what it changes."""
    if found.plan_in_force:
        return changed_title(changes(found), len(found.absent))
    tasks, said = len(found.preview.kept()), found.preview.heading
    what = " ".join(part for part in (said.doc_type or _("văn bản"), said.number) if part)
    match found.reading.kind:
        case "sheet":
            return _("Bảng nhiệm vụ gửi về có %(tasks)d dòng của %(what)s") % {"tasks": tasks, "what": what}
        case "carried":
            year = said.year or _("sau")
            return _("Chuyển %(tasks)d nhiệm vụ sang kế hoạch năm %(year)s") % {"tasks": tasks, "year": year}
        case _:
            return _("Đọc được %(tasks)d nhiệm vụ trong %(what)s") % {"tasks": tasks, "what": what}


def changed_title(counts: Mapping[Change, int], absent: int) -> str:
    told = {"changed": counts[Change.CHANGED], "new": counts[Change.NEW], "gone": counts[Change.GONE]}
    if absent and not any(told.values()):
        return _("Bảng không sửa nhiệm vụ nào, nhưng không có đủ nhiệm vụ của kế hoạch")
    if not any(told.values()):
        return _("Nhiệm vụ không khác kế hoạch đang có hiệu lực")
    return _("Sửa %(changed)d, thêm %(new)d, bỏ %(gone)d nhiệm vụ so với kế hoạch đang có hiệu lực") % told


def sentence(found: PreviewPage) -> str:
    preview = found.preview
    if not preview.kept() and not preview.empty and not preview.partial:
        return _("Văn bản không giao nhiệm vụ nào. Xác nhận thì kế hoạch chỉ có chỉ tiêu, chế độ báo cáo, mốc hạn nêu dưới đây.")
    if preview.empty:
        return _("Không tìm thấy nhiệm vụ nào để theo dõi. Thêm nhiệm vụ bằng tay, hoặc gửi đúng văn bản giao nhiệm vụ.")
    return " ".join(part for part in (left_out(found), looked_at(found)) if part)


def left_out(found: PreviewPage) -> str:
    """What is not in the list below, and what becomes of it."""
    if count := len(found.absent):
        how = {"count": count, "mark": REMOVED, "column": SheetColumn.REMOVE.value}
        return ngettext(
            "%(count)d nhiệm vụ không có trong bảng: giữ nguyên; muốn rút thì ghi %(mark)s vào cột “%(column)s”.",
            "%(count)d nhiệm vụ không có trong bảng: giữ nguyên; muốn rút thì ghi %(mark)s vào cột “%(column)s”.",
            count,
        ) % how  # fmt: skip
    if count := found.targets_left:
        return ngettext(
            "%(count)d chỉ tiêu của kế hoạch cũ không chuyển sang: mức mới do văn bản của năm mới đặt.",
            "%(count)d chỉ tiêu của kế hoạch cũ không chuyển sang: mức mới do văn bản của năm mới đặt.",
            count,
        ) % {"count": count}  # fmt: skip
    return ""


def looked_at(found: PreviewPage) -> str:
    """Where to look before it is confirmed."""
    preview = found.preview
    changed = sum(one.change in (Change.NEW, Change.CHANGED) for one in found.compared.values()) + len(found.gone)
    if found.plan_in_force and not changed:
        if found.absent:
            return ""
        return _("Không có gì khác kế hoạch đang theo dõi. Xác nhận cũng không làm nhiệm vụ nào nhân đôi.")
    heavy = sorted(preview.doubts().items(), key=lambda item: -item[0].weight)[:MOST_DOUBTS]
    doubts = words.listed([doubted(doubt, count) for doubt, count in heavy])
    if not doubts and found.plan_in_force:
        return _("Những chỗ thay đổi đều có cơ quan và thời hạn.")
    if not doubts:
        return _("Mọi nhiệm vụ đều có cơ quan và thời hạn.")
    return _("%(doubts)s. Xem những chỗ này trước, sửa nếu cần, rồi xác nhận.") % {"doubts": doubts}


def doubted(doubt: Doubt, count: int) -> str:
    """A doubt as a sentence says it of tasks."""
    said = f"{doubt.words[:1].lower()}{doubt.words[1:]}"
    if doubt is Doubt.PROPOSED_AGENCY:
        said = _("có %(said)s") % {"said": said}
    return ngettext("%(count)d nhiệm vụ %(doubt)s", "%(count)d nhiệm vụ %(doubt)s", count) % {"count": count, "doubt": said}


def outcome(found: PreviewPage) -> str:
    """What confirming will do, in one sentence or two."""
    kept = found.preview.kept()
    if not kept and not found.preview.partial:
        return _("Chưa có nhiệm vụ nào để xác nhận.")
    if not found.plan_in_force:
        matches = {(one.match.agency, one.match.group) for task in kept for one in task.assignments if one.match.found}
        told = _("Xác nhận sẽ đưa kế hoạch vào theo dõi: %(tasks)d nhiệm vụ, giao cho %(agencies)d cơ quan, nhóm cơ quan.")
        return told % {"tasks": len(kept), "agencies": len(matches)} + nobodys(kept)
    counts = changes(found)
    told = words.listed([f"{counts[change]} {named(change).lower()}" for change in Change if counts[change]])
    ended = sum(one.begun > 0 for each in (*found.compared.values(), *found.gone) for one in each.taken_away)
    said = _("Xác nhận sẽ cập nhật kế hoạch “%(plan)s” đang theo dõi: %(told)s.") % {"plan": found.plan_in_force[1], "told": told}
    lost = _(" %(count)d việc đã có kết quả sẽ thôi giao; báo cáo và tài liệu vẫn giữ để tra cứu.") % {"count": ended}
    return said + (lost if ended else "") + nobodys(kept)


def nobodys(tasks: Iterable[FoundTask]) -> str:
    """How many tasks would be given to nobody; nothing where each finds somebody."""
    count = sum(not any(one.match.found for one in task.assignments) for task in tasks)
    told = ngettext(" %(count)d nhiệm vụ chưa giao được cho ai.", " %(count)d nhiệm vụ chưa giao được cho ai.", count)
    return told % {"count": count} if count else ""


def named(change: Change) -> str:
    return str(CHANGES[change][0])


def changes(found: PreviewPage) -> dict[Change, int]:
    counts = {change: sum(one.change is change for one in found.compared.values()) for change in Change}
    return counts | {Change.GONE: len(found.gone)}
