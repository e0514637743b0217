"""Imports the annex of a decision as the draft of an edition; nothing is invented, what is not clear stays unknown."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

import yaml

from longdan.core.catalogue.annexes.codes import Branch, branches
from longdan.core.catalogue.annexes.head import AnnexHead
from longdan.core.catalogue.annexes.proposing import Proposed, propose
from longdan.core.catalogue.annexes.rows import AnnexRow, annex_rows, has_header
from longdan.core.catalogue.annexes.sets import chosen_set
from longdan.core.catalogue.annexes.steps import tell_loose, with_levels
from longdan.core.catalogue.composing import Plain, composed, listing, mapping
from longdan.core.catalogue.findings import Findings
from longdan.core.catalogue.indices.draft import EditionDraft, Proposal
from longdan.core.catalogue.indices.model import TOTAL
from longdan.core.catalogue.indices.notation import KINDS, written
from longdan.core.catalogue.indices.reading import OPTIONAL, REQUIRED, edition_of
from longdan.core.catalogue.records import record_of
from longdan.core.documents.model import Document
from longdan.core.problems import refuse

_SOURCE = "annex"
_THOUSAND = re.compile(r"[1-9]\d{0,2}\.\d{3}(?!\d)")  # one, or a thousand: people must say
_MOST = re.compile(r"\(?(\d+(?:[.,]\d+)?)\s*(?:điểm|đ)?\)?", re.IGNORECASE)


class AnnexFindings(Findings):
    """What is wrong with an annex, told by table and row."""

    def __init__(self, name: str, places: Mapping[int, str]) -> None:
        super().__init__(name)
        self.places = places

    def where(self, line: int, field: str) -> str:
        place = self.places.get(line)
        named = field if field.startswith("mục ") else field.rpartition(".")[2]
        return ", ".join(filter(None, (self.name, place))) + (f" ({named})" if named else "")


def read_annex(document: Document, head: AnnexHead) -> EditionDraft:
    """The edition that the tables of an annex tell; raises ProblemsFound where no table has titles and points, or several
    sets are told and none of them was chosen.
    """
    rows: Sequence[AnnexRow] = annex_rows(document)
    if not any(row.code for row in rows) and has_header(document):
        what = "bảng có cột tên tiêu chí và cột điểm, nhưng không dòng nào có số thứ tự (1, 1.1, 1.1.1)"
        raise refuse("catalogue.no-codes", document.name, what, "thêm cột TT vào bảng, ghi số thứ tự của từng dòng")
    if not rows:
        what = "không có bảng nào có cột tên tiêu chí với cột điểm tối đa"
        raise refuse("catalogue.no-annex", document.name, what, "đưa đúng tệp phụ lục, hoặc dùng mẫu bảng tính của phần mềm")
    rows = with_levels(chosen_set(rows, head.part, document.name))
    found = AnnexFindings(document.name, {row.number: row.place for row in rows})
    tell_loose(rows, found)
    tree = branches([row for row in rows if row.code], found)
    above = {branch.parent for branch in tree}
    proposed = {one.row.number: propose(one.row, _number(one.row)) for one in tree if one.row.code not in above}
    totals = [row for row in rows if not row.code and not row.loose]
    node = _edition(document.name, head, tree, totals, proposed)
    record = record_of(node, "", REQUIRED, OPTIONAL, found)
    index = edition_of(record, {}) if record else None
    return EditionDraft(index, tuple(found.problems), tuple(_proposals(tree, proposed)))


def _proposals(tree: Sequence[Branch], proposed: Mapping[int, Proposed]) -> Iterator[Proposal]:
    for branch in tree:
        if one := proposed.get(branch.row.number):
            yield Proposal(branch.row.code, "\n".join(branch.row.told), KINDS[type(one.rule)].kind, one.why)


def _number(row: AnnexRow) -> Decimal | None:
    found = None if _THOUSAND.match(row.most) else _MOST.fullmatch(row.most)
    return Decimal(found[1].replace(",", ".")) if found else None


def _points(row: AnnexRow) -> str:
    """The most points as files write them; words that are no number stay, for the reader to tell, as does "1.000"."""
    number = _number(row)
    return str(number) if number is not None else f"{row.most} điểm" if _THOUSAND.match(row.most) else row.most or "unknown"


def _edition(
    name: str, head: AnnexHead, tree: Sequence[Branch], totals: Sequence[AnnexRow], proposed: Mapping[int, Proposed]
) -> yaml.Node:
    total = str(head.most) if head.most is not None else _points(totals[-1]) if totals else "unknown"
    inputs = [(code, title, number) for number, one in proposed.items() for code, title in one.inputs]
    said: dict[str, Plain | None] = {
        "index": head.index,
        "edition": head.edition,
        "title": head.title,
        "standing": head.standing,
        "act": head.act,
        "responsible": head.responsible,
        "level": head.level,
        "years": head.years,
        "state": head.state.isoformat(),
        "survey_points": str(head.survey_points) if head.survey_points is not None else None,
        "source": _SOURCE,
    }
    described = [composed({"code": code, "title": title, "measure": "chưa rõ"}, line) for code, title, line in inputs]
    return mapping(
        [
            *((key, composed(value, 0) if value is not None else None) for key, value in said.items()),
            ("sources", listing([composed({"key": _SOURCE, "text": f"{head.act}, phụ lục (tệp {name})", "mark": "seen"}, 0)], 0)),
            ("inputs", listing(described, 0) if inputs else None),
            ("total", composed({"most": total}, totals[-1].number if totals else 0)),
            ("nodes", listing(_nodes(TOTAL, tree, proposed), 0)),
        ],
        0,
    )


def _nodes(parent: str, tree: Sequence[Branch], proposed: Mapping[int, Proposed]) -> list[yaml.Node]:
    return [_node(one.row, tree, proposed) for one in tree if one.parent == parent]


def _node(row: AnnexRow, tree: Sequence[Branch], proposed: Mapping[int, Proposed]) -> yaml.Node:
    rule = proposed.get(row.number)
    told = ["\n".join(["Cách chấm theo phụ lục:", *row.told])] if row.told else []
    note = "\n".join([*told, *row.remarks]) or None
    said: dict[str, Plain | None] = {
        "code": row.code,
        "title": row.title or None,
        "most": _points(row),
        "rule": written(rule.rule, row.code) if rule else None,
        "surveyed": "true" if row.surveyed and rule else None,
        "source": [_SOURCE, row.place],
        "note": note,
    }
    entries = [(key, composed(value, row.number) if value is not None else None) for key, value in said.items()]
    children = [] if rule else _nodes(row.code, tree, proposed)
    return mapping([*entries, ("children", listing(children, row.number) if children else None)], row.number)
