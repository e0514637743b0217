"""Things that tests need, made in one line: agencies, posts, documents, plans; never read from fixture files."""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from longdan.app.agencies.models import Account, Agency, AgencyKind, Post, Role
from longdan.app.indices.queries.shipped import shipped_editions
from longdan.app.plans import actions
from longdan.app.plans.actions.reading import _finished, _started
from longdan.app.plans.models import Assignment, Plan, Reading
from longdan.app.plans.previewing import preview
from longdan.core.catalogue.exchange import exchange_file
from longdan.core.documents.model import Document, Kind, Place, document
from longdan.core.documents.sources import SourceFile
from longdan.core.plans.draft import Heading, PlanDraft, Quote, Section, Task

AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)  # Monday 2 March 2026, nine o'clock in Việt Nam
ON = date(2026, 3, 2)
_numbers = itertools.count(1)


def an_agency(name: str, kind: AgencyKind = AgencyKind.DEPARTMENT, *, province: Agency | None = None, **more: Any) -> Agency:
    fields = {"code": f"test-{next(_numbers)}", "name": name, "kind": kind, "province": province, "parent": province, **more}
    agency = Agency(**fields).keyed()
    agency.save()
    return agency


def a_province(name: str = "UBND tỉnh Lam Châu") -> Agency:
    return an_agency(name, AgencyKind.PROVINCE)


def a_post(full_name: str, agency: Agency, role: Role, title: str = "Chuyên viên") -> Post:
    username = f"{full_name.split()[-1].lower()}{next(_numbers)}"
    account = Account(username=username, full_name=full_name, joined_at=AT)
    account.set_unusable_password()
    account.save()
    return Post.objects.create(account=account, agency=agency, role=role, title=title, since=date(2026, 1, 1))


def a_document(*paragraphs: str, name: str = "ke-hoach.docx") -> Document:
    """A document of one page, a passage for each paragraph."""
    return document(
        name, [(text, Place(name, page=1, paragraph=n), Kind.PARAGRAPH) for n, text in enumerate(paragraphs, 1)], pages=1
    )


def a_quote(of: Document, words: str, confidence: float = 1.0) -> Quote:
    start = of.text.index(words)
    return Quote(words, start, start + len(words), confidence)


def a_task(of: Document, words: str, *, section: str = "II", confidence: float = 1.0, **more: Any) -> Task:
    return Task(section, words, a_quote(of, words, confidence), **more)


WORDS = (
    "KẾ HOẠCH Nâng cao Chỉ số cải cách hành chính năm 2026",
    "I. MỤC TIÊU",
    "II. NHIỆM VỤ",
    "Rà soát, đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý.",
    "Công khai kết quả giải quyết hồ sơ tại bộ phận một cửa.",
    "Tổ chức đối thoại với người dân ít nhất hai lần trong năm.",
)
HEADING = Heading(
    kind="plan", issuer="Ủy ban nhân dân tỉnh Lam Châu", number="12/KH-UBND", issued=date(2026, 1, 15), doc_type="Kế hoạch",
    title="Nâng cao Chỉ số cải cách hành chính năm 2026", year=2026, indices=("PAR INDEX",), recipients=("Như trên",),
)  # fmt: skip


def a_draft(of: Document, tasks: Sequence[Task] | None = None, heading: Heading = HEADING, **more: Any) -> PlanDraft:
    sections = tuple(
        Section(number, number, title, a_quote(of, f"{number}. {title}"))
        for number, title in (("I", "MỤC TIÊU"), ("II", "NHIỆM VỤ"))
    )
    return PlanDraft(heading, sections, tuple(three_tasks(of) if tasks is None else tasks), **more)


def three_tasks(of: Document) -> list[Task]:
    """One in order, one without a deadline for all communes, one that nobody is charged with."""
    return [
        a_task(of, WORDS[3], lead=("Sở Nội vụ",), cooperating=("các sở, ban, ngành",), product="Báo cáo", due="2026-03-31"),
        a_task(of, WORDS[4], responsible=("UBND các xã, phường",)),
        a_task(of, WORDS[5], due="2026-02"),
    ]


def a_ready_reading(
    by: Post, of: Document | None = None, draft: PlanDraft | None = None, *, content: bytes = b"ke hoach"
) -> Reading:
    """A reading as the reader leaves it, without reading."""
    of = of or a_document(*WORDS)
    reading = actions.receive(files=[SourceFile(of.name, content)], by=by, at=AT, again=True)
    _started(reading.pk, AT)
    _finished(reading.pk, of, draft or a_draft(of), AT)
    reading.refresh_from_db()
    return reading


def a_plan(by: Post, of: Document | None = None, draft: PlanDraft | None = None, *, content: bytes = b"ke hoach") -> Plan:
    """A plan in force, confirmed as the reader left it."""
    return confirmed(a_ready_reading(by, of, draft, content=content), by)


def confirmed(reading: Reading, by: Post) -> Plan:
    return actions.confirm(reading_id=reading.pk, by=by, seen=preview(by, reading.pk, on=ON).token, at=AT)


def the_assignment(plan: Plan, agency: Agency) -> Assignment:
    """The assignment of an agency in a plan that gives it one."""
    return Assignment.objects.get(task__plan=plan, agency=agency)


def an_edition(name: str = "thu-2030", **more: Any) -> SourceFile:
    """The sample set for communes as the spreadsheet of a province's own edition; ``more``: other values of the edition."""
    sample = next(one for one in shipped_editions() if one.edition == "sample-communes")
    return SourceFile(f"{name}.xlsx", exchange_file(replace(sample, edition=name, **more)))
