"""What the tests of one file begin with: written into the tables once, given to each test as it was, taken back after the last.

Only for files whose tests never commit (no ``transactional_db``): those empty the tables under the others' feet.
"""

import copy
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as now
from django.db import transaction
from django.test import override_settings
from pytest_django.plugin import DjangoDbBlocker

from longdan.app.plans.models import Plan
from tests.builders import a_plan
from tests.cast import Cast, a_cast


@contextmanager
def kept(tables: DjangoDbBlocker) -> Iterator[None]:
    """Around the ``yield`` of a fixture of the scope ``module`` that asks for ``django_db_setup`` and ``django_db_blocker``."""
    with tables.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


def stored_in(folder: Path) -> dict[str, Any]:
    """The settings of the storages, with files that people hand in kept in a folder."""
    return {**now.STORAGES, "default": {**now.STORAGES["default"], "OPTIONS": {"location": folder}}}


@pytest.fixture(autouse=True, scope="module")
def kept_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of the files that the tests of one file begin with."""
    folder = tmp_path_factory.mktemp("kept")
    with override_settings(STORAGES=stored_in(folder)):
        yield folder


@pytest.fixture(autouse=True)
def keep_files_apart(settings: Any, tmp_path: Path, kept_files: Path) -> None:
    """Files that a test hands in lie in a folder of its own, beside those that it begins with."""
    folder = tmp_path.with_name(f"{tmp_path.name}-files")  # beside what the test itself puts down
    shutil.copytree(kept_files, folder)
    settings.STORAGES = stored_in(folder)


@pytest.fixture(scope="module")
def kept_cast(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Cast]:
    with kept(django_db_blocker):
        yield a_cast()


@pytest.fixture
def cast(db: None, kept_cast: Cast) -> Cast:
    """Everybody, in two provinces."""
    return copy.deepcopy(kept_cast)


@pytest.fixture(scope="module")
def kept_plan(kept_cast: Cast) -> Plan:
    """A plan in force; for files in which no test counts on there being none."""
    return a_plan(kept_cast.chi)


@pytest.fixture
def plan(db: None, kept_plan: Plan) -> Plan:
    return Plan.objects.get(pk=kept_plan.pk)
