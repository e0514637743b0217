"""A browser, the sample province, and somebody who looks over the shoulder: errors, broken policy, violations."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import wraps
from importlib.resources import files
from pathlib import Path

import axes.attempts
import axes.handlers.proxy
import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import connection, transaction
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, ViewportSize, expect, sync_playwright

from longdan.app.agencies.actions import load_sample
from longdan.app.agencies.models import Agency, Post
from longdan.app.plans import actions
from longdan.app.plans.models import Assignment, Plan
from longdan.app.plans.previewing import preview
from longdan.app.programs.installed import installed_programs
from longdan.core.catalogue.departments import read_departments
from longdan.core.catalogue.sample import SampleProvince, read_sample
from longdan.core.documents.sources import SourceFile
from tests import machine

CATALOGUE = files("longdan") / "catalogue"
DOCUMENTS = Path(str(CATALOGUE / "sample" / "documents"))
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--force-color-profile=srgb", "--font-render-hinting=none",
)  # fmt: skip
DAY = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)  # a Monday morning
PATIENCE = 60_000  # ms; as long as the slowest machine may need: where all is well nobody waits for it
DEEDS = "check click fill focus press press_sequentially scroll_into_view_if_needed select_option set_input_files".split()
LOOKS = "count evaluate get_attribute inner_text input_value is_visible".split()
WIDTHS = {"wide": ViewportSize(width=1440, height=900), "narrow": ViewportSize(width=360, height=780)}
# A screen's width reaches no table: on the second database each journey is walked at one.
WALKED = ("wide",) if connection.vendor == "postgresql" else tuple(WIDTHS)
HERE = Path(__file__).parent
# The browser of the tests keeps a loop running in this thread; what the tests ask of the tables meanwhile is safe.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Journeys prove that the whole works: which lines they run is not counted, as that would take half as long again."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.no_cover)


def on_a_whole_page(deed: Callable[..., object]) -> Callable[..., object]:
    """Playwright acts as soon as an element is there, and goes on as soon as an answer begins: before the scripts have run."""

    @wraps(deed)
    def done(here: Locator, *words: object, **options: object) -> object:
        here.page.wait_for_load_state()
        found = deed(here, *words, **options)
        here.page.wait_for_load_state()
        return found

    return done


@pytest.fixture(autouse=True)
def whole_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """People look at, and act on, pages that have arrived."""
    for deed in (*DEEDS, *LOOKS):
        monkeypatch.setattr(Locator, deed, on_a_whole_page(getattr(Locator, deed)))


@pytest.fixture(autouse=True)
def a_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is due, late or to come is the same on whatever day, and at whatever hour, somebody runs this."""
    clock, begun = timezone.now, timezone.now()
    for asked in (timezone, axes.attempts, axes.handlers.proxy):
        monkeypatch.setattr(asked, "now", lambda: DAY + (clock() - begun))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = machine.chromium()
    if program is None:
        pytest.skip("no Chromium on this machine: apt-get install chromium-headless-shell")
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE)
        opened = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS), timeout=3 * PATIENCE)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def sample() -> SampleProvince:
    return read_sample(CATALOGUE / "sample")


@pytest.fixture(autouse=True)
def installation(settings, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """A demonstration with its own files."""
    settings.DEMO = True
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    }


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reads what is handed in as soon as its transaction ends, as the worker behind the server does some moments later."""

    def read_soon(job: str, reading_id: int, **options: object) -> None:
        transaction.on_commit(lambda: read_now(reading_id))

    monkeypatch.setattr("longdan.app.plans.jobs.async_task", read_soon)


@pytest.fixture
def sleeping_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody reads until the test says so."""
    monkeypatch.setattr("longdan.app.plans.jobs.async_task", lambda *job, **options: None)


def read_now(reading_id: int) -> None:
    actions.read(reading_id=reading_id, programs=installed_programs(), now=timezone.now)


@pytest.fixture
def province(transactional_db: None, sample: SampleProvince) -> SampleProvince:
    load_sample(sample, read_departments(CATALOGUE / "units" / "departments.yaml"), at=timezone.now())
    return sample


@pytest.fixture
def handed_in(province: SampleProvince, worker: None) -> Callable[[str], int]:
    """Hands a sample document in, in the coordinator's name; its reading."""

    def hand_in(name: str) -> int:
        source = SourceFile(name, (DOCUMENTS / name).read_bytes())
        return actions.receive(files=[source], by=coordinator(), at=timezone.now()).pk

    return hand_in


def in_force(reading: int) -> Plan:
    """What was read, confirmed in the coordinator's name as it was found."""
    seen = preview(coordinator(), reading, on=timezone.localdate()).token
    return actions.confirm(reading_id=reading, by=coordinator(), seen=seen, at=timezone.now())


@pytest.fixture
def duty(handed_in: Callable[[str], int]) -> Assignment:
    """What a plan gives to Sở Khoa học và Công nghệ to lead."""
    plan = in_force(handed_in("06_quyet-dinh-kem-ke-hoach-dti-2027.docx"))
    science = Agency.objects.get(name="Sở Khoa học và Công nghệ", fictional=True)
    return Assignment.objects.filter(task__plan=plan, agency=science, role="lead").earliest("pk")


def coordinator() -> Post:
    return Post.objects.select_related("account", "agency").get(account__username="dieuphoi")


@contextmanager
def held(page: Page, reading: int) -> Iterator[None]:
    """A page that asks how far a document is read learns nothing new: the tables belong to the test for a moment."""
    asked = f"**/van-ban/{reading}"
    page.route(asked, lambda route: route.fulfill(status=204) if "hx-request" in route.request.headers else route.continue_())
    with page.expect_response(lambda answer: answer.status == 204):
        pass  # what the page asked before has been answered
    yield
    page.unroute(asked)


class Visitor:
    """Somebody at a screen, and whatever went wrong in the browser meanwhile."""

    def __init__(self, context: BrowserContext, address: str, password: str) -> None:
        self.page: Page = context.new_page()
        self.address, self.password = address, password
        self.complaints: list[str] = []
        self.page.on("console", self.hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def goes_to(self, path: str) -> Page:
        self.page.goto(self.address + path)
        return self.page

    def signs_in(self, user: str) -> Page:
        self.goes_to("/vao")
        self.signs_in_here(user)
        self.page.wait_for_url("**/")
        return self.page

    def signs_in_here(self, user: str) -> None:
        """At the door that they were sent to, with the way on that it knows."""
        page = self.page
        page.get_by_label("Tên đăng nhập").fill(user)
        page.get_by_label("Mật khẩu").fill(self.password)
        page.get_by_role("button", name="Đăng nhập", exact=True).click()

    def violations(self) -> list[str]:
        """What axe finds against the rules of accessibility."""
        self.page.wait_for_load_state()
        found = Axe().run(self.page).response["violations"]
        return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found]

    def overflow(self) -> int:
        """By how many pixels the page is wider than the screen."""
        self.page.wait_for_load_state()
        return int(self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


@contextmanager
def at_a_screen(browser: Browser, address: str, password: str, *, width: str = "wide", scripts: bool = True) -> Iterator[Visitor]:
    """A visitor with a browser of his own."""
    context = browser.new_context(viewport=WIDTHS[width], java_script_enabled=scripts, locale="vi-VN", reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    yield Visitor(context, address, password)
    context.close()


@pytest.fixture(params=WALKED)
def visitor(request: pytest.FixtureRequest, browser: Browser, live_server, province: SampleProvince) -> Iterator[Visitor]:  # type: ignore[no-untyped-def]
    """A visitor at a wide screen and at a telephone."""
    with at_a_screen(browser, live_server.url, province.password, width=request.param) as person:
        yield person
    assert person.complaints == []


@pytest.fixture
def plain_visitor(browser: Browser, live_server, province: SampleProvince) -> Iterator[Visitor]:  # type: ignore[no-untyped-def]
    """Somebody whose browser runs no scripts."""
    with at_a_screen(browser, live_server.url, province.password, scripts=False) as person:
        yield person
