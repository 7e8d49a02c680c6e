"""What a no changed, in a sentence to the person: which mail does not come any more."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from portal.kit.day_words import day_parts_text
from portal.kit.templatetags.ui import day, km
from vacancies.enums import DismissReason
from vacancies.matching.words.case import either
from vacancies.models import Muting


def rule(muting: Muting, domains: Mapping[int, str]) -> str:
    """The rule as a sentence; `domains`: the names by bit."""
    if muting.reason == DismissReason.TOO_FAR:
        way = {"way": km(muting.distance_m)}
        return _("We mail you no more about vacancies %(way)s away or farther.") % way
    if muting.reason == DismissReason.WRONG_TIME:
        parts = {"parts": day_parts_text(muting.day_parts_mask or 0)}
        return _("We mail you no more about vacancies that you could do on %(parts)s only.") % parts
    if muting.reason == DismissReason.WRONG_TRADE:
        return _trade(muting, domains)
    if muting.reason == DismissReason.PAY:
        scale = {"scale": muting.pay_scale}
        return _("We mail you no more about vacancies that pay scale %(scale)s or less.") % scale
    return _("We mail you no matches until %(day)s.") % {"day": day(muting.until)}


def _trade(muting: Muting, domains: Mapping[int, str]) -> str:
    mask = muting.domains_mask or 0
    names = either(name for bit, name in domains.items() if mask >> bit & 1)
    return _(
        "We mail you no more about vacancies like this one in %(domains)s. If one asks something else "
        "that you can do, you do hear of it."
    ) % {"domains": names}
