"""A port that is taken is told before anything is started."""

import socket

import click
import pytest

from longdan.cli.ports import require_free
from tests.machine import free_port


def test_a_taken_port_is_told_with_the_way_out() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(click.ClickException, match=rf"cổng {port}: .*\n.*--port {port + 1}"):
            require_free("127.0.0.1", port)


def test_a_free_port_stays_free() -> None:
    port = free_port()
    require_free("127.0.0.1", port)
    require_free("127.0.0.1", port)
