"""``longdan trail``: whether somebody changed the audit trail behind the software."""

import click

from longdan.app.audit.queries import first_break
from longdan.core.problems import Problem


@click.command()
def trail() -> None:
    """Nhật ký: kiểm tra chuỗi sự kiện còn nguyên vẹn."""
    broken = first_break()
    if broken is not None:
        what = "không nối tiếp những sự kiện trước nó: nhật ký đã bị sửa ngoài phần mềm"
        fix = "đối chiếu với bản sao lưu gần nhất còn nguyên vẹn"
        raise click.ClickException(str(Problem("audit.chain-broken", f"sự kiện số {broken}", what, fix)))
    click.echo("Nhật ký còn nguyên vẹn.")
