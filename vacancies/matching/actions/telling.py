"""Who is told of which match: of each once, and of none that a rule of their own silences."""

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from vacancies.enums import ApplicationStatus
from vacancies.enums import MatchState as State
from vacancies.matching import told
from vacancies.models import Application, Match


def tell(matches: QuerySet[Match]) -> None:
    """Tell of what is new. Who said yes before it was a match need not hear of it; what a rule
    silences stays new, so that it is told once the rule is gone."""
    news = matches.filter(is_current=True, state=State.NEW, notified_at__isnull=True)
    said_yes = Application.objects.exclude(status=ApplicationStatus.WITHDRAWN).filter(
        vacancy=OuterRef("vacancy"), professional=OuterRef("professional")
    )
    news.filter(Exists(said_yes)).update(state=State.INTERESTED)
    count, silent = told.tell_of(news)
    if count:
        heard = news.exclude(pk__in=silent) if silent else news
        heard.update(state=State.NOTIFIED, notified_at=timezone.now())
