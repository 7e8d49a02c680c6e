"""Papers that go with a trade, a level and the years in it, and what people tell besides.

The same person gets the same papers, on every machine, counted back from the day of telling.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Final

from accounts.credentials.actions import Answers
from accounts.credentials.kinds import Facts
from accounts.enums import CourseKind, CredentialOrigin, CredentialScope
from accounts.enums import CredentialKind as Kind
from portal.demo.people import SEED, Person

YEAR: Final = 365
SILENT, INCOMPLETE = 0.1, 0.2  # the shares who tell nothing, or leave open what they do not have
HOGESCHOLEN: Final = (
    *("Hogeschool Windesheim", "Hogeschool Utrecht", "Fontys", "Saxion", "Hanze"),
    *("Hogeschool van Amsterdam", "Aeres Hogeschool"),
)


@dataclass(frozen=True)
class Certificate:
    """A paper that the trade asks; `years` it is valid, 0 for always."""

    name: str
    issuer: str
    years: int


CERTIFICATES: Final = {
    "construction": (Certificate("VCA VOL", "SSVV", 10), Certificate("BHV", "NIBHV", 1)),
    "finishing-wood": (Certificate("VCA VOL", "SSVV", 10),),
    "engineering": (
        Certificate("VCA VOL", "SSVV", 10),
        Certificate("NEN 3140, vakbekwaam persoon", "STIPEL", 3),
        Certificate("Lascertificaat NEN-EN-ISO 9606-1", "NIL", 3),
    ),
    "crafts-laboratory": (Certificate("Veilig werken in het lab", "", 3),),
    "ict": (Certificate("CompTIA Security+", "CompTIA", 3), Certificate("CCNA", "Cisco", 3)),
    "mobility-vehicles": (
        Certificate("APK-keurmeester", "IBKI", 2),
        Certificate("Werken aan e-voertuigen, NEN 9140", "IBKI", 3),
    ),
    "transport-logistics": (
        Certificate("Code 95", "CBR", 5),
        Certificate("Heftruckcertificaat", "SOMA", 5),
    ),
    "security-sport": (Certificate("BHV", "NIBHV", 1), Certificate("EHBO", "Oranje Kruis", 2)),
    "hospitality-bakery": (
        Certificate("Sociale hygiëne", "SVH", 0),
        Certificate("HACCP", "SVH", 3),
    ),
    "care-welfare": (
        Certificate("BIG-registratie", "CIBG", 5),
        Certificate("Voorbehouden handelingen", "", 2),
    ),
    "food-nature": (Certificate("Spuitlicentie 2", "Bureau Erkenningen", 5),),
}


@dataclass(frozen=True)
class Told:
    """What somebody keeps here, and answers besides; no answers: nothing was told."""

    papers: tuple[tuple[Kind, Facts], ...]
    answers: Answers | None


def of_person(person: Person, on: date) -> Told:
    """What this person told on a day."""
    random = Random(f"{SEED} {person.email}")  # noqa: S311 - for plausible papers
    if random.random() < SILENT:
        return Told((), None)
    papers = (
        *_vog(random, on),
        *_diplomas(random, person, on),
        *_for_teaching(random, person, on),
        *_from_abroad(random, on),
        *_of_trade(random, person, on),
    )
    return Told(papers, _answers(random, person, on))


def of_anna(on: date) -> Told:
    """A welder without a teacher's paper: what she has is in order, but one runs out soon."""
    nil = Certificate("Lascertificaat NEN-EN-ISO 9606-1", "NIL", 3)
    papers = (
        (Kind.VOG, Facts(issued_on=_back(on, 20))),
        (
            Kind.VOCATIONAL_DIPLOMA,
            Facts(field="Allround lasser, niveau 4", issuer="Deltion College", issued_on=_back(on, 12 * YEAR)),
        ),
        (Kind.TRADE_CERTIFICATE, _certificate(Certificate("VCA VOL", "SSVV", 10), on, 63)),
        (Kind.TRADE_CERTIFICATE, _certificate(nil, on, 500)),
    )  # fmt: skip
    answers = Answers(
        papers_told_on=on, no_ban_declared_on=on, practice_since=_back(on, 12 * YEAR + 90)
    )
    return Told(papers, answers)


def of_sanne(on: date) -> Told:
    """An electrician who shows her papers once her school asks for them."""
    return Told((), Answers(papers_told_on=on, practice_since=_back(on, 14 * YEAR)))


def _vog(random: Random, on: date) -> Iterator[tuple[Kind, Facts]]:
    """Half have one: fresh, just too old to show, or from years ago."""
    if random.random() < 0.55:
        ages = random.choices(((1, 90), (90, 180), (185, 300), (400, 1400)), (40, 25, 15, 20))[0]
        yield Kind.VOG, Facts(issued_on=_back(on, random.randint(*ages)))


def _diplomas(random: Random, person: Person, on: date) -> Iterator[tuple[Kind, Facts]]:
    """The highest one, of the level told in the profile."""
    issued = _back(on, person.years * YEAR + random.randrange(YEAR))
    trade = person.trade.occupation
    if random.random() > 0.85:
        return
    if person.level >= 6:
        facts = Facts(field=_direction(person), issuer=random.choice(HOGESCHOLEN), issued_on=issued)
        yield Kind.HIGHER_DIPLOMA, facts
    elif person.level == 5:
        facts = Facts(field=_direction(person), issuer=random.choice(HOGESCHOLEN), issued_on=issued)
        yield Kind.ASSOCIATE_DEGREE, facts
    else:
        facts = Facts(field=f"{trade}, niveau {person.level}", issued_on=issued)
        yield Kind.VOCATIONAL_DIPLOMA, facts


def _for_teaching(random: Random, person: Person, on: date) -> Iterator[tuple[Kind, Facts]]:
    """Few were at a school before; who was, mostly wants to be there again."""
    issued = _back(on, random.randrange(200, 12 * YEAR))
    school = random.choice(HOGESCHOLEN)
    chance = random.random()
    if person.level >= 6 and chance < 0.1:
        subject = random.choice(("Techniek", "Engels", "Economie", "Zorg en welzijn"))
        yield Kind.TEACHER_DIPLOMA, Facts(field=subject, issuer=school, issued_on=issued)
    elif person.level >= 6 and chance < 0.2:
        yield Kind.PDG, Facts(issuer=school, issued_on=issued)
    elif person.level >= 6 and chance < 0.23:
        yield Kind.PABO, Facts(issuer=school, issued_on=issued)
    elif "instructor" in person.functions and chance < 0.12:
        yield Kind.INSTRUCTOR_DIPLOMA, Facts(issued_on=issued)
    elif "instructor" in person.functions and chance < 0.16:
        yield Kind.INSTRUCTOR_DEGREE, Facts(issuer=school, issued_on=issued)
    elif chance > 0.94:
        yield Kind.PDC, Facts(issuer=school, issued_on=issued)
    if "workplace_trainer" in person.functions and random.random() < 0.5:
        yield Kind.TRAINER_COURSE, Facts(issuer="SBB", issued_on=_back(on, random.randrange(2000)))


def _from_abroad(random: Random, on: date) -> Iterator[tuple[Kind, Facts]]:
    """A diploma of another country, some with what it is worth here."""
    if random.random() > 0.07:
        return
    issued = _back(on, random.randrange(4 * YEAR, 20 * YEAR))
    scope = random.choice((CredentialScope.TEACHING, CredentialScope.OTHER, CredentialScope.OTHER))
    origin = random.choice((CredentialOrigin.EEA, CredentialOrigin.ELSEWHERE))
    yield Kind.FOREIGN_DIPLOMA, Facts(origin=origin, scope=scope, issued_on=issued)
    later = issued + timedelta(days=YEAR)
    if random.random() < 0.5:
        worth = random.choice(("een bachelor van een hogeschool", "een mbo-diploma niveau 4"))
        yield Kind.FOREIGN_RATING, Facts(field=worth, issuer="Nuffic", issued_on=later)
    elif scope == CredentialScope.TEACHING:
        kind = {
            CredentialOrigin.EEA: Kind.EU_RECOGNITION,
            CredentialOrigin.ELSEWHERE: Kind.FOREIGN_EQUATED,
        }[origin]
        yield kind, Facts(scope=scope, issued_on=later)


def _of_trade(random: Random, person: Person, on: date) -> Iterator[tuple[Kind, Facts]]:
    """Some run out within three months, a few already did."""
    for paper in CERTIFICATES.get(person.trade.domain, ()):
        if random.random() < 0.55:
            until = random.choices(((60, 150), (150, 1100), (-200, 30)), (30, 60, 10))[0]
            yield Kind.TRADE_CERTIFICATE, _certificate(paper, on, random.randint(*until))


def _certificate(paper: Certificate, on: date, days_left: int) -> Facts:
    if not paper.years:
        return Facts(field=paper.name, issuer=paper.issuer, issued_on=_back(on, 900))
    valid_until = on + timedelta(days=min(days_left, paper.years * YEAR - 30))
    issued = _back(valid_until, paper.years * YEAR)
    return Facts(field=paper.name, issuer=paper.issuer, issued_on=issued, valid_until=valid_until)


def _answers(random: Random, person: Person, on: date) -> Answers:
    """Most tell everything; a few say nothing of what they do not have."""
    whole = random.random() > INCOMPLETE
    answers = Answers(
        papers_told_on=on if whole else None,
        no_ban_declared_on=on if random.random() < 0.93 else None,
        practice_since=_back(on, person.years * YEAR + random.randrange(300)),
    )
    if "instructor" in person.functions and random.random() < 0.08:
        answers["instructor_since"] = _back(on, random.randrange(2 * YEAR, 14 * YEAR))
    elif whole and random.random() < 0.03:
        answers["course_kind"] = random.choice((CourseKind.BBL, CourseKind.DUAL))
        answers["course_until"] = on + timedelta(days=random.randrange(200, 700))
    return answers


def _direction(person: Person) -> str:
    return person.trade.occupation


def _back(day: date, days: int) -> date:
    return day - timedelta(days=days)
