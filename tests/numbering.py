"""Numbers of rows in tests: high, and of each table its own, so that a number mixed up or written with dots shows."""

from django.apps import apps
from django.db import connection

STEP = 1_000_003  # more than a test run writes into one table
ITS_OWN = "longdan_chainhead"  # of which there is one row, number 1


def start_apart() -> None:
    """Let the first row of our n-th table be number n · STEP + 1."""
    tables = sorted(model._meta.db_table for model in apps.get_app_config("longdan").get_models())
    with connection.cursor() as cursor:
        for start, table in ((STEP * at, table) for at, table in enumerate(tables, 1) if table != ITS_OWN):
            if connection.vendor == "postgresql":
                cursor.execute("SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)", [table, start])
            else:
                cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table])
                cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, start])
