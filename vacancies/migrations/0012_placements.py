import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("vacancies", "0011_meetings"),
    ]

    operations = [
        migrations.CreateModel(
            name="Placement",
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
                            ("offered", "Offered"),
                            ("accepted", "Accepted"),
                            ("started", "In class"),
                            ("ended", "Ended"),
                            ("refused", "Refused"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="offered",
                        max_length=9,
                        verbose_name="status",
                    ),
                ),
                (
                    "function_kind",
                    models.CharField(
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
                ("day_parts_mask", models.PositiveIntegerField(verbose_name="day-parts")),
                ("starts_on", models.DateField(verbose_name="first day")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "employment_form",
                    models.CharField(
                        choices=[
                            ("own_contract", "Own contract with the school"),
                            ("secondment_company", "Lent by the own company"),
                            ("secondment_school", "Lent by another school"),
                            ("free_lending", "Lent without a fee"),
                            ("payroll", "Through a payroll firm"),
                            ("self_employed", "Self-employed"),
                            ("contract_assignment", "Contract education"),
                        ],
                        max_length=20,
                        verbose_name="employment form",
                    ),
                ),
                (
                    "fte",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=5, null=True, verbose_name="fte"
                    ),
                ),
                (
                    "hours_elsewhere",
                    models.DecimalField(
                        blank=True,
                        decimal_places=1,
                        max_digits=3,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(80),
                        ],
                        verbose_name="clock hours a week at other employers",
                    ),
                ),
                (
                    "has_other_employer",
                    models.BooleanField(default=True, verbose_name="works elsewhere too"),
                ),
                ("coach", models.CharField(blank=True, max_length=80, verbose_name="coach")),
                (
                    "coach_hours_week",
                    models.DecimalField(
                        decimal_places=1,
                        default=0,
                        max_digits=3,
                        verbose_name="hours of coaching a week",
                    ),
                ),
                (
                    "message",
                    models.TextField(
                        blank=True, max_length=2000, verbose_name="message with the offer"
                    ),
                ),
                (
                    "answer_by",
                    models.DateField(blank=True, null=True, verbose_name="answer before"),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="placements",
                        to="vacancies.application",
                    ),
                ),
            ],
            options={
                "verbose_name": "placement",
                "verbose_name_plural": "placements",
                "ordering": ["-created_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", ("offered", "accepted", "started"))),
                        fields=("application",),
                        name="placement_is_one_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                ["offered", "accepted", "started", "ended", "refused", "cancelled"],
                            )
                        ),
                        name="placement_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
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
                            )
                        ),
                        name="placement_function_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "employment_form__in",
                                [
                                    "own_contract",
                                    "secondment_company",
                                    "secondment_school",
                                    "free_lending",
                                    "payroll",
                                    "self_employed",
                                    "contract_assignment",
                                ],
                            )
                        ),
                        name="placement_employment_form_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("day_parts_mask__gt", 0), ("day_parts_mask__lte", 262143)
                        ),
                        name="placement_day_parts_are_a_week",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("starts_on__lte", models.F("ends_on")),
                            _connector="OR",
                        ),
                        name="placement_period_is_a_range",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="plannedblock",
            name="placement",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="blocks",
                to="vacancies.placement",
            ),
        ),
        migrations.CreateModel(
            name="PlacementStep",
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
                    "placement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="vacancies.placement",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of a placement",
                "verbose_name_plural": "steps of placements",
                "ordering": ["at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("is_undo", False),
                                models.Q(
                                    models.Q(("source", ""), ("target", "offered")),
                                    models.Q(("source", "offered"), ("target", "accepted")),
                                    models.Q(("source", "offered"), ("target", "refused")),
                                    models.Q(("source", "offered"), ("target", "cancelled")),
                                    models.Q(("source", "accepted"), ("target", "started")),
                                    models.Q(("source", "accepted"), ("target", "cancelled")),
                                    models.Q(("source", "started"), ("target", "ended")),
                                    _connector="OR",
                                ),
                            ),
                            models.Q(
                                ("is_undo", True),
                                models.Q(
                                    ("pk__isnull", True),
                                    models.Q(("source", "accepted"), ("target", "offered")),
                                    models.Q(("source", "refused"), ("target", "offered")),
                                    models.Q(("source", "cancelled"), ("target", "offered")),
                                    models.Q(("source", "started"), ("target", "accepted")),
                                    models.Q(("source", "cancelled"), ("target", "accepted")),
                                    models.Q(("source", "ended"), ("target", "started")),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="placement_step_follows_the_table",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_undo", False),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="placement_step_undone_has_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "side__in",
                                ["professional", "school", "employer", "moderator", "clock"],
                            )
                        ),
                        name="placement_step_side_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StartItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=40, verbose_name="what")),
                (
                    "owner",
                    models.CharField(
                        choices=[
                            ("professional", "the professional"),
                            ("school", "the school"),
                            ("employer", "the employer"),
                            ("provider", "the training provider"),
                        ],
                        max_length=12,
                        verbose_name="who",
                    ),
                ),
                ("is_law", models.BooleanField(default=False, verbose_name="the law asks it")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="remark")),
                (
                    "done_by",
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
                        related_name="start_items",
                        to="vacancies.placement",
                    ),
                ),
            ],
            options={
                "verbose_name": "item of a start check",
                "verbose_name_plural": "items of start checks",
                "ordering": ["placement", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("placement", "code"), name="start_item_is_unique_in_placement"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("owner__in", ["professional", "school", "employer", "provider"])
                        ),
                        name="start_item_owner_is_known",
                    ),
                ],
            },
        ),
    ]
