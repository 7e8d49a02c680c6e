"""A no to a vacancy teaches what is not told any more."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_rhythm_of_mail"),
        ("vacancies", "0024_lighter_matches"),
    ]

    operations = [
        migrations.CreateModel(
            name="Muting",
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
                            ("too_far", "Too far away"),
                            ("wrong_time", "The day-parts do not suit me"),
                            ("wrong_trade", "Not my trade"),
                            ("pay", "The pay is too low"),
                            ("not_now", "Not now"),
                        ],
                        max_length=16,
                        verbose_name="reason",
                    ),
                ),
                (
                    "distance_m",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="metres from home"
                    ),
                ),
                (
                    "day_parts_mask",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="day-parts"),
                ),
                (
                    "domains_mask",
                    models.BigIntegerField(blank=True, null=True, verbose_name="domains"),
                ),
                (
                    "competences",
                    models.JSONField(
                        blank=True, default=list, verbose_name="competences asked and held"
                    ),
                ),
                (
                    "pay_scale",
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
                ("until", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="since"
                    ),
                ),
                (
                    "match",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="muting",
                        to="vacancies.match",
                        verbose_name="match",
                    ),
                ),
                (
                    "professional",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mutings",
                        to="accounts.professional",
                        verbose_name="professional",
                    ),
                ),
            ],
            options={
                "verbose_name": "rule about match mail",
                "verbose_name_plural": "rules about match mail",
                "ordering": ["-created_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("distance_m__isnull", False), ("reason", "too_far")),
                            models.Q(
                                ("day_parts_mask__range", (1, 262143)), ("reason", "wrong_time")
                            ),
                            models.Q(("domains_mask__gt", 0), ("reason", "wrong_trade")),
                            models.Q(
                                ("reason", "pay"),
                                ("pay_scale__in", ["6", "7", "8", "9", "LB", "LC", "LD", "LE"]),
                            ),
                            models.Q(("reason", "not_now"), ("until__isnull", False)),
                            _connector="OR",
                        ),
                        name="muting_has_the_value_of_its_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reason", "too_far"), ("distance_m", None), _connector="OR"),
                            models.Q(
                                ("reason", "wrong_time"), ("day_parts_mask", None), _connector="OR"
                            ),
                            models.Q(
                                ("reason", "wrong_trade"), ("domains_mask", None), _connector="OR"
                            ),
                            models.Q(("reason", "pay"), ("pay_scale", ""), _connector="OR"),
                            models.Q(("reason", "not_now"), ("until", None), _connector="OR"),
                        ),
                        name="muting_has_no_value_of_another_reason",
                    ),
                ],
            },
        ),
    ]
