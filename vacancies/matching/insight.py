"""What the vacancies say about somebody's week, on the page of that week."""

from django.utils.translation import ngettext

from accounts.enums import Visibility
from accounts.models import Professional
from vacancies.matching import queries


def sentence(professional: Professional) -> str:
    """How many vacancies fit now; nothing about a profile that schools do not see."""
    if professional.visibility != Visibility.VISIBLE:
        return ""
    number = queries.matches_of(professional).count()
    words = ngettext("One vacancy fits you now.", "%(n)s vacancies fit you now.", number)
    return words % {"n": number}
