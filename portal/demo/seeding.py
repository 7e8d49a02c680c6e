from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone, translation

from accounts.enums import FunctionKind, HolidayRegion, InstitutionKind, Role
from accounts.models import Mail, Place, User
from accounts.models import Professional as ProfessionalRow
from accounts.organisations import actions as organisations
from portal.demo import accounts, arrivals, courses, files, history, news, papers, trajectories
from portal.demo.arrivals import Book
from portal.demo.clock import days_ago
from portal.demo.files import Posting
from portal.demo.people import Ask, Person, Town, World, invented
from portal.kit import dayparts
from portal.kit.poke import quiet
from vacancies.matching import actions as matching
from vacancies.models import Match, Vacancy

SCHOOLS_CAME, PEOPLE_CAME, ANNA_CAME = 95, 80, 41
GROUPS = 8
NEW_SCHOOL = "Vakschool Hout en Restauratie Salland"


class DayEndedError(Exception):
    """What was seeded is of yesterday."""


@dataclass(frozen=True)
class Seeded:
    """How much there is now."""

    professionals: int
    vacancies: int
    matches: int
    mails: int


def is_there() -> bool:
    """Whether this database has the demo already."""
    return User.objects.filter(email=accounts.ANNA.email).exists()


def has_people() -> bool:
    return User.objects.exists()


def seed(people: int) -> Seeded:
    """The whole demo with so many professionals, or nothing. Wakes no worker, sends no mail.

    All of it is told from one day: when that ends meanwhile, it is told anew.
    """
    while True:
        today = timezone.localdate()
        try:
            with transaction.atomic(), quiet(), translation.override("nl"):
                seeded = _seed(people, today)
                if timezone.localdate() == today:
                    return seeded
                raise DayEndedError
        except Exception:
            if timezone.localdate() == today:
                raise


def _seed(people: int, today: date) -> Seeded:
    book = Book.opened()
    with days_ago(SCHOOLS_CAME):
        mo = arrivals.moderator(accounts.MO)
        hr = _schools(book, mo)
    courses.open_runs(today)
    _people(people - 2, book, today)
    with days_ago(PEOPLE_CAME) as then:
        told = papers.of_sanne(timezone.localdate(then))
        user = arrivals.signed_up(accounts.SANNE)
        sanne = arrivals.professional(user, _sanne(), book, today, told)
    with days_ago(ANNA_CAME) as then:
        told = papers.of_anna(timezone.localdate(then))
        user = arrivals.signed_up(accounts.ANNA)
        anna = arrivals.professional(user, _anna(), book, today, told)
    cast = history.Cast(hr, mo, anna, book, today, vacancies={})
    history.play(cast)
    on_the_way = cast.vacancies[trajectories.VACANCY]
    trajectories.play(on_the_way, hr["deltion-college"], today, sanne=sanne, but=anna)
    news.tell(mo)
    with days_ago(1):
        _waiting(book)
    for day, hour in ((1, history.NIGHT), (0, history.MORNING)):
        with days_ago(day, hour) as then:
            history.post(then)
    matching.rebuild_all()
    return Seeded(
        ProfessionalRow.objects.count(),
        Vacancy.objects.count(),
        Match.objects.current().count(),
        Mail.objects.count(),
    )


def _schools(book: Book, mo: User) -> dict[str, User]:
    """Each school gets its own mail domain and an owner; gives who writes its vacancies."""
    hr: dict[str, User] = {}
    for school in files.schools():
        institution = book.schools[school.slug]
        organisations.add_domain(institution, domain=school.domain, by=mo)
        is_olga = school.person == accounts.OLGA.name
        email = arrivals.address_of(school.person, school.domain)
        user = (
            arrivals.signed_up(accounts.OLGA)
            if is_olga
            else arrivals.newcomer(school.person, email)
        )
        arrivals.colleague(institution, user, Role.OWNER, by=mo)
        hr[school.slug] = user
    for account, slug in ((accounts.BRAM, "deltion-college"), (accounts.CARLA, "alfa-college")):
        user = arrivals.signed_up(account)
        arrivals.colleague(book.schools[slug], user, Role.RECRUITER, by=mo)
        hr[slug] = user
    return hr


def _people(count: int, book: Book, today: date) -> None:
    """In groups, spread over the weeks before the first vacancy."""
    people = invented(count, World(files.trades(), _towns(book), _asks(book)))
    for group in range(GROUPS):
        with days_ago(PEOPLE_CAME - group * 5) as then:
            for person in people[group::GROUPS]:
                user = arrivals.newcomer(person.name, person.email)
                told = papers.of_person(person, timezone.localdate(then))
                arrivals.professional(user, person, book, today, told)


def _towns(book: Book) -> list[Town]:
    """Places with enough people to meet one, in a fixed order."""
    rows = sorted(book.places.values(), key=lambda place: place.code)
    return [Town(row.code, row.population, row.rd_x, row.rd_y) for row in rows if row.population]


def _asks(book: Book) -> list[Ask]:
    """What the open vacancies ask, read from their files."""
    places = sorted(book.places.values(), key=lambda row: (row.population, row.code))
    largest = {place.name: place for place in places}
    return [
        _ask(posting, largest[posting.places[0]])
        for posting in files.postings()
        if posting.state in ("published", "changed", "closed", "paused")
    ]


def _ask(posting: Posting, place: Place) -> Ask:
    figures = dict(line.split() for line in posting.must if " " in line)
    return Ask(
        school=posting.school,
        domain=posting.domains[0],
        function=posting.function,
        competences=[line for line in posting.must if " " not in line],
        level=int(figures.get("level", 0)),
        years=int(figures.get("experience", 0)),
        week=dayparts.parse(posting.day_parts),
        needed=posting.each if posting.shared else posting.needed,
        forms=posting.forms,
        x=place.rd_x,
        y=place.rd_y,
    )


def _anna() -> Person:
    """A welder who has Tuesday afternoon and Thursday evening."""
    trade = next(row for row in files.trades() if row.occupation == "Lasser")
    return Person(
        name=accounts.ANNA.name,
        email=accounts.ANNA.email,
        phone="06-00012345",
        trade=trade,
        competences=("mig-mag-welding", "tig-welding", "sheet-metal-work", "structural-metalwork"),
        years=12,
        functions=(
            FunctionKind.PRACTICE_COACH,
            FunctionKind.GUEST_TEACHER,
            FunctionKind.INSTRUCTOR,
            FunctionKind.CONTRACT_TRAINER,
        ),
        level=4,
        dutch=None,
        willing=True,
        town="wezep",
        distance_km=60,
        week=dayparts.parse("tuesday_afternoon thursday_evening saturday_evening"),
        hours_min=3,
        hours_max=8,
        free_in_days=-20,
        free_for_days=None,
        forms=("own_contract", "secondment_company"),
        frequency="daily",
        state="visible",
        hidden_from="",
    )


def _sanne() -> Person:
    """An electrician who teaches on two day-parts already and learns on Fridays."""
    title = "Werkverantwoordelijke elektrotechniek"
    trade = next(row for row in files.trades() if row.occupation == title)
    return Person(
        name=accounts.SANNE.name,
        email=accounts.SANNE.email,
        phone="06-00054321",
        trade=trade,
        competences=trade.competences[:3],
        years=14,
        functions=(FunctionKind.TEACHER, FunctionKind.GUEST_TEACHER),
        level=6,
        dutch=None,
        willing=True,
        town="zwolle",
        distance_km=30,
        week=dayparts.parse("tuesday_morning tuesday_afternoon wednesday_morning"),
        hours_min=4,
        hours_max=10,
        free_in_days=-30,
        free_for_days=None,
        forms=("own_contract",),
        frequency="weekly",
        state="visible",
        hidden_from="",
    )


def _waiting(book: Book) -> None:
    """What waits for somebody: a school to verify, a colleague to admit, an invitation."""
    founder = arrivals.newcomer("Evert Schutte", "evert.schutte@vakschoolsalland.example")
    organisations.request_institution(
        name=NEW_SCHOOL,
        kind=InstitutionKind.COMPANY_TRADE_SCHOOL,
        holiday_region=HolidayRegion.NORTH,
        website="https://vakschoolsalland.example",
        by=founder,
    )
    deltion = book.schools["deltion-college"]
    asker = arrivals.newcomer("Tessa Meijer", "tessa.meijer@thuispost.example")
    organisations.join(deltion, by=asker)
    olga = User.objects.get(email=accounts.OLGA.email)
    organisations.invite(deltion, email="wim.hoekstra@deltion.example", role=Role.VIEWER, by=olga)
