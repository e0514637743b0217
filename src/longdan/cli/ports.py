"""Whether a server may listen on a port, asked before anything is started."""

import errno
import socket

import click

from longdan.core.problems import Problem


def require_free(host: str, port: int) -> None:
    """Stop with a message for whoever started the command where the port cannot be had."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server: what has just ended does not count
        try:
            probe.bind((host, port))
        except OSError as error:
            taken = error.errno == errno.EADDRINUSE
            what = "đang có chương trình khác dùng" if taken else f"không mở được ({error.strerror})"
            fix = f"dừng chương trình ấy, hoặc chọn cổng khác: --port {port + 1}"
            raise click.ClickException(str(Problem("cli.port-taken", f"cổng {port}", what, fix))) from error
