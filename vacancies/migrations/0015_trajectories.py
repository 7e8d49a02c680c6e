import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_papers"),
        ("accounts", "__first__"),
        ("vacancies", "0014_courses"),
    ]

    operations = [
        migrations.CreateModel(
            name="Trajectory",
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
                            ("orientation", "Orientation"),
                            ("matched", "Matched"),
                            ("suitability_check", "Suitability assessment"),
                            ("suitability_issued", "Statement signed"),
                            ("suitability_refused", "Statement not given"),
                            ("appointed", "Appointed"),
                            ("pdg_applied", "Applied for the PDG"),
                            ("pdg_admitted", "Admitted to the PDG"),
                            ("pdg_rejected", "Not admitted to the PDG"),
                            ("agreement_signed", "Agreement signed"),
                            ("in_training", "In training"),
                            ("extended", "In training, extended"),
                            ("paused", "Paused"),
                            ("pdg_obtained", "PDG obtained"),
                            ("stopped", "Stopped"),
                        ],
                        default="orientation",
                        max_length=19,
                        verbose_name="status",
                    ),
                ),
                (
                    "holiday_region",
                    models.CharField(
                        choices=[("north", "North"), ("central", "Central"), ("south", "South")],
                        max_length=7,
                        verbose_name="holiday region",
                    ),
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
                    "study_day_mask",
                    models.PositiveIntegerField(default=0, verbose_name="study day"),
                ),
                (
                    "appointed_on",
                    models.DateField(blank=True, null=True, verbose_name="appointed from"),
                ),
                (
                    "term_ends_on",
                    models.DateField(blank=True, null=True, verbose_name="legal term ends on"),
                ),
                (
                    "certificate_by",
                    models.DateField(
                        blank=True, null=True, verbose_name="certificate agreed before"
                    ),
                ),
                (
                    "extension_reason",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="reason of the extension"
                    ),
                ),
                (
                    "stop_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("other_work", "Other work"),
                            ("too_much", "Too much beside the job"),
                            ("home", "Circumstances at home"),
                            ("employer", "The employer no longer agrees"),
                            ("training", "The training does not fit"),
                            ("school", "The school stops"),
                            ("unsuitable", "Teaching turns out not to fit"),
                        ],
                        max_length=12,
                        verbose_name="why it stopped",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "application",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="trajectories",
                        to="vacancies.application",
                    ),
                ),
                (
                    "course_start",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="vacancies.coursestart",
                    ),
                ),
                (
                    "guide",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who guides it at the school",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="trajectories",
                        to="accounts.institution",
                    ),
                ),
                (
                    "placement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="trajectories",
                        to="vacancies.placement",
                    ),
                ),
                (
                    "professional",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="trajectories",
                        to="accounts.professional",
                    ),
                ),
            ],
            options={
                "verbose_name": "trajectory",
                "verbose_name_plural": "trajectories",
                "ordering": ["-created_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("professional", "institution"), name="trajectory_is_one_per_school"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "orientation",
                                    "matched",
                                    "suitability_check",
                                    "suitability_issued",
                                    "suitability_refused",
                                    "appointed",
                                    "pdg_applied",
                                    "pdg_admitted",
                                    "pdg_rejected",
                                    "agreement_signed",
                                    "in_training",
                                    "extended",
                                    "paused",
                                    "pdg_obtained",
                                    "stopped",
                                ],
                            )
                        ),
                        name="trajectory_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("holiday_region__in", ["north", "central", "south"])),
                        name="trajectory_region_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "stop_reason__in",
                                [
                                    "",
                                    "other_work",
                                    "too_much",
                                    "home",
                                    "employer",
                                    "training",
                                    "school",
                                    "unsuitable",
                                ],
                            )
                        ),
                        name="trajectory_stop_reason_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "stopped"), ("stop_reason__gt", "")),
                            models.Q(
                                models.Q(("status", "stopped"), _negated=True), ("stop_reason", "")
                            ),
                            _connector="OR",
                        ),
                        name="trajectory_stopped_has_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("study_day_mask__lte", 262143)),
                        name="trajectory_study_day_is_in_the_week",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("appointed_on__isnull", True),
                            ("term_ends_on__isnull", True),
                            ("appointed_on__lte", models.F("term_ends_on")),
                            _connector="OR",
                        ),
                        name="trajectory_term_is_after_appointment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SubsidyCase",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("to_request", "To request"),
                            ("requested", "Requested"),
                            ("granted", "Granted"),
                            ("refused", "Refused"),
                            ("accounted", "Accounted for"),
                            ("repaid", "Paid back"),
                            ("not_asked", "Not asked"),
                        ],
                        default="to_request",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("opens_on", models.DateField(verbose_name="first day to ask")),
                ("closes_on", models.DateField(verbose_name="last day to ask")),
                (
                    "requested_on",
                    models.DateField(blank=True, null=True, verbose_name="requested on"),
                ),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="decided on")),
                (
                    "amount",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="amount in euros"
                    ),
                ),
                (
                    "papers_done",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="papers that are there"
                    ),
                ),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="vacancies.subsidyscheme",
                    ),
                ),
                (
                    "trajectory",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="subsidies",
                        to="vacancies.trajectory",
                    ),
                ),
            ],
            options={
                "verbose_name": "grant request",
                "verbose_name_plural": "grant requests",
                "ordering": ["closes_on", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("trajectory", "scheme"), name="subsidy_case_is_unique"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "to_request",
                                    "requested",
                                    "granted",
                                    "refused",
                                    "accounted",
                                    "repaid",
                                    "not_asked",
                                ],
                            )
                        ),
                        name="subsidy_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("opens_on__lte", models.F("closes_on"))),
                        name="subsidy_window_is_a_range",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Pause",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "trajectory",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pauses",
                        to="vacancies.trajectory",
                    ),
                ),
            ],
            options={
                "verbose_name": "pause",
                "verbose_name_plural": "pauses",
                "ordering": ["starts_on", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ends_on__isnull", True)),
                        fields=("trajectory",),
                        name="pause_is_one_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("starts_on__lte", models.F("ends_on")),
                            _connector="OR",
                        ),
                        name="pause_is_a_range",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ModuleProgress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("to_do", "To do"), ("exempt", "Exemption"), ("done", "Done")],
                        default="to_do",
                        max_length=6,
                        verbose_name="state",
                    ),
                ),
                (
                    "module",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="vacancies.coursemodule",
                    ),
                ),
                (
                    "trajectory",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="modules",
                        to="vacancies.trajectory",
                    ),
                ),
            ],
            options={
                "verbose_name": "progress in a part",
                "verbose_name_plural": "progress in parts",
                "ordering": ["module__order", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("trajectory", "module"), name="module_progress_is_unique"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["to_do", "exempt", "done"])),
                        name="module_progress_state_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Milestone",
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
                ("order", models.PositiveSmallIntegerField(verbose_name="order")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="before")),
                ("why", models.CharField(blank=True, max_length=40, verbose_name="why that day")),
                ("is_law", models.BooleanField(default=False, verbose_name="the law asks it")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="remark")),
                (
                    "credential",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="accounts.credential",
                    ),
                ),
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
                    "trajectory",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="milestones",
                        to="vacancies.trajectory",
                    ),
                ),
            ],
            options={
                "verbose_name": "milestone",
                "verbose_name_plural": "milestones",
                "ordering": ["trajectory", "order", "pk"],
                "indexes": [models.Index(fields=["due_on"], name="milestone_due")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("trajectory", "code"), name="milestone_is_unique_in_trajectory"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("owner__in", ["professional", "school", "employer", "provider"])
                        ),
                        name="milestone_owner_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HelpTask",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("signal", models.SlugField(max_length=60, verbose_name="what slips")),
                ("opened_on", models.DateField(verbose_name="since")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "note",
                    models.CharField(blank=True, max_length=300, verbose_name="what was done"),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "trajectory",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="help_tasks",
                        to="vacancies.trajectory",
                    ),
                ),
            ],
            options={
                "verbose_name": "friendly task",
                "verbose_name_plural": "friendly tasks",
                "ordering": ["opened_on", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("trajectory", "signal"), name="help_task_is_one_per_signal"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CheckIn",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("week", models.PositiveSmallIntegerField(verbose_name="week")),
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
                        verbose_name="of whom",
                    ),
                ),
                ("due_on", models.DateField(verbose_name="asked on")),
                (
                    "feeling",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="how it goes"
                    ),
                ),
                (
                    "coached_hours",
                    models.DecimalField(
                        blank=True,
                        decimal_places=1,
                        max_digits=3,
                        null=True,
                        verbose_name="hours of coaching a week in fact",
                    ),
                ),
                (
                    "study_day_kept",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="the study day was kept"
                    ),
                ),
                (
                    "note",
                    models.CharField(blank=True, max_length=1000, verbose_name="what would help"),
                ),
                (
                    "answered_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="answered at"),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "trajectory",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="check_ins",
                        to="vacancies.trajectory",
                    ),
                ),
            ],
            options={
                "verbose_name": "check-in",
                "verbose_name_plural": "check-ins",
                "ordering": ["due_on", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("trajectory", "week", "side"), name="check_in_is_unique"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("side__in", ["professional", "school"])),
                        name="check_in_is_of_one_of_the_two",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("feeling__isnull", True), ("feeling__range", (1, 5)), _connector="OR"
                        ),
                        name="check_in_feeling_is_one_to_five",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TrajectoryStep",
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
                    "trajectory",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="vacancies.trajectory",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of a trajectory",
                "verbose_name_plural": "steps of trajectories",
                "ordering": ["at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("is_undo", False),
                                models.Q(
                                    models.Q(("source", ""), ("target", "orientation")),
                                    models.Q(("source", "orientation"), ("target", "matched")),
                                    models.Q(
                                        ("source", "matched"), ("target", "suitability_check")
                                    ),
                                    models.Q(
                                        ("source", "suitability_refused"),
                                        ("target", "suitability_check"),
                                    ),
                                    models.Q(
                                        ("source", "suitability_check"),
                                        ("target", "suitability_issued"),
                                    ),
                                    models.Q(
                                        ("source", "suitability_check"),
                                        ("target", "suitability_refused"),
                                    ),
                                    models.Q(
                                        ("source", "suitability_issued"), ("target", "appointed")
                                    ),
                                    models.Q(("source", "appointed"), ("target", "pdg_applied")),
                                    models.Q(("source", "pdg_rejected"), ("target", "pdg_applied")),
                                    models.Q(("source", "pdg_applied"), ("target", "pdg_admitted")),
                                    models.Q(("source", "pdg_applied"), ("target", "pdg_rejected")),
                                    models.Q(
                                        ("source", "pdg_admitted"), ("target", "agreement_signed")
                                    ),
                                    models.Q(
                                        ("source", "agreement_signed"), ("target", "in_training")
                                    ),
                                    models.Q(("source", "in_training"), ("target", "extended")),
                                    models.Q(("source", "extended"), ("target", "paused")),
                                    models.Q(("source", "in_training"), ("target", "paused")),
                                    models.Q(("source", "paused"), ("target", "in_training")),
                                    models.Q(("source", "paused"), ("target", "extended")),
                                    models.Q(("source", "extended"), ("target", "pdg_obtained")),
                                    models.Q(("source", "in_training"), ("target", "pdg_obtained")),
                                    models.Q(("source", "agreement_signed"), ("target", "stopped")),
                                    models.Q(("source", "appointed"), ("target", "stopped")),
                                    models.Q(("source", "extended"), ("target", "stopped")),
                                    models.Q(("source", "in_training"), ("target", "stopped")),
                                    models.Q(("source", "matched"), ("target", "stopped")),
                                    models.Q(("source", "orientation"), ("target", "stopped")),
                                    models.Q(("source", "paused"), ("target", "stopped")),
                                    models.Q(("source", "pdg_admitted"), ("target", "stopped")),
                                    models.Q(("source", "pdg_applied"), ("target", "stopped")),
                                    models.Q(("source", "pdg_rejected"), ("target", "stopped")),
                                    models.Q(
                                        ("source", "suitability_check"), ("target", "stopped")
                                    ),
                                    models.Q(
                                        ("source", "suitability_issued"), ("target", "stopped")
                                    ),
                                    models.Q(
                                        ("source", "suitability_refused"), ("target", "stopped")
                                    ),
                                    models.Q(("source", "stopped"), ("target", "orientation")),
                                    _connector="OR",
                                ),
                            ),
                            models.Q(
                                ("is_undo", True),
                                models.Q(
                                    ("pk__isnull", True),
                                    models.Q(("source", "matched"), ("target", "orientation")),
                                    models.Q(
                                        ("source", "suitability_check"), ("target", "matched")
                                    ),
                                    models.Q(
                                        ("source", "suitability_check"),
                                        ("target", "suitability_refused"),
                                    ),
                                    models.Q(
                                        ("source", "suitability_issued"),
                                        ("target", "suitability_check"),
                                    ),
                                    models.Q(
                                        ("source", "suitability_refused"),
                                        ("target", "suitability_check"),
                                    ),
                                    models.Q(
                                        ("source", "appointed"), ("target", "suitability_issued")
                                    ),
                                    models.Q(("source", "pdg_applied"), ("target", "appointed")),
                                    models.Q(("source", "pdg_applied"), ("target", "pdg_rejected")),
                                    models.Q(("source", "pdg_admitted"), ("target", "pdg_applied")),
                                    models.Q(("source", "pdg_rejected"), ("target", "pdg_applied")),
                                    models.Q(
                                        ("source", "agreement_signed"), ("target", "pdg_admitted")
                                    ),
                                    models.Q(
                                        ("source", "in_training"), ("target", "agreement_signed")
                                    ),
                                    models.Q(("source", "extended"), ("target", "in_training")),
                                    models.Q(("source", "paused"), ("target", "extended")),
                                    models.Q(("source", "paused"), ("target", "in_training")),
                                    models.Q(("source", "in_training"), ("target", "paused")),
                                    models.Q(("source", "extended"), ("target", "paused")),
                                    models.Q(("source", "pdg_obtained"), ("target", "extended")),
                                    models.Q(("source", "pdg_obtained"), ("target", "in_training")),
                                    models.Q(("source", "stopped"), ("target", "agreement_signed")),
                                    models.Q(("source", "stopped"), ("target", "appointed")),
                                    models.Q(("source", "stopped"), ("target", "extended")),
                                    models.Q(("source", "stopped"), ("target", "in_training")),
                                    models.Q(("source", "stopped"), ("target", "matched")),
                                    models.Q(("source", "stopped"), ("target", "orientation")),
                                    models.Q(("source", "stopped"), ("target", "paused")),
                                    models.Q(("source", "stopped"), ("target", "pdg_admitted")),
                                    models.Q(("source", "stopped"), ("target", "pdg_applied")),
                                    models.Q(("source", "stopped"), ("target", "pdg_rejected")),
                                    models.Q(
                                        ("source", "stopped"), ("target", "suitability_check")
                                    ),
                                    models.Q(
                                        ("source", "stopped"), ("target", "suitability_issued")
                                    ),
                                    models.Q(
                                        ("source", "stopped"), ("target", "suitability_refused")
                                    ),
                                    models.Q(("source", "orientation"), ("target", "stopped")),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="trajectory_step_follows_the_table",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_undo", False),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="trajectory_step_undone_has_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "side__in",
                                ["professional", "school", "employer", "moderator", "clock"],
                            )
                        ),
                        name="trajectory_step_side_is_known",
                    ),
                ],
            },
        ),
    ]
