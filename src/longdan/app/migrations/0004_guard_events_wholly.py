"""The audit trail is guarded against TRUNCATE and REPLACE, too."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from longdan.app.audit import guards


def raise_guard_anew(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    vendor = editor.connection.vendor
    for statement in (*guards.lifting(vendor), *guards.raising(vendor)):
        editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = (("longdan", "0003_reading_starts"),)
    operations = (migrations.RunPython(raise_guard_anew, migrations.RunPython.noop),)
