"""The question whether mail about matches is still wanted, and the word that it stopped."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from accounts.enums import Category
from accounts.models import MailRhythm
from accounts.notifications.registry import Noted, NoticeItem, NoticeKind
from portal.kit.day_words import unbroken
from portal.kit.tokens import signed, unsigned

SALT: Final = "accounts.notifications.alerts"
A_MONTH: Final = timedelta(days=30)


def keep_path(user_id: int) -> str:
    """Where this person says yes, without signing in."""
    return reverse("keep_alerts", args=[signed(str(user_id), salt=SALT)])


def reader_of(token: str) -> int:
    """Whose token this is. Raises BadSignature if it is not ours."""
    return int(unsigned(token, salt=SALT))


class AlertAsk(NoticeKind):
    key = "alert_ask"
    category = Category.ACCOUNT
    is_personal = True

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        """Who gave a sign meanwhile need not answer."""
        people = {one.recipient_id for one in notices}
        rows = MailRhythm.objects.select_related("user").in_bulk(people)
        return [
            self._item(one)
            for one in notices
            if (row := rows.get(one.recipient_id)) and not _answered(row, one)
        ]

    def _item(self, notice: Noted) -> NoticeItem:
        until = localtime(notice.created_at + A_MONTH)
        day = {"day": unbroken(until)}
        return NoticeItem(
            notice_id=notice.pk,
            title=_("Do you want to keep getting mail about matches?"),
            url=keep_path(notice.recipient_id),
            lines=(
                _("You did not sign in or answer for a year."),
                _("Without an answer we stop this mail on %(day)s. Your profile stays.") % day,
            ),
            action=_("Yes, keep mailing me"),
        )


class AlertStopped(NoticeKind):
    key = "alert_stopped"
    category = Category.ACCOUNT
    is_personal = True

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        return [
            NoticeItem(
                notice_id=one.pk,
                title=_("We stopped the mail about matches"),
                url=keep_path(one.recipient_id),
                lines=(
                    _("We heard nothing from you for more than a year."),
                    _("Your profile and your matches stay on the site. Start again with one tap."),
                ),
                action=_("Start the mail again"),
            )
            for one in notices
        ]


KINDS: Final = (AlertAsk(), AlertStopped())


def _answered(row: MailRhythm, notice: Noted) -> bool:
    signs = (row.touched_at, row.user.last_login)
    return any(moment and moment > notice.created_at for moment in signs)
