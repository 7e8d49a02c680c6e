"""What law and tax make of an employment form and of two jobs: hints with their source.

Every number and date is a row of the rule book, and a row that nobody compared with the official
text yet says so. A hint never stops anything.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.enums import EmploymentForm as Form
from portal.kit import dayparts
from vacancies.models import Placement
from vacancies.routes.book import rule_book
from vacancies.routes.rulebook import RuleBook
from vacancies.routes.words import Voice
from vacancies.routes.words.sources import confirm_words
from vacancies.routes.words.voice import clock_hours, day_of, plain

Words = str | Promise

PAID_LENDERS: Final = frozenset({Form.SECONDMENT_COMPANY, Form.PAYROLL})
EVENING: Final = 2
TAX: Final[dict[str, tuple[str, Words, Words]]] = {
    Form.SECONDMENT_COMPANY: (
        "vat_lending_company",
        gettext_lazy(
            "The company charges %(value)s%% VAT. For funded education your school cannot get it"
            " back: count it in the costs."
        ),
        gettext_lazy(
            "Your employer sends the school an invoice with %(value)s%% VAT. That is between them;"
            " your pay does not change."
        ),
    ),
    Form.PAYROLL: (
        "vat_lending_company",
        gettext_lazy(
            "The payroll firm charges %(value)s%% VAT. For funded education your school cannot get"
            " it back: count it in the costs."
        ),
        gettext_lazy(
            "The payroll firm pays you, and sends the school an invoice with %(value)s%% VAT."
        ),
    ),
    Form.SECONDMENT_SCHOOL: (
        "vat_exempt_margin_presumed",
        gettext_lazy(
            "Between schools lending can be free of VAT: the person works for exempt education, is"
            " indispensable there, and the fee is no profit. Up to %(value)s%% above the gross wage"
            " cost is presumed fine."
        ),
        gettext_lazy("Your own school keeps paying you, and settles it with this school."),
    ),
    Form.FREE_LENDING: (
        "vat_free_lending",
        gettext_lazy("Without a fee there is no VAT to pay. Write it down all the same."),
        gettext_lazy("Your employer keeps paying you and asks the school nothing for it."),
    ),
    Form.SELF_EMPLOYED: (
        "self_employed_enforced",
        gettext_lazy(
            "Only for a few lessons of an expert. Teaching in the timetable looks like employment;"
            " the tax office checks this since %(value)s."
        ),
        gettext_lazy(
            "You send an invoice. For lessons in the timetable that is mostly not allowed; the tax"
            " office checks this since %(value)s."
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing to know. `is_warning`: worth a talk before the first day."""

    title: str
    text: str
    source: str
    url: str
    confirm: str
    is_warning: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """What the hints read of an offer or a placement."""

    employment_form: str
    starts_on: date
    ends_on: date | None
    day_parts_mask: int
    week_hours: Decimal
    has_other_employer: bool = True
    hours_elsewhere: Decimal | None = None

    @classmethod
    def of(cls, placement: Placement, week_hours: Decimal) -> "Terms":
        names = [name for name in cls.__dataclass_fields__ if name != "week_hours"]
        return cls(week_hours=week_hours, **{name: getattr(placement, name) for name in names})


def hints_of(terms: Terms, voice: Voice) -> list[Hint]:
    """All that is worth knowing of these terms, to the school or to the person."""
    book = rule_book()
    makers = (_tax, _admission, _side_work, _working_hours, _evenings)
    return [hint for make in makers for hint in make(terms, voice, book)]


def hints_of_lending(terms: Terms) -> list[Hint]:
    """VAT and admission, for an agreement between the school and who lends."""
    book = rule_book()
    return [hint for make in (_tax, _admission) for hint in make(terms, Voice.SCHOOL, book)]


def _tax(terms: Terms, voice: Voice, book: RuleBook) -> Iterator[Hint]:
    found = TAX.get(terms.employment_form)
    if found is None:
        return
    name, to_school, to_person = found
    text = to_school if voice is Voice.SCHOOL else to_person
    title = _("Working for oneself") if terms.employment_form == Form.SELF_EMPLOYED else _("VAT")
    value = book.row(name, terms.starts_on).value
    yield _hint(title, str(text) % {"value": _shown(value)}, name, terms.starts_on, book)


def _admission(terms: Terms, voice: Voice, book: RuleBook) -> Iterator[Hint]:
    """Who lends people for money needs admission from a day on (Wtta)."""
    name = "wtta_in_force"
    from_on = book.day(name, terms.starts_on)
    last = terms.ends_on or date.max
    if voice is not Voice.SCHOOL or terms.employment_form not in PAID_LENDERS or last < from_on:
        return
    text = _(
        "From %(day)s who lends people for money needs admission (Wtta), unless an exemption holds;"
        " the inspectors fine from %(fines)s, borrowers too. Ask the lender on what ground it lends."
    ) % {
        "day": day_of(from_on),
        "fines": day_of(book.day("wtta_enforced", terms.starts_on)),
    }
    yield _hint(_("Admission of the lender"), text, name, terms.starts_on, book, is_warning=True)


def _side_work(terms: Terms, voice: Voice, book: RuleBook) -> Iterator[Hint]:
    if terms.employment_form != Form.OWN_CONTRACT or not terms.has_other_employer:
        return
    name = "side_work_ban_needs_reason"
    since = day_of(book.day(name, terms.starts_on))
    if voice is Voice.SCHOOL:
        text = _(
            "This person has another job as well. Since %(day)s an employer may forbid side work"
            " only with an objective reason, and that holds for your school too."
        )
    else:
        text = _(
            "Tell your employer. Since %(day)s it may forbid side work only with an objective"
            " reason, such as safety, secrecy or competition."
        )
    yield _hint(_("Two jobs"), text % {"day": since}, name, terms.starts_on, book)


def _working_hours(terms: Terms, voice: Voice, book: RuleBook) -> Iterator[Hint]:
    """The week of both jobs together against the limits of the law: a warning, no more."""
    if not terms.has_other_employer:
        return
    title, on = _("Working hours together"), terms.starts_on
    if terms.hours_elsewhere is None:
        yield _hint(title, _untold(voice), "work_hours_told", on, book)
        return
    total = terms.hours_elsewhere + terms.week_hours
    most, average = book.number("work_week_max", on), book.number("work_week_avg_16_weeks", on)
    facts = {
        "total": clock_hours(total),
        "most": plain(most),
        "average": plain(average),
        "rest": plain(book.number("daily_rest", on)),
    }
    if total > most:
        text = _("Together %(total)s a week. The law allows at most %(most)s in one week.")
    elif total > average:
        text = _(
            "Together %(total)s a week. Seen over some months the law allows %(average)s on"
            " average, with %(rest)s hours of rest between two days. Preparing lessons is work too."
        )
    else:
        text = _(
            "Together %(total)s a week. Seen over some months the law allows %(average)s on"
            " average, with %(rest)s hours of rest between two days."
        )
    name = "work_week_max" if total > most else "work_week_avg_16_weeks"
    yield _hint(title, text % facts, name, on, book, is_warning=total > average)


def _untold(voice: Voice) -> str:
    if voice is Voice.SCHOOL:
        return _(
            "The professional has not told yet how many hours it is elsewhere. Who works for more"
            " employers tells each of them."
        )
    return _(
        "Who works for more employers tells each of them how many hours. Fill it in, so that both"
        " can see that it stays a week you can manage."
    )


def _evenings(terms: Terms, voice: Voice, book: RuleBook) -> Iterator[Hint]:
    name = "evenings_week_without_consent"
    most = book.whole(name, terms.starts_on)
    bits = dayparts.bits_of(terms.day_parts_mask)
    evenings = sum(bit % len(dayparts.PARTS) == EVENING for bit in bits)
    if evenings <= most:
        return
    text = _("%(n)d evenings a week. Above %(most)d the cao asks the consent of the employee.")
    facts = {"n": evenings, "most": most}
    yield _hint(_("Evenings"), text % facts, name, terms.starts_on, book, is_warning=True)


def _hint(
    title: str, text: str, name: str, on: date, book: RuleBook, *, is_warning: bool = False
) -> Hint:
    row = book.row(name, on)
    is_open = row.confirm_code and not row.is_confirmed
    return Hint(
        title=title,
        text=text,
        source=row.source_title,
        url=row.source_url,
        confirm=confirm_words((row.confirm_code,)) if is_open else "",
        is_warning=is_warning,
    )


def _shown(value: str) -> str:
    """A day in words, a number as people write it."""
    if value.count("-") == 2:
        return day_of(date.fromisoformat(value))
    return plain(Decimal(value))
