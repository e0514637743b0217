"""Readings that change a plan in force or carry it over, corrections that stay when they are undone, small changes."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("longdan", "0005_succession")]

    operations = [
        migrations.AddField(
            "plan",
            "predecessor",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="successors", to="longdan.plan"
            ),
        ),
        migrations.AddField(
            "reading",
            "kind",
            models.CharField(
                choices=[("document", "Văn bản"), ("sheet", "Bảng nhiệm vụ"), ("carried", "Chuyển sang năm sau")],
                default="document",
                max_length=10,
            ),
        ),
        migrations.AddField(
            "reading",
            "of",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="proposals", to="longdan.plan"
            ),
        ),
        migrations.AddField("reading", "alive_at", models.DateTimeField(null=True)),
        migrations.AddConstraint(
            "reading",
            models.CheckConstraint(
                condition=Q(("kind", "document"), ("of__isnull", True))
                | Q(("kind__in", ("sheet", "carried")), ("of__isnull", False)),
                name="reading_kind_of_plan",
            ),
        ),
        migrations.AddField(
            "correction",
            "undone_by",
            models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="longdan.post"),
        ),
        migrations.AddField("correction", "undone_at", models.DateTimeField(null=True)),
        migrations.CreateModel(
            "TaskChange",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "verb",
                    models.CharField(
                        choices=[
                            ("edit", "Sửa"),
                            ("add", "Thêm nhiệm vụ"),
                            ("withdraw", "Rút nhiệm vụ"),
                            ("assign", "Giao thêm"),
                            ("release", "Thôi giao"),
                        ],
                        max_length=10,
                    ),
                ),
                ("field", models.CharField(blank=True, max_length=20)),
                ("before", models.TextField(blank=True)),
                ("after", models.TextField(blank=True)),
                ("reason", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                ("undone_at", models.DateTimeField(null=True)),
                (
                    "assignment",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="longdan.assignment"
                    ),
                ),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="longdan.post")),
                (
                    "task",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="changes", to="longdan.task"),
                ),
            ],
            options={
                "ordering": ("-id",),
                "constraints": (
                    models.CheckConstraint(
                        condition=Q(("verb__in", ["edit", "add", "withdraw", "assign", "release"])), name="task_change_verb_known"
                    ),
                    models.CheckConstraint(
                        condition=Q(("verb__in", ("withdraw", "release")), _negated=True) | Q(("reason", ""), _negated=True),
                        name="task_change_reason_given",
                    ),
                ),
            },
        ),
    ]
