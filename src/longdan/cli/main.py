"""The ``longdan`` command."""

import click

from longdan import __version__
from longdan.cli.plan import plan


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Lòng Dân: đọc kế hoạch cải thiện các chỉ số, giao và theo dõi nhiệm vụ."""


main.add_command(plan)
