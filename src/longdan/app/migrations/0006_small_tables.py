"""PostgreSQL counts small tables after a few changes.

By itself it does so after fifty, so that a province of thirty plans is planned for as if it had one: each task of the
province was then looked up on its own.
"""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SMALL = ("longdan_plan", "longdan_document", "longdan_reading", "longdan_reportdemand")


def count_often(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        for table in SMALL:
            schema_editor.execute(f"ALTER TABLE {table} SET (autovacuum_analyze_threshold = 5)")


def count_as_ever(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        for table in SMALL:
            schema_editor.execute(f"ALTER TABLE {table} RESET (autovacuum_analyze_threshold)")


class Migration(migrations.Migration):
    dependencies = [
        ("longdan", "0005_part_of_annex"),
    ]

    operations = [
        migrations.RunPython(count_often, count_as_ever),
    ]
