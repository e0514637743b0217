"""The tables before a command: a database between two steps that no release held is refused, not made worse."""

import click
import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from longdan.cli.schema import bring_up_to_date

pytestmark = pytest.mark.django_db


def had(*steps: str) -> None:
    """A database that records these steps of ours, and no other."""
    recorder = MigrationRecorder(connection)
    recorder.migration_qs.filter(app="longdan").delete()
    for step in steps:
        recorder.record_applied("longdan", step)


def test_a_database_half_way_between_steps_is_refused() -> None:
    had("0001_tables", "0002_guard_events")
    with pytest.raises(click.ClickException, match="chưa phát hành"):
        bring_up_to_date()


def test_a_database_that_stands_where_it_should_stays_as_it_is() -> None:
    before = set(MigrationRecorder(connection).applied_migrations())
    bring_up_to_date()
    assert set(MigrationRecorder(connection).applied_migrations()) == before


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite asks for no counting of its tables")
def test_a_table_of_thirty_plans_is_counted_before_fifty_changed() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT reloptions FROM pg_class WHERE relname = 'longdan_plan'")
        assert cursor.fetchone() == (["autovacuum_analyze_threshold=5"],)
