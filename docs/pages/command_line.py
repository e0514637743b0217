"""The page of the command line: every command of ``longdan`` with its own help."""

from collections.abc import Iterator

import click

from longdan.cli.main import main as longdan


def page() -> str:
    parts = [f"## `{path}`\n\n```\n{help_text}\n```" for path, help_text in commands(longdan, "longdan", None)]
    return "# Dòng lệnh · The command line\n\n" + "\n\n".join(parts)


def commands(command: click.Command, path: str, parent: click.Context | None) -> Iterator[tuple[str, str]]:
    context = click.Context(command, info_name=path.split()[-1], parent=parent, terminal_width=100, max_content_width=100)
    yield path, command.get_help(context).strip()
    if isinstance(command, click.Group):
        for name in sorted(command.list_commands(context)):
            found = command.get_command(context, name)
            assert found is not None
            yield from commands(found, f"{path} {name}", context)
