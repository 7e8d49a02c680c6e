"""From a vacancy in a file to a vacancy on the site, section by section, as HR does it."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from accounts.enums import DutchLevel, EmploymentForm, mask_of
from accounts.models import Location, User
from portal.demo.arrivals import Book, location
from portal.demo.files import Posting
from portal.kit import dayparts
from vacancies.codes import mask_of as routes_mask
from vacancies.enums import RequirementKind as Kind
from vacancies.enums import Strength
from vacancies.models import Vacancy
from vacancies.posting import actions, lawful
from vacancies.posting.sections import Demand, Planning, Routes, Terms, When, Work

FIGURES: Final = {"level": Kind.LEVEL, "experience": Kind.EXPERIENCE, "language": Kind.LANGUAGE}


def drafted(posting: Posting, book: Book, today: date, *, by: User) -> Vacancy:
    """A draft with all its sections."""
    school = book.schools[posting.school]
    vacancy = actions.create_draft(school, by=by, title=posting.title)
    spots = tuple(location(school, place, by=by) for place in posting.places)
    actions.save_section(vacancy, work(posting, book, spots), by=by)
    vacancy = actions.save_section(vacancy, when(posting, book, today), by=by)
    actions.save_section(vacancy, _routes(posting, vacancy, today), by=by)
    actions.save_section(vacancy, _terms(posting), by=by)
    return actions.save_section(vacancy, _planning(posting, today), by=by)


def work(posting: Posting, book: Book, spots: Sequence[Location]) -> Work:
    return Work(
        title=posting.title,
        function_kind=posting.function,
        domains=tuple(book.domains[code] for code in posting.domains),
        locations=tuple(spots),
        team=posting.team,
        level_taught=posting.level,
        track=posting.track,
        summary=posting.summary,
        body=posting.body.strip(),
        wording_ground=posting.wording_ground,
    )


def when(posting: Posting, book: Book, today: date) -> When:
    low, high = posting.hours
    return When(
        day_parts_mask=dayparts.parse(posting.day_parts),
        fixed_mask=dayparts.parse(posting.fixed),
        day_parts_needed=posting.needed,
        may_be_shared=posting.shared,
        hours_min=Decimal(str(low)),
        hours_max=Decimal(str(high)),
        starts_on=posting.starts_on(today),
        ends_on=posting.ends_on(today),
        positions=posting.positions,
        practice_counts=posting.practice_counts,
        demands=tuple(_demands(posting, book)),
    )


def _demands(posting: Posting, book: Book) -> Iterator[Demand]:
    asked = (
        (Strength.MUST, posting.must),
        (Strength.WISH, posting.wish),
        (Strength.LEARN, posting.learn),
    )
    for strength, lines in asked:
        for line in lines:
            name, _, value = line.partition(" ")
            reason = posting.reasons.get(name, "")
            if name in FIGURES:
                number = DutchLevel[value] if name == "language" else int(value)
                yield Demand(FIGURES[name], strength, value=number, reason=reason)
            else:
                competence = book.competences[name]
                yield Demand(Kind.COMPETENCE, strength, competence=competence, reason=reason)


def _routes(posting: Posting, vacancy: Vacancy, today: date) -> Routes:
    """Every route that goes with the function, the hours and what the school does."""
    hours = posting.coach_hours
    wanted = lawful.sensible(posting.function, will_train=hours is not None)
    vacancy.routes_mask = wanted
    beyond = routes_mask([one.route for one in lawful.too_long(vacancy, today)])
    if lawful.too_many_for_guest(vacancy, today):
        beyond |= lawful.SIX_HOURS
    return Routes(
        routes_mask=wanted & ~beyond,
        named_teacher=posting.contact[0],
        will_train=hours is not None,
        coach_hours=None if hours is None else Decimal(str(hours)),
    )


def _terms(posting: Posting) -> Terms:
    low, high = posting.pay
    return Terms(
        pay_scale_min=low,
        pay_scale_max=high,
        employment_mask=mask_of(EmploymentForm, posting.forms),
        contract_length=posting.contract,
    )


def _planning(posting: Posting, today: date) -> Planning:
    name, email, phone = posting.contact
    closes = posting.closes_on(today)
    return Planning(
        closes_on=closes,
        answer_by=closes + timedelta(days=posting.answer),
        after_closing=posting.after_closing,
        contact_name=name,
        contact_email=email,
        contact_phone=phone,
        no_acquisition=posting.school == "deltion-college",
    )
