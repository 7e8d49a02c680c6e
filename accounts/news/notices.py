from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.enums import Category
from accounts.news import queries, words
from accounts.notifications.registry import Noted, NoticeItem, NoticeKind

KEY = "news"


class NewsTold(NoticeKind):
    """To whoever asked for news."""

    key = KEY
    category = Category.NEWS
    is_personal = True

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        news = queries.by_id(notice.facts["news"] for notice in notices)
        return [
            NoticeItem(
                notice_id=notice.pk,
                title=words.title_of(news[pk]),
                url=reverse("news_item", args=[pk]),
                lines=(words.opening_of(news[pk]),),
                action=_("Read on"),
                rank=pk,
            )
            for notice in notices
            if (pk := notice.facts["news"]) in news
        ]

    def more_url(self) -> str:
        return reverse("news")
