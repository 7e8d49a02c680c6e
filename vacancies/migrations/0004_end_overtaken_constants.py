"""Of rows of one name without a last day, each but the latest ends before the next begins."""

from datetime import timedelta

from django.db import migrations


def end_overtaken(apps, schema_editor):
    constants = apps.get_model("vacancies", "RuleConstant")
    following = {}
    for row in constants.objects.order_by("name", "-valid_from"):
        later = following.get(row.name)
        if later is not None and row.valid_to is None:
            row.valid_to = later - timedelta(days=1)
            row.save(update_fields=["valid_to"])
        following[row.name] = row.valid_from


class Migration(migrations.Migration):

    dependencies = [
        ("vacancies", "0003_accepted_routes"),
    ]

    operations = [migrations.RunPython(end_overtaken, migrations.RunPython.noop)]
