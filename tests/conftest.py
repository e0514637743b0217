"""What holds in every test: no way out of this machine, and nothing skipped unseen where nothing may be."""

import ipaddress
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import TransactionTestCase

from longdan.app.audit import guards


class LeftTheMachine(RuntimeError):
    """A test tried to reach something beyond the loopback addresses."""


def is_loopback(host: object) -> bool:
    name = host.decode() if isinstance(host, bytes) else str(host or "localhost")
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"


@pytest.fixture(autouse=True, scope="session")
def stay_on_this_machine() -> Iterator[None]:
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not is_loopback(address[0]):
            raise LeftTheMachine(f"connect to {address!r}")
        connect(self, address)

    def guarded_look_up(host: Any, *arguments: Any, **options: Any) -> Any:
        if not is_loopback(host):
            raise LeftTheMachine(f"look up {host!r}")
        return look_up(host, *arguments, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket, "getaddrinfo", guarded_look_up)
        yield


@pytest.fixture(autouse=True)
def keep_files_apart(settings: Any, tmp_path: Path) -> None:
    """Files that a test hands in lie in a folder of its own."""
    storages = settings.STORAGES
    settings.STORAGES = {**storages, "default": {**storages["default"], "OPTIONS": {"location": tmp_path / "files"}}}


@pytest.fixture(autouse=True, scope="session")
def let_tests_empty_the_trail() -> Iterator[None]:
    """Tests that commit are followed by emptying all tables, which the trail's guard would refuse."""
    empty = TransactionTestCase._fixture_teardown

    def unguarded(self: TransactionTestCase) -> None:
        with connection.cursor() as cursor:
            for statement in guards.lifting(connection.vendor):
                cursor.execute(statement)
        try:
            empty(self)
        finally:
            with connection.cursor() as cursor:
                for statement in guards.raising(connection.vendor):
                    cursor.execute(statement)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", unguarded)
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--none-skipped", metavar="PATH", help="fail where a test under PATH is skipped")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    report: pytest.TestReport = yield
    guarded = item.config.getoption("--none-skipped")
    if guarded and report.skipped and item.nodeid.startswith(guarded):
        report.outcome = "failed"
        report.longrepr = f"skipped, where every test must run: {report.longrepr}"
    return report
