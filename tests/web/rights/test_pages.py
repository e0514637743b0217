"""Every address, for every role, from its own agency, its province and outside: shown, or refused without a trace.

The addresses are read from the site: a new one without a row in ``pages`` fails.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from longdan.app.agencies.access import REACH, Relation
from longdan.app.agencies.models import Account, Agency, Role
from longdan.app.audit.models import Event
from longdan.app.indices import actions as indices
from longdan.app.indices.models import SourceKind
from longdan.app.plans.models import Reading
from tests.app.rights.cases import ordered
from tests.app.rights.people_cases import given_sheet
from tests.app.rights.scene import Scene
from tests.builders import AT, a_post, an_agency, an_edition
from tests.cast import Cast
from tests.core.documents.pictures import heic
from tests.web.rights.pages import OPEN, PAGES, Page

EDITION = "2021-2024"
PLACES = [(role, relation) for role in Role for relation in Relation]


def names() -> Iterator[str]:
    patterns = list(get_resolver().url_patterns)
    while patterns:
        one = patterns.pop()
        if isinstance(one, URLPattern):
            yield str(one.name)
        else:
            patterns += one.url_patterns


def test_every_address_has_its_row() -> None:
    assert sorted(set(names()) - {"ui"}) == sorted(PAGES.keys() | OPEN)


@pytest.fixture
def things(cast: Cast, kept_things: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    monkeypatch.setattr("longdan.app.plans.jobs.async_task", lambda *job, **options: None)
    return kept_things


@pytest.fixture(scope="module")
def kept_things(kept_cast: Cast) -> dict[str, Any]:
    """What the addresses name: everything is the department's."""
    cast, scene = kept_cast, Scene(kept_cast)
    evidence, said, difficulty = scene.evidence(heic()), scene.said(), scene.difficulty()
    draft = waiting(scene)  # after all that confirms a plan: each takes the reading that lies open
    return {
        "reading_id": draft.pk, "item": "heading", "plan_id": evidence.assignment.task.plan_id,
        "task_id": evidence.assignment.task_id, "assignment_id": evidence.assignment_id, "comment_id": said.pk,
        "evidence_id": evidence.pk, "version_id": evidence.versions.get().pk, "difficulty_id": difficulty.pk,
        "agency_id": scene.agency.pk, "agency_id of agency-left": ended(cast).pk, "account_id": scene.person().pk,
        "post_id": cast.binh_staff.pk, "session_id": 0,
        "sheet_id": given_sheet(scene)[0], "verb": "accept", "verb of handle-difficulty": "answer", "verb of change-task": "rut",
        "change_id": 0, "source_id": source(cast), "file_id": draft.files.get().pk,
        "index": "papi", "name": EDITION, "reform_id": ordered(scene).pk,
    }  # fmt: skip


def ended(cast: Cast) -> Agency:
    """An agency of the province that is no more."""
    return an_agency("Sở Thông tin và Truyền thông", province=cast.province, valid_to=date(2025, 3, 1))


def source(cast: Cast) -> int:
    """A file with an edition of an index, which the coordinator handed in."""
    by = a_post("Trần Phối", cast.home_affairs, Role.COORDINATOR)
    return int(indices.receive_source(file=an_edition(), kind=SourceKind.SHEET, by=by, at=AT).pk)


def waiting(scene: Scene) -> Reading:
    """A reading that waits for its confirmation."""
    Reading.objects.update(digest="x" * 64)
    return scene.reading()


def address(name: str, things: dict[str, Any]) -> str:
    found = next(pattern for pattern in get_resolver().reverse_dict.getlist(name))
    wanted = found[0][0][1]
    told = {key: things.get(f"{key} of {name}", things[key]) for key in wanted}
    return reverse(name, kwargs=told)


@pytest.mark.parametrize("place", PLACES, ids=[f"{role}-{relation}" for role, relation in PLACES])
def test_whoever_may_not_is_refused_and_leaves_no_trace(cast: Cast, things: dict[str, Any], place: tuple[Role, Relation]) -> None:
    client = Client()
    client.force_login(account(cast, *place), backend="django.contrib.auth.backends.ModelBackend")
    wrong = {name: visit(client, name, page, things, within(page, *place)) for name, page in PAGES.items()}
    assert {name: told for name, told in wrong.items() if told} == {}


def account(cast: Cast, role: Role, relation: Relation) -> Account:
    return Scene(cast).actor(role, relation).account


def visit(client: Client, name: str, page: Page, things: dict[str, Any], allowed: bool) -> str:
    """What is wrong with the answer: shown to whom it should not be, or not to whom it should; nothing where it is right."""
    where = address(name, things)
    with transaction.atomic():
        before = Event.objects.count()
        answer = client.post(where, SENT | told(things)) if page.sends else client.get(where)
        traced = Event.objects.count() > before
        transaction.set_rollback(True)
    refused = answer.status_code in (403, 404)
    if page.sends and not allowed:
        return "" if refused and not traced else f"{answer.status_code}, traced: {traced}"
    if page.sends:
        return f"{answer.status_code}" if answer.status_code == 403 or answer.status_code >= 500 else ""
    fits = answer.status_code in (200, 204, 302) if allowed else refused
    return "" if fits else f"{answer.status_code}, allowed: {allowed}"


def told(things: dict[str, Any]) -> dict[str, Any]:
    """What names a thing in what is sent, not in the address."""
    number = things["assignment_id"]
    file = SimpleUploadedFile("anh.txt", b"Bien ban")
    return {"task_id": things["task_id"], "assignment_id": number, "duty": number, "documents": file}


SENT = {
    "officer": "0",
    "step": "accept",
    "text": "Lời",
    "reason": "Lý do",
    "percent_done": "10",
    "title": "",
    "item": "heading",
    "verb": "discard",
    "place": "comment",
}


def within(page: Page, role: Role, relation: Relation) -> bool:
    """Whether the table of rights lets a role reach a page."""
    return page.right is None or (Relation.OWN if page.at_home else relation) in REACH[page.right].get(role, frozenset())
