import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("longdan", "0004_guard_events_wholly"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="agency",
            name="agency_kind_known",
        ),
        migrations.AddField(
            model_name="agency",
            name="end_unknown",
            field=models.BooleanField(default=False),
        ),
        migrations.AlterField(
            model_name="agency",
            name="kind",
            field=models.CharField(
                choices=[
                    ("province", "Tỉnh, thành phố"),
                    ("department", "Sở, ban, ngành"),
                    ("commune", "Xã"),
                    ("ward", "Phường"),
                    ("special_zone", "Đặc khu"),
                    ("township", "Thị trấn"),
                    ("district", "Huyện, quận, thị xã"),
                    ("central", "Cơ quan Trung ương"),
                    ("party", "Cơ quan Đảng, đoàn thể"),
                    ("other", "Đơn vị khác"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="agency",
            constraint=models.CheckConstraint(
                condition=models.Q(("end_unknown", False), ("valid_to__isnull", True), _connector="OR"),
                name="agency_end_known_or_not",
            ),
        ),
        migrations.AddConstraint(
            model_name="agency",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "province",
                            "department",
                            "commune",
                            "ward",
                            "special_zone",
                            "township",
                            "district",
                            "central",
                            "party",
                            "other",
                        ],
                    )
                ),
                name="agency_kind_known",
            ),
        ),
        migrations.AddField(
            model_name="agencyname",
            name="since",
            field=models.DateField(null=True),
        ),
        migrations.CreateModel(
            name="Succession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "share",
                    models.CharField(choices=[("whole", "Toàn bộ"), ("main", "Phần lớn"), ("part", "Một phần")], max_length=5),
                ),
                ("basis", models.CharField(blank=True, max_length=300)),
                (
                    "predecessor",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="into", to="longdan.agency"),
                ),
                (
                    "successor",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="out_of", to="longdan.agency"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("predecessor", "successor"), name="succession_once"),
                    models.CheckConstraint(
                        condition=models.Q(("predecessor", models.F("successor")), _negated=True), name="succession_leads_on"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("share__in", ("whole", "main", "part"))), name="succession_share_known"
                    ),
                ],
            },
        ),
    ]
