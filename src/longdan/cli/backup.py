"""``longdan backup``: a copy of the province to keep elsewhere, made while it works."""

import shutil
from pathlib import Path

import click
from django.conf import settings

from longdan.cli.copying import copy_of, save
from longdan.core.problems import Problem

UNFINISHED = "chua-xong"  # stands in the folder until the copy is whole
FILES, SECRET = "files", "secret"


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="THƯ_MỤC")
def backup(folder: Path) -> None:
    """Sao lưu: chép các bảng, các tệp đã nộp và khóa bí mật vào một thư mục mới; phần mềm vẫn chạy trong lúc đó."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        problem = Problem("cli.backup-there", str(folder), "nơi này đã có dữ liệu", "chọn một thư mục chưa có, ví dụ theo ngày")
        raise click.ClickException(str(problem))
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder.chmod(0o700)  # holds everything, the secret too
    (folder / UNFINISHED).touch()
    save(folder)  # before the files: those that come meanwhile are too many in the copy, never too few
    if (settings.DATA / FILES).is_dir():
        shutil.copytree(settings.DATA / FILES, folder / FILES)
    if (settings.DATA / SECRET).exists():
        shutil.copy2(settings.DATA / SECRET, folder / SECRET)
    (folder / UNFINISHED).unlink()
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    click.echo(f"Đã sao lưu vào {folder} ({size // 1024:,} KB, các bảng ở {copy_of(folder).name}).".replace(",", ".", 1))
    click.echo("Thư mục này có mật khẩu đã băm và khóa bí mật: cất ở nơi khác, chỉ người phụ trách đọc được.")
