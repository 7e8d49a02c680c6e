"""A match in no index that another begins with: it costs less to store."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_appointments_in_mails"),
        ("vacancies", "0023_tokens_of_place"),
    ]

    operations = [
        migrations.AlterField(
            model_name="match",
            name="professional",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="matches",
                to="accounts.professional",
                verbose_name="professional",
            ),
        ),
        migrations.AlterField(
            model_name="match",
            name="vacancy",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="matches",
                to="vacancies.vacancy",
                verbose_name="vacancy",
            ),
        ),
    ]
