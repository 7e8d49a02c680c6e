"""Why a milestone has its day, with the days and numbers it was counted with."""

from datetime import date
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vacancies.routes.rulebook import RuleBook
from vacancies.routes.words.voice import NBSP, Text, Voice, day_of, in_running_text
from vacancies.routes.words.voice import weeks as weeks_text
from vacancies.training.clocks import Clocks
from vacancies.training.milestones import RULE_OF, Code, Reason, Why
from vacancies.training.planning import Facts
from vacancies.training.words.milestones import NAMES

SENTENCES: Final[dict[Why, Text]] = {
    Why.BEFORE_APPOINTMENT: gettext_lazy("%(lead)s before the first day of work, %(start)s."),
    Why.PROVIDER_CLOSES: gettext_lazy("After this day the provider takes no more applications."),
    Why.PROVIDER_INTAKE: gettext_lazy("The provider holds its intake before this day."),
    Why.BEFORE_COURSE: gettext_lazy("%(lead)s before the course begins, %(course)s."),
    Why.COURSE_BEGINS: gettext_lazy("The provider begins on this day."),
    Why.LATEST_START: gettext_lazy(
        "A PDG mostly takes %(months)s, and the certificate is due by %(first)s."
    ),
    Why.BEFORE_CERTIFICATE: gettext_lazy("%(lead)s before the certificate is due."),
    Why.COURSE_TAKES: gettext_lazy("The course takes until then."),
    Why.TERM: gettext_lazy("The legal term ends on %(term)s."),
    Why.AGREEMENT: gettext_lazy("The agreement on the PDG ends on %(agreement)s."),
    Why.BEFORE_TERM: gettext_lazy("%(lead)s before the legal term ends, %(term)s."),
}


def why(text: str, code: str, *, facts: Facts, clocks: Clocks, book: RuleBook, voice: Voice) -> str:
    """The reason of a row in words."""
    if not text:
        return ""
    reason = Reason.parse(text)
    if reason.why == Why.NEXT and reason.next_code:
        name = in_running_text(str(NAMES[reason.next_code].to(voice)))
        said = _("It has to be there before this: %(next)s.") % {"next": name}
    else:
        said = str(SENTENCES[reason.why]) % _numbers(code, facts, clocks, book)
    moved = _("Moved earlier: no school on the day itself.") if reason.is_moved else ""
    return f"{said} {moved}".strip()


def _numbers(code: str, facts: Facts, clocks: Clocks, book: RuleBook) -> dict[str, str]:
    course = facts.course.starts_on if facts.course else clocks.first
    return {
        "lead": lead_text(RULE_OF[Code(code)].lead, book, facts.starts_on),
        "start": day_of(facts.starts_on),
        "course": day_of(course),
        "first": day_of(clocks.first),
        "term": day_of(clocks.term_ends_on),
        "agreement": day_of(clocks.certificate_by),
        "months": months_text(book.whole("pdg_months", facts.starts_on)),
    }


def lead_text(name: str, book: RuleBook, on: date) -> str:
    """How long before, as the number of this name says."""
    if not name:
        return ""
    number = book.whole(name, on)
    unit = name.rpartition("_")[2]
    if unit == "weeks":
        return weeks_text(number).replace(" ", NBSP)
    return months_text(number) if unit == "months" else days_text(number)


def months_text(number: int) -> str:
    return (_("1 month") if number == 1 else _("%(n)d months") % {"n": number}).replace(" ", NBSP)


def days_text(number: int) -> str:
    return (_("1 day") if number == 1 else _("%(n)d days") % {"n": number}).replace(" ", NBSP)
