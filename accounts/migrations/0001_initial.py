import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import simple_history.models
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="Professional",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "occupation",
                    models.CharField(blank=True, max_length=80, verbose_name="occupation"),
                ),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="phone number")),
                (
                    "max_distance_km",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(300),
                        ],
                        verbose_name="farthest distance in km",
                    ),
                ),
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
                        verbose_name="at least this many clock hours a week",
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
                        verbose_name="at most this many clock hours a week",
                    ),
                ),
                (
                    "available_from",
                    models.DateField(blank=True, null=True, verbose_name="available from"),
                ),
                (
                    "available_until",
                    models.DateField(blank=True, null=True, verbose_name="available until"),
                ),
                (
                    "functions_mask",
                    models.PositiveIntegerField(default=0, verbose_name="functions sought"),
                ),
                (
                    "employment_mask",
                    models.PositiveIntegerField(default=0, verbose_name="employment forms"),
                ),
                (
                    "level",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "mbo 1 or vmbo basis"),
                            (2, "mbo 2 or vmbo"),
                            (3, "mbo 3"),
                            (4, "mbo 4, havo or vwo"),
                            (5, "Associate degree"),
                            (6, "hbo or university bachelor"),
                            (7, "Master"),
                            (8, "Doctor"),
                        ],
                        null=True,
                        verbose_name="education level",
                    ),
                ),
                (
                    "years_experience",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(60)],
                        verbose_name="years in the occupation",
                    ),
                ),
                (
                    "dutch_level",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(1, "A1"), (2, "A2"), (3, "B1"), (4, "B2"), (5, "C1"), (6, "C2")],
                        null=True,
                        verbose_name="level of Dutch",
                    ),
                ),
                (
                    "willing_to_train",
                    models.BooleanField(blank=True, null=True, verbose_name="willing to train"),
                ),
                (
                    "visibility",
                    models.CharField(
                        choices=[
                            ("draft", "Not shown yet"),
                            ("visible", "Visible for schools"),
                            ("paused", "Paused"),
                        ],
                        default="draft",
                        max_length=8,
                        verbose_name="visibility",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="since"
                    ),
                ),
                (
                    "refreshed_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="last kept up to date at"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "verbose_name": "professional",
                "verbose_name_plural": "professionals",
                "ordering": ["-refreshed_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("visibility__in", ["draft", "visible", "paused"])),
                        name="professional_visibility_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("hours_min__isnull", True),
                            ("hours_max__isnull", True),
                            ("hours_min__lte", models.F("hours_max")),
                            _connector="OR",
                        ),
                        name="professional_hours_are_a_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("available_from__isnull", True),
                            ("available_until__isnull", True),
                            ("available_from__lte", models.F("available_until")),
                            _connector="OR",
                        ),
                        name="professional_period_is_a_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("level__isnull", True),
                            ("level__in", [1, 2, 3, 4, 5, 6, 7, 8]),
                            _connector="OR",
                        ),
                        name="professional_level_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("dutch_level__isnull", True),
                            ("dutch_level__in", [1, 2, 3, 4, 5, 6]),
                            _connector="OR",
                        ),
                        name="professional_dutch_level_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("functions_mask__lt", 128)),
                        name="professional_functions_fit",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("employment_mask__lt", 128)),
                        name="professional_employment_fits",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Competence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name_nl", models.CharField(max_length=80, verbose_name="Dutch name")),
                ("name_en", models.CharField(max_length=80, verbose_name="English name")),
                ("code", models.SlugField(max_length=80, unique=True, verbose_name="code")),
                (
                    "synonyms",
                    models.CharField(
                        blank=True,
                        help_text="Separated by |",
                        max_length=400,
                        verbose_name="synonyms",
                    ),
                ),
                ("search", models.CharField(blank=True, editable=False, max_length=600)),
                ("is_active", models.BooleanField(default=True, verbose_name="can be chosen")),
            ],
            options={
                "verbose_name": "competence",
                "verbose_name_plural": "competences",
                "ordering": ["name_nl", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Domain",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name_nl", models.CharField(max_length=80, verbose_name="Dutch name")),
                ("name_en", models.CharField(max_length=80, verbose_name="English name")),
                ("code", models.SlugField(max_length=40, unique=True, verbose_name="code")),
                (
                    "crebo_code",
                    models.CharField(blank=True, max_length=5, verbose_name="crebo code"),
                ),
                ("bit", models.PositiveSmallIntegerField(unique=True, verbose_name="bit")),
            ],
            options={
                "verbose_name": "domain",
                "verbose_name_plural": "domains",
                "ordering": ["name_nl", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("bit__lt", 60)), name="domain_bit_fits"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalCompetence",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("name_nl", models.CharField(max_length=80, verbose_name="Dutch name")),
                ("name_en", models.CharField(max_length=80, verbose_name="English name")),
                ("code", models.SlugField(max_length=80, verbose_name="code")),
                (
                    "synonyms",
                    models.CharField(
                        blank=True,
                        help_text="Separated by |",
                        max_length=400,
                        verbose_name="synonyms",
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="can be chosen")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical competence",
                "verbose_name_plural": "historical competences",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDomain",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("name_nl", models.CharField(max_length=80, verbose_name="Dutch name")),
                ("name_en", models.CharField(max_length=80, verbose_name="English name")),
                ("code", models.SlugField(max_length=40, verbose_name="code")),
                (
                    "crebo_code",
                    models.CharField(blank=True, max_length=5, verbose_name="crebo code"),
                ),
                ("bit", models.PositiveSmallIntegerField(db_index=True, verbose_name="bit")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical domain",
                "verbose_name_plural": "historical domains",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPlace",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=80, verbose_name="code")),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                (
                    "aliases",
                    models.CharField(blank=True, max_length=200, verbose_name="other names"),
                ),
                (
                    "municipality",
                    models.CharField(blank=True, max_length=80, verbose_name="municipality"),
                ),
                (
                    "province",
                    models.CharField(
                        choices=[
                            ("NL-GR", "Groningen"),
                            ("NL-FR", "Friesland"),
                            ("NL-DR", "Drenthe"),
                            ("NL-OV", "Overijssel"),
                            ("NL-FL", "Flevoland"),
                            ("NL-GE", "Gelderland"),
                            ("NL-UT", "Utrecht"),
                            ("NL-NH", "Noord-Holland"),
                            ("NL-ZH", "Zuid-Holland"),
                            ("NL-ZE", "Zeeland"),
                            ("NL-NB", "Noord-Brabant"),
                            ("NL-LI", "Limburg"),
                        ],
                        max_length=5,
                        verbose_name="province",
                    ),
                ),
                (
                    "labour_region",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="labour-market region"
                    ),
                ),
                ("population", models.PositiveIntegerField(default=0, verbose_name="inhabitants")),
                ("latitude", models.FloatField(verbose_name="latitude")),
                ("longitude", models.FloatField(verbose_name="longitude")),
                ("rd_x", models.BigIntegerField(editable=False)),
                ("rd_y", models.BigIntegerField(editable=False)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical place",
                "verbose_name_plural": "historical places",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Institution",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "slug",
                    models.SlugField(
                        max_length=80, unique=True, verbose_name="address on the site"
                    ),
                ),
                (
                    "aliases",
                    models.CharField(
                        blank=True,
                        help_text="Separated by |",
                        max_length=300,
                        verbose_name="other and former names",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("roc", "ROC"),
                            ("vocational_college", "Vocational college"),
                            ("private_recognised", "Private recognised school"),
                            ("company_trade_school", "Company trade school"),
                            ("tech_centre", "Technology centre"),
                        ],
                        max_length=24,
                        verbose_name="kind",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("pending", "Waiting for verification"),
                            ("verified", "Verified"),
                            ("suspended", "Suspended"),
                        ],
                        default="pending",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "brin",
                    models.CharField(
                        blank=True,
                        max_length=4,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{2}[A-Z]{2}$",
                                "A BRIN is two digits and two capitals, like 25PJ.",
                            )
                        ],
                        verbose_name="BRIN",
                    ),
                ),
                (
                    "other_brins",
                    models.CharField(blank=True, max_length=60, verbose_name="other BRINs"),
                ),
                (
                    "kvk",
                    models.CharField(
                        blank=True,
                        max_length=8,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{8}$", "A KvK number has eight digits."
                            )
                        ],
                        verbose_name="KvK number",
                    ),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                (
                    "holiday_region",
                    models.CharField(
                        choices=[("north", "North"), ("central", "Central"), ("south", "South")],
                        max_length=8,
                        verbose_name="holiday region",
                    ),
                ),
                (
                    "prep_factor",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="Hours of preparation paid for each clock hour of lessons, for example 0.6.",
                        max_digits=4,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(3),
                        ],
                        verbose_name="preparation factor",
                    ),
                ),
                (
                    "status_reason",
                    models.TextField(blank=True, verbose_name="reason of the status"),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="here since"
                    ),
                ),
                (
                    "verified_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="verified at"),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "verbose_name": "institution",
                "verbose_name_plural": "institutions",
                "ordering": ["name", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "roc",
                                    "vocational_college",
                                    "private_recognised",
                                    "company_trade_school",
                                    "tech_centre",
                                ],
                            )
                        ),
                        name="institution_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["pending", "verified", "suspended"])),
                        name="institution_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("holiday_region__in", ["north", "central", "south"])),
                        name="institution_holiday_region_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "verified"), _negated=True),
                            ("verified_at__isnull", False),
                            _connector="OR",
                        ),
                        name="institution_verified_has_a_moment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail address")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("owner", "Owner"),
                            ("recruiter", "Recruiter"),
                            ("viewer", "Viewer"),
                        ],
                        max_length=12,
                        verbose_name="role",
                    ),
                ),
                ("token", models.CharField(editable=False, max_length=64, unique=True)),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="sent at"
                    ),
                ),
                ("expires_at", models.DateTimeField(verbose_name="expires at")),
                (
                    "accepted_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="accepted at"),
                ),
                (
                    "revoked_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="withdrawn at"),
                ),
            ],
            options={
                "verbose_name": "invitation of a colleague",
                "verbose_name_plural": "invitations of colleagues",
                "ordering": ["-created_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("role__in", ["owner", "recruiter", "viewer"])),
                        name="invitation_role_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Location",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                (
                    "address",
                    models.CharField(blank=True, max_length=120, verbose_name="street and number"),
                ),
                (
                    "postcode",
                    models.CharField(
                        blank=True,
                        max_length=7,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[1-9]\\d{3} ?[A-Z]{2}$", "A postcode looks like 8031 BL."
                            )
                        ],
                        verbose_name="postcode",
                    ),
                ),
                ("is_closed", models.BooleanField(default=False, verbose_name="no longer used")),
            ],
            options={
                "verbose_name": "location",
                "verbose_name_plural": "locations",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Mail",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=120, unique=True, verbose_name="key")),
                ("to_address", models.EmailField(max_length=254, verbose_name="to")),
                ("kind", models.CharField(max_length=40, verbose_name="kind")),
                (
                    "language",
                    models.CharField(
                        choices=[("nl", "Dutch"), ("en", "English")],
                        max_length=2,
                        verbose_name="language",
                    ),
                ),
                ("subject", models.CharField(blank=True, max_length=200, verbose_name="subject")),
                ("text", models.TextField(blank=True, verbose_name="text")),
                ("html", models.TextField(blank=True, verbose_name="HTML")),
                ("unsubscribe_url", models.URLField(blank=True, max_length=400)),
                ("is_secret", models.BooleanField(default=False, verbose_name="holds a code")),
                (
                    "message_id",
                    models.CharField(max_length=120, unique=True, verbose_name="Message-ID"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "Queued"),
                            ("sending", "Sending"),
                            ("sent", "Sent"),
                            ("parked", "Parked after five attempts"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="queued",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="attempts")),
                ("claim", models.CharField(blank=True, editable=False, max_length=32)),
                (
                    "claimed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="claimed at"),
                ),
                (
                    "next_attempt_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="next attempt at"
                    ),
                ),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="sent at")),
                (
                    "server_answer",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="answer of the server"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="made at"
                    ),
                ),
            ],
            options={
                "verbose_name": "mail",
                "verbose_name_plural": "mails",
                "ordering": ["-created_at", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["state", "-is_secret", "next_attempt_at"], name="mail_queue"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["queued", "sending", "sent", "parked", "cancelled"])
                        ),
                        name="mail_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "sent"), _negated=True),
                            ("sent_at__isnull", False),
                            _connector="OR",
                        ),
                        name="mail_sent_has_a_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("language__in", ["nl", "en"])),
                        name="mail_language_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MailDomain",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "domain",
                    models.CharField(max_length=120, unique=True, verbose_name="mail domain"),
                ),
            ],
            options={
                "verbose_name": "mail domain",
                "verbose_name_plural": "mail domains",
                "ordering": ["domain"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("domain", django.db.models.functions.text.Lower("domain"))
                        ),
                        name="mail_domain_is_lower_case",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("owner", "Owner"),
                            ("recruiter", "Recruiter"),
                            ("viewer", "Viewer"),
                        ],
                        max_length=12,
                        verbose_name="role",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("pending", "Waiting for approval"),
                            ("active", "Active"),
                            ("ended", "Ended"),
                        ],
                        max_length=8,
                        verbose_name="status",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="since"
                    ),
                ),
                ("updated_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "verbose_name": "colleague",
                "verbose_name_plural": "colleagues",
                "ordering": ["institution", "created_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("role__in", ["owner", "recruiter", "viewer"])),
                        name="membership_role_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["pending", "active", "ended"])),
                        name="membership_status_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=40, verbose_name="kind")),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("match", "New matches"),
                            ("answer", "Interest and answers"),
                            ("vacancy", "Vacancy administration"),
                            ("account", "Account and colleagues"),
                        ],
                        max_length=12,
                        verbose_name="about",
                    ),
                ),
                ("target", models.CharField(blank=True, max_length=60, verbose_name="target")),
                ("facts", models.JSONField(blank=True, default=dict, verbose_name="facts")),
                ("dedupe_key", models.CharField(max_length=120, unique=True, verbose_name="key")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("mailed", "In a mail"),
                            ("not_wanted", "Not wanted by mail"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="mail",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="made at"),
                ),
                ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="read at")),
            ],
            options={
                "verbose_name": "notice",
                "verbose_name_plural": "notices",
                "ordering": ["-created_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("category__in", ["match", "answer", "vacancy", "account"])
                        ),
                        name="notice_category_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NoticePreference",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("match", "New matches"),
                            ("answer", "Interest and answers"),
                            ("vacancy", "Vacancy administration"),
                            ("account", "Account and colleagues"),
                        ],
                        max_length=12,
                        verbose_name="about",
                    ),
                ),
                (
                    "frequency",
                    models.CharField(
                        choices=[
                            ("at_once", "At once"),
                            ("daily", "Once a day"),
                            ("weekly", "Once a week"),
                            ("never", "Never"),
                        ],
                        max_length=8,
                        verbose_name="how often",
                    ),
                ),
                (
                    "chosen_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="chosen at"
                    ),
                ),
            ],
            options={
                "verbose_name": "mail preference",
                "verbose_name_plural": "mail preferences",
                "ordering": ["user", "category"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("category__in", ["match", "answer", "vacancy", "account"])
                        ),
                        name="notice_preference_category_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("frequency__in", ["at_once", "daily", "weekly", "never"])
                        ),
                        name="notice_preference_frequency_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Place",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=80, unique=True, verbose_name="code")),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                (
                    "aliases",
                    models.CharField(blank=True, max_length=200, verbose_name="other names"),
                ),
                ("search", models.CharField(db_index=True, editable=False, max_length=300)),
                (
                    "municipality",
                    models.CharField(blank=True, max_length=80, verbose_name="municipality"),
                ),
                (
                    "province",
                    models.CharField(
                        choices=[
                            ("NL-GR", "Groningen"),
                            ("NL-FR", "Friesland"),
                            ("NL-DR", "Drenthe"),
                            ("NL-OV", "Overijssel"),
                            ("NL-FL", "Flevoland"),
                            ("NL-GE", "Gelderland"),
                            ("NL-UT", "Utrecht"),
                            ("NL-NH", "Noord-Holland"),
                            ("NL-ZH", "Zuid-Holland"),
                            ("NL-ZE", "Zeeland"),
                            ("NL-NB", "Noord-Brabant"),
                            ("NL-LI", "Limburg"),
                        ],
                        max_length=5,
                        verbose_name="province",
                    ),
                ),
                (
                    "labour_region",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="labour-market region"
                    ),
                ),
                ("population", models.PositiveIntegerField(default=0, verbose_name="inhabitants")),
                ("latitude", models.FloatField(verbose_name="latitude")),
                ("longitude", models.FloatField(verbose_name="longitude")),
                ("rd_x", models.BigIntegerField(editable=False)),
                ("rd_y", models.BigIntegerField(editable=False)),
            ],
            options={
                "verbose_name": "place",
                "verbose_name_plural": "places",
                "ordering": ["name", "province", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "province__in",
                                [
                                    "NL-GR",
                                    "NL-FR",
                                    "NL-DR",
                                    "NL-OV",
                                    "NL-FL",
                                    "NL-GE",
                                    "NL-UT",
                                    "NL-NH",
                                    "NL-ZH",
                                    "NL-ZE",
                                    "NL-NB",
                                    "NL-LI",
                                ],
                            )
                        ),
                        name="place_province_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("rd_x__range", (-10000, 300000)), ("rd_y__range", (300000, 630000))
                        ),
                        name="place_is_in_the_netherlands",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProfessionalCompetence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="ProfileView",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "with_name",
                    models.BooleanField(default=False, verbose_name="with name and contact"),
                ),
                (
                    "at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="when"),
                ),
            ],
            options={
                "verbose_name": "look at a profile",
                "verbose_name_plural": "looks at profiles",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "email",
                    models.EmailField(max_length=254, unique=True, verbose_name="e-mail address"),
                ),
                ("name", models.CharField(blank=True, max_length=100, verbose_name="name")),
                (
                    "language",
                    models.CharField(
                        choices=[("nl", "Dutch"), ("en", "English")],
                        default="nl",
                        max_length=2,
                        verbose_name="language",
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="active")),
                ("is_staff", models.BooleanField(default=False, verbose_name="may use the admin")),
                (
                    "confirmed_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="address confirmed at"
                    ),
                ),
                (
                    "joined_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="joined at"
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "user",
                "verbose_name_plural": "users",
                "ordering": ["email"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("email", django.db.models.functions.text.Lower("email"))
                        ),
                        name="user_email_is_lower_case",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("language__in", ["nl", "en"])),
                        name="user_language_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AuditEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("verb", models.CharField(max_length=60, verbose_name="what")),
                ("target_type", models.CharField(max_length=60, verbose_name="kind of row")),
                ("target_id", models.PositiveBigIntegerField(verbose_name="row")),
                ("detail", models.JSONField(blank=True, default=dict, verbose_name="detail")),
                (
                    "at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="when"),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "event",
                "verbose_name_plural": "events",
                "ordering": ["-at", "-pk"],
                "indexes": [
                    models.Index(fields=["target_type", "target_id", "-at"], name="audit_timeline")
                ],
            },
        ),
        migrations.CreateModel(
            name="Availability",
            fields=[
                (
                    "professional",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="availability",
                        serialize=False,
                        to="accounts.professional",
                    ),
                ),
                (
                    "day_parts_mask",
                    models.PositiveIntegerField(default=0, verbose_name="free day-parts"),
                ),
                ("updated_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "verbose_name": "availability",
                "verbose_name_plural": "availability",
                "ordering": ["professional"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("day_parts_mask__lte", 262143)),
                        name="availability_is_a_week",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="professional",
            name="user",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="professional",
                to=settings.AUTH_USER_MODEL,
                verbose_name="user",
            ),
        ),
        migrations.CreateModel(
            name="Consent",
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
                            ("profile", "Showing the profile to schools, without name"),
                            ("match_mail", "Mail about matches"),
                        ],
                        max_length=12,
                        verbose_name="for what",
                    ),
                ),
                (
                    "text_version",
                    models.CharField(max_length=20, verbose_name="version of the text"),
                ),
                (
                    "given_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="given at"
                    ),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="taken back at"),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="consents",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
            ],
            options={
                "verbose_name": "consent",
                "verbose_name_plural": "consents",
                "ordering": ["-given_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["profile", "match_mail"])),
                        name="consent_kind_is_known",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at__isnull", True)),
                        fields=("user", "kind"),
                        name="consent_one_running_per_kind",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="professional",
            name="domains",
            field=models.ManyToManyField(
                blank=True,
                related_name="professionals",
                to="accounts.domain",
                verbose_name="domains",
            ),
        ),
        migrations.AddField(
            model_name="competence",
            name="domain",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="competences",
                to="accounts.domain",
                verbose_name="domain",
            ),
        ),
        migrations.AddField(
            model_name="historicalcompetence",
            name="domain",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="accounts.domain",
                verbose_name="domain",
            ),
        ),
        migrations.AddField(
            model_name="historicalcompetence",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicaldomain",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalplace",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="professional",
            name="hidden_from",
            field=models.ManyToManyField(
                blank=True, related_name="+", to="accounts.institution", verbose_name="hidden from"
            ),
        ),
        migrations.AddField(
            model_name="institution",
            name="requested_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="asked for by",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="institution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="invitations",
                to="accounts.institution",
                verbose_name="institution",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="invited_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="invited by",
            ),
        ),
        migrations.AddField(
            model_name="location",
            name="institution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="locations",
                to="accounts.institution",
            ),
        ),
        migrations.AddField(
            model_name="mail",
            name="recipient",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="mails",
                to=settings.AUTH_USER_MODEL,
                verbose_name="recipient",
            ),
        ),
        migrations.AddField(
            model_name="maildomain",
            name="institution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="mail_domains",
                to="accounts.institution",
            ),
        ),
        migrations.AddField(
            model_name="membership",
            name="institution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="memberships",
                to="accounts.institution",
                verbose_name="institution",
            ),
        ),
        migrations.AddField(
            model_name="membership",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="memberships",
                to=settings.AUTH_USER_MODEL,
                verbose_name="user",
            ),
        ),
        migrations.AddField(
            model_name="notice",
            name="institution",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="accounts.institution",
                verbose_name="institution",
            ),
        ),
        migrations.AddField(
            model_name="notice",
            name="mail",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="notices",
                to="accounts.mail",
                verbose_name="in mail",
            ),
        ),
        migrations.AddField(
            model_name="notice",
            name="recipient",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="notices",
                to=settings.AUTH_USER_MODEL,
                verbose_name="recipient",
            ),
        ),
        migrations.AddField(
            model_name="noticepreference",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="notice_preferences",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="professional",
            name="place",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.place",
                verbose_name="place",
            ),
        ),
        migrations.AddField(
            model_name="location",
            name="place",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.place",
                verbose_name="place",
            ),
        ),
        migrations.AddField(
            model_name="professionalcompetence",
            name="competence",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="accounts.competence"
            ),
        ),
        migrations.AddField(
            model_name="professionalcompetence",
            name="professional",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, to="accounts.professional"
            ),
        ),
        migrations.AddField(
            model_name="professional",
            name="competences",
            field=models.ManyToManyField(
                blank=True,
                related_name="professionals",
                through="accounts.ProfessionalCompetence",
                to="accounts.competence",
                verbose_name="competences",
            ),
        ),
        migrations.AddField(
            model_name="profileview",
            name="institution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="accounts.institution",
                verbose_name="institution",
            ),
        ),
        migrations.AddField(
            model_name="profileview",
            name="professional",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="views",
                to="accounts.professional",
                verbose_name="professional",
            ),
        ),
        migrations.AddField(
            model_name="profileview",
            name="viewer",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="viewer",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("accepted_at__isnull", True), ("revoked_at__isnull", True)),
                fields=("institution", "email"),
                name="invitation_one_open_per_address",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.UniqueConstraint(
                fields=("user", "institution"), name="membership_is_unique_per_institution"
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "ended"), _negated=True),
                fields=("user",),
                name="membership_one_running_per_user",
            ),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(fields=["recipient", "-created_at"], name="notice_inbox"),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(
                condition=models.Q(("read_at", None)), fields=["recipient"], name="notice_unread"
            ),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(fields=["state", "category", "recipient"], name="notice_waiting"),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["waiting", "mailed", "not_wanted", "withdrawn"])),
                name="notice_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="noticepreference",
            constraint=models.UniqueConstraint(
                fields=("user", "category"), name="notice_preference_is_unique_per_category"
            ),
        ),
        migrations.AddConstraint(
            model_name="location",
            constraint=models.UniqueConstraint(
                models.F("institution"),
                django.db.models.functions.text.Lower("name"),
                name="location_name_is_unique_in_institution",
            ),
        ),
        migrations.AddIndex(
            model_name="professionalcompetence",
            index=models.Index(
                fields=["competence", "professional"], name="competence_professional"
            ),
        ),
        migrations.AddConstraint(
            model_name="professionalcompetence",
            constraint=models.UniqueConstraint(
                fields=("professional", "competence"), name="professional_competence_is_unique"
            ),
        ),
        migrations.AddIndex(
            model_name="profileview",
            index=models.Index(fields=["professional", "-at"], name="profile_view_timeline"),
        ),
    ]
