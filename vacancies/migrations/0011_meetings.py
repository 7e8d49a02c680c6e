import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_papers"),
        ("vacancies", "0010_conversations"),
    ]

    operations = [
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("serial", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name": "calendar feed",
                "verbose_name_plural": "calendar feeds",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("shadow_day", "Join in for a day-part"),
                            ("guest_lesson", "Guest lesson"),
                            ("talk", "Talk"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("agreed", "Agreed"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="proposed",
                        max_length=9,
                        verbose_name="status",
                    ),
                ),
                (
                    "place_note",
                    models.CharField(blank=True, max_length=200, verbose_name="where exactly"),
                ),
                (
                    "note",
                    models.TextField(blank=True, max_length=1000, verbose_name="what to expect"),
                ),
                (
                    "proposed_by",
                    models.CharField(
                        choices=[
                            ("professional", "the professional"),
                            ("school", "the school"),
                            ("employer", "the employer"),
                            ("moderator", "a moderator"),
                            ("clock", "the site itself"),
                        ],
                        default="school",
                        max_length=12,
                        verbose_name="proposed by",
                    ),
                ),
                (
                    "starts_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="begins at"),
                ),
                ("ends_at", models.DateTimeField(blank=True, null=True, verbose_name="ends at")),
                (
                    "agreed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="agreed at"),
                ),
                (
                    "cancelled_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("professional", "the professional"),
                            ("school", "the school"),
                            ("employer", "the employer"),
                            ("moderator", "a moderator"),
                            ("clock", "the site itself"),
                        ],
                        max_length=12,
                        verbose_name="cancelled by",
                    ),
                ),
                ("cancel_reason", models.CharField(blank=True, max_length=300, verbose_name="why")),
                ("sequence", models.PositiveSmallIntegerField(default=0)),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="meetings",
                        to="vacancies.application",
                    ),
                ),
                (
                    "location",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="accounts.location",
                    ),
                ),
            ],
            options={
                "verbose_name": "meeting",
                "verbose_name_plural": "meetings",
                "ordering": ["starts_at", "created_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["shadow_day", "guest_lesson", "talk"])),
                        name="meeting_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["proposed", "agreed", "cancelled"])),
                        name="meeting_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("proposed_by__in", ("professional", "school"))),
                        name="meeting_is_proposed_by_one_of_the_two",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("cancelled_by__in", ["", "professional", "school", "clock"])
                        ),
                        name="meeting_is_cancelled_by_one_of_the_two",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "agreed"), _negated=True),
                            models.Q(
                                ("agreed_at__isnull", False),
                                ("ends_at__isnull", False),
                                ("starts_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="meeting_agreed_has_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("starts_at__isnull", True),
                            ("starts_at__lt", models.F("ends_at")),
                            _connector="OR",
                        ),
                        name="meeting_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingOption",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(verbose_name="day")),
                ("day_part", models.PositiveSmallIntegerField(verbose_name="day-part")),
                ("starts_at", models.DateTimeField(verbose_name="begins at")),
                ("ends_at", models.DateTimeField(verbose_name="ends at")),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="options",
                        to="vacancies.meeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "proposed day-part",
                "verbose_name_plural": "proposed day-parts",
                "ordering": ["starts_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "on", "day_part"), name="meeting_option_is_unique"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("day_part__lte", 17)),
                        name="meeting_option_is_in_the_week",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("starts_at__lt", models.F("ends_at"))),
                        name="meeting_option_ends_after_it_begins",
                    ),
                ],
            },
        ),
    ]
