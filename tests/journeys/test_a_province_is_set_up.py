"""The first start: somebody who reads the server's console sets a real province up, at a desk or at a telephone."""

from collections.abc import Iterator

import pytest
from django.conf import settings as configured
from playwright.sync_api import Browser

from longdan.app.agencies.models import Agency, Post, Role
from longdan.app.founding.queries import opening_code
from tests.journeys.conftest import WALKED, Visitor, at_a_screen
from tests.journeys.pictures import keep

PASSWORD = "dong chay lang le 26"


@pytest.fixture(params=WALKED)
def founder(request: pytest.FixtureRequest, browser: Browser, live_server, transactional_db: None, settings) -> Iterator[Visitor]:  # type: ignore[no-untyped-def]
    settings.DEMO = False
    with at_a_screen(browser, live_server.url, PASSWORD, width=request.param) as person:
        yield person
    assert person.complaints == []


def looked_at(founder: Visitor, name: str) -> None:
    keep(founder.page, f"founding-{name}")
    assert founder.violations() == []
    assert founder.overflow() <= 0


def test_a_province_is_set_up_from_nothing(founder: Visitor) -> None:
    page = founder.goes_to("/")
    page.wait_for_url("**/thiet-lap")
    looked_at(founder, "code")
    page.get_by_label("Mã thiết lập").fill(opening_code(configured.SECRET_KEY).lower())
    page.get_by_role("button", name="Bắt đầu").click()
    page.get_by_label("Tỉnh, thành phố").select_option("14")
    looked_at(founder, "province")
    page.get_by_role("button", name="Tiếp tục").click()
    page.get_by_label("Sở Ngoại vụ", exact=True).check()
    page.get_by_label("Tên của Thanh tra tỉnh ở tỉnh này").fill("Thanh tra tỉnh Sơn La")
    page.get_by_label("Cơ quan khác, mỗi dòng một tên").fill("Liên minh Hợp tác xã tỉnh")
    looked_at(founder, "departments")
    page.get_by_role("button", name="Tiếp tục").click()
    administrator = page.get_by_role("region", name="Người quản trị")
    coordinator = page.get_by_role("region", name="Người điều phối")
    administrator.get_by_label("Họ và tên").fill("Khúc Đức Luyện")
    administrator.get_by_label("Tên đăng nhập").fill("quantri")
    administrator.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    administrator.get_by_label("Gõ lại mật khẩu").fill(PASSWORD)
    coordinator.get_by_label("Họ và tên").fill("Hà Minh Thảo")
    looked_at(founder, "people")
    page.get_by_role("button", name="Thiết lập").click()
    page.wait_for_url("**/thiet-lap/xong")
    looked_at(founder, "done")
    assert page.locator(".letter-code").inner_text().count("-") == 3
    assert Agency.objects.get(name="UBND tỉnh Sơn La").parts.filter(valid_to=None, end_unknown=False).count() == 75 + 22
    assert {post.role for post in Post.objects.all()} == {Role.ADMINISTRATOR, Role.COORDINATOR}
    founder.signs_in("quantri")
    page.goto(f"{founder.address}/thiet-lap")
    page.wait_for_url(lambda address: "thiet-lap" not in address)
