import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import simple_history.models
import uuid
import vacancies.models.vacancy
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("word", models.CharField(max_length=60, unique=True)),
                ("stem", models.CharField(db_index=True, max_length=60)),
            ],
            options={
                "ordering": ["word"],
            },
        ),
        migrations.CreateModel(
            name="Vacancy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        default=vacancies.models.vacancy.new_code,
                        editable=False,
                        max_length=8,
                        unique=True,
                    ),
                ),
                ("slug", models.SlugField(blank=True, editable=False, max_length=100)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("submitted", "Waiting for moderation"),
                            ("returned", "Returned with a question"),
                            ("published", "Open"),
                            ("paused", "Paused"),
                            ("closed", "Closed"),
                            ("taken_down", "Taken down"),
                        ],
                        default="draft",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                ("title", models.CharField(max_length=90, verbose_name="title")),
                ("summary", models.CharField(blank=True, max_length=300, verbose_name="summary")),
                ("body", models.TextField(blank=True, max_length=8000, verbose_name="text")),
                (
                    "function_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("practice_coach", "Practice coach"),
                            ("guest_teacher", "Guest teacher"),
                            ("instructor", "Instructor"),
                            ("teacher", "Teacher"),
                            ("contract_trainer", "Trainer in company courses"),
                            ("workplace_trainer", "Workplace trainer"),
                            ("other_staff", "Other teaching support"),
                        ],
                        max_length=20,
                        verbose_name="function",
                    ),
                ),
                ("team", models.CharField(blank=True, max_length=80, verbose_name="team")),
                (
                    "level_taught",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(1, "mbo 1"), (2, "mbo 2"), (3, "mbo 3"), (4, "mbo 4")],
                        null=True,
                        verbose_name="mbo level taught",
                    ),
                ),
                (
                    "track",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("bol", "School-based (bol)"),
                            ("bbl", "Work-based (bbl)"),
                            ("third", "Other courses for adults"),
                        ],
                        max_length=6,
                        verbose_name="learning track",
                    ),
                ),
                (
                    "day_parts_mask",
                    models.PositiveIntegerField(default=0, verbose_name="day-parts asked"),
                ),
                (
                    "fixed_mask",
                    models.PositiveIntegerField(default=0, verbose_name="fixed day-parts"),
                ),
                (
                    "day_parts_needed",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="how many of them at least"
                    ),
                ),
                ("may_be_shared", models.BooleanField(default=False, verbose_name="may be shared")),
                (
                    "hours_min",
                    models.DecimalField(
                        blank=True,
                        decimal_places=1,
                        max_digits=3,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(40),
                        ],
                        verbose_name="clock hours a week, at least",
                    ),
                ),
                (
                    "hours_max",
                    models.DecimalField(
                        blank=True,
                        decimal_places=1,
                        max_digits=3,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(40),
                        ],
                        verbose_name="clock hours a week, at most",
                    ),
                ),
                (
                    "starts_on",
                    models.DateField(blank=True, null=True, verbose_name="first day of work"),
                ),
                (
                    "ends_on",
                    models.DateField(blank=True, null=True, verbose_name="last day of work"),
                ),
                (
                    "positions",
                    models.PositiveSmallIntegerField(
                        default=1,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(50),
                        ],
                        verbose_name="how many people",
                    ),
                ),
                (
                    "practice_counts",
                    models.BooleanField(
                        default=False,
                        verbose_name="three years in the occupation counts instead of the level",
                    ),
                ),
                (
                    "will_train",
                    models.BooleanField(default=False, verbose_name="the school trains"),
                ),
                (
                    "pay_scale_min",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("6", "6"),
                            ("7", "7"),
                            ("8", "8"),
                            ("9", "9"),
                            ("LB", "LB"),
                            ("LC", "LC"),
                            ("LD", "LD"),
                            ("LE", "LE"),
                        ],
                        max_length=2,
                        verbose_name="lowest scale",
                    ),
                ),
                (
                    "pay_scale_max",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("6", "6"),
                            ("7", "7"),
                            ("8", "8"),
                            ("9", "9"),
                            ("LB", "LB"),
                            ("LC", "LC"),
                            ("LD", "LD"),
                            ("LE", "LE"),
                        ],
                        max_length=2,
                        verbose_name="highest scale",
                    ),
                ),
                (
                    "employment_mask",
                    models.PositiveIntegerField(default=0, verbose_name="employment forms"),
                ),
                (
                    "contract_length",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("temporary", "Temporary"),
                            ("temporary_with_prospect", "Temporary, with a prospect of permanent"),
                            ("permanent", "Permanent"),
                        ],
                        max_length=24,
                        verbose_name="length of the contract",
                    ),
                ),
                (
                    "coach_hours",
                    models.DecimalField(
                        blank=True,
                        decimal_places=1,
                        max_digits=3,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(20),
                        ],
                        verbose_name="hours of coaching a week",
                    ),
                ),
                ("closes_on", models.DateField(blank=True, null=True, verbose_name="closing date")),
                (
                    "answer_by",
                    models.DateField(blank=True, null=True, verbose_name="answer before"),
                ),
                (
                    "after_closing",
                    models.TextField(
                        blank=True,
                        max_length=1000,
                        verbose_name="what happens after the closing date",
                    ),
                ),
                (
                    "contact_name",
                    models.CharField(blank=True, max_length=80, verbose_name="contact"),
                ),
                (
                    "contact_email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="e-mail of the contact"
                    ),
                ),
                (
                    "contact_phone",
                    models.CharField(
                        blank=True, max_length=20, verbose_name="phone of the contact"
                    ),
                ),
                (
                    "no_acquisition",
                    models.BooleanField(
                        default=False, verbose_name="no calls from agencies, please"
                    ),
                ),
                (
                    "wording_ground",
                    models.TextField(
                        blank=True, max_length=500, verbose_name="ground for the wording"
                    ),
                ),
                ("return_reason", models.TextField(blank=True, verbose_name="reason of return")),
                ("approved_snapshot", models.JSONField(blank=True, default=dict, editable=False)),
                (
                    "review_since",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="to be looked at since"
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("filled_here", "Filled with somebody from this site"),
                            ("filled_elsewhere", "Filled in another way"),
                            ("nobody_found", "Nobody found"),
                            ("not_needed", "No longer needed"),
                            ("expired", "Closing date passed"),
                        ],
                        max_length=16,
                        verbose_name="outcome",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "published_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="published at"),
                ),
                (
                    "closed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="closed at"),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "domains",
                    models.ManyToManyField(
                        blank=True,
                        related_name="vacancies",
                        to="accounts.domain",
                        verbose_name="domains",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="vacancies",
                        to="accounts.institution",
                        verbose_name="institution",
                    ),
                ),
                (
                    "locations",
                    models.ManyToManyField(
                        blank=True,
                        related_name="vacancies",
                        to="accounts.location",
                        verbose_name="locations",
                    ),
                ),
            ],
            options={
                "verbose_name": "vacancy",
                "verbose_name_plural": "vacancies",
                "ordering": ["-published_at", "-pk"],
                "indexes": [
                    models.Index(fields=["status", "-published_at", "-id"], name="vacancy_list"),
                    models.Index(fields=["institution", "status"], name="vacancy_of_institution"),
                    models.Index(fields=["status", "closes_on"], name="vacancy_closing"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "draft",
                                    "submitted",
                                    "returned",
                                    "published",
                                    "paused",
                                    "closed",
                                    "taken_down",
                                ],
                            )
                        ),
                        name="vacancy_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("function_kind", ""),
                            (
                                "function_kind__in",
                                [
                                    "practice_coach",
                                    "guest_teacher",
                                    "instructor",
                                    "teacher",
                                    "contract_trainer",
                                    "workplace_trainer",
                                    "other_staff",
                                ],
                            ),
                            _connector="OR",
                        ),
                        name="vacancy_function_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("outcome", ""),
                            (
                                "outcome__in",
                                [
                                    "filled_here",
                                    "filled_elsewhere",
                                    "nobody_found",
                                    "not_needed",
                                    "expired",
                                ],
                            ),
                            _connector="OR",
                        ),
                        name="vacancy_outcome_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("track__in", ["", "bol", "bbl", "third"]),
                            ("pay_scale_min__in", ["", "6", "7", "8", "9", "LB", "LC", "LD", "LE"]),
                            ("pay_scale_max__in", ["", "6", "7", "8", "9", "LB", "LC", "LD", "LE"]),
                            (
                                "contract_length__in",
                                ["", "temporary", "temporary_with_prospect", "permanent"],
                            ),
                            models.Q(
                                ("level_taught", None),
                                ("level_taught__range", (1, 4)),
                                _connector="OR",
                            ),
                        ),
                        name="vacancy_words_are_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status", "closed"),
                                ("closed_at__isnull", False),
                                models.Q(("outcome", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("status", "closed"), _negated=True), ("outcome", "")
                            ),
                            _connector="OR",
                        ),
                        name="vacancy_closed_has_moment_and_outcome",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["published", "paused"]), _negated=True),
                            models.Q(
                                models.Q(("function_kind", ""), _negated=True),
                                ("day_parts_mask__gt", 0),
                                ("day_parts_needed__gte", 1),
                                ("hours_min__isnull", False),
                                ("hours_max__isnull", False),
                                ("starts_on__isnull", False),
                                ("closes_on__isnull", False),
                                ("published_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="vacancy_published_is_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("day_parts_mask__lte", 262143)),
                        name="vacancy_day_parts_are_a_week",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("hours_min__isnull", True),
                            ("hours_max__isnull", True),
                            ("hours_min__lte", models.F("hours_max")),
                            _connector="OR",
                        ),
                        name="vacancy_hours_are_a_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("starts_on__isnull", True),
                            ("ends_on__isnull", True),
                            ("starts_on__lte", models.F("ends_on")),
                            _connector="OR",
                        ),
                        name="vacancy_period_is_a_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("employment_mask__lt", 128)),
                        name="vacancy_employment_fits",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WordingException",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("pattern", models.CharField(max_length=120, unique=True, verbose_name="words")),
            ],
            options={
                "verbose_name": "wording exception",
                "verbose_name_plural": "wording exceptions",
                "ordering": ["pattern"],
            },
        ),
        migrations.CreateModel(
            name="CandidateFacts",
            fields=[
                (
                    "professional",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="facts",
                        serialize=False,
                        to="accounts.professional",
                    ),
                ),
                ("domains_mask", models.BigIntegerField()),
                ("functions_mask", models.IntegerField()),
                ("x", models.BigIntegerField()),
                ("y", models.BigIntegerField()),
                ("max_distance_m", models.BigIntegerField()),
                ("day_parts_mask", models.IntegerField()),
                ("employment_mask", models.IntegerField()),
                ("from_on", models.IntegerField()),
                ("until_on", models.IntegerField()),
                ("hours_min", models.SmallIntegerField()),
                ("hours_max", models.SmallIntegerField()),
                ("level", models.SmallIntegerField()),
                ("years", models.SmallIntegerField()),
                ("dutch", models.SmallIntegerField()),
                ("fresh_on", models.IntegerField()),
                ("is_matched", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("is_matched", False)),
                        fields=["professional"],
                        name="candidate_facts_to_match",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalPayTable",
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
                ("cao", models.CharField(default="mbo", max_length=20, verbose_name="cao")),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "To be confirmed"), ("confirmed", "Confirmed")],
                        max_length=10,
                        verbose_name="status",
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
                "verbose_name": "historical pay table",
                "verbose_name_plural": "historical pay tables",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalRuleConstant",
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
                ("name", models.SlugField(max_length=60, verbose_name="name")),
                ("value", models.CharField(max_length=40, verbose_name="value")),
                ("unit", models.CharField(blank=True, max_length=120, verbose_name="unit")),
                (
                    "confirm_code",
                    models.CharField(
                        blank=True, max_length=4, verbose_name="to be confirmed under"
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
                "verbose_name": "historical rule constant",
                "verbose_name_plural": "historical rule constants",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalWordingException",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("pattern", models.CharField(db_index=True, max_length=120, verbose_name="words")),
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
                "verbose_name": "historical wording exception",
                "verbose_name_plural": "historical wording exceptions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalWordingRule",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=60, verbose_name="code")),
                (
                    "level",
                    models.CharField(
                        choices=[("W", "Warn"), ("B", "Block until changed or a ground is given")],
                        max_length=1,
                        verbose_name="level",
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("age", "Age"),
                            ("sex", "Sex"),
                            ("civil_state", "Civil state"),
                            ("nationality", "Nationality"),
                            ("origin", "Origin"),
                            ("religion", "Religion"),
                            ("disability", "Health or disability"),
                            ("looks", "Looks"),
                            ("orientation", "Orientation"),
                            ("politics", "Politics"),
                            ("hours", "Working hours"),
                            ("mobility", "Mobility"),
                            ("residence", "Residence"),
                            ("privacy", "Privacy"),
                            ("pay_history", "Pay history"),
                            ("pay_transparency", "Clear pay"),
                            ("criminal_data", "Criminal data"),
                            ("legal_clarity", "Clear legal route"),
                        ],
                        max_length=20,
                        verbose_name="ground",
                    ),
                ),
                (
                    "pattern",
                    models.CharField(
                        help_text="Alternatives separated by |; * is any letters, # is a number.",
                        max_length=200,
                        verbose_name="words",
                    ),
                ),
                (
                    "neutral_nl",
                    models.CharField(max_length=200, verbose_name="neutral alternative in Dutch"),
                ),
                (
                    "neutral_en",
                    models.CharField(max_length=200, verbose_name="neutral alternative in English"),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="in use")),
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
                "verbose_name": "historical wording rule",
                "verbose_name_plural": "historical wording rules",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="PayTable",
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
                ("cao", models.CharField(default="mbo", max_length=20, verbose_name="cao")),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "To be confirmed"), ("confirmed", "Confirmed")],
                        max_length=10,
                        verbose_name="status",
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
                "verbose_name": "pay table",
                "verbose_name_plural": "pay tables",
                "ordering": ["cao", "-valid_from"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("cao", "valid_from"), name="pay_table_is_unique_per_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["draft", "confirmed"])),
                        name="pay_table_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_from__lte", models.F("valid_to")),
                            _connector="OR",
                        ),
                        name="pay_table_period_is_a_range",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PayStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "scale",
                    models.CharField(
                        choices=[
                            ("6", "6"),
                            ("7", "7"),
                            ("8", "8"),
                            ("9", "9"),
                            ("LB", "LB"),
                            ("LC", "LC"),
                            ("LD", "LD"),
                            ("LE", "LE"),
                        ],
                        max_length=2,
                        verbose_name="scale",
                    ),
                ),
                ("step", models.PositiveSmallIntegerField(verbose_name="step")),
                ("gross_month", models.PositiveIntegerField(verbose_name="gross a month")),
                (
                    "table",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="vacancies.paytable",
                    ),
                ),
            ],
            options={
                "verbose_name": "pay step",
                "verbose_name_plural": "pay steps",
                "ordering": ["table", "scale", "step"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("table", "scale", "step"), name="pay_step_is_unique"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("scale__in", ["6", "7", "8", "9", "LB", "LC", "LD", "LE"])
                        ),
                        name="pay_step_scale_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalPayStep",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "scale",
                    models.CharField(
                        choices=[
                            ("6", "6"),
                            ("7", "7"),
                            ("8", "8"),
                            ("9", "9"),
                            ("LB", "LB"),
                            ("LC", "LC"),
                            ("LD", "LD"),
                            ("LE", "LE"),
                        ],
                        max_length=2,
                        verbose_name="scale",
                    ),
                ),
                ("step", models.PositiveSmallIntegerField(verbose_name="step")),
                ("gross_month", models.PositiveIntegerField(verbose_name="gross a month")),
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "table",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="vacancies.paytable",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical pay step",
                "verbose_name_plural": "historical pay steps",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="RuleConstant",
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
                ("name", models.SlugField(max_length=60, verbose_name="name")),
                ("value", models.CharField(max_length=40, verbose_name="value")),
                ("unit", models.CharField(blank=True, max_length=120, verbose_name="unit")),
                (
                    "confirm_code",
                    models.CharField(
                        blank=True, max_length=4, verbose_name="to be confirmed under"
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
                "verbose_name": "rule constant",
                "verbose_name_plural": "rule constants",
                "ordering": ["name", "-valid_from"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("name", "valid_from"), name="rule_constant_is_unique_per_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_from__lte", models.F("valid_to")),
                            _connector="OR",
                        ),
                        name="rule_constant_period_is_a_range",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VacancyFacts",
            fields=[
                (
                    "vacancy",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="facts",
                        serialize=False,
                        to="vacancies.vacancy",
                    ),
                ),
                ("must_mask", models.IntegerField()),
                ("domains_mask", models.BigIntegerField()),
                ("x1", models.BigIntegerField()),
                ("y1", models.BigIntegerField()),
                ("more_locations", models.SmallIntegerField()),
                ("x2", models.BigIntegerField()),
                ("y2", models.BigIntegerField()),
                ("x3", models.BigIntegerField()),
                ("y3", models.BigIntegerField()),
                ("function_mask", models.IntegerField()),
                ("day_parts_mask", models.IntegerField()),
                ("day_parts_needed", models.SmallIntegerField()),
                ("day_parts_enough", models.SmallIntegerField()),
                ("fixed_mask", models.IntegerField()),
                ("employment_mask", models.IntegerField()),
                ("starts_on", models.IntegerField()),
                ("until_on", models.IntegerField()),
                ("hours_min", models.SmallIntegerField()),
                ("hours_max", models.SmallIntegerField()),
                ("level_min", models.SmallIntegerField()),
                ("practice_counts", models.SmallIntegerField()),
                ("years_min", models.SmallIntegerField()),
                ("dutch_min", models.SmallIntegerField()),
                ("competence_musts", models.SmallIntegerField()),
                ("competence_wishes", models.SmallIntegerField()),
                ("fresh_on", models.IntegerField()),
                ("is_matched", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("is_matched", False)),
                        fields=["vacancy"],
                        name="vacancy_facts_to_match",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("weight", models.PositiveSmallIntegerField()),
                (
                    "word",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="entries",
                        to="vacancies.searchword",
                    ),
                ),
                (
                    "vacancy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_entries",
                        to="vacancies.vacancy",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [
                    models.Index(
                        fields=["word", "weight", "vacancy"], name="search_entry_by_weight"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("word", "vacancy"), name="search_entry_is_unique"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SavedVacancy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("saved_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "professional",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="saved_vacancies",
                        to="accounts.professional",
                    ),
                ),
                (
                    "vacancy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="vacancies.vacancy",
                    ),
                ),
            ],
            options={
                "verbose_name": "saved vacancy",
                "verbose_name_plural": "saved vacancies",
                "ordering": ["-saved_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("professional", "vacancy"), name="saved_vacancy_is_unique"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Requirement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("level", "Education level"),
                            ("experience", "Years in the occupation"),
                            ("language", "Dutch"),
                            ("competence", "Competence"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "strength",
                    models.CharField(
                        choices=[
                            ("must", "Must"),
                            ("wish", "Wish"),
                            ("learn", "Learnt on the job"),
                        ],
                        max_length=5,
                        verbose_name="strength",
                    ),
                ),
                (
                    "value",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="NLQF level, years, or CEFR 1–6.",
                        null=True,
                        verbose_name="value",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="reason")),
                (
                    "competence",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.competence",
                    ),
                ),
                (
                    "vacancy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="requirements",
                        to="vacancies.vacancy",
                    ),
                ),
            ],
            options={
                "verbose_name": "function requirement",
                "verbose_name_plural": "function requirements",
                "ordering": ["kind", "pk"],
                "indexes": [
                    models.Index(
                        fields=["vacancy", "kind", "strength"], name="requirement_of_vacancy"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["level", "experience", "language", "competence"])
                        ),
                        name="requirement_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("strength__in", ["must", "wish", "learn"])),
                        name="requirement_strength_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("competence__isnull", False),
                                ("kind", "competence"),
                                ("value__isnull", True),
                            ),
                            models.Q(
                                models.Q(("kind", "competence"), _negated=True),
                                ("competence__isnull", True),
                                ("value__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="requirement_has_what_its_kind_needs",
                    ),
                    models.UniqueConstraint(
                        fields=("vacancy", "competence"), name="requirement_competence_is_unique"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "competence"), _negated=True),
                        fields=("vacancy", "kind"),
                        name="requirement_kind_is_unique",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("discrimination", "The text shuts people out"),
                            ("incorrect", "Something is not right"),
                            ("fraud", "This does not look like a real vacancy"),
                        ],
                        max_length=16,
                        verbose_name="reason",
                    ),
                ),
                ("text", models.TextField(blank=True, max_length=1000, verbose_name="explanation")),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="reported at"
                    ),
                ),
                (
                    "handled_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="handled at"),
                ),
                (
                    "handled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="handled by",
                    ),
                ),
                (
                    "vacancy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reports",
                        to="vacancies.vacancy",
                        verbose_name="vacancy",
                    ),
                ),
            ],
            options={
                "verbose_name": "report",
                "verbose_name_plural": "reports",
                "ordering": ["created_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reason__in", ["discrimination", "incorrect", "fraud"])
                        ),
                        name="report_reason_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Match",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("score", models.PositiveSmallIntegerField(verbose_name="score")),
                (
                    "rule_version",
                    models.PositiveSmallIntegerField(verbose_name="version of the rules"),
                ),
                (
                    "is_current",
                    models.BooleanField(db_default=True, default=True, verbose_name="fits today"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "New"),
                            ("notified", "Told"),
                            ("seen", "Seen"),
                            ("interested", "Interested"),
                            ("dismissed", "Not relevant"),
                        ],
                        db_default="new",
                        default="new",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "dismiss_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("too_far", "Too far away"),
                            ("wrong_time", "The day-parts do not suit me"),
                            ("wrong_trade", "Not my trade"),
                            ("pay", "The pay is too low"),
                            ("not_now", "Not now"),
                        ],
                        db_default="",
                        max_length=16,
                        verbose_name="why not relevant",
                    ),
                ),
                (
                    "matched_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="matched at"
                    ),
                ),
                (
                    "notified_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="told at"),
                ),
                ("seen_at", models.DateTimeField(blank=True, null=True, verbose_name="seen at")),
                (
                    "decided_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="decided at"),
                ),
                (
                    "invited_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="invited at"),
                ),
                (
                    "invited_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="invited by",
                    ),
                ),
                (
                    "professional",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="matches",
                        to="accounts.professional",
                        verbose_name="professional",
                    ),
                ),
                (
                    "vacancy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="matches",
                        to="vacancies.vacancy",
                        verbose_name="vacancy",
                    ),
                ),
            ],
            options={
                "verbose_name": "match",
                "verbose_name_plural": "matches",
                "ordering": ["-score", "-matched_at", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["professional", "is_current", "-score"],
                        name="match_of_professional",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("vacancy", "professional"), name="match_pair_is_unique"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("score__lte", 100)), name="match_score_is_0_to_100"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["new", "notified", "seen", "interested", "dismissed"])
                        ),
                        name="match_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state", "dismissed"),
                                (
                                    "dismiss_reason__in",
                                    ["too_far", "wrong_time", "wrong_trade", "pay", "not_now"],
                                ),
                            ),
                            models.Q(
                                models.Q(("state", "dismissed"), _negated=True),
                                ("dismiss_reason", ""),
                            ),
                            _connector="OR",
                        ),
                        name="match_dismissed_and_only_then_has_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Application",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("new", "New"),
                            ("declined", "Not further"),
                            ("placed", "Chosen"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="new",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "message",
                    models.TextField(
                        blank=True, max_length=1000, verbose_name="message to the school"
                    ),
                ),
                (
                    "answer",
                    models.TextField(
                        blank=True, max_length=2000, verbose_name="answer of the school"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="said yes at"
                    ),
                ),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "seen_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="seen by the school at"
                    ),
                ),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="ended at")),
                (
                    "professional",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="applications",
                        to="accounts.professional",
                        verbose_name="professional",
                    ),
                ),
                (
                    "vacancy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="applications",
                        to="vacancies.vacancy",
                        verbose_name="vacancy",
                    ),
                ),
            ],
            options={
                "verbose_name": "application",
                "verbose_name_plural": "applications",
                "ordering": ["-created_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("vacancy", "professional"), name="application_pair_is_unique"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["new", "declined", "placed", "withdrawn"])
                        ),
                        name="application_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at__isnull", True), ("status", "new")),
                            models.Q(
                                models.Q(("status", "new"), _negated=True),
                                ("ended_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="application_ended_has_a_moment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WordingRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=60, unique=True, verbose_name="code")),
                (
                    "level",
                    models.CharField(
                        choices=[("W", "Warn"), ("B", "Block until changed or a ground is given")],
                        max_length=1,
                        verbose_name="level",
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("age", "Age"),
                            ("sex", "Sex"),
                            ("civil_state", "Civil state"),
                            ("nationality", "Nationality"),
                            ("origin", "Origin"),
                            ("religion", "Religion"),
                            ("disability", "Health or disability"),
                            ("looks", "Looks"),
                            ("orientation", "Orientation"),
                            ("politics", "Politics"),
                            ("hours", "Working hours"),
                            ("mobility", "Mobility"),
                            ("residence", "Residence"),
                            ("privacy", "Privacy"),
                            ("pay_history", "Pay history"),
                            ("pay_transparency", "Clear pay"),
                            ("criminal_data", "Criminal data"),
                            ("legal_clarity", "Clear legal route"),
                        ],
                        max_length=20,
                        verbose_name="ground",
                    ),
                ),
                (
                    "pattern",
                    models.CharField(
                        help_text="Alternatives separated by |; * is any letters, # is a number.",
                        max_length=200,
                        verbose_name="words",
                    ),
                ),
                (
                    "neutral_nl",
                    models.CharField(max_length=200, verbose_name="neutral alternative in Dutch"),
                ),
                (
                    "neutral_en",
                    models.CharField(max_length=200, verbose_name="neutral alternative in English"),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="in use")),
            ],
            options={
                "verbose_name": "wording rule",
                "verbose_name_plural": "wording rules",
                "ordering": ["ground", "code"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["W", "B"])), name="wording_level_is_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "ground__in",
                                [
                                    "age",
                                    "sex",
                                    "civil_state",
                                    "nationality",
                                    "origin",
                                    "religion",
                                    "disability",
                                    "looks",
                                    "orientation",
                                    "politics",
                                    "hours",
                                    "mobility",
                                    "residence",
                                    "privacy",
                                    "pay_history",
                                    "pay_transparency",
                                    "criminal_data",
                                    "legal_clarity",
                                ],
                            )
                        ),
                        name="wording_ground_is_known",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="vacancyfacts",
            name="institution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="accounts.institution",
            ),
        ),
    ]
