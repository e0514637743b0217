"""All tables of the first version, the guard of the audit trail; takes the place of the steps that led to it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
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
    initial = True
    replaces = [
        ("longdan", "0001_tables"),
        ("longdan", "0002_guard_events"),
        ("longdan", "0003_reading_starts"),
        ("longdan", "0004_guard_events_wholly"),
        ("longdan", "0005_succession"),
        ("longdan", "0006_proposals_and_changes"),
        ("longdan", "0007_people_ways_in"),
        ("longdan", "0008_work_together"),
        ("longdan", "0009_fold_words"),
        ("longdan", "0010_own_editions"),
        ("longdan", "0011_index_sources_said"),
        ("longdan", "0012_index_results"),
    ]

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Account",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("username", models.CharField(max_length=150, unique=True)),
                ("full_name", models.CharField(max_length=150)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("is_active", models.BooleanField(default=True)),
                ("joined_at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField()),
                ("folded", models.TextField(editable=False)),
                ("at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ("-at", "-id"),
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="comment_says_something")
                ],
            },
        ),
        migrations.CreateModel(
            name="StoredFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("size", models.PositiveBigIntegerField()),
                ("content", models.FileField(max_length=200, upload_to="")),
                ("stored_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Agency",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=40, unique=True)),
                ("name", models.CharField(max_length=250)),
                ("short_name", models.CharField(blank=True, max_length=100)),
                (
                    "kind",
                    models.CharField(
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
                ("valid_from", models.DateField(null=True)),
                ("valid_to", models.DateField(null=True)),
                ("end_unknown", models.BooleanField(default=False)),
                ("fictional", models.BooleanField(default=False)),
                ("sort_key", models.CharField(editable=False, max_length=1000)),
                ("folded", models.CharField(editable=False, max_length=400)),
                (
                    "parent",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="parts", to="longdan.agency"
                    ),
                ),
                (
                    "province",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="longdan.agency"
                    ),
                ),
            ],
            options={
                "ordering": ("sort_key",),
                "indexes": [
                    models.Index(fields=["province", "kind", "sort_key"], name="agency_of_province"),
                    models.Index(fields=["folded"], name="agency_folded"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_from__isnull", True),
                            ("valid_to__gt", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="agency_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("end_unknown", False), ("valid_to__isnull", True), _connector="OR"),
                        name="agency_end_known_or_not",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "province"), ("province__isnull", True)),
                            models.Q(("kind", "province"), _negated=True),
                            _connector="OR",
                        ),
                        name="province_lies_in_none",
                    ),
                    models.CheckConstraint(
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
                ],
            },
        ),
        migrations.CreateModel(
            name="AgencyName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=250)),
                ("kind", models.CharField(choices=[("former", "Tên cũ"), ("short", "Tên gọi tắt")], max_length=10)),
                ("since", models.DateField(null=True)),
                ("until", models.DateField(null=True)),
                ("folded", models.CharField(db_index=True, editable=False, max_length=250)),
                (
                    "agency",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="names", to="longdan.agency"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("agency", "name"), name="agency_name_once")],
            },
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("group", models.CharField(blank=True, max_length=20)),
                ("as_written", models.CharField(max_length=500)),
                (
                    "role",
                    models.CharField(
                        choices=[("lead", "Chủ trì"), ("responsible", "Thực hiện"), ("cooperate", "Phối hợp")], max_length=12
                    ),
                ),
                ("requested", models.BooleanField(default=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("assigned", "Đã giao"),
                            ("accepted", "Đã nhận"),
                            ("under_way", "Đang làm"),
                            ("submitted", "Đã nộp, chờ duyệt"),
                            ("returned", "Bị trả lại"),
                            ("done", "Hoàn thành"),
                            ("cancelled", "Thôi giao"),
                            ("declined", "Từ chối"),
                        ],
                        default="assigned",
                        max_length=10,
                    ),
                ),
                ("state_reason", models.TextField(blank=True)),
                ("state_since", models.DateTimeField()),
                ("percent", models.PositiveSmallIntegerField(default=0)),
                (
                    "agency",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="assignments", to="longdan.agency"
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "indexes": [models.Index(fields=["agency", "state"], name="assignment_of_agency")],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("percent__lte", 100)), name="assignment_percent"),
                    models.CheckConstraint(
                        condition=models.Q(("role__in", ["lead", "responsible", "cooperate"])), name="assignment_role_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                ["assigned", "accepted", "under_way", "submitted", "returned", "done", "cancelled", "declined"],
                            )
                        ),
                        name="assignment_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("returned", "cancelled", "declined")), _negated=True),
                            models.Q(("state_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="assignment_reason_given",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ChainHead",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveBigIntegerField(default=0)),
                (
                    "digest",
                    models.CharField(default="0000000000000000000000000000000000000000000000000000000000000000", max_length=64),
                ),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("pk", 1)), name="one_chain_head")],
            },
        ),
        migrations.CreateModel(
            name="Difficulty",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField()),
                ("proposal", models.TextField(blank=True)),
                ("folded", models.TextField(editable=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("raised", "Chờ trả lời"),
                            ("answered", "Đã trả lời"),
                            ("escalated", "Đã chuyển lên tỉnh"),
                            ("decided", "Tỉnh đã quyết định"),
                            ("closed", "Đã khép lại"),
                        ],
                        default="raised",
                        max_length=10,
                    ),
                ),
                ("state_since", models.DateTimeField()),
                ("at", models.DateTimeField()),
                (
                    "assignment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="difficulties", to="longdan.assignment"
                    ),
                ),
            ],
            options={
                "ordering": ("-at", "-id"),
                "indexes": [models.Index(fields=["state", "-at"], name="difficulty_in_state")],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="difficulty_says_something"),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["raised", "answered", "escalated", "decided", "closed"])),
                        name="difficulty_state_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64)),
                ("text_digest", models.CharField(max_length=64)),
                ("name", models.CharField(max_length=300)),
                ("text", models.TextField()),
                ("pages", models.PositiveIntegerField(null=True)),
                ("recognised", models.BooleanField(default=False)),
                ("read_at", models.DateTimeField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("digest", "text_digest"), name="document_once")],
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveBigIntegerField(unique=True)),
                ("at", models.DateTimeField()),
                ("signature", models.CharField(max_length=500)),
                ("verb", models.CharField(max_length=80)),
                ("thing", models.CharField(max_length=40)),
                ("thing_id", models.BigIntegerField()),
                ("about", models.CharField(max_length=300)),
                ("detail", models.TextField(blank=True)),
                ("previous", models.CharField(max_length=64, unique=True)),
                ("digest", models.CharField(max_length=64, unique=True)),
                (
                    "account",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("-number",),
                "indexes": [
                    models.Index(fields=["thing", "thing_id"], name="event_of_thing"),
                    models.Index(fields=["account", "-number"], name="event_of_account"),
                ],
            },
        ),
        migrations.CreateModel(
            name="IndexSource",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("annex", "Phụ lục bộ chỉ số như văn bản ban hành (DOCX, XLSX)"),
                            ("sheet", "Bộ chỉ số trong bảng tính của phần mềm (XLSX)"),
                            ("results", "Kết quả công bố của các tỉnh (XLSX, CSV)"),
                            ("figures", "Số liệu của một bộ chỉ số (CSV)"),
                        ],
                        max_length=10,
                    ),
                ),
                ("name", models.CharField(max_length=300)),
                ("content", models.BinaryField()),
                ("digest", models.CharField(max_length=64)),
                ("index", models.CharField(blank=True, max_length=60)),
                ("edition", models.CharField(blank=True, max_length=60)),
                ("title", models.CharField(blank=True, max_length=300)),
                ("act", models.CharField(blank=True, max_length=300)),
                ("responsible", models.CharField(blank=True, max_length=300)),
                ("standing", models.CharField(blank=True, max_length=20)),
                ("level", models.CharField(blank=True, max_length=20)),
                ("years", models.CharField(blank=True, max_length=20)),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "Chờ xác nhận"), ("confirmed", "Đã xác nhận"), ("dropped", "Đã bỏ")],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("received_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "province",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="longdan.agency"),
                ),
            ],
            options={
                "ordering": ("-received_at", "-id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["annex", "sheet", "results", "figures"])), name="index_source_kind_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["waiting", "confirmed", "dropped"])), name="index_source_state_known"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "waiting")),
                        fields=("province", "kind", "digest", "index", "edition"),
                        name="index_source_waits_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IndexFigure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("index", models.CharField(max_length=60)),
                ("input", models.CharField(max_length=120)),
                ("unit", models.CharField(max_length=60)),
                ("first", models.DateField()),
                ("last", models.DateField()),
                ("value", models.DecimalField(decimal_places=12, max_digits=30, null=True)),
                ("standard_error", models.DecimalField(decimal_places=12, max_digits=30, null=True)),
                ("kind", models.CharField(max_length=20)),
                ("told_by", models.TextField(blank=True)),
                (
                    "province",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="longdan.agency"),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="figures", to="longdan.indexsource"
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "indexes": [models.Index(fields=["province", "index"], name="figures_of_index")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("province", "index", "input", "unit", "first", "last", "kind"), name="index_figure_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("last__gte", models.F("first"))), name="index_figure_days_in_order"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Mention",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("read_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="mentions", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "comment",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="mentions", to="longdan.comment"),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["account", "read_at"], name="mention_unread")],
                "constraints": [models.UniqueConstraint(fields=("comment", "account"), name="mention_once")],
            },
        ),
        migrations.CreateModel(
            name="OpenSession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=40, unique=True)),
                ("address", models.GenericIPAddressField(null=True)),
                ("browser", models.CharField(blank=True, max_length=300)),
                ("began_at", models.DateTimeField()),
                ("seen_at", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="open_sessions", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("-seen_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="OwnEdition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("index", models.CharField(max_length=60)),
                ("edition", models.CharField(max_length=60)),
                ("text", models.TextField()),
                ("confirmed_at", models.DateTimeField()),
                (
                    "province",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="longdan.agency"),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="editions", to="longdan.indexsource"
                    ),
                ),
            ],
            options={
                "ordering": ("index", "-edition"),
                "constraints": [models.UniqueConstraint(fields=("province", "index", "edition"), name="own_edition_once")],
            },
        ),
        migrations.CreateModel(
            name="Passage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("kind", models.CharField(max_length=20)),
                ("file", models.CharField(max_length=300)),
                ("page", models.PositiveIntegerField(null=True)),
                ("paragraph", models.PositiveIntegerField(null=True)),
                ("table", models.PositiveIntegerField(null=True)),
                ("row", models.PositiveIntegerField(null=True)),
                ("column", models.PositiveIntegerField(null=True)),
                ("folded", models.TextField(editable=False)),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="passages", to="longdan.document"
                    ),
                ),
            ],
            options={
                "ordering": ("start",),
                "constraints": [
                    models.UniqueConstraint(fields=("document", "start"), name="passage_once"),
                    models.CheckConstraint(condition=models.Q(("end__gt", models.F("start"))), name="passage_holds_words"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("identity", models.CharField(max_length=300, unique=True)),
                ("kind", models.CharField(max_length=30)),
                ("issuer_name", models.CharField(blank=True, max_length=300)),
                ("parent_issuer_name", models.CharField(blank=True, max_length=300)),
                ("place", models.CharField(blank=True, max_length=100)),
                ("number", models.CharField(blank=True, max_length=100)),
                ("issued", models.DateField(null=True)),
                ("doc_type", models.CharField(blank=True, max_length=100)),
                ("title", models.TextField()),
                ("folded", models.TextField(editable=False)),
                ("signer", models.CharField(blank=True, max_length=150)),
                ("signer_position", models.CharField(blank=True, max_length=200)),
                ("first_year", models.PositiveSmallIntegerField(null=True)),
                ("last_year", models.PositiveSmallIntegerField(null=True)),
                ("confirmed_at", models.DateTimeField()),
                ("amended_at", models.DateTimeField(null=True)),
                (
                    "document",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="plans", to="longdan.document"),
                ),
                (
                    "issuer",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="issued_plans", to="longdan.agency"
                    ),
                ),
                ("owner", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="longdan.agency")),
                (
                    "parent",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="children", to="longdan.plan"
                    ),
                ),
                (
                    "predecessor",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="successors", to="longdan.plan"
                    ),
                ),
                (
                    "province",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="longdan.agency"),
                ),
            ],
            options={
                "ordering": ("-issued", "-id"),
                "indexes": [models.Index(fields=["province", "-issued"], name="plan_of_province")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("first_year__isnull", True), ("last_year__isnull", True)),
                            ("last_year__gte", models.F("first_year")),
                            _connector="OR",
                        ),
                        name="plan_years_in_order",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Citation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=500)),
                ("basis", models.BooleanField()),
                (
                    "plan",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="citations", to="longdan.plan"),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Baseline",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quote", models.TextField(blank=True)),
                ("start", models.PositiveIntegerField(null=True)),
                ("end", models.PositiveIntegerField(null=True)),
                ("index", models.CharField(max_length=20)),
                ("year", models.PositiveSmallIntegerField(null=True)),
                ("score", models.DecimalField(decimal_places=5, max_digits=12, null=True)),
                ("unit", models.CharField(blank=True, max_length=60)),
                ("rank", models.PositiveSmallIntegerField(null=True)),
                ("of", models.PositiveSmallIntegerField(null=True)),
                ("score_change", models.DecimalField(decimal_places=5, max_digits=12, null=True)),
                ("rank_change", models.SmallIntegerField(null=True)),
                ("group", models.CharField(blank=True, max_length=60)),
                (
                    "plan",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="baselines", to="longdan.plan"),
                ),
            ],
            options={
                "ordering": ("id",),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end__isnull", True), ("start__isnull", True)),
                            ("end__gt", models.F("start")),
                            _connector="OR",
                        ),
                        name="baseline_span_in_order",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanDemand",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quote", models.TextField(blank=True)),
                ("start", models.PositiveIntegerField(null=True)),
                ("end", models.PositiveIntegerField(null=True)),
                ("text", models.TextField()),
                ("of", models.TextField(blank=True)),
                ("due", models.DateField(null=True)),
                ("due_precision", models.CharField(blank=True, choices=[("day", "Ngày"), ("month", "Tháng")], max_length=5)),
                (
                    "plan",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="demands", to="longdan.plan"),
                ),
            ],
            options={
                "ordering": ("id",),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end__isnull", True), ("start__isnull", True)),
                            ("end__gt", models.F("start")),
                            _connector="OR",
                        ),
                        name="plandemand_span_in_order",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanIndex",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=20)),
                (
                    "plan",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="indices", to="longdan.plan"),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [models.UniqueConstraint(fields=("plan", "code"), name="plan_index_once")],
            },
        ),
        migrations.CreateModel(
            name="Post",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("coordinator", "Điều phối của tỉnh"),
                            ("content_owner", "Chủ trì nội dung"),
                            ("agency_lead", "Thủ trưởng cơ quan"),
                            ("agency_staff", "Chuyên viên"),
                            ("leader", "Lãnh đạo tỉnh"),
                            ("auditor", "Kiểm tra (chỉ xem)"),
                            ("administrator", "Quản trị"),
                        ],
                        max_length=20,
                    ),
                ),
                ("title", models.CharField(max_length=150)),
                ("since", models.DateField()),
                ("until", models.DateField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="posts", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="posts", to="longdan.agency"),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until__isnull", True), ("until__gt", models.F("since")), _connector="OR"),
                        name="post_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                [
                                    "coordinator",
                                    "content_owner",
                                    "agency_lead",
                                    "agency_staff",
                                    "leader",
                                    "auditor",
                                    "administrator",
                                ],
                            )
                        ),
                        name="post_role_known",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("until__isnull", True)), fields=("account", "agency", "role"), name="post_held_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="invitation", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="longdan.post"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("expires_at__gt", models.F("made_at"))), name="invitation_lasts")
                ],
            },
        ),
        migrations.AddField(
            model_name="indexsource",
            name="ended_by",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="longdan.post"),
        ),
        migrations.AddField(
            model_name="indexsource",
            name="received_by",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="longdan.post"),
        ),
        migrations.CreateModel(
            name="HandOver",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("effective", models.DateField()),
                ("ordered_at", models.DateTimeField()),
                ("done_at", models.DateTimeField(null=True)),
                (
                    "new",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="taken_over", to="longdan.post"),
                ),
                (
                    "old",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="handed_over", to="longdan.post"
                    ),
                ),
                (
                    "ordered_by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="longdan.post"),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("old", models.F("new")), _negated=True), name="handed_to_another_post"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=300)),
                ("folded", models.TextField(editable=False)),
                ("at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("withdrawn_reason", models.TextField(blank=True)),
                (
                    "assignment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="evidence", to="longdan.assignment"
                    ),
                ),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="longdan.post")),
            ],
            options={
                "ordering": ("-at", "-id"),
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("title", ""), _negated=True), name="evidence_has_title"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at__isnull", True), ("withdrawn_reason", "")),
                            models.Q(("withdrawn_at__isnull", False), models.Q(("withdrawn_reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="evidence_withdrawn_with_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DifficultyTurn",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("verb", models.CharField(max_length=20)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("raised", "Chờ trả lời"),
                            ("answered", "Đã trả lời"),
                            ("escalated", "Đã chuyển lên tỉnh"),
                            ("decided", "Tỉnh đã quyết định"),
                            ("closed", "Đã khép lại"),
                        ],
                        max_length=10,
                    ),
                ),
                ("text", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                (
                    "difficulty",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="turns", to="longdan.difficulty"),
                ),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="longdan.post")),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.AddField(
            model_name="difficulty",
            name="by",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="longdan.post"),
        ),
        migrations.AddField(
            model_name="comment",
            name="by",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="longdan.post"),
        ),
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(null=True)),
                ("post", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="feeds", to="longdan.post")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("revoked_at__isnull", True)), fields=("post",), name="feed_in_force_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AccountSheet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=300)),
                ("content", models.BinaryField()),
                ("received_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("agency", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="longdan.agency")),
                (
                    "received_by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="longdan.post"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Reading",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("document", "Văn bản"), ("sheet", "Bảng nhiệm vụ"), ("carried", "Chuyển sang năm sau")],
                        default="document",
                        max_length=10,
                    ),
                ),
                ("digest", models.CharField(db_index=True, max_length=64)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Đang chờ đọc"),
                            ("reading", "Đang đọc"),
                            ("ready", "Chờ xác nhận"),
                            ("failed", "Không đọc được"),
                            ("cancelled", "Đã hủy"),
                            ("confirmed", "Đã xác nhận"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("received_at", models.DateTimeField()),
                ("started_at", models.DateTimeField(null=True)),
                ("starts", models.PositiveSmallIntegerField(default=0)),
                ("alive_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("pages_done", models.PositiveIntegerField(default=0)),
                ("pages", models.PositiveIntegerField(null=True)),
                ("preview", models.JSONField(null=True)),
                ("agency", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="longdan.agency")),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="longdan.post"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="readings", to="longdan.document"
                    ),
                ),
                (
                    "of",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="proposals", to="longdan.plan"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="readings", to="longdan.plan"
                    ),
                ),
                (
                    "received_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="longdan.post"
                    ),
                ),
            ],
            options={
                "ordering": ("-received_at", "-id"),
                "indexes": [models.Index(fields=["agency", "state", "-received_at"], name="reading_of_agency")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["waiting", "reading", "ready", "failed", "cancelled", "confirmed"])),
                        name="reading_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "document"), ("of__isnull", True)),
                            models.Q(("kind__in", ("sheet", "carried")), ("of__isnull", False)),
                            _connector="OR",
                        ),
                        name="reading_kind_of_plan",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("ready", "confirmed")), _negated=True),
                            models.Q(("document__isnull", False), ("preview__isnull", False)),
                            _connector="OR",
                        ),
                        name="reading_ready_has_preview",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("plan__isnull", False), ("state", "confirmed")),
                            models.Q(models.Q(("state", "confirmed"), _negated=True), ("plan__isnull", True)),
                            _connector="OR",
                        ),
                        name="reading_confirmed_has_plan",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("waiting", "reading", "ready"))),
                        fields=("agency", "digest"),
                        name="reading_open_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("verb", models.CharField(max_length=20)),
                ("item", models.CharField(max_length=40)),
                ("field", models.CharField(blank=True, max_length=20)),
                ("value", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                ("undone_at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="longdan.post"
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="longdan.post"
                    ),
                ),
                (
                    "reading",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="corrections", to="longdan.reading"
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
                "constraints": [models.UniqueConstraint(fields=("reading", "number"), name="correction_in_order")],
            },
        ),
        migrations.CreateModel(
            name="ReadingProblem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=80)),
                ("where", models.CharField(max_length=400)),
                ("what", models.TextField()),
                ("fix", models.TextField()),
                (
                    "reading",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="problems", to="longdan.reading"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Recipient",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("as_written", models.CharField(max_length=500)),
                (
                    "plan",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="recipients", to="longdan.plan"),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="ReportDemand",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quote", models.TextField(blank=True)),
                ("start", models.PositiveIntegerField(null=True)),
                ("end", models.PositiveIntegerField(null=True)),
                ("kind", models.CharField(max_length=20)),
                ("raw", models.TextField()),
                ("due", models.DateField(null=True)),
                ("due_recurring", models.CharField(blank=True, max_length=5)),
                ("due_day", models.PositiveSmallIntegerField(null=True)),
                ("from_date", models.DateField(null=True)),
                ("to_date", models.DateField(null=True)),
                ("to_agency", models.CharField(blank=True, max_length=300)),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="report_demands", to="longdan.plan"
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end__isnull", True), ("start__isnull", True)),
                            ("end__gt", models.F("start")),
                            _connector="OR",
                        ),
                        name="reportdemand_span_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_day__isnull", True), ("due_day__range", (1, 31)), _connector="OR"),
                        name="report_demand_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Section",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quote", models.TextField(blank=True)),
                ("start", models.PositiveIntegerField(null=True)),
                ("end", models.PositiveIntegerField(null=True)),
                ("order", models.PositiveIntegerField()),
                ("number", models.CharField(max_length=60)),
                ("path", models.CharField(max_length=200)),
                ("title", models.TextField(blank=True)),
                (
                    "parent",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="parts", to="longdan.section"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="sections", to="longdan.plan"),
                ),
            ],
            options={
                "ordering": ("order",),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end__isnull", True), ("start__isnull", True)),
                            ("end__gt", models.F("start")),
                            _connector="OR",
                        ),
                        name="section_span_in_order",
                    ),
                    models.UniqueConstraint(fields=("plan", "order"), name="section_in_order"),
                ],
            },
        ),
        migrations.CreateModel(
            name="StepTaken",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("verb", models.CharField(max_length=20)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("assigned", "Đã giao"),
                            ("accepted", "Đã nhận"),
                            ("under_way", "Đang làm"),
                            ("submitted", "Đã nộp, chờ duyệt"),
                            ("returned", "Bị trả lại"),
                            ("done", "Hoàn thành"),
                            ("cancelled", "Thôi giao"),
                            ("declined", "Từ chối"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                (
                    "assignment",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="longdan.assignment"),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="longdan.post"
                    ),
                ),
            ],
            options={
                "ordering": ("-at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="ReadingFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=300)),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "reading",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="files", to="longdan.reading"),
                ),
                (
                    "file",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="longdan.storedfile"),
                ),
            ],
            options={
                "ordering": ("number",),
                "constraints": [models.UniqueConstraint(fields=("reading", "number"), name="reading_file_once")],
            },
        ),
        migrations.CreateModel(
            name="EvidenceVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=300)),
                ("format", models.CharField(max_length=40)),
                ("at", models.DateTimeField()),
                ("missing_since", models.DateTimeField(null=True)),
                (
                    "evidence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="longdan.evidence"
                    ),
                ),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="longdan.post")),
                (
                    "file",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="longdan.storedfile"),
                ),
            ],
            options={
                "ordering": ("-number",),
                "constraints": [models.UniqueConstraint(fields=("evidence", "number"), name="evidence_version_once")],
            },
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
        migrations.CreateModel(
            name="Target",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quote", models.TextField(blank=True)),
                ("start", models.PositiveIntegerField(null=True)),
                ("end", models.PositiveIntegerField(null=True)),
                ("text", models.TextField()),
                ("kind", models.CharField(max_length=10)),
                ("index", models.CharField(blank=True, max_length=20)),
                ("op", models.CharField(blank=True, max_length=2)),
                ("value", models.CharField(max_length=60)),
                ("unit", models.CharField(blank=True, max_length=60)),
                ("by", models.CharField(blank=True, max_length=60)),
                (
                    "plan",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="targets", to="longdan.plan"),
                ),
            ],
            options={
                "ordering": ("id",),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end__isnull", True), ("start__isnull", True)),
                            ("end__gt", models.F("start")),
                            _connector="OR",
                        ),
                        name="target_span_in_order",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quote", models.TextField(blank=True)),
                ("start", models.PositiveIntegerField(null=True)),
                ("end", models.PositiveIntegerField(null=True)),
                ("order", models.PositiveIntegerField()),
                ("key", models.CharField(max_length=80)),
                ("reads", models.TextField(blank=True)),
                ("facts", models.TextField(blank=True)),
                ("text", models.TextField()),
                ("folded", models.TextField(editable=False)),
                ("product", models.TextField(blank=True)),
                ("due", models.DateField(null=True)),
                ("due_precision", models.CharField(blank=True, choices=[("day", "Ngày"), ("month", "Tháng")], max_length=5)),
                ("due_raw", models.CharField(blank=True, max_length=300)),
                ("recurrence", models.CharField(blank=True, max_length=60)),
                ("dimension", models.CharField(blank=True, max_length=300)),
                ("confidence", models.FloatField(default=1.0)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("plan", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="tasks", to="longdan.plan")),
                (
                    "section",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="tasks", to="longdan.section"
                    ),
                ),
            ],
            options={
                "ordering": ("order",),
                "abstract": False,
                "indexes": [models.Index(fields=["plan", "due"], name="task_due")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end__isnull", True), ("start__isnull", True)),
                            ("end__gt", models.F("start")),
                            _connector="OR",
                        ),
                        name="task_span_in_order",
                    ),
                    models.UniqueConstraint(fields=("plan", "key"), name="task_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("due__isnull", True), ("due_precision", "")),
                            models.Q(("due__isnull", False), ("due_precision__in", ["day", "month"])),
                            _connector="OR",
                        ),
                        name="task_due_has_precision",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.CharField(max_length=60)),
                ("text", models.TextField()),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="longdan.post")),
                (
                    "task",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="drafts", to="longdan.task"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("by", "task", "place"), name="draft_once")],
            },
        ),
        migrations.CreateModel(
            name="Deadline",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quote", models.TextField(blank=True)),
                ("start", models.PositiveIntegerField(null=True)),
                ("end", models.PositiveIntegerField(null=True)),
                ("date", models.DateField()),
                ("precision", models.CharField(choices=[("day", "Ngày"), ("month", "Tháng")], max_length=5)),
                ("relation", models.CharField(max_length=20)),
                ("what", models.TextField()),
                ("raw", models.CharField(max_length=300)),
                (
                    "plan",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="deadlines", to="longdan.plan"),
                ),
                (
                    "task",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="deadlines", to="longdan.task"
                    ),
                ),
            ],
            options={
                "ordering": ("date", "id"),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end__isnull", True), ("start__isnull", True)),
                            ("end__gt", models.F("start")),
                            _connector="OR",
                        ),
                        name="deadline_span_in_order",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Criterion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=30)),
                (
                    "task",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="criteria", to="longdan.task"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("task", "code"), name="criterion_once")],
            },
        ),
        migrations.AddField(
            model_name="comment",
            name="task",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="comments", to="longdan.task"),
        ),
        migrations.AddField(
            model_name="assignment",
            name="task",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="assignments", to="longdan.task"),
        ),
        migrations.CreateModel(
            name="TaskChange",
            fields=[
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("verb__in", ["edit", "add", "withdraw", "assign", "release"])),
                        name="task_change_verb_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("verb__in", ("withdraw", "release")), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="task_change_reason_given",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Update",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField()),
                ("folded", models.TextField(editable=False)),
                ("percent", models.PositiveSmallIntegerField()),
                ("at", models.DateTimeField()),
                (
                    "assignment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="updates", to="longdan.assignment"
                    ),
                ),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="longdan.post")),
            ],
            options={
                "ordering": ("-at", "-id"),
                "indexes": [models.Index(fields=["assignment", "-at"], name="update_of_assignment")],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("percent__lte", 100)), name="update_percent"),
                    models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="update_says_something"),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(fields=["task", "-at"], name="comment_of_task"),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.UniqueConstraint(fields=("task", "agency", "role"), name="assignment_once"),
        ),
        migrations.RunPython(raise_guard, lift_guard),
    ]
