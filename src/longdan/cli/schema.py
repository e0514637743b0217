"""The tables, brought to where this version wants them before a command works with them."""

import click
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from longdan.core.problems import Problem


def bring_up_to_date() -> None:
    """Make the tables, or migrate those that are there; stop where they stand between steps that no release held."""
    if _half_way():
        what = "do một bản chưa phát hành tạo ra, bản này không tiếp tục được"
        fix = "giữ thư mục ấy làm bản sao, rồi đặt LONGDAN_DATA (hoặc LONGDAN_DATABASE) sang nơi mới để làm lại từ đầu"
        raise click.ClickException(str(Problem("cli.tables-unreleased", f"cơ sở dữ liệu ở {settings.DATA}", what, fix)))
    call_command("migrate", verbosity=0)


def _half_way() -> bool:
    """Whether only some of the steps are done that one migration took the place of."""
    done = set(MigrationRecorder(connection).applied_migrations())
    replaced = (set(one.replaces) for one in MigrationLoader(None).disk_migrations.values() if one.app_label == "longdan")
    return any(old & done and not old <= done for old in replaced)
