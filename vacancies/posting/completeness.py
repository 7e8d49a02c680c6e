"""What a vacancy needs before it may be open, each as a sentence beside its field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.utils.translation import gettext as _

from portal.kit import dayparts
from vacancies.models import Vacancy
from vacancies.posting import law_words, lawful
from vacancies.posting.lifecycle import WRITING
from vacancies.posting.sections import Section

CLOSING_MAX: Final = timedelta(days=90)
ANSWER_MAX: Final = timedelta(days=28)


@dataclass(frozen=True)
class Missing:
    """A field that is empty or wrong, and what to do about it."""

    section: Section
    field: str
    text: str


def missing_in(vacancy: Vacancy, today: date) -> list[Missing]:
    """All that keeps this vacancy from being open, in the order of the form."""
    return [
        *_work(vacancy),
        *_when(vacancy, today),
        *_route(vacancy),
        *_terms(vacancy),
        *_planning(vacancy, today),
    ]


def _work(vacancy: Vacancy) -> Iterator[Missing]:
    needs = {
        "title": (vacancy.title, _("Give the vacancy a title.")),
        "function_kind": (vacancy.function_kind, _("Choose a function.")),
        "domains": (vacancy.domains.exists(), _("Choose at least one domain.")),
        "locations": (vacancy.locations.exists(), _("Choose where the lessons are.")),
        "summary": (vacancy.summary, _("Say in one sentence what this is.")),
        "body": (vacancy.body, _("Write what the work is.")),
    }
    yield from _empty(Section.WORK, needs)


def _when(vacancy: Vacancy, today: date) -> Iterator[Missing]:
    asked = dayparts.count(vacancy.day_parts_mask)
    needs = {
        "day_parts": (asked, _("Choose at least one day-part.")),
        "day_parts_needed": (vacancy.day_parts_needed, _("Say how many day-parts you need.")),
        "hours_min": (vacancy.hours_min, _("Say how many clock hours a week.")),
        "hours_max": (vacancy.hours_max, _("Say how many clock hours a week at most.")),
        "starts_on": (vacancy.starts_on, _("Say when the work starts.")),
    }
    yield from _empty(Section.WHEN, needs)
    if vacancy.starts_on and vacancy.starts_on < today and vacancy.status in WRITING:
        yield Missing(Section.WHEN, "starts_on", _("Choose a first day that is not past."))
    yield from beyond_the_law(vacancy, today)


def beyond_the_law(vacancy: Vacancy, today: date) -> Iterator[Missing]:
    """Hours or a period that an accepted route does not allow."""
    if lawful.too_many_for_guest(vacancy, today):
        text = law_words.too_many_hours(lawful.guest_budget(vacancy, today))
        yield Missing(Section.WHEN, "hours_max", text)
    for one in lawful.too_long(vacancy, today):
        yield Missing(Section.WHEN, "ends_on", law_words.too_long(one.route, one.until))


def _route(vacancy: Vacancy) -> Iterator[Missing]:
    if vacancy.function_kind:
        yield from impossible_routes(vacancy)
    if lawful.needs_named_teacher(vacancy) and not vacancy.named_teacher:
        yield Missing(Section.ROUTE, "named_teacher", law_words.name_the_teacher())


def impossible_routes(vacancy: Vacancy) -> Iterator[Missing]:
    """Routes that do not go together with the function or with what the school does."""
    accepted = vacancy.routes_mask
    if not accepted:
        yield Missing(Section.ROUTE, "routes_mask", law_words.no_route())
    if accepted & ~lawful.opened(vacancy.function_kind):
        yield Missing(Section.ROUTE, "routes_mask", law_words.other_function())
    if accepted & lawful.IN_TRAINING and not vacancy.will_train:
        yield Missing(Section.ROUTE, "will_train", law_words.then_you_train())
    if vacancy.will_train and vacancy.coach_hours is None:
        text = _("Say how many hours a week somebody is coached.")
        yield Missing(Section.ROUTE, "coach_hours", text)


def _terms(vacancy: Vacancy) -> Iterator[Missing]:
    needs = {
        "pay_scale_min": (vacancy.pay_scale_min, _("Choose the lowest scale.")),
        "pay_scale_max": (vacancy.pay_scale_max, _("Choose the highest scale.")),
        "employment_forms": (vacancy.employment_mask, _("Choose how somebody may work here.")),
        "contract_length": (vacancy.contract_length, _("Say how long the contract is.")),
    }
    yield from _empty(Section.TERMS, needs)


def _planning(vacancy: Vacancy, today: date) -> Iterator[Missing]:
    reachable = vacancy.contact_email or vacancy.contact_phone
    needs = {
        "closes_on": (vacancy.closes_on, _("Choose a closing date.")),
        "answer_by": (vacancy.answer_by, _("Say when everybody has an answer.")),
        "after_closing": (vacancy.after_closing, _("Say what happens after the closing date.")),
        "contact_name": (vacancy.contact_name, _("Name somebody who answers questions.")),
        "contact_email": (reachable, _("Give an e-mail address or a phone number.")),
    }
    yield from _empty(Section.PLANNING, needs)
    closing = closing_error(vacancy.closes_on, today)
    if closing:
        yield Missing(Section.PLANNING, "closes_on", closing)
    answer = answer_error(vacancy.closes_on, vacancy.answer_by)
    if answer:
        yield Missing(Section.PLANNING, "answer_by", answer)


def closing_error(closes_on: date | None, today: date) -> str:
    """What is wrong with a closing date; empty when nothing is."""
    if closes_on is None:
        return ""
    if closes_on < today:
        return _("This closing date is past. Choose a later one.")
    if closes_on > today + CLOSING_MAX:
        return _("A vacancy is open for at most 90 days. You can extend it later.")
    return ""


def answer_error(closes_on: date | None, answer_by: date | None) -> str:
    """What is wrong with the date of the answer; empty when nothing is."""
    if closes_on is None or answer_by is None:
        return ""
    if answer_by < closes_on:
        return _("The answer comes on or after the closing date.")
    if answer_by > closes_on + ANSWER_MAX:
        return _("Answer within 28 days after the closing date.")
    return ""


def _empty(section: Section, needs: Mapping[str, tuple[object, str]]) -> Iterator[Missing]:
    return (Missing(section, field, text) for field, (value, text) in needs.items() if not value)
