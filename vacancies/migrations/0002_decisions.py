import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import uuid
import vacancies.codes
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_papers"),
        ("accounts", "__first__"),
        ("vacancies", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="BoardDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=32, verbose_name="kind")),
                ("is_yes", models.BooleanField(default=True, verbose_name="yes")),
                ("route", models.CharField(blank=True, max_length=32, verbose_name="route")),
                ("decided_on", models.DateField(verbose_name="decided on")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="ground")),
                (
                    "recorded_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
            ],
            options={
                "verbose_name": "decision of a school",
                "verbose_name_plural": "decisions of schools",
                "ordering": ["-decided_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "specific_knowledge_judged",
                                    "level_judged",
                                    "relevance_judged",
                                    "subject_judged",
                                    "teach_judged",
                                    "reach_judged",
                                    "foreign_level_equal",
                                    "level_basis",
                                    "statement_by",
                                    "training_plan",
                                    "training_agreed",
                                    "named_teacher",
                                    "instr_declaration",
                                    "exemption_decision",
                                    "extension_reason",
                                    "sbb_recognition",
                                    "effort_by_board",
                                    "effort_by_person",
                                    "worked",
                                ],
                            )
                        ),
                        name="board_decision_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "route__in",
                                [
                                    "",
                                    "qualified_teacher",
                                    "recognised_foreign_teacher",
                                    "suitability_with_pdg",
                                    "suitability_in_training",
                                    "temporary_exemption_teacher",
                                    "guest_teacher_six_hours",
                                    "contract_activity",
                                    "instructor_qualified",
                                    "instructor_in_training",
                                    "instructor_temporary_exemption",
                                    "other_staff",
                                    "workplace_trainer",
                                ],
                            )
                        ),
                        name="board_decision_route_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("starts_on__isnull", True),
                            ("ends_on__isnull", True),
                            ("starts_on__lte", models.F("ends_on")),
                            _connector="OR",
                        ),
                        name="board_decision_period_is_a_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "kind__in",
                                    [
                                        vacancies.codes.Decision["WORKED"],
                                        vacancies.codes.Decision["EXEMPTION_DECISION"],
                                    ],
                                ),
                                _negated=True,
                            ),
                            models.Q(
                                ("ends_on__isnull", False),
                                ("starts_on__isnull", False),
                                models.Q(("route", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="board_decision_of_a_period_has_one",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlannedBlock",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
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
                ("route", models.CharField(max_length=32, verbose_name="route")),
                (
                    "week_hours",
                    models.DecimalField(
                        decimal_places=1,
                        max_digits=3,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(40),
                        ],
                        verbose_name="clock hours a week",
                    ),
                ),
                (
                    "weeks",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(52),
                        ],
                        verbose_name="number of weeks",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="first day")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "fte",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        max_digits=5,
                        null=True,
                        verbose_name="fte of teaching tasks",
                    ),
                ),
                (
                    "lesson_hours",
                    models.DecimalField(
                        blank=True,
                        decimal_places=1,
                        max_digits=3,
                        null=True,
                        verbose_name="lesson hours a week",
                    ),
                ),
                (
                    "is_lent",
                    models.BooleanField(default=False, verbose_name="lent by the own employer"),
                ),
                (
                    "named_teacher",
                    models.CharField(blank=True, max_length=80, verbose_name="responsible teacher"),
                ),
                (
                    "planned_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
            ],
            options={
                "verbose_name": "planned block of hours",
                "verbose_name_plural": "planned blocks of hours",
                "ordering": ["starts_on", "pk"],
                "constraints": [
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
                        name="planned_function_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "route__in",
                                [
                                    "qualified_teacher",
                                    "recognised_foreign_teacher",
                                    "suitability_with_pdg",
                                    "suitability_in_training",
                                    "temporary_exemption_teacher",
                                    "guest_teacher_six_hours",
                                    "contract_activity",
                                    "instructor_qualified",
                                    "instructor_in_training",
                                    "instructor_temporary_exemption",
                                    "other_staff",
                                    "workplace_trainer",
                                ],
                            )
                        ),
                        name="planned_route_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("starts_on__lte", models.F("ends_on")),
                            _connector="OR",
                        ),
                        name="planned_period_is_a_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("week_hours__gt", 0), ("weeks__gt", 0)),
                        name="planned_hours_are_some",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="boarddecision",
            name="institution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="accounts.institution",
            ),
        ),
        migrations.AddField(
            model_name="boarddecision",
            name="professional",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="board_decisions",
                to="accounts.professional",
            ),
        ),
        migrations.AddField(
            model_name="boarddecision",
            name="recorded_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="plannedblock",
            name="institution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="planned_blocks",
                to="accounts.institution",
            ),
        ),
        migrations.AddField(
            model_name="plannedblock",
            name="planned_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="plannedblock",
            name="professional",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="planned_blocks",
                to="accounts.professional",
            ),
        ),
        migrations.AddField(
            model_name="plannedblock",
            name="vacancy",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="planned_blocks",
                to="vacancies.vacancy",
            ),
        ),
        migrations.AddIndex(
            model_name="boarddecision",
            index=models.Index(
                fields=["professional", "institution"], name="board_decision_of_pair"
            ),
        ),
        migrations.AddIndex(
            model_name="plannedblock",
            index=models.Index(
                fields=["professional", "starts_on"], name="planned_of_professional"
            ),
        ),
    ]
