"""Every page, wide and narrow: nothing against accessibility, nothing beyond the screen, nothing against the policy."""

from collections.abc import Callable

import pytest

from tests.journeys.conftest import Visitor, coordinator, in_force

FOR_COORDINATORS = (
    "/", "/van-ban/", "/van-ban/nhap", "/van-ban/{ready}/xem", "/van-ban/{ready}/xem?sua=t1", "/van-ban/{ready}/xem?sua=heading",
    "/van-ban/{ready}/xem?loc=no_deadline", "/ke-hoach/", "/ke-hoach/?tim=khong-co", "/ke-hoach/{plan}",
    "/ke-hoach/{plan}?theo=agency",
    "/ke-hoach/{plan}?theo=month&loc=chua-han", "/ke-hoach/{plan}?theo=targets", "/ke-hoach/{plan}?theo=reports",
    "/ke-hoach/{plan}/van-ban", "/nhiem-vu/{task}", "/co-quan/", "/co-quan/?tim=noi%20vu", "/co-quan/{agency}", "/nhat-ky",
    "/co-quan/{agency}/viec",
    "/co-quan/{agency}/viec?tinh-trang=assigned&phoi-hop=1", "/kho-khan/", "/tim", "/tim?tim=chuyen+doi+so",
    "/tim?tim=chuyen+doi+so&nhom=van-ban", "/chi-so/", "/chi-so/papi/2021-2024?don-vi=01", "/chi-so/nhap?loai=annex",
    "/lich/?thang=2027-02&cua=tinh", "/lich/?xem=dong&cua=tinh", "/?noi-tre=ca",
)  # fmt: skip


@pytest.fixture
def numbers(handed_in: Callable[[str], int]) -> dict[str, int]:
    """One plan in force, another document waiting for confirmation."""
    plan, ready = in_force(handed_in("06_quyet-dinh-kem-ke-hoach-dti-2027.docx")), handed_in("10_par-index-2026.pdf")
    task = plan.tasks.filter(assignments__isnull=False).first()
    assert task
    return {"ready": ready, "plan": plan.pk, "task": task.pk, "agency": coordinator().agency_id}


def test_every_page_is_for_everybody(visitor: Visitor, numbers: dict[str, int]) -> None:
    page = visitor.goes_to("/vao")
    assert visitor.violations() == []
    visitor.signs_in("dieuphoi")
    found = {}
    for path in (path.format(**numbers) for path in FOR_COORDINATORS):
        answer = page.goto(visitor.address + path)
        assert answer is not None
        assert answer.status == 200, path
        if wrong := [*visitor.violations(), *(["wider than the screen"] if visitor.overflow() > 0 else [])]:
            found[path] = wrong
    assert found == {}


@pytest.mark.parametrize(("path", "status"), [("/khong-co", 404), ("/nhat-ky", 403)])
def test_what_cannot_be_shown_says_so_and_shows_a_way_back(visitor: Visitor, path: str, status: int) -> None:
    page = visitor.signs_in("canboxa")
    answer = page.goto(visitor.address + path)
    assert answer is not None
    assert answer.status == status
    assert visitor.violations() == []
    visitor.complaints.clear()  # the browser reports the status itself
    page.get_by_role("link", name="Về trang Hôm nay").click()
    page.wait_for_url("**/")


def test_every_page_says_that_the_province_is_invented(visitor: Visitor) -> None:
    for path in ("/vao", "/", "/ke-hoach/"):
        page = visitor.signs_in("dieuphoi") if path == "/" else visitor.goes_to(path)
        assert "tỉnh hư cấu" in page.locator("aside.notice").inner_text()
