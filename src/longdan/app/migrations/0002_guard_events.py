"""The audit trail can only be added to: triggers refuse changes and deletions."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from longdan.app.audit import guards


def raise_guard(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in guards.raising(editor.connection.vendor):
        editor.execute(statement)


def lift_guard(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in guards.lifting(editor.connection.vendor):
        editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = (("longdan", "0001_tables"),)
    operations = (migrations.RunPython(raise_guard, lift_guard),)
