from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.enums import Category, Frequency, Language, MailState, NoticeState
from accounts.models.organisation import Institution
from accounts.models.user import User
from portal.kit.fields import WebField

MAX_ATTEMPTS = 5


class NoticePreference(models.Model):
    """How often somebody wants mail of a category; no row means the category's default."""

    user = models.ForeignKey(User, models.CASCADE, related_name="notice_preferences")
    category = models.CharField(_("about"), max_length=12, choices=Category.choices)
    frequency = models.CharField(_("how often"), max_length=8, choices=Frequency.choices)
    chosen_at = models.DateTimeField(_("chosen at"), default=timezone.now)

    class Meta:
        verbose_name = _("mail preference")
        verbose_name_plural = _("mail preferences")
        ordering = ["user", "category"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "category"], name="notice_preference_is_unique_per_category"
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
    text = models.TextField(_("text"), blank=True)
    html = models.TextField(_("HTML"), blank=True)
    calendars = models.JSONField(_("appointments for calendars"), default=list, blank=True)
    unsubscribe_url = WebField(max_length=400, blank=True)
    is_secret = models.BooleanField(_("holds a code"), default=False)
    message_id = models.CharField(_("Message-ID"), max_length=120, unique=True)
    state = models.CharField(
        _("state"), max_length=10, choices=MailState.choices, default=MailState.QUEUED
    )
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
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
            models.Index(fields=["state", "-is_secret", "next_attempt_at"], name="mail_queue")
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


class Notice(models.Model):
    """Something to tell one person once; written in the transaction that causes it.

    `facts` holds ids, codes and numbers only: the kind's class words them when they are read.
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
            models.Index(fields=["state", "category", "recipient"], name="notice_waiting"),
        ]
        constraints = [
            models.CheckConstraint(
                name="notice_category_is_known", condition=models.Q(category__in=Category.values)
            ),
            models.CheckConstraint(
                name="notice_state_is_known", condition=models.Q(state__in=NoticeState.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.target}"
