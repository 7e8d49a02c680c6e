"""When a pair that people were told of stopped fitting, and until when."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("vacancies", "0008_candidate_tokens")]
    operations = [
        migrations.CreateModel(
            name="Lapse",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("from_at", models.DateTimeField(verbose_name="no longer fits since")),
                (
                    "until_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="fits again since"),
                ),
                ("failed_mask", models.PositiveIntegerField(verbose_name="musts that failed")),
                (
                    "match",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lapses",
                        to="vacancies.match",
                        verbose_name="match",
                    ),
                ),
            ],
            options={
                "verbose_name": "time in which a match did not fit",
                "verbose_name_plural": "times in which a match did not fit",
                "ordering": ["from_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until_at", None)),
                        fields=("match",),
                        name="lapse_of_a_match_is_one_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_at", None),
                            ("until_at__gte", models.F("from_at")),
                            _connector="OR",
                        ),
                        name="lapse_ends_after_it_begins",
                    ),
                ],
            },
        )
    ]
