"""The planned first day of a trajectory, and the days that were decided or agreed later."""

from datetime import date

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("vacancies", "0018_answers_are_messages")]
    operations = [
        migrations.AddField(
            model_name="trajectory",
            name="starts_on",
            field=models.DateField(default=date(2026, 8, 1), verbose_name="first day, planned"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="trajectory",
            name="extended_until",
            field=models.DateField(
                blank=True, null=True, verbose_name="legal term extended until"
            ),
        ),
        migrations.AddField(
            model_name="trajectory",
            name="agreed_until",
            field=models.DateField(
                blank=True, null=True, verbose_name="certificate agreed anew before"
            ),
        ),
    ]
