"""What holds in every test; the limits stand in ``tests.limits``, what tests begin with in ``tests.kept``."""

import threading
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import TransactionTestCase, override_settings
from hypothesis import settings
from pytest_django.plugin import DjangoDbBlocker

from longdan.app.audit import guards
from tests.kept import cast, keep_files_apart, kept_cast, kept_files, kept_plan, plan
from tests.limits import pytest_addoption, pytest_runtest_makereport, stay_on_this_machine
from tests.numbering import start_apart
from tests.second_walk import pytest_runtest_protocol, pytest_terminal_summary

__all__ = [
    "cast", "keep_files_apart", "kept_cast", "kept_files", "kept_plan", "plan", "pytest_addoption", "pytest_runtest_makereport",
    "pytest_runtest_protocol", "pytest_terminal_summary", "stay_on_this_machine",
]  # fmt: skip

settings.load_profile("ci")  # Hypothesis's own: no deadline, the same examples in each run; others: --hypothesis-profile=default


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """pytest-django's tables, their rows numbered apart."""
    with django_db_blocker.unblock():
        start_apart()


@pytest.fixture(autouse=True, scope="session")
def hash_passwords_quickly() -> Iterator[None]:
    """Nobody attacks a test."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


def let_answers_end() -> None:
    """What a test's server still answers to a browser that has gone reads and writes the same tables."""
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:  # one that the server began, with a connection of its own
            thread.join(timeout=30)


@pytest.fixture(autouse=True, scope="session")
def let_tests_empty_the_trail() -> Iterator[None]:
    """Tests that commit are followed by emptying all tables, which the trail's guard would refuse."""
    empty = TransactionTestCase._fixture_teardown

    def unguarded(self: TransactionTestCase) -> None:
        let_answers_end()
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
