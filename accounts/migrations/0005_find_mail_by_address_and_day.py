from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_rhythm_of_mail"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="mail",
            index=models.Index(
                condition=models.Q(("sent_at__isnull", False)),
                fields=["sent_at"],
                name="mail_sent",
            ),
        ),
        migrations.AddIndex(
            model_name="mail",
            index=models.Index(fields=["to_address"], name="mail_address"),
        ),
        migrations.AddIndex(
            model_name="user",
            index=models.Index(
                condition=models.Q(("mail_stopped_at__isnull", False)),
                fields=["mail_stopped_at"],
                name="user_mail_stopped",
            ),
        ),
    ]
