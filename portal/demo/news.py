"""What the site told, and something that a moderator still has to tell."""

from typing import Final

from accounts.enums import NewsAudience
from accounts.models import News, User
from accounts.news import actions
from portal.demo.clock import days_ago

TOLD: Final = (
    (
        34,
        News(
            title_nl="Zie meteen op welke dagdelen het past",
            title_en="See at once on which day-parts it fits",
            text_nl="Bij elke vacature staat nu jouw week naast die van de school.\n\n"
            "Een dicht vakje is een dagdeel dat de school vraagt en dat jij vrij hebt. Zet je week "
            "goed, dan klopt wat je ziet.",
            text_en="Every vacancy now shows your week beside that of the school.\n\n"
            "A solid cell is a day-part that the school asks and that you have free. Keep your week "
            "up to date, and what you see is right.",
            audience=NewsAudience.PROFESSIONALS,
        ),
    ),
    (
        6,
        News(
            title_nl="Kies zelf wanneer je mail komt",
            title_en="Choose when your mail comes",
            text_nl="Je kiest nu het uur van je verzamelmail en de dag van je weekmail.\n\n"
            "Ga je weg, zet je mail dan stil tot je terug bent. Je kiest het bij Meldingen.",
            text_en="You now choose the hour of your digest and the day of your weekly mail.\n\n"
            "Going away? Pause your mail until you are back. You choose it on the page on mail.",
        ),
    ),
)


def tell(mo: User) -> None:
    """Two things told in the past, and a draft of today."""
    for days, news in TOLD:
        with days_ago(days):
            actions.tell(actions.save(_copy(news), by=mo), by=mo)
    draft = News(
        title_nl="Rond de kerst is er minder post",
        title_en="Less mail around Christmas",
        text_nl="Scholen antwoorden in de kerstvakantie later. Na de vakantie is iedereen er weer.",
        text_en="Schools answer later during the Christmas holidays. After them everybody is back.",
    )
    with days_ago(1):
        actions.save(draft, by=mo)


def _copy(news: News) -> News:
    texts = {name: getattr(news, name) for name in actions.WRITTEN}
    return News(**texts)
