import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_papers"),
        ("accounts", "__first__"),
        ("vacancies", "0013_employers"),
    ]

    operations = [
        migrations.CreateModel(
            name="Course",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="valid from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="valid to")),
                ("source_title", models.CharField(max_length=200, verbose_name="source")),
                (
                    "source_url",
                    models.URLField(
                        blank=True, max_length=300, verbose_name="address of the source"
                    ),
                ),
                (
                    "confirmed_on",
                    models.DateField(blank=True, null=True, verbose_name="confirmed on"),
                ),
                ("code", models.SlugField(max_length=60, unique=True, verbose_name="code")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("pdg", "PDG"),
                            ("instructor", "Course for instructors"),
                            ("hybrid", "Course for hybrid teachers"),
                            ("trainer", "Course for workplace trainers"),
                            ("short", "Short preparation"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("provider", models.CharField(max_length=120, verbose_name="provider")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("on_site", "At the provider"),
                            ("blended", "Partly online"),
                            ("online", "Online"),
                            ("in_company", "At your school"),
                        ],
                        max_length=12,
                        verbose_name="form",
                    ),
                ),
                (
                    "day_parts_mask",
                    models.PositiveIntegerField(default=0, verbose_name="day-parts of the course"),
                ),
                (
                    "every_weeks",
                    models.PositiveSmallIntegerField(
                        default=1,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="once in how many weeks",
                    ),
                ),
                (
                    "months",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="months it takes"
                    ),
                ),
                (
                    "hours_week",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="hours a week"
                    ),
                ),
                (
                    "price",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="price in euros"
                    ),
                ),
                (
                    "price_note",
                    models.CharField(blank=True, max_length=120, verbose_name="about the price"),
                ),
                (
                    "min_fte",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=3,
                        null=True,
                        verbose_name="fte of teaching it asks",
                    ),
                ),
                (
                    "min_lessons",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="lesson hours a week it asks"
                    ),
                ),
                (
                    "entry_nl",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="entry demands (Dutch)"
                    ),
                ),
                (
                    "entry_en",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="entry demands (English)"
                    ),
                ),
                ("website", models.URLField(blank=True, max_length=300, verbose_name="website")),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="confirmed by",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.place",
                        verbose_name="place",
                    ),
                ),
            ],
            options={
                "verbose_name": "course",
                "verbose_name_plural": "courses",
                "ordering": ["kind", "provider", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["pdg", "instructor", "hybrid", "trainer", "short"])
                        ),
                        name="course_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("form__in", ["on_site", "blended", "online", "in_company"])
                        ),
                        name="course_form_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("day_parts_mask__lte", 262143)),
                        name="course_day_parts_are_a_week",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_from__lte", models.F("valid_to")),
                            _connector="OR",
                        ),
                        name="course_period_is_a_range",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CourseModule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=1, verbose_name="order")),
                ("name_nl", models.CharField(max_length=120, verbose_name="name (Dutch)")),
                ("name_en", models.CharField(max_length=120, verbose_name="name (English)")),
                (
                    "ec",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(60)],
                        verbose_name="EC",
                    ),
                ),
                (
                    "may_be_exempt",
                    models.BooleanField(default=False, verbose_name="exemption possible"),
                ),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="modules",
                        to="vacancies.course",
                    ),
                ),
            ],
            options={
                "verbose_name": "part of a course",
                "verbose_name_plural": "parts of courses",
                "ordering": ["course", "order", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("course", "name_nl"), name="course_module_name_is_unique"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CourseStart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="first day")),
                ("apply_by", models.DateField(blank=True, null=True, verbose_name="apply before")),
                (
                    "intake_by",
                    models.DateField(blank=True, null=True, verbose_name="intake before"),
                ),
                (
                    "is_sure",
                    models.BooleanField(default=False, verbose_name="confirmed by the provider"),
                ),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="starts",
                        to="vacancies.course",
                    ),
                ),
            ],
            options={
                "verbose_name": "start of a course",
                "verbose_name_plural": "starts of courses",
                "ordering": ["starts_on", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("course", "starts_on"), name="course_start_is_unique"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("apply_by__isnull", True),
                            ("apply_by__lte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="course_start_is_after_applying",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("intake_by__isnull", True),
                            ("intake_by__lte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="course_start_is_after_intake",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalCourse",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="valid from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="valid to")),
                ("source_title", models.CharField(max_length=200, verbose_name="source")),
                (
                    "source_url",
                    models.URLField(
                        blank=True, max_length=300, verbose_name="address of the source"
                    ),
                ),
                (
                    "confirmed_on",
                    models.DateField(blank=True, null=True, verbose_name="confirmed on"),
                ),
                ("code", models.SlugField(max_length=60, verbose_name="code")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("pdg", "PDG"),
                            ("instructor", "Course for instructors"),
                            ("hybrid", "Course for hybrid teachers"),
                            ("trainer", "Course for workplace trainers"),
                            ("short", "Short preparation"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("provider", models.CharField(max_length=120, verbose_name="provider")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("on_site", "At the provider"),
                            ("blended", "Partly online"),
                            ("online", "Online"),
                            ("in_company", "At your school"),
                        ],
                        max_length=12,
                        verbose_name="form",
                    ),
                ),
                (
                    "day_parts_mask",
                    models.PositiveIntegerField(default=0, verbose_name="day-parts of the course"),
                ),
                (
                    "every_weeks",
                    models.PositiveSmallIntegerField(
                        default=1,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="once in how many weeks",
                    ),
                ),
                (
                    "months",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="months it takes"
                    ),
                ),
                (
                    "hours_week",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="hours a week"
                    ),
                ),
                (
                    "price",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="price in euros"
                    ),
                ),
                (
                    "price_note",
                    models.CharField(blank=True, max_length=120, verbose_name="about the price"),
                ),
                (
                    "min_fte",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=3,
                        null=True,
                        verbose_name="fte of teaching it asks",
                    ),
                ),
                (
                    "min_lessons",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="lesson hours a week it asks"
                    ),
                ),
                (
                    "entry_nl",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="entry demands (Dutch)"
                    ),
                ),
                (
                    "entry_en",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="entry demands (English)"
                    ),
                ),
                ("website", models.URLField(blank=True, max_length=300, verbose_name="website")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="confirmed by",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="accounts.place",
                        verbose_name="place",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical course",
                "verbose_name_plural": "historical courses",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCourseModule",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=1, verbose_name="order")),
                ("name_nl", models.CharField(max_length=120, verbose_name="name (Dutch)")),
                ("name_en", models.CharField(max_length=120, verbose_name="name (English)")),
                (
                    "ec",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(60)],
                        verbose_name="EC",
                    ),
                ),
                (
                    "may_be_exempt",
                    models.BooleanField(default=False, verbose_name="exemption possible"),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "course",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="vacancies.course",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical part of a course",
                "verbose_name_plural": "historical parts of courses",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCourseStart",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="first day")),
                ("apply_by", models.DateField(blank=True, null=True, verbose_name="apply before")),
                (
                    "intake_by",
                    models.DateField(blank=True, null=True, verbose_name="intake before"),
                ),
                (
                    "is_sure",
                    models.BooleanField(default=False, verbose_name="confirmed by the provider"),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "course",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="vacancies.course",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical start of a course",
                "verbose_name_plural": "historical starts of courses",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSubsidyScheme",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="valid from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="valid to")),
                ("source_title", models.CharField(max_length=200, verbose_name="source")),
                (
                    "source_url",
                    models.URLField(
                        blank=True, max_length=300, verbose_name="address of the source"
                    ),
                ),
                (
                    "confirmed_on",
                    models.DateField(blank=True, null=True, verbose_name="confirmed on"),
                ),
                ("code", models.SlugField(max_length=60, verbose_name="code")),
                ("name_nl", models.CharField(max_length=120, verbose_name="name (Dutch)")),
                ("name_en", models.CharField(max_length=120, verbose_name="name (English)")),
                ("asked_by_nl", models.CharField(max_length=120, verbose_name="who asks (Dutch)")),
                (
                    "asked_by_en",
                    models.CharField(max_length=120, verbose_name="who asks (English)"),
                ),
                (
                    "amount",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="at most, in euros"
                    ),
                ),
                ("opens_month", models.PositiveSmallIntegerField(verbose_name="opens in month")),
                ("opens_day", models.PositiveSmallIntegerField(verbose_name="opens on day")),
                ("closes_month", models.PositiveSmallIntegerField(verbose_name="closes in month")),
                ("closes_day", models.PositiveSmallIntegerField(verbose_name="closes on day")),
                (
                    "closes_next_year",
                    models.BooleanField(
                        default=False, verbose_name="closes the year after the start"
                    ),
                ),
                (
                    "for_kinds",
                    models.CharField(
                        default="pdg", max_length=60, verbose_name="for courses of kind"
                    ),
                ),
                (
                    "checklist_nl",
                    models.TextField(
                        max_length=2000, verbose_name="what is needed (Dutch, one a line)"
                    ),
                ),
                (
                    "checklist_en",
                    models.TextField(
                        max_length=2000, verbose_name="what is needed (English, one a line)"
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="confirmed by",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical grant",
                "verbose_name_plural": "historical grants",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="SubsidyScheme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="valid from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="valid to")),
                ("source_title", models.CharField(max_length=200, verbose_name="source")),
                (
                    "source_url",
                    models.URLField(
                        blank=True, max_length=300, verbose_name="address of the source"
                    ),
                ),
                (
                    "confirmed_on",
                    models.DateField(blank=True, null=True, verbose_name="confirmed on"),
                ),
                ("code", models.SlugField(max_length=60, verbose_name="code")),
                ("name_nl", models.CharField(max_length=120, verbose_name="name (Dutch)")),
                ("name_en", models.CharField(max_length=120, verbose_name="name (English)")),
                ("asked_by_nl", models.CharField(max_length=120, verbose_name="who asks (Dutch)")),
                (
                    "asked_by_en",
                    models.CharField(max_length=120, verbose_name="who asks (English)"),
                ),
                (
                    "amount",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="at most, in euros"
                    ),
                ),
                ("opens_month", models.PositiveSmallIntegerField(verbose_name="opens in month")),
                ("opens_day", models.PositiveSmallIntegerField(verbose_name="opens on day")),
                ("closes_month", models.PositiveSmallIntegerField(verbose_name="closes in month")),
                ("closes_day", models.PositiveSmallIntegerField(verbose_name="closes on day")),
                (
                    "closes_next_year",
                    models.BooleanField(
                        default=False, verbose_name="closes the year after the start"
                    ),
                ),
                (
                    "for_kinds",
                    models.CharField(
                        default="pdg", max_length=60, verbose_name="for courses of kind"
                    ),
                ),
                (
                    "checklist_nl",
                    models.TextField(
                        max_length=2000, verbose_name="what is needed (Dutch, one a line)"
                    ),
                ),
                (
                    "checklist_en",
                    models.TextField(
                        max_length=2000, verbose_name="what is needed (English, one a line)"
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="confirmed by",
                    ),
                ),
            ],
            options={
                "verbose_name": "grant",
                "verbose_name_plural": "grants",
                "ordering": ["code", "-valid_from"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "valid_from"), name="subsidy_scheme_is_unique_per_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_from__lte", models.F("valid_to")),
                            _connector="OR",
                        ),
                        name="subsidy_scheme_period_is_a_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closes_day__range", (1, 31)),
                            ("closes_month__range", (1, 12)),
                            ("opens_day__range", (1, 31)),
                            ("opens_month__range", (1, 12)),
                        ),
                        name="subsidy_scheme_window_is_of_the_calendar",
                    ),
                ],
            },
        ),
    ]
