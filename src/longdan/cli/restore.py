"""``longdan restore``: a copy brought back into an empty place, then proved by its trail."""

import shutil
from pathlib import Path

import click
from django.conf import settings
from django.db import connection

from longdan.app.audit.queries import first_break
from longdan.app.plans.queries.originals import not_as_stored
from longdan.cli.backup import FILES, SECRET, UNFINISHED
from longdan.cli.copying import bring_back, copy_of
from longdan.cli.schema import bring_up_to_date
from longdan.core.problems import Problem


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="THƯ_MỤC")
def restore(folder: Path) -> None:
    """Khôi phục: đưa một bản sao lưu vào nơi còn trống, rồi kiểm tra nhật ký và từng tệp."""
    require_whole(folder)
    if connection.introspection.table_names():
        fix = "đặt LONGDAN_DATA (và LONGDAN_DATABASE) sang nơi mới còn trống; dữ liệu đang có không bị ghi đè"
        raise click.ClickException(str(Problem("cli.restore-there", "cơ sở dữ liệu", "đã có dữ liệu", fix)))
    bring_back(folder)
    if (folder / FILES).is_dir():
        shutil.copytree(folder / FILES, settings.DATA / FILES, dirs_exist_ok=True)
    if (folder / SECRET).exists():
        shutil.copy2(folder / SECRET, settings.DATA / SECRET)
    bring_up_to_date()
    prove()


def require_whole(folder: Path) -> None:
    """Refuse what is no copy, one that was cut off, or one of the other kind of database."""
    if (folder / UNFINISHED).exists():
        what, fix = "bản sao lưu bị dở dang", "dùng một bản sao lưu khác"
    elif not copy_of(folder).exists():
        what = f"không có {copy_of(folder).name}, tệp các bảng của loại cơ sở dữ liệu đang đặt"
        fix = "chỉ đúng thư mục do longdan backup tạo, và đặt LONGDAN_DATABASE cùng loại với lúc sao lưu"
    else:
        return
    raise click.ClickException(str(Problem("cli.restore-from", str(folder), what, fix)))


def prove() -> None:
    """Tell that trail and files are whole, or stop with what is not."""
    broken, lost = first_break(), not_as_stored()
    if broken is not None:
        what = "không nối tiếp những sự kiện trước nó"
        problem = Problem("audit.chain-broken", f"sự kiện số {broken}", what, "dùng một bản sao lưu khác, cũ hơn")
        raise click.ClickException(str(problem))
    if lost:
        what = f"{len(lost)} tệp không có hoặc đã khác: " + ", ".join(one[:16] for one in lost[:5])
        fix = "tìm các tệp này trong một bản sao lưu khác, chép vào đúng chỗ; phần còn lại đã khôi phục xong"
        raise click.ClickException(str(Problem("cli.restore-files", "thư mục files", what, fix)))
    click.echo("Đã khôi phục. Nhật ký còn nguyên vẹn, mọi tệp đã nộp đều có. Mở máy chủ như cũ: longdan serve")
