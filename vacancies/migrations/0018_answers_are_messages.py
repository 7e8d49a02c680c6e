"""The answer of a school is among its messages: one place for what is said."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("vacancies", "0017_steps_of_applications")]
    operations = [migrations.RemoveField(model_name="application", name="answer")]
