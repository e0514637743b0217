"""The ``longdan`` command."""

import click

from longdan.cli.plan import plan


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="longdan")
def main() -> None:
    """Lòng Dân: đọc kế hoạch cải thiện các chỉ số, giao và theo dõi nhiệm vụ."""


main.add_command(plan)
