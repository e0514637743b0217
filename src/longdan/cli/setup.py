"""``longdan setup``: a real province made ready, by questions or by options."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click
from django.utils import timezone

from longdan.app.founding.actions import Department, First, Founded, found
from longdan.app.founding.queries import DepartmentChoice, departments, ground, province, still_open
from longdan.app.people.actions.posts import Name
from longdan.cli.schema import bring_up_to_date
from longdan.core.catalogue.units import Unit
from longdan.core.problems import ProblemsFound

PEOPLE = (("administrator", "quản trị"), ("coordinator", "điều phối"))
SEATS = {"administrator": "Văn phòng Ủy ban nhân dân {level}", "coordinator": "Sở Nội vụ"}


class Day(click.ParamType):
    """A day as officials write it."""

    name = "ngày/tháng/năm"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            day, month, year = (int(part) for part in value.split("/"))
            return date(year, month, day)
        except ValueError:
            self.fail(f"“{value}” không phải một ngày; viết ngày/tháng/năm, ví dụ 01/03/2025", param, ctx)


@click.command()
@click.option("--province", "place", help="Mã hoặc tên tỉnh, thành phố.")
@click.option(
    "--with", "also", multiple=True, metavar="MÃ", help="Thêm một cơ quan của danh mục mẫu mà không phải tỉnh nào cũng có."
)
@click.option("--without", multiple=True, metavar="MÃ", help="Bỏ một cơ quan của danh mục mẫu.")
@click.option("--other", multiple=True, metavar="TÊN", help="Thêm một cơ quan ngoài danh mục mẫu.")
@click.option("--merged-on", type=Day(), help="Ngày các sở hợp nhất năm 2025 bắt đầu hoạt động; không rõ thì bỏ trống.")
@click.option("--administrator", metavar="HỌ VÀ TÊN", help="Người quản trị.")
@click.option("--administrator-user", metavar="TÊN", help="Tên đăng nhập của người quản trị.")
@click.option("--administrator-title", default="Quản trị hệ thống", show_default=True, help="Chức danh.")
@click.option("--administrator-agency", metavar="TÊN", help="Cơ quan của người quản trị.")
@click.option("--administrator-mail", default="", metavar="ĐỊA CHỈ", help="Thư điện tử của người quản trị.")
@click.option("--coordinator", metavar="HỌ VÀ TÊN", help="Người điều phối của tỉnh.")
@click.option("--coordinator-user", default="", metavar="TÊN", help="Tên đăng nhập; để trống để phần mềm đặt.")
@click.option("--coordinator-title", default="Trưởng phòng", show_default=True, help="Chức danh.")
@click.option("--coordinator-agency", metavar="TÊN", help="Cơ quan của người điều phối.")
@click.option("--coordinator-mail", default="", metavar="ĐỊA CHỈ", help="Thư điện tử của người điều phối.")
@click.option(
    "--password-file", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Tệp có mật khẩu của người quản trị ở dòng đầu; không có thì hỏi. Mật khẩu không bao giờ viết trên dòng lệnh.",
)  # fmt: skip
@click.option("--yes", is_flag=True, help="Không hỏi gì; điều gì thiếu thì báo.")
def setup(place: str | None, yes: bool, **given: Any) -> None:
    """Thiết lập một tỉnh thật: đơn vị hành chính, cơ quan, hai tài khoản đầu tiên."""
    bring_up_to_date()
    try:
        still_open(ground())
        unit = province(place or ("" if yes else click.prompt("Tỉnh, thành phố (mã hoặc tên)")))
        has = list(_departments(unit, given, ask=not yes))
        first = {key: _person(key, who, unit, given, ask=not yes) for key, who in PEOPLE}
        password = _password(given["password_file"], ask=not yes)
        if not yes:
            click.confirm(f"Thiết lập {unit.full_name} với {len(has)} cơ quan?", default=True, abort=True)
        done = found(
            code=unit.code, has=has, merged_on=given["merged_on"], administrator=first["administrator"], password=password,
            coordinator=first["coordinator"], at=timezone.now(),
        )  # fmt: skip
    except ProblemsFound as problems:
        raise click.ClickException(str(problems)) from problems
    _tell(done)


def _departments(unit: Unit, given: dict[str, Any], *, ask: bool) -> Iterator[Department]:
    """Those of the template that the province has, then the others that were named."""
    choices = departments(unit)
    asked = _asked(given, choices)
    for choice in choices:
        has = asked.get(choice.key, choice.proposed)
        if ask and choice.key not in asked and not choice.certain:
            has = click.confirm(f"Có {choice.name} không?", default=choice.proposed)
        if has:
            yield Department(choice.name, choice.key)
    names = [*given["other"]]
    while ask and (name := click.prompt("Thêm cơ quan khác (để trống nếu đã đủ)", default="", show_default=False).strip()):
        names.append(name)
    yield from (Department(name) for name in names)


def _asked(given: dict[str, Any], choices: Sequence[DepartmentChoice]) -> dict[str, bool]:
    """What options say of departments; a key that the template does not have stops the command."""
    asked = dict.fromkeys(given["also"], True) | dict.fromkeys(given["without"], False)
    if unknown := sorted(asked.keys() - {choice.key for choice in choices}):
        keys = ", ".join(choice.key for choice in choices)
        raise click.BadParameter(f"không có mã {', '.join(unknown)}; các mã của danh mục mẫu: {keys}")
    return asked


def _person(key: str, who: str, unit: Unit, given: dict[str, Any], *, ask: bool) -> First:
    """One of the first two people: as options say, else as somebody answers."""

    def told(option: str, question: str, default: str | None = None) -> str:
        value = given[option]
        return value if value is not None or not ask else click.prompt(f"{question} của người {who}", default=default)

    level = "thành phố" if unit.full_name.startswith("thành phố") else "tỉnh"
    full_name = told(key, "Họ và tên")
    username = told(f"{key}_user", "Tên đăng nhập")
    department = told(f"{key}_agency", "Cơ quan", SEATS[key].format(level=level))
    name = Name(full_name or "", username or "", given[f"{key}_mail"])
    return First(name, given[f"{key}_title"], department or SEATS[key].format(level=level))


def _password(file: Path | None, *, ask: bool) -> str:
    if file:
        return (file.read_text().splitlines() or [""])[0].strip()
    if not ask:
        raise click.UsageError("thiếu mật khẩu của người quản trị: ghi vào một tệp và chỉ tệp ấy bằng --password-file")
    question = "Mật khẩu của người quản trị (ít nhất 10 ký tự)"
    return str(click.prompt(question, hide_input=True, confirmation_prompt="Gõ lại mật khẩu"))


def _tell(done: Founded) -> None:
    click.echo(f"Đã thiết lập {done.province.name}: {done.agencies} cơ quan, {done.communes} xã, phường, đặc khu.")
    click.echo(f"Người quản trị {done.administrator.full_name} đăng nhập bằng tên “{done.administrator.username}”.")
    click.echo(f"Người điều phối {done.coordinator.full_name} có tên “{done.coordinator.username}” và đặt mật khẩu bằng mã mời")
    click.echo(f"    {done.coordinator_code}")
    click.echo("Mã mời chỉ hiện lần này; hỏng hoặc mất thì người quản trị tạo mã khác. Mở máy chủ: longdan serve")
