from collections.abc import Iterable

from django.db.models import QuerySet

from accounts.enums import Category, Frequency, MembershipStatus, NewsAudience
from accounts.models import News, NoticePreference, User


def told() -> QuerySet[News]:
    """What was told, the latest first."""
    return News.objects.filter(published_at__isnull=False).order_by("-published_at", "-pk")


def by_id(pks: Iterable[int]) -> dict[int, News]:
    """News by its id."""
    return News.objects.in_bulk(set(pks))


def readers_of(news: News) -> QuerySet[User]:
    """Who asked for news and is of its audience. Nobody gets news who did not ask for it."""
    wish = NoticePreference.objects.filter(category=Category.NEWS, institution=None)
    users = User.objects.filter(
        is_active=True, pk__in=wish.exclude(frequency=Frequency.NEVER).values("user")
    )
    match news.audience:
        case NewsAudience.PROFESSIONALS:
            users = users.filter(professional__isnull=False)
        case NewsAudience.SCHOOLS:
            users = users.filter(
                pk__in=users.filter(memberships__status=MembershipStatus.ACTIVE).values("pk")
            )
    return users.order_by("pk")
