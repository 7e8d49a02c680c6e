import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("vacancies", "0012_placements"),
    ]

    operations = [
        migrations.CreateModel(
            name="EmployerRequest",
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
                            ("asked", "Asked"),
                            ("countered", "Proposed something else"),
                            ("given", "Agreed"),
                            ("refused", "Refused"),
                            ("expired", "Expired"),
                            ("withdrawn", "Taken back"),
                        ],
                        default="asked",
                        max_length=9,
                        verbose_name="status",
                    ),
                ),
                (
                    "scope",
                    models.CharField(
                        choices=[("side_work", "Side work"), ("lending", "Lending")],
                        max_length=9,
                        verbose_name="what is asked",
                    ),
                ),
                ("employer", models.CharField(max_length=120, verbose_name="employer")),
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
                ("contact_name", models.CharField(max_length=80, verbose_name="who can decide")),
                ("contact_email", models.EmailField(max_length=254, verbose_name="e-mail address")),
                ("token_digest", models.CharField(max_length=64, unique=True)),
                (
                    "hours_week",
                    models.DecimalField(
                        decimal_places=1, max_digits=3, verbose_name="clock hours a week"
                    ),
                ),
                ("day_parts_mask", models.PositiveIntegerField(verbose_name="day-parts")),
                ("starts_on", models.DateField(verbose_name="first day")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "travel_in_own_time",
                    models.BooleanField(
                        default=True, verbose_name="travel and preparation in own time"
                    ),
                ),
                (
                    "refusal_ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("health", "Health and safety"),
                            ("confidentiality", "Confidential information"),
                            ("integrity", "Integrity of the company"),
                            ("conflict", "Conflict of interest"),
                            ("law", "It would break a law"),
                            ("planning", "These day-parts do not fit our planning"),
                        ],
                        max_length=16,
                        verbose_name="objective reason",
                    ),
                ),
                (
                    "answer_note",
                    models.CharField(blank=True, max_length=1000, verbose_name="explanation"),
                ),
                (
                    "counter_mask",
                    models.PositiveIntegerField(default=0, verbose_name="other day-parts"),
                ),
                (
                    "asks_confidentiality",
                    models.BooleanField(default=False, verbose_name="asks confidentiality"),
                ),
                (
                    "asks_no_recruiting",
                    models.BooleanField(
                        default=False, verbose_name="asks not to be recruited from"
                    ),
                ),
                (
                    "may_call_back",
                    models.BooleanField(
                        default=False, verbose_name="may call back to work when needed"
                    ),
                ),
                (
                    "conditions",
                    models.CharField(blank=True, max_length=500, verbose_name="other conditions"),
                ),
                (
                    "answered_by",
                    models.CharField(blank=True, max_length=80, verbose_name="answered by"),
                ),
                ("text_version", models.CharField(blank=True, max_length=20)),
                (
                    "asked_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="asked at"
                    ),
                ),
                ("expires_on", models.DateField(verbose_name="link works until")),
                (
                    "answered_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="answered at"),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "asked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "placement",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="employer_request",
                        to="vacancies.placement",
                    ),
                ),
            ],
            options={
                "verbose_name": "request to an employer",
                "verbose_name_plural": "requests to employers",
                "ordering": ["-asked_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                ["asked", "countered", "given", "refused", "expired", "withdrawn"],
                            )
                        ),
                        name="employer_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("scope__in", ["side_work", "lending"])),
                        name="employer_scope_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "refusal_ground__in",
                                [
                                    "",
                                    "health",
                                    "confidentiality",
                                    "integrity",
                                    "conflict",
                                    "law",
                                    "planning",
                                ],
                            )
                        ),
                        name="employer_ground_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "refused"), _negated=True),
                            models.Q(("refusal_ground", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="employer_refused_has_a_ground",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["given", "refused", "countered"]), _negated=True
                            ),
                            models.Q(
                                ("answered_at__isnull", False),
                                models.Q(("answered_by", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="employer_answered_has_a_name_and_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("counter_mask__lte", 262143),
                            ("day_parts_mask__gt", 0),
                            ("day_parts_mask__lte", 262143),
                        ),
                        name="employer_day_parts_are_a_week",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("starts_on__lte", models.F("ends_on")),
                            _connector="OR",
                        ),
                        name="employer_period_is_a_range",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EmployerStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("verb", models.CharField(max_length=20, verbose_name="step")),
                ("source", models.CharField(blank=True, max_length=20, verbose_name="from")),
                ("target", models.CharField(max_length=20, verbose_name="to")),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("professional", "the professional"),
                            ("school", "the school"),
                            ("employer", "the employer"),
                            ("moderator", "a moderator"),
                            ("clock", "the site itself"),
                        ],
                        max_length=12,
                        verbose_name="taken by",
                    ),
                ),
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="at"
                    ),
                ),
                (
                    "is_undo",
                    models.BooleanField(default=False, verbose_name="undoes the step before"),
                ),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="vacancies.employerrequest",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of a request to an employer",
                "verbose_name_plural": "steps of requests to employers",
                "ordering": ["at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("is_undo", False),
                                models.Q(
                                    models.Q(("source", ""), ("target", "asked")),
                                    models.Q(("source", "asked"), ("target", "given")),
                                    models.Q(("source", "countered"), ("target", "given")),
                                    models.Q(("source", "asked"), ("target", "refused")),
                                    models.Q(("source", "countered"), ("target", "refused")),
                                    models.Q(("source", "asked"), ("target", "countered")),
                                    models.Q(("source", "countered"), ("target", "countered")),
                                    models.Q(("source", "asked"), ("target", "expired")),
                                    models.Q(("source", "countered"), ("target", "expired")),
                                    models.Q(("source", "asked"), ("target", "withdrawn")),
                                    models.Q(("source", "countered"), ("target", "withdrawn")),
                                    models.Q(("source", "given"), ("target", "withdrawn")),
                                    models.Q(("source", "asked"), ("target", "asked")),
                                    models.Q(("source", "countered"), ("target", "asked")),
                                    models.Q(("source", "expired"), ("target", "asked")),
                                    models.Q(("source", "given"), ("target", "asked")),
                                    models.Q(("source", "refused"), ("target", "asked")),
                                    models.Q(("source", "given"), ("target", "refused")),
                                    _connector="OR",
                                ),
                            ),
                            models.Q(
                                ("is_undo", True),
                                models.Q(
                                    ("pk__isnull", True),
                                    models.Q(("source", "given"), ("target", "asked")),
                                    models.Q(("source", "given"), ("target", "countered")),
                                    models.Q(("source", "refused"), ("target", "asked")),
                                    models.Q(("source", "refused"), ("target", "countered")),
                                    models.Q(("source", "countered"), ("target", "asked")),
                                    models.Q(("source", "countered"), ("target", "countered")),
                                    models.Q(("source", "expired"), ("target", "asked")),
                                    models.Q(("source", "expired"), ("target", "countered")),
                                    models.Q(("source", "withdrawn"), ("target", "asked")),
                                    models.Q(("source", "withdrawn"), ("target", "countered")),
                                    models.Q(("source", "withdrawn"), ("target", "given")),
                                    models.Q(("source", "asked"), ("target", "asked")),
                                    models.Q(("source", "asked"), ("target", "countered")),
                                    models.Q(("source", "asked"), ("target", "expired")),
                                    models.Q(("source", "asked"), ("target", "given")),
                                    models.Q(("source", "asked"), ("target", "refused")),
                                    models.Q(("source", "refused"), ("target", "given")),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="employer_step_follows_the_table",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_undo", False),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="employer_step_undone_has_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "side__in",
                                ["professional", "school", "employer", "moderator", "clock"],
                            )
                        ),
                        name="employer_step_side_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LendingTerms",
            fields=[
                (
                    "placement",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="lending_terms",
                        serialize=False,
                        to="vacancies.placement",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("own_group", "Within one group of companies"),
                            ("no_profit_favour", "As a favour, without profit"),
                            ("admitted_lender", "Admitted lender"),
                            ("exempted_lender", "Exempted lender"),
                            ("school_to_school", "From school to school"),
                        ],
                        max_length=16,
                        verbose_name="basis of the lending",
                    ),
                ),
                (
                    "admission_number",
                    models.CharField(
                        blank=True, max_length=80, verbose_name="Wtta number or ground"
                    ),
                ),
                (
                    "fee",
                    models.CharField(
                        choices=[
                            ("none", "No fee"),
                            ("wage_cost", "Wage cost"),
                            ("wage_cost_plus", "Wage cost and a percentage"),
                        ],
                        default="none",
                        max_length=14,
                        verbose_name="fee",
                    ),
                ),
                (
                    "fee_percent",
                    models.DecimalField(
                        decimal_places=1,
                        default=0,
                        max_digits=4,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="percentage above wage cost",
                    ),
                ),
                (
                    "notice_months",
                    models.PositiveSmallIntegerField(default=1, verbose_name="months of notice"),
                ),
                (
                    "supervised_by",
                    models.CharField(
                        blank=True, max_length=80, verbose_name="led and supervised by"
                    ),
                ),
                (
                    "remarks",
                    models.TextField(
                        blank=True, max_length=2000, verbose_name="further agreements"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("updated_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "verbose_name": "lending terms",
                "verbose_name_plural": "lending terms",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "basis__in",
                                [
                                    "own_group",
                                    "no_profit_favour",
                                    "admitted_lender",
                                    "exempted_lender",
                                    "school_to_school",
                                ],
                            )
                        ),
                        name="lending_basis_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("fee__in", ["none", "wage_cost", "wage_cost_plus"])),
                        name="lending_fee_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Confirmation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "party",
                    models.CharField(
                        choices=[
                            ("professional", "the professional"),
                            ("school", "the school"),
                            ("employer", "the employer"),
                            ("moderator", "a moderator"),
                            ("clock", "the site itself"),
                        ],
                        max_length=12,
                        verbose_name="party",
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("typed_name", models.CharField(max_length=80, verbose_name="name")),
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="at"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "placement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="confirmations",
                        to="vacancies.placement",
                    ),
                ),
            ],
            options={
                "verbose_name": "confirmation of a party",
                "verbose_name_plural": "confirmations of parties",
                "ordering": ["-at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("party__in", ("professional", "school", "employer"))),
                        name="confirmation_party_is_known",
                    ),
                    models.UniqueConstraint(
                        fields=("placement", "party", "digest"), name="confirmation_is_given_once"
                    ),
                ],
            },
        ),
    ]
