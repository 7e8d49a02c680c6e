from django.utils.translation import get_language

from accounts.enums import Language
from accounts.models import News


def title_of(news: News) -> str:
    """In the active language."""
    return news.title_en if get_language() == Language.ENGLISH else news.title_nl


def text_of(news: News) -> str:
    """In the active language."""
    return news.text_en if get_language() == Language.ENGLISH else news.text_nl


def opening_of(news: News) -> str:
    """The first paragraph, in the active language."""
    return text_of(news).strip().partition("\n")[0].strip()
