from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.audit import actions as audit
from accounts.models import News, User
from accounts.news import queries
from accounts.news.notices import KEY
from accounts.notifications.actions import NoticeRow, notify_many

WRITTEN: Final = ("title_nl", "title_en", "text_nl", "text_en", "audience")


class RefusedError(Exception):
    """This cannot be done now; the message says why, in the reader's language."""


@transaction.atomic
def save(news: News, *, by: User) -> News:
    """Keep what a moderator wrote. Raises RefusedError once it is told: people have read it."""
    if news.pk and News.objects.select_for_update().get(pk=news.pk).published_at:
        raise RefusedError(_("This is told already and stays as people read it."))
    news.save(update_fields=WRITTEN if news.pk else None)
    audit.record("news.saved", news, by=by)
    return news


@transaction.atomic
def tell(news: News, *, by: User) -> int:
    """Show it to everybody, and tell it to whoever asked for news; gives how many people.

    Once: raises RefusedError the second time.
    """
    rows = News.objects.filter(pk=news.pk, published_at=None)
    if not rows.update(published_at=timezone.now()):
        raise RefusedError(_("This is told already. Nothing is told twice."))
    news.refresh_from_db()
    readers = list(queries.readers_of(news).values_list("pk", flat=True))
    notify_many(
        KEY,
        (
            NoticeRow(reader, f"news:{news.pk}:{reader}", target_of(news), facts={"news": news.pk})
            for reader in readers
        ),
    )
    audit.record("news.told", news, by=by, detail={"people": len(readers)})
    return len(readers)


def target_of(news: News) -> str:
    """What notices about it are about."""
    return f"news:{news.pk}"
