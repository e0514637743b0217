"""``longdan plan``: what a plan document says."""

import json
import sys
from importlib.resources import files as resources
from pathlib import Path

import click

from longdan.app.programs.installed import installed_programs
from longdan.core.catalogue.places import read_places
from longdan.core.documents import SourceFile, read
from longdan.core.plans.draft import PlanDraft
from longdan.core.plans.exchange import as_json
from longdan.core.plans.reading import read_plan
from longdan.core.plans.summary import summary
from longdan.core.problems import ProblemsFound, refuse

UNITS = resources("longdan") / "catalogue" / "units"


@click.group()
def plan() -> None:
    """Kế hoạch."""


@plan.command("read")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_exchange", is_flag=True, help="In ra JSON theo dạng trao đổi thay cho bản tóm tắt.")
def read_command(files: tuple[Path, ...], as_exchange: bool) -> None:
    """Đọc một kế hoạch từ một hay nhiều tệp và in ra những gì văn bản nêu."""
    try:
        draft = _draft(files)
    except ProblemsFound as found:
        click.echo(str(found), err=True)
        sys.exit(1)
    click.echo(json.dumps(as_json(draft), ensure_ascii=False, indent=1) if as_exchange else summary(draft))


def _draft(files: tuple[Path, ...]) -> PlanDraft:
    return read_plan(read([_source(file) for file in files], installed_programs(), _progress), read_places(UNITS))


def _source(file: Path) -> SourceFile:
    try:
        return SourceFile(file.name, file.read_bytes())
    except OSError as error:
        raise refuse(
            "cli.unreadable-file", str(file), f"không mở được tệp ({error.strerror})", "kiểm tra đường dẫn và quyền đọc tệp"
        ) from error


def _progress(page: int, pages: int) -> None:
    """Scanned pages take seconds each: say on a terminal which one is being read."""
    if sys.stderr.isatty():
        click.echo(f"\rđang nhận dạng trang {page}/{pages} ", err=True, nl=page >= pages)
