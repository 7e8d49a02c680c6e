"""The words of a mail move to a table of their own: they are long, and go after thirty days."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

QUICKER = """
DO $$ BEGIN
    ALTER TABLE accounts_mailwords ALTER COLUMN text SET COMPRESSION lz4;
    ALTER TABLE accounts_mailwords ALTER COLUMN html SET COMPRESSION lz4;
EXCEPTION WHEN OTHERS THEN NULL; -- a server that was built without it
END $$
"""


def move(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    editor.execute(
        "INSERT INTO accounts_mailwords (mail_id, text, html, calendars)"
        " SELECT id, text, html, calendars FROM accounts_mail WHERE text <> ''"
    )


def move_back(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    parts = ", ".join(
        f"{name} = (SELECT words.{name} FROM accounts_mailwords words"
        " WHERE words.mail_id = accounts_mail.id)"
        for name in ("text", "html", "calendars")
    )
    editor.execute(
        f"UPDATE accounts_mail SET {parts}"  # noqa: S608 -- names of columns alone
        " WHERE id IN (SELECT mail_id FROM accounts_mailwords)"
    )


def compress(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """In the way that costs a tenth of the time, where PostgreSQL has it."""
    if editor.connection.vendor == "postgresql":
        editor.execute(QUICKER)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0005_find_mail_by_address_and_day")]

    operations = [
        migrations.CreateModel(
            name="MailWords",
            fields=[
                (
                    "mail",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="words",
                        serialize=False,
                        to="accounts.mail",
                        verbose_name="mail",
                    ),
                ),
                ("text", models.TextField(verbose_name="text")),
                ("html", models.TextField(blank=True, verbose_name="HTML")),
                (
                    "calendars",
                    models.JSONField(
                        blank=True, default=list, verbose_name="appointments for calendars"
                    ),
                ),
            ],
            options={
                "verbose_name": "words of a mail",
                "verbose_name_plural": "words of mails",
                "ordering": ["mail"],
            },
        ),
        migrations.RunPython(compress, migrations.RunPython.noop),
        migrations.RunPython(move, move_back),
        migrations.RemoveField("mail", "text"),
        migrations.RemoveField("mail", "html"),
        migrations.RemoveField("mail", "calendars"),
    ]
