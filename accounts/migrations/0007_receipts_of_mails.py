"""A receipt is one short row a mail; the mail's own, in eight indexes, follows by the hundreds."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0006_words_of_mails")]

    operations = [
        migrations.CreateModel(
            name="MailReceipt",
            fields=[
                (
                    "mail",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="receipt",
                        serialize=False,
                        to="accounts.mail",
                        verbose_name="mail",
                    ),
                ),
                ("sent_at", models.DateTimeField(verbose_name="sent at")),
                (
                    "answer",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="answer of the server"
                    ),
                ),
            ],
            options={
                "verbose_name": "receipt of a mail",
                "verbose_name_plural": "receipts of mails",
                "ordering": ["mail"],
            },
        ),
    ]
