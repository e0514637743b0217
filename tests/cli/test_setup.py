"""``longdan setup``: by options, by questions, and never with a password on the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from longdan.app.agencies.models import Account, Agency, Post
from longdan.cli.setup import setup
from tests.country import part_of_the_country

pytestmark = pytest.mark.django_db
PASSWORD = "dong chay lang le 26"
GIVEN = (
    "--yes", "--province", "Sơn La", "--administrator", "Khúc Đức Luyện", "--administrator-user", "quantri",
    "--coordinator", "Hà Minh Thảo",
)  # fmt: skip


@pytest.fixture(autouse=True)
def one_province(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("longdan.app.founding.actions.country", lambda: part_of_the_country("14"))


@pytest.fixture
def password_file(tmp_path: Path) -> str:
    file = tmp_path / "mat-khau"
    file.write_text(f"{PASSWORD}\n")
    return str(file)


def run(*options: str, answers: str | None = None) -> Result:
    return CliRunner().invoke(setup, options, input=answers)


def test_a_province_is_set_up_by_options(password_file: str) -> None:
    told = run(*GIVEN, "--password-file", password_file, "--with", "so-ngoai-vu", "--without", "thue", "--other", "Ban Dân tộc")
    assert told.exit_code == 0, told.output
    assert "Đã thiết lập UBND tỉnh Sơn La: 21 cơ quan, 75 xã, phường, đặc khu." in told.output
    assert Account.objects.get(username="quantri").check_password(PASSWORD)
    names = set(Agency.objects.filter(code__startswith="14.", valid_to=None).values_list("name", flat=True))
    assert {"Sở Ngoại vụ", "Ban Dân tộc"} <= names
    assert "Thuế tỉnh" not in names


def test_a_province_is_set_up_by_questions() -> None:
    uncertain = "\n" * 12  # whether it has what not every province has: as proposed
    answers = f"14\n{uncertain}\nKhúc Đức Luyện\nquantri\n\nHà Minh Thảo\n\n{PASSWORD}\n{PASSWORD}\ny\n"
    told = run(answers=answers)
    assert told.exit_code == 0, told.output
    assert Post.objects.count() == 2


def test_the_password_is_neither_an_option_nor_shown(password_file: str) -> None:
    assert not [option for option in setup.params if option.name == "password"]
    assert PASSWORD not in run(*GIVEN, "--password-file", password_file).output


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--yes", "--province", "Sơn La"), "--password-file"),
        (("--yes", "--province", "Hòa Bình"), "không có tỉnh, thành phố này"),
        (("--yes", "--province", "14", "--without", "so-gi"), "các mã của danh mục mẫu"),
        (("--yes", "--province", "14", "--merged-on", "2025"), "viết ngày/tháng/năm"),
    ],
)
def test_a_mistake_is_told_with_the_way_out(options: tuple[str, ...], words: str) -> None:
    told = run(*options)
    assert told.exit_code != 0
    assert words in told.output
    assert not Agency.objects.exists()


def test_a_second_set_up_is_refused(password_file: str) -> None:
    run(*GIVEN, "--password-file", password_file)
    told = run(*GIVEN, "--password-file", password_file)
    assert told.exit_code == 1
    assert "đã thiết lập cho UBND tỉnh Sơn La" in told.output
