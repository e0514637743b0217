"""The draft of an annex in plain words: which rules were understood, which stayed unknown and why."""

from collections import Counter
from collections.abc import Iterator

from longdan.core.catalogue.indices.draft import EditionDraft

_UNKNOWN = "unknown"


def draft_text(draft: EditionDraft) -> str:
    """What a person must know before confirming; the problems are told apart from it."""
    return "\n".join(_lines(draft))


def _lines(draft: EditionDraft) -> Iterator[str]:
    if draft.index is None:
        yield "Không dựng được cây mục."
        return
    index, most = draft.index, draft.index.total.most
    yield f"{index.index}/{index.edition}: {len(index.nodes)} mục, tổng {'chưa rõ' if most is None else most} điểm."
    if points := [node.code for node in index.nodes if node.most is None]:
        yield f"Phụ lục chưa cho biết điểm tối đa của: {', '.join(points)}."
    kinds = Counter(proposal.kind for proposal in draft.proposals)
    if kinds:
        counts = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
        yield f"Quy tắc đề xuất cho {sum(kinds.values())} mục cuối: {counts}. Đọc lại từng quy tắc trước khi dùng."
    for proposal in draft.proposals:
        if proposal.kind == _UNKNOWN:
            yield f"  {proposal.code}: {proposal.why}"
