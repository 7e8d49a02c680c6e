"""People come in by the door that everybody uses: an account, then a school or a profile."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from allauth.account.models import EmailAddress

from accounts.availability import actions as availability
from accounts.credentials import actions as credentials
from accounts.enums import Language, Role
from accounts.identity import actions as identity
from accounts.models import Competence, Domain, Institution, Location, Membership, Place, User
from accounts.models import Professional as ProfessionalRow
from accounts.organisations import actions as organisations
from accounts.profiles import actions as profiles
from portal.demo.accounts import DemoAccount
from portal.demo.papers import Told
from portal.demo.people import Person


@dataclass(frozen=True)
class Book:
    """The reference rows that the demo points at, by code."""

    domains: Mapping[str, Domain]
    competences: Mapping[str, Competence]
    places: Mapping[str, Place]
    schools: Mapping[str, Institution]

    @classmethod
    def opened(cls) -> "Book":
        return cls(
            domains={row.code: row for row in Domain.objects.all()},
            competences={row.code: row for row in Competence.objects.all()},
            places={row.code: row for row in Place.objects.all()},
            schools={row.slug: row for row in Institution.objects.all()},
        )


def newcomer(name: str, email: str) -> User:
    """Somebody with a confirmed address and a name."""
    user = identity.welcome(email, language=Language.DUTCH)
    EmailAddress.objects.filter(user=user).update(verified=True)
    identity.note_confirmed(user)
    identity.set_name(user, name)
    return user


def signed_up(account: DemoAccount) -> User:
    """One of the demo accounts, with its password."""
    user = newcomer(account.name, account.email)
    user.set_password(account.password)
    user.save(update_fields=["password"])
    return user


def moderator(account: DemoAccount) -> User:
    user = signed_up(account)
    user.is_staff = user.is_superuser = True
    user.save(update_fields=["is_staff", "is_superuser"])
    return user


def colleague(institution: Institution, user: User, role: Role, *, by: User) -> Membership:
    """A colleague by an address at the school's own domain."""
    membership = organisations.join(institution, by=user)
    if membership.role != role:
        organisations.change_role(membership, role=role, by=by)
    return membership


def address_of(person: str, domain: str) -> str:
    """`voornaam.achternaam@` of this domain."""
    first, *rest = person.lower().split()
    return f"{first}.{''.join(rest)}@{domain}"


def location(institution: Institution, place_name: str, *, by: User) -> Location:
    """The building in this place, opened when the school has none there."""
    known = institution.locations.filter(place__name=place_name).first()
    if known:
        return known
    place = Place.objects.filter(name=place_name).order_by("-population")[0]
    return organisations.save_location(
        institution, location=None, name=place_name, place=place, address="", postcode="", by=by
    )


def professional(
    user: User, person: Person, book: Book, today: date, told: Told
) -> ProfessionalRow:
    """A profile, told step by step, as far as this person gets; papers before it is visible."""
    row = profiles.create(user)
    profiles.save_trade(
        row,
        by=user,
        version=None,
        occupation=person.trade.occupation,
        domains=[book.domains[person.trade.domain]],
        competences=[book.competences[code] for code in person.competences],
        years_experience=person.years,
    )
    profiles.save_functions(
        row,
        by=user,
        version=None,
        functions=person.functions,
        level=person.level,
        dutch_level=person.dutch,
        willing_to_train=person.willing,
    )
    _tell(row, told, by=user)
    if person.state != "draft":
        _rest_of_profile(row, person, book, today, by=user)
    return ProfessionalRow.objects.select_related("user").get(pk=row.pk)


def _tell(row: ProfessionalRow, told: Told, *, by: User) -> None:
    for kind, facts in told.papers:
        credentials.add(row, kind, facts, by=by)
    if told.answers:
        credentials.answer(row, by=by, **told.answers)


def _rest_of_profile(
    row: ProfessionalRow, person: Person, book: Book, today: date, *, by: User
) -> None:
    begins = today + timedelta(days=person.free_in_days)
    ends = begins + timedelta(days=person.free_for_days) if person.free_for_days else None
    availability.save_week(
        row,
        by=by,
        version=None,
        day_parts_mask=person.week,
        hours_min=Decimal(person.hours_min),
        hours_max=Decimal(person.hours_max),
        available_from=begins,
        available_until=ends,
    )
    place = book.places[person.town]
    profiles.save_place(row, by=by, version=None, place=place, max_distance_km=person.distance_km)
    profiles.save_employment(row, by=by, version=None, employment_forms=person.forms)
    profiles.save_contact(row, by=by, version=None, name=by.name, phone=person.phone)
    profiles.save_messages(row, by=by, version=None, frequency=person.frequency)
    if person.hidden_from:
        profiles.hide_from(row, book.schools[person.hidden_from], by=by)
    profiles.make_visible(row, by=by, consent=True)
    if person.state == "paused":
        profiles.pause(row, by=by)
