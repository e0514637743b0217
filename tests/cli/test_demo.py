"""``longdan demo``: from nothing to a province at work, and again without loss."""

import pytest

from longdan.app.agencies.actions import load_sample
from longdan.app.agencies.matching import match
from longdan.app.agencies.models import Account, Agency, Post
from longdan.app.agencies.queries import directory_of
from longdan.app.audit.models import Event
from longdan.app.plans.models import Assignment, Plan, Reading, ReadingState, Task
from longdan.cli import demo
from longdan.cli.demo import PLANS, prepare
from longdan.core.catalogue.departments import read_departments
from longdan.core.catalogue.sample import read_sample
from longdan.core.problems import ProblemsFound
from tests.builders import AT, ON

pytestmark = pytest.mark.django_db


def counts() -> list[int]:
    return [table.objects.count() for table in (Agency, Post, Reading, Plan, Task, Assignment, Event)]


def test_the_demo_is_made_once_and_keeps_what_people_did(capsys: pytest.CaptureFixture[str]) -> None:
    prepare()
    first = capsys.readouterr().out
    assert "86 tỉnh nay và cũ" in first
    assert first.count("nhiệm vụ cần xem lại") == Reading.objects.count()
    assert Plan.objects.count() == PLANS - 1
    assert Reading.objects.filter(state=ReadingState.READY).count() == 1, "one preview is left to be tried"
    made = counts()
    Task.objects.filter(pk=Task.objects.all()[0].pk).update(product="Sửa bởi người dùng")
    prepare()
    assert counts() == made
    assert Task.objects.filter(product="Sửa bởi người dùng").count() == 1


def test_every_sign_in_that_is_printed_works(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "_import_plans", lambda *_: None)  # the plans take seconds and change nothing here
    prepare()
    lines = [line.split() for line in capsys.readouterr().out.splitlines() if "long-dan-" in line]
    assert len(lines) == 8
    for user, password, *_ in lines:
        account = Account.objects.get(username=user)
        assert account.check_password(password), user
        assert Post.objects.filter(account=account, agency__fictional=True).exists()


@pytest.mark.parametrize(
    ("written", "agency"),
    [
        ("Sở Nội vụ tỉnh Lam Châu", "so-noi-vu"),
        ("Sở TN&MT", "so-nong-nghiep-va-moi-truong"),
        ("Sở Nông nghiệp và Phát triển nông thôn", "so-nong-nghiep-va-moi-truong"),
        ("Sở Lao động - Thương binh và Xã hội tỉnh Lam Châu", "so-noi-vu"),
        ("Sở Thông tin và Truyền thông", "so-khoa-hoc-va-cong-nghe"),
        ("Sở Kế hoạch và Đầu tư", "so-tai-chinh"),
        ("Ủy ban nhân dân tỉnh Lam Châu", "99"),
        ("UBND tỉnh", "99"),
        ("Ủy ban MTTQ Việt Nam tỉnh", "mat-tran-to-quoc"),
    ],
)
def test_names_of_yesterday_and_short_names_find_the_agency_of_today(written: str, agency: str) -> None:
    folder = demo.CATALOGUE
    sample = read_sample(folder / "sample")
    load_sample(sample, read_departments(folder / "units" / "departments.yaml"), at=AT)
    found = match(written, directory_of(Agency.objects.get(code="99").pk, on=ON))
    assert found.agency is not None
    assert Agency.objects.get(pk=found.agency).code.split(".")[-1] == agency


def test_a_small_province_is_not_made_large_over_what_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "_import_plans", lambda *_: None)
    prepare()
    with pytest.raises(ProblemsFound, match="đặt LONGDAN_DATA là một thư mục khác"):
        prepare(large=True)
