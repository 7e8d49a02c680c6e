from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.enums import (
    Category,
    Frequency,
    Language,
    MailState,
    NewsAudience,
    NoticeState,
)
from accounts.models.organisation import Institution
from accounts.models.user import User
from portal.kit.fields import WebField

MAX_ATTEMPTS = 5
DIGEST_HOUR = 7
DIGEST_DAY = 0  # Monday


class NoticePreference(models.Model):
    """How often somebody wants mail of a category; no row means the category's default.

    With an institution: as a colleague of that one; without it: in all other cases.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="notice_preferences")
    institution = models.ForeignKey(
        Institution,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("as a colleague of"),
    )
    category = models.CharField(_("about"), max_length=12, choices=Category.choices)
    frequency = models.CharField(_("how often"), max_length=8, choices=Frequency.choices)
    chosen_at = models.DateTimeField(_("chosen at"), default=timezone.now)

    class Meta:
        verbose_name = _("mail preference")
        verbose_name_plural = _("mail preferences")
        ordering = ["user", "category"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "category"],
                condition=models.Q(institution=None),
                name="notice_preference_is_unique_per_category",
            ),
            models.UniqueConstraint(
                fields=["user", "category", "institution"],
                condition=models.Q(institution__isnull=False),
                name="notice_preference_is_unique_per_institution",
            ),
            models.CheckConstraint(
                name="notice_preference_category_is_known",
                condition=models.Q(category__in=Category.values),
            ),
            models.CheckConstraint(
                name="notice_preference_frequency_is_known",
                condition=models.Q(frequency__in=Frequency.values),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.category} {self.frequency}"


class MailRhythm(models.Model):
    """When the digests of somebody come, and whether mail rests; no row means the defaults.

    `touched_at` is the last sign that mail about matches is read, `asked_at` when we asked for one.
    """

    user = models.OneToOneField(
        User, models.CASCADE, primary_key=True, related_name="mail_rhythm", verbose_name=_("person")
    )
    digest_hour = models.PositiveSmallIntegerField(_("hour of the digest"), default=DIGEST_HOUR)
    digest_day = models.PositiveSmallIntegerField(_("day of the weekly digest"), default=DIGEST_DAY)
    paused_until = models.DateField(_("no mail until"), null=True, blank=True)
    touched_at = models.DateTimeField(_("last sign of life"), null=True, blank=True)
    asked_at = models.DateTimeField(_("asked whether to go on"), null=True, blank=True)

    class Meta:
        verbose_name = _("rhythm of mail")
        verbose_name_plural = _("rhythms of mail")
        ordering = ["user"]
        constraints = [
            models.CheckConstraint(
                name="mail_rhythm_hour_is_of_a_day", condition=models.Q(digest_hour__lte=23)
            ),
            models.CheckConstraint(
                name="mail_rhythm_day_is_of_a_week", condition=models.Q(digest_day__lte=6)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.digest_day}, {self.digest_hour}:00"


class MailPace(models.Model):
    """When the line to the mail server is free again, for all workers together: one row."""

    free_at = models.DateTimeField(_("free at"))

    class Meta:
        verbose_name = _("pace of mail")
        verbose_name_plural = _("pace of mail")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.free_at)


class News(models.Model):
    """Something the site tells whoever asked for news."""

    title_nl = models.CharField(_("title, Dutch"), max_length=120)
    title_en = models.CharField(_("title, English"), max_length=120)
    text_nl = models.TextField(_("text, Dutch"), max_length=4000)
    text_en = models.TextField(_("text, English"), max_length=4000)
    audience = models.CharField(
        _("for"), max_length=14, choices=NewsAudience.choices, default=NewsAudience.EVERYONE
    )
    created_at = models.DateTimeField(_("made at"), default=timezone.now, editable=False)
    published_at = models.DateTimeField(_("told at"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("news")
        verbose_name_plural = _("news")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="news_audience_is_known",
                condition=models.Q(audience__in=NewsAudience.values),
            ),
        ]

    def __str__(self) -> str:
        return self.title_nl


class Mail(models.Model):
    """A mail is a row before it is a mail; see `accounts/notifications`.

    A mail made of notices has no words until it is claimed for sending; an account mail has.
    """

    key = models.CharField(_("key"), max_length=120, unique=True)
    recipient = models.ForeignKey(
        User,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="mails",
        verbose_name=_("recipient"),
    )
    to_address = models.EmailField(_("to"))
    kind = models.CharField(_("kind"), max_length=40)
    language = models.CharField(_("language"), max_length=2, choices=Language.choices)
    subject = models.CharField(_("subject"), max_length=200, blank=True)
    unsubscribe_url = WebField(max_length=400, blank=True)
    is_secret = models.BooleanField(_("holds a code"), default=False)
    message_id = models.CharField(_("Message-ID"), max_length=120, unique=True)
    state = models.CharField(
        _("state"), max_length=10, choices=MailState.choices, default=MailState.QUEUED
    )
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    deferrals = models.PositiveSmallIntegerField(
        _("times the server asked to wait"), default=0, db_default=0
    )
    deferred_since = models.DateTimeField(_("asked to wait since"), null=True, blank=True)
    claim = models.CharField(max_length=32, blank=True, editable=False)
    claimed_at = models.DateTimeField(_("claimed at"), null=True, blank=True)
    next_attempt_at = models.DateTimeField(_("next attempt at"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    server_answer = models.CharField(_("answer of the server"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("made at"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["state", "-is_secret", "next_attempt_at"], name="mail_queue"),
            models.Index(
                fields=["sent_at"],
                name="mail_sent",
                condition=models.Q(sent_at__isnull=False),
            ),
            models.Index(fields=["to_address"], name="mail_address"),
        ]
        constraints = [
            models.CheckConstraint(
                name="mail_state_is_known", condition=models.Q(state__in=MailState.values)
            ),
            models.CheckConstraint(
                name="mail_sent_has_a_moment",
                condition=~models.Q(state=MailState.SENT) | models.Q(sent_at__isnull=False),
            ),
            models.CheckConstraint(
                name="mail_language_is_known", condition=models.Q(language__in=Language.values)
            ),
        ]

    def __str__(self) -> str:
        return self.subject


class MailWords(models.Model):
    """What a mail says, beside its row: it is long, and kept only for a while."""

    mail = models.OneToOneField(
        Mail, models.CASCADE, primary_key=True, related_name="words", verbose_name=_("mail")
    )
    text = models.TextField(_("text"))
    html = models.TextField(_("HTML"), blank=True)
    calendars = models.JSONField(_("appointments for calendars"), default=list, blank=True)

    class Meta:
        verbose_name = _("words of a mail")
        verbose_name_plural = _("words of mails")
        ordering = ["mail"]

    def __str__(self) -> str:
        return str(self.mail_id)


class MailReceipt(models.Model):
    """A mail server took a mail: written down at once, in few words, and soon put in its row."""

    mail = models.OneToOneField(
        Mail, models.CASCADE, primary_key=True, related_name="receipt", verbose_name=_("mail")
    )
    sent_at = models.DateTimeField(_("sent at"))
    answer = models.CharField(_("answer of the server"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("receipt of a mail")
        verbose_name_plural = _("receipts of mails")
        ordering = ["mail"]

    def __str__(self) -> str:
        return str(self.mail_id)


class Notice(models.Model):
    """Something to tell one person once; written in the transaction that causes it.

    `facts` holds ids, codes and numbers only: the kind's class words them when they are read.
    While it waits, `due_at` is when it goes into a mail, and `rhythm` how: on its own, or with the
    daily or the weekly digest. Without `due_at` it still has to be planned.
    """

    recipient = models.ForeignKey(
        User, models.CASCADE, related_name="notices", verbose_name=_("recipient")
    )
    institution = models.ForeignKey(
        Institution,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("institution"),
    )
    kind = models.CharField(_("kind"), max_length=40)
    category = models.CharField(_("about"), max_length=12, choices=Category.choices)
    target = models.CharField(_("target"), max_length=60, blank=True)
    facts = models.JSONField(_("facts"), default=dict, blank=True)
    dedupe_key = models.CharField(_("key"), max_length=120, unique=True)
    state = models.CharField(
        _("mail"), max_length=10, choices=NoticeState.choices, default=NoticeState.WAITING
    )
    rhythm = models.CharField(
        _("goes"), max_length=8, choices=Frequency.choices, blank=True, default="", db_default=""
    )
    due_at = models.DateTimeField(_("due at"), null=True, blank=True)
    mail = models.ForeignKey(
        Mail,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="notices",
        verbose_name=_("in mail"),
    )
    created_at = models.DateTimeField(_("made at"), default=timezone.now)
    read_at = models.DateTimeField(_("read at"), null=True, blank=True)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["recipient", "-created_at"], name="notice_inbox"),
            models.Index(
                fields=["recipient"], name="notice_unread", condition=models.Q(read_at=None)
            ),
            models.Index(
                fields=["due_at", "recipient"],
                name="notice_due",
                condition=models.Q(state=NoticeState.WAITING),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="notice_category_is_known", condition=models.Q(category__in=Category.values)
            ),
            models.CheckConstraint(
                name="notice_state_is_known", condition=models.Q(state__in=NoticeState.values)
            ),
            models.CheckConstraint(
                name="notice_rhythm_is_known",
                condition=models.Q(rhythm__in=["", *Frequency.values]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.target}"
