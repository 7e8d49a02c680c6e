"""A yes to showing the profile holds for a year: a month before it ends we ask for the next."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from django.db.models import CharField, Exists, OuterRef, Value
from django.db.models.functions import Cast, Concat
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from accounts.enums import Category, ConsentKind, Visibility
from accounts.models import Consent, Notice
from accounts.notifications.actions import NoticeRow, notify_many
from accounts.notifications.registry import Noted, NoticeItem, NoticeKind
from accounts.profiles.consents import TERM
from portal.kit.day_words import unbroken
from portal.kit.tokens import signed, unsigned

SALT: Final = "accounts.profiles.renewal"
AHEAD: Final = timedelta(days=30)


class ConsentEnds(NoticeKind):
    key = "consent_ends"
    category = Category.ACCOUNT
    is_personal = True

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        """Who took it back or said yes anew need not answer."""
        keys = [notice.facts["consent"] for notice in notices]
        running = Consent.objects.filter(withdrawn_at=None).in_bulk(keys)
        return [
            self._item(notice, consent)
            for notice in notices
            if (consent := running.get(notice.facts["consent"]))
        ]

    def _item(self, notice: Noted, consent: Consent) -> NoticeItem:
        days = {
            "since": unbroken(localtime(consent.given_at)),
            "until": unbroken(localtime(consent.given_at + TERM)),
        }
        return NoticeItem(
            notice_id=notice.pk,
            title=_("May schools see your profile for another year?"),
            url=renew_path(consent),
            lines=(
                _("You said yes on %(since)s. That yes ends on %(until)s.") % days,
                _("Without a new yes, schools no longer see your profile then."),
            ),
            action=_("Read it and say yes"),
        )


def ask_for_consents(now: datetime | None = None) -> int:
    """Ask everybody whose yes ends within a month, once; missed days are made up for."""
    now = now or timezone.now()
    ending = Consent.objects.filter(
        kind=ConsentKind.PROFILE,
        withdrawn_at=None,
        given_at__lte=now - TERM + AHEAD,
        given_at__gt=now - TERM,
        user__is_active=True,
        user__professional__visibility__in=[Visibility.VISIBLE, Visibility.PAUSED],
    )
    key = Concat(Value(f"{ConsentEnds.key}:"), Cast(OuterRef("pk"), CharField()))
    told = Notice.objects.filter(dedupe_key=key)
    rows = ending.filter(~Exists(told)).order_by("pk").values_list("pk", "user_id")
    notices = [
        NoticeRow(user, dedupe=f"{ConsentEnds.key}:{pk}", facts={"consent": pk})
        for pk, user in rows
    ]
    notify_many(ConsentEnds.key, notices)
    return len(notices)


def renew_path(consent: Consent) -> str:
    """Where this person says yes again, without signing in."""
    return reverse("consent_renew", args=[signed(str(consent.pk), salt=SALT)])


def consent_of(token: str) -> Consent | None:
    """The yes that a token renews, while it runs. Raises BadSignature if the token is not ours."""
    rows = Consent.objects.filter(pk=int(unsigned(token, salt=SALT)), user__is_active=True)
    return rows.select_related("user").first()
