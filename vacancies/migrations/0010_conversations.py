import accounts.models.credential
import django.db.models.deletion
import django.utils.timezone
import uuid
import vacancies.models.conversation
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_papers"),
        ("accounts", "__first__"),
        ("vacancies", "0009_lapses"),
    ]

    operations = [
        migrations.CreateModel(
            name="ApplicationStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("verb", models.CharField(max_length=20, verbose_name="step")),
                ("source", models.CharField(blank=True, max_length=20, verbose_name="from")),
                ("target", models.CharField(max_length=20, verbose_name="to")),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("professional", "the professional"),
                            ("school", "the school"),
                            ("employer", "the employer"),
                            ("moderator", "a moderator"),
                            ("clock", "the site itself"),
                        ],
                        max_length=12,
                        verbose_name="taken by",
                    ),
                ),
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="at"
                    ),
                ),
                (
                    "is_undo",
                    models.BooleanField(default=False, verbose_name="undoes the step before"),
                ),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
            ],
            options={
                "verbose_name": "step of an application",
                "verbose_name_plural": "steps of applications",
                "ordering": ["at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("professional", "the professional"),
                            ("school", "the school"),
                            ("employer", "the employer"),
                            ("moderator", "a moderator"),
                            ("clock", "the site itself"),
                        ],
                        max_length=12,
                        verbose_name="written by",
                    ),
                ),
                ("text", models.TextField(blank=True, max_length=4000, verbose_name="message")),
                (
                    "file",
                    models.FileField(
                        blank=True,
                        storage=accounts.models.credential.private_files,
                        upload_to=vacancies.models.conversation.file_address,
                        verbose_name="file",
                    ),
                ),
                (
                    "file_name",
                    models.CharField(blank=True, max_length=120, verbose_name="name of the file"),
                ),
                (
                    "file_type",
                    models.CharField(blank=True, max_length=40, verbose_name="type of the file"),
                ),
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="at"
                    ),
                ),
                (
                    "read_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="read by the other side at"
                    ),
                ),
            ],
            options={
                "verbose_name": "message",
                "verbose_name_plural": "messages",
                "ordering": ["at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("side__in", ("professional", "school"))),
                        name="message_is_of_one_of_the_two",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("text", ""), _negated=True),
                            models.Q(("file", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="message_says_something",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MessageTemplate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                ("text", models.TextField(max_length=2000, verbose_name="message")),
                (
                    "is_for_declining",
                    models.BooleanField(default=False, verbose_name="for “not further”"),
                ),
            ],
            options={
                "verbose_name": "message template",
                "verbose_name_plural": "message templates",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Opinion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail address")),
                ("token_digest", models.CharField(max_length=64, unique=True)),
                (
                    "asked_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="asked at"
                    ),
                ),
                ("expires_at", models.DateTimeField(verbose_name="link works until")),
                ("is_yes", models.BooleanField(blank=True, null=True, verbose_name="yes")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="explanation")),
                (
                    "answered_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="answered at"),
                ),
            ],
            options={
                "verbose_name": "opinion of a colleague",
                "verbose_name_plural": "opinions of colleagues",
                "ordering": ["-asked_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at__isnull", True), ("is_yes__isnull", True)),
                            models.Q(("answered_at__isnull", False), ("is_yes__isnull", False)),
                            _connector="OR",
                        ),
                        name="opinion_answered_has_a_moment",
                    )
                ],
            },
        ),
        migrations.RemoveConstraint(
            model_name="application",
            name="application_status_is_known",
        ),
        migrations.RemoveConstraint(
            model_name="application",
            name="application_ended_has_a_moment",
        ),
        migrations.AlterField(
            model_name="application",
            name="status",
            field=models.CharField(
                choices=[
                    ("new", "New"),
                    ("talking", "Talking"),
                    ("trial", "Trying out"),
                    ("offered", "Offer"),
                    ("placed", "Chosen"),
                    ("declined", "Not further"),
                    ("withdrawn", "Withdrawn"),
                ],
                default="new",
                max_length=12,
                verbose_name="status",
            ),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "status__in",
                        ["new", "talking", "trial", "offered", "placed", "declined", "withdrawn"],
                    )
                ),
                name="application_status_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("ended_at__isnull", True),
                        ("status__in", ("new", "talking", "trial", "offered")),
                    ),
                    models.Q(
                        models.Q(
                            ("status__in", ("new", "talking", "trial", "offered")), _negated=True
                        ),
                        ("ended_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="application_ended_has_a_moment",
            ),
        ),
        migrations.AddField(
            model_name="applicationstep",
            name="application",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="steps",
                to="vacancies.application",
            ),
        ),
        migrations.AddField(
            model_name="applicationstep",
            name="by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="message",
            name="application",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="messages",
                to="vacancies.application",
            ),
        ),
        migrations.AddField(
            model_name="message",
            name="by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="messagetemplate",
            name="institution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="message_templates",
                to="accounts.institution",
            ),
        ),
        migrations.AddField(
            model_name="opinion",
            name="application",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="opinions",
                to="vacancies.application",
            ),
        ),
        migrations.AddField(
            model_name="opinion",
            name="asked_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="applicationstep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("is_undo", False),
                        models.Q(
                            models.Q(("source", ""), ("target", "new")),
                            models.Q(("source", "new"), ("target", "talking")),
                            models.Q(("source", "new"), ("target", "trial")),
                            models.Q(("source", "talking"), ("target", "trial")),
                            models.Q(("source", "new"), ("target", "offered")),
                            models.Q(("source", "talking"), ("target", "offered")),
                            models.Q(("source", "trial"), ("target", "offered")),
                            models.Q(("source", "offered"), ("target", "placed")),
                            models.Q(("source", "offered"), ("target", "talking")),
                            models.Q(("source", "placed"), ("target", "talking")),
                            models.Q(("source", "new"), ("target", "declined")),
                            models.Q(("source", "offered"), ("target", "declined")),
                            models.Q(("source", "talking"), ("target", "declined")),
                            models.Q(("source", "trial"), ("target", "declined")),
                            models.Q(("source", "declined"), ("target", "talking")),
                            models.Q(("source", "new"), ("target", "withdrawn")),
                            models.Q(("source", "offered"), ("target", "withdrawn")),
                            models.Q(("source", "talking"), ("target", "withdrawn")),
                            models.Q(("source", "trial"), ("target", "withdrawn")),
                            models.Q(("source", "withdrawn"), ("target", "new")),
                            _connector="OR",
                        ),
                    ),
                    models.Q(
                        ("is_undo", True),
                        models.Q(
                            ("pk__isnull", True),
                            models.Q(("source", "talking"), ("target", "new")),
                            models.Q(("source", "trial"), ("target", "new")),
                            models.Q(("source", "trial"), ("target", "talking")),
                            models.Q(("source", "offered"), ("target", "new")),
                            models.Q(("source", "offered"), ("target", "talking")),
                            models.Q(("source", "offered"), ("target", "trial")),
                            models.Q(("source", "placed"), ("target", "offered")),
                            models.Q(("source", "talking"), ("target", "offered")),
                            models.Q(("source", "talking"), ("target", "placed")),
                            models.Q(("source", "declined"), ("target", "new")),
                            models.Q(("source", "declined"), ("target", "offered")),
                            models.Q(("source", "declined"), ("target", "talking")),
                            models.Q(("source", "declined"), ("target", "trial")),
                            models.Q(("source", "talking"), ("target", "declined")),
                            models.Q(("source", "withdrawn"), ("target", "new")),
                            models.Q(("source", "withdrawn"), ("target", "offered")),
                            models.Q(("source", "withdrawn"), ("target", "talking")),
                            models.Q(("source", "withdrawn"), ("target", "trial")),
                            models.Q(("source", "new"), ("target", "withdrawn")),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="application_step_follows_the_table",
            ),
        ),
        migrations.AddConstraint(
            model_name="applicationstep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_undo", False), models.Q(("reason", ""), _negated=True), _connector="OR"
                ),
                name="application_step_undone_has_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="applicationstep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("side__in", ["professional", "school", "employer", "moderator", "clock"])
                ),
                name="application_step_side_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="messagetemplate",
            constraint=models.UniqueConstraint(
                fields=("institution", "name"), name="message_template_name_is_unique"
            ),
        ),
        migrations.AddConstraint(
            model_name="opinion",
            constraint=models.UniqueConstraint(
                fields=("application", "email"), name="opinion_is_asked_once_of_an_address"
            ),
        ),
    ]
