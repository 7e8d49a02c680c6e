from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.enums import Language, MailStop


class UserManager(BaseUserManager["User"]):
    """Users are known by their e-mail address, in lower case."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").lower())


class User(AbstractBaseUser, PermissionsMixin):
    """Somebody who signs in. The role follows from a profile or a membership, chosen later."""

    USERNAME_FIELD = EMAIL_FIELD = "email"

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=100, blank=True)
    language = models.CharField(
        _("language"), max_length=2, choices=Language.choices, default=Language.DUTCH
    )
    is_active = models.BooleanField(_("active"), default=True)
    is_staff = models.BooleanField(_("may use the admin"), default=False)
    confirmed_at = models.DateTimeField(_("address confirmed at"), null=True, blank=True)
    mail_stop = models.CharField(
        _("why no mail goes out"),
        max_length=10,
        choices=MailStop.choices,
        blank=True,
        default="",
        db_default="",
    )
    mail_stopped_at = models.DateTimeField(_("no mail since"), null=True, blank=True)
    joined_at = models.DateTimeField(_("joined at"), default=timezone.now, editable=False)

    objects = UserManager()

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["email"]
        indexes = [
            models.Index(
                fields=["mail_stopped_at"],
                name="user_mail_stopped",
                condition=models.Q(mail_stopped_at__isnull=False),
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="user_email_is_lower_case", condition=models.Q(email=Lower("email"))
            ),
            models.CheckConstraint(
                name="user_language_is_known", condition=models.Q(language__in=Language.values)
            ),
            models.CheckConstraint(
                name="user_mail_stop_has_a_moment",
                condition=models.Q(mail_stop="", mail_stopped_at=None)
                | models.Q(mail_stop__in=MailStop.values, mail_stopped_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email
