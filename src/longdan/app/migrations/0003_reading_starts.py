"""Readings count how often they were begun."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("longdan", "0002_guard_events"),)
    operations = (migrations.AddField(model_name="reading", name="starts", field=models.PositiveSmallIntegerField(default=0)),)
