"""The language of a page follows the reader's choice, never the browser's; English is complete."""

import re
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Message
from django.test import Client
from django.utils import translation

from docs import translating
from longdan.app.agencies.models import Role
from longdan.app.audit.models import Event
from longdan.app.people.actions.posts import Seat, give_post
from longdan.app.plans.queries import task_sheet
from longdan.app.work.queries.holidays import holidays
from tests.builders import AT, ON, a_plan, a_post, a_ready_reading
from tests.cast import Cast

VIETNAMESE = re.compile("[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]", re.IGNORECASE)
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|%%")
MARKED = re.compile(
    r"{% blocktranslate.*?{% endblocktranslate %}|{% translate .*?%}|\b_\((\"[^\"]*\"|'[^']*')\)|{#.*?#}", re.DOTALL
)
NOT_FOR_TRANSLATION = ("Lòng Dân", "Tiếng Việt")
TEMPLATES = sorted(path for path in (translating.SOURCE / "web").glob("**/*.html") if path.name != "gallery.html")
SCRIPTS = sorted((translating.SOURCE / "web").glob("**/static/longdan/js/*.js"))
ENGLISH = [message for message in translating.written() if message.id]


def name_of(path: Path) -> str:
    return path.relative_to(translating.SOURCE / "web").as_posix()


@pytest.fixture
def chi(cast: Cast) -> Client:
    """The coordinator, who reads English."""
    client = Client()
    client.force_login(cast.chi.account)
    client.cookies["ngon-ngu"] = "en"
    return client


@pytest.mark.parametrize(
    ("cookie", "browser", "shown"),
    [("", "en-US,en", "vi"), ("", "vi", "vi"), ("en", "vi", "en"), ("vi", "en", "vi"), ("xx", "en", "vi")],
)
@pytest.mark.usefixtures("cast")
def test_the_choice_counts_and_the_browser_does_not(client: Client, cookie: str, browser: str, shown: str) -> None:
    client.cookies["ngon-ngu"] = cookie
    page = client.get("/vao", headers={"accept-language": browser})
    assert f'<html lang="{shown}">' in page.content.decode()


@pytest.mark.usefixtures("cast")
def test_the_switch_leads_back_to_the_page_where_it_was_pressed(client: Client) -> None:
    answer = client.post("/ngon-ngu", {"language": "en", "next": "/vao?next=/ke-hoach/"})
    assert (answer.url, answer.cookies["ngon-ngu"].value) == ("/vao?next=/ke-hoach/", "en")


@pytest.mark.usefixtures("cast")
def test_a_foreign_address_is_not_followed(client: Client) -> None:
    assert client.post("/ngon-ngu", {"language": "en", "next": "https://elsewhere.example/"}).url == "/"


@pytest.mark.parametrize("path", [*TEMPLATES, *SCRIPTS], ids=name_of)
def test_no_words_stand_outside_the_marks(path: Path) -> None:
    text = MARKED.sub("", path.read_text(encoding="utf-8"))
    for kept in NOT_FOR_TRANSLATION:
        text = text.replace(kept, "")
    assert [line.strip() for line in text.splitlines() if VIETNAMESE.search(line)] == []


def test_every_text_has_its_english() -> None:
    assert translating.missing(translating.renewed(translating.written(), translating.used())) == []


def test_what_is_missed_is_named() -> None:
    bare = translating.renewed(translating.written(), {"Đã lưu.", "không ai viết câu này", ("%(n)d con mèo", "%(n)d con mèo")})
    assert translating.missing(bare) == ["%(n)d con mèo", "không ai viết câu này"]


@pytest.mark.parametrize("message", ENGLISH, ids=lambda message: str(message.id)[:40])
def test_english_says_the_same_figures_and_names(message: Message) -> None:
    forms = [message.string] if isinstance(message.string, str) else list(message.string)
    source = message.id if isinstance(message.id, str) else message.id[0]
    assert {tuple(sorted(PLACEHOLDER.findall(form))) for form in forms} == {tuple(sorted(PLACEHOLDER.findall(source)))}


def words_of(page: Any) -> str:
    """What a page says, without the words of other languages that say so themselves."""
    text = re.sub(r"<(script|style|svg).*?</\1>", "", page.content.decode(), flags=re.DOTALL)
    return re.sub(r'<button[^>]*lang="vi".*?</button>', "", text, flags=re.DOTALL)


def data_of(cast: Cast) -> list[str]:
    """The words that are data: they stay as people wrote them."""
    posts = (cast.an, cast.binh, cast.binh_staff, cast.chi, cast.chi_two, cast.leader, cast.auditor)
    names = [word for post in posts for word in (post.account.full_name, post.title, post.agency.name)]
    days = (*holidays().yearly, *(day.name for day in holidays().fixed))
    return sorted({*names, *days, cast.province.name, cast.ward.name, *NOT_FOR_TRANSLATION}, key=len, reverse=True)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/", "Today"),
        ("/ke-hoach/", "Plans"),
        ("/lich/", "Calendar"),
        ("/van-ban/", "Documents"),
        ("/co-quan/", "agencies of the province"),
        ("/nguoi/", "Coordinator of the province"),
        ("/nhat-ky", "People, sign-in"),
        ("/kho-khan/", "Awaiting an answer"),
        ("/toi/", "Change password"),
        ("/tim", "Search"),
    ],
)
def test_a_page_in_english_holds_no_vietnamese_but_data(chi: Client, cast: Cast, address: str, said: str) -> None:
    page = chi.get(address)
    text = words_of(page)
    for data in data_of(cast):
        text = text.replace(data, "")
    left = [line.strip()[:120] for line in text.splitlines() if VIETNAMESE.search(line)]
    assert (page.status_code, said in words_of(page), left) == (200, True, [])


def test_a_plan_in_english_keeps_only_its_own_words(chi: Client, cast: Cast) -> None:
    page = words_of(chi.get(f"/ke-hoach/{a_plan(cast.chi).pk}"))
    told = {
        "By content": True,
        "Matrix": True,
        "Assigned": True,
        "nhiệm vụ đã hoàn thành": False,
        "Đã giao": False,
        "còn ": False,
    }
    assert {words: words in page for words in told} == told


def test_a_preview_in_english_keeps_only_its_own_words(chi: Client, cast: Cast) -> None:
    page = words_of(chi.get(f"/van-ban/{a_ready_reading(cast.chi).pk}/xem"))
    told = {"tasks read in": True, "Look at these first": True, "Đọc được": False, "Cần xem trước": False, "Tất cả": False}
    assert {words: words in page for words in told} == told


def test_a_problem_stays_vietnamese_and_says_so(chi: Client) -> None:
    page = chi.post("/van-ban/nhap").content.decode()
    assert ("The explanation below is in Vietnamese." in page, '<div class="problem" lang="vi">' in page) == (True, True)


def test_a_sheet_that_comes_back_is_vietnamese_whatever_the_page(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    with translation.override("en"):
        sheet = task_sheet(cast.chi, plan.pk, on=ON)
    assert {row.state for row in sheet.rows} <= {"Đã giao", "Chưa giao", "Quá hạn", "Hoàn thành"}


def test_the_trail_is_vietnamese_whatever_the_page(cast: Cast) -> None:
    keeper = a_post("Quách Thị Quản", cast.home_affairs, Role.ADMINISTRATOR)
    with translation.override("en"):
        give_post(account_id=cast.an.account_id, seat=Seat(cast.ward.pk, Role.AGENCY_LEAD, "Phó", ON), by=keeper, at=AT)
    assert "vai trò Thủ trưởng cơ quan" in Event.objects.get(verb="people.post.given").detail
