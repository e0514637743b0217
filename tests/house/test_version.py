"""The version is known where nothing was installed but the libraries."""

from importlib import metadata

import pytest
from click.testing import CliRunner

from longdan import __version__
from longdan.cli.main import main


def test_the_command_line_tells_its_version_without_an_installed_distribution(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", unknown)
    assert CliRunner().invoke(main, ["--version"]).output.rstrip().endswith(__version__)
