import accounts.models.credential
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Credential",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("vog", "VOG, certificate of conduct"),
                            (
                                "teacher_diploma",
                                "Teacher diploma for secondary education (1e or 2e graads)",
                            ),
                            ("pabo", "Teacher diploma for primary education (pabo)"),
                            ("pdg", "PDG certificate"),
                            ("higher_diploma", "Diploma of hbo or university"),
                            ("associate_degree", "Associate degree"),
                            ("instructor_diploma", "Mbo diploma Instructeur mbo"),
                            (
                                "instructor_degree",
                                "Associate degree for teaching support or instructor",
                            ),
                            ("bbo_proof", "Proof of ability as an instructor"),
                            ("pdc", "PDC certificate"),
                            ("vocational_diploma", "Mbo diploma"),
                            ("trainer_course", "Course for workplace trainers (praktijkopleider)"),
                            ("foreign_diploma", "Diploma from abroad"),
                            ("foreign_rating", "Rating of a diploma from abroad"),
                            (
                                "eu_recognition",
                                "Recognition by DUO, diploma from the EEA or Switzerland",
                            ),
                            (
                                "foreign_equated",
                                "Right to teach by DUO, diploma from another country",
                            ),
                            (
                                "trade_certificate",
                                "Certificate of the trade, such as VCA or NEN 3140",
                            ),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "field",
                    models.CharField(blank=True, max_length=80, verbose_name="field or subject"),
                ),
                (
                    "scope",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("teaching", "Teaching"),
                            ("support", "Instructor or other teaching support"),
                            ("other", "Another profession"),
                        ],
                        max_length=10,
                        verbose_name="work it is about",
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("eea", "A country of the EEA, or Switzerland"),
                            ("elsewhere", "Another country"),
                        ],
                        max_length=10,
                        verbose_name="where it is from",
                    ),
                ),
                ("issuer", models.CharField(blank=True, max_length=120, verbose_name="issued by")),
                ("issued_on", models.DateField(blank=True, null=True, verbose_name="issued on")),
                (
                    "valid_until",
                    models.DateField(blank=True, null=True, verbose_name="valid until"),
                ),
                (
                    "file",
                    models.FileField(
                        blank=True,
                        storage=accounts.models.credential.private_files,
                        upload_to=accounts.models.credential.file_address,
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
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("updated_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "verbose_name": "paper",
                "verbose_name_plural": "papers",
                "ordering": ["kind", "-issued_on", "pk"],
                "indexes": [models.Index(fields=["valid_until"], name="credential_runs_out")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "vog",
                                    "teacher_diploma",
                                    "pabo",
                                    "pdg",
                                    "higher_diploma",
                                    "associate_degree",
                                    "instructor_diploma",
                                    "instructor_degree",
                                    "bbo_proof",
                                    "pdc",
                                    "vocational_diploma",
                                    "trainer_course",
                                    "foreign_diploma",
                                    "foreign_rating",
                                    "eu_recognition",
                                    "foreign_equated",
                                    "trade_certificate",
                                ],
                            )
                        ),
                        name="credential_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("scope__in", ["", "teaching", "support", "other"])),
                        name="credential_scope_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("origin__in", ["", "eea", "elsewhere"])),
                        name="credential_origin_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "kind__in",
                                    ("foreign_diploma", "eu_recognition", "foreign_equated"),
                                ),
                                _negated=True,
                            ),
                            models.Q(("scope", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="credential_from_abroad_has_a_scope",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "foreign_diploma"), _negated=True),
                            models.Q(("origin", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="credential_foreign_diploma_has_an_origin",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "vog"), _negated=True),
                            models.Q(
                                ("field", ""),
                                ("file", ""),
                                ("file_name", ""),
                                ("file_type", ""),
                                ("issued_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="credential_vog_is_only_dates",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("issued_on__isnull", True),
                            ("valid_until__isnull", True),
                            ("issued_on__lte", models.F("valid_until")),
                            _connector="OR",
                        ),
                        name="credential_period_is_a_range",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CredentialCheck",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[("seen", "Seen"), ("rejected", "Not accepted")],
                        max_length=8,
                        verbose_name="outcome",
                    ),
                ),
                ("shown_on", models.DateField(verbose_name="shown on")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "verbose_name": "paper seen",
                "verbose_name_plural": "papers seen",
                "ordering": ["-shown_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="RouteAnswers",
            fields=[
                (
                    "professional",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="route_answers",
                        serialize=False,
                        to="accounts.professional",
                    ),
                ),
                (
                    "papers_told_on",
                    models.DateField(blank=True, null=True, verbose_name="all papers told on"),
                ),
                (
                    "no_ban_declared_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="declared not to be excluded on"
                    ),
                ),
                (
                    "practice_since",
                    models.DateField(
                        blank=True, null=True, verbose_name="in this occupation since"
                    ),
                ),
                (
                    "instructor_since",
                    models.DateField(
                        blank=True, null=True, verbose_name="instructor at an mbo school since"
                    ),
                ),
                (
                    "course_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("bbl", "Bbl, work and learn (mbo)"),
                            ("dual", "Dual course (hbo)"),
                        ],
                        max_length=4,
                        verbose_name="course with instructor work",
                    ),
                ),
                (
                    "course_until",
                    models.DateField(blank=True, null=True, verbose_name="last day of the course"),
                ),
                ("updated_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "verbose_name": "answers about routes",
                "verbose_name_plural": "answers about routes",
                "ordering": ["professional"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("course_kind", ""), ("course_until__isnull", True)),
                            models.Q(
                                ("course_kind__in", ["bbl", "dual"]),
                                ("course_until__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="route_answers_course_is_whole",
                    )
                ],
            },
        ),
        migrations.RemoveConstraint(
            model_name="notice",
            name="notice_category_is_known",
        ),
        migrations.RemoveConstraint(
            model_name="noticepreference",
            name="notice_preference_category_is_known",
        ),
        migrations.AlterField(
            model_name="notice",
            name="category",
            field=models.CharField(
                choices=[
                    ("match", "New matches"),
                    ("answer", "Interest and answers"),
                    ("vacancy", "Vacancy administration"),
                    ("papers", "My papers and training"),
                    ("account", "Account and colleagues"),
                ],
                max_length=12,
                verbose_name="about",
            ),
        ),
        migrations.AlterField(
            model_name="noticepreference",
            name="category",
            field=models.CharField(
                choices=[
                    ("match", "New matches"),
                    ("answer", "Interest and answers"),
                    ("vacancy", "Vacancy administration"),
                    ("papers", "My papers and training"),
                    ("account", "Account and colleagues"),
                ],
                max_length=12,
                verbose_name="about",
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("category__in", ["match", "answer", "vacancy", "papers", "account"])
                ),
                name="notice_category_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="noticepreference",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("category__in", ["match", "answer", "vacancy", "papers", "account"])
                ),
                name="notice_preference_category_is_known",
            ),
        ),
        migrations.AddField(
            model_name="credential",
            name="professional",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="credentials",
                to="accounts.professional",
            ),
        ),
        migrations.AddField(
            model_name="credentialcheck",
            name="credential",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="checks",
                to="accounts.credential",
            ),
        ),
        migrations.AddField(
            model_name="credentialcheck",
            name="institution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="accounts.institution",
            ),
        ),
        migrations.AddField(
            model_name="credentialcheck",
            name="seen_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddIndex(
            model_name="credential",
            index=models.Index(fields=["professional", "kind"], name="credential_of_professional"),
        ),
        migrations.AddConstraint(
            model_name="credentialcheck",
            constraint=models.UniqueConstraint(
                fields=("credential", "institution"), name="credential_check_is_unique_per_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="credentialcheck",
            constraint=models.CheckConstraint(
                condition=models.Q(("outcome__in", ["seen", "rejected"])),
                name="credential_check_outcome_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="credentialcheck",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", "rejected"), _negated=True),
                    models.Q(("reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="credential_rejected_has_a_reason",
            ),
        ),
    ]
