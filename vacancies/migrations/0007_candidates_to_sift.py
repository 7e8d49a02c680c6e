"""An index that holds what the first criteria read, beginning with the domains."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("vacancies", "0006_accept_every_route")]
    operations = [
        migrations.AddIndex(
            model_name="candidatefacts",
            index=models.Index(
                fields=[
                    "domains_mask",
                    "functions_mask",
                    "x",
                    "y",
                    "max_distance_m",
                    "day_parts_mask",
                ],
                name="candidate_facts_to_sift",
            ),
        )
    ]
