"""The ``longdan`` command."""

import os
from importlib import import_module

import click
import django

from longdan import __version__
from longdan.cli import index_check, index_compare, index_files, index_ranks
from longdan.cli.index import index
from longdan.cli.plan import plan

# Commands that need tables: their modules are loaded only when they are called, so that reading a plan needs no database.
WITH_TABLES = ("backup", "demo", "restore", "serve", "setup", "trail")


class Commands(click.Group):
    """Finds the commands of ``WITH_TABLES`` in the module of that name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *WITH_TABLES])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in WITH_TABLES:
            return super().get_command(ctx, cmd_name)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "longdan.config.settings")
        if cmd_name == "demo":
            os.environ.setdefault("LONGDAN_DEMO", "1")
        django.setup()
        command: click.Command = getattr(import_module(f"longdan.cli.{cmd_name}"), cmd_name)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Lòng Dân: đọc kế hoạch cải thiện các chỉ số, giao và theo dõi nhiệm vụ."""


main.add_command(index)
for command in (*index_check.COMMANDS, *index_compare.COMMANDS, *index_files.COMMANDS, *index_ranks.COMMANDS):
    index.add_command(command)
main.add_command(plan)
