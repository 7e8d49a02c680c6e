"""What a panel reads about one person: what fits, what is told, what may be; never the contact."""

from collections.abc import Iterable
from dataclasses import dataclass

from accounts.profiles import queries as profiles
from vacancies.applications.words import stand_of
from vacancies.assessment.page import Page, PaperRow
from vacancies.assessment.queries import Subject
from vacancies.lifecycles import Side
from vacancies.matching import queries as matching
from vacancies.matching.explanation import Explanation, Reason
from vacancies.models import Application
from vacancies.routes.words import VerdictWords

Fact = tuple[str, str]
DISTANCE = "distance"


@dataclass(frozen=True)
class Judged:
    """The way to the work and the papers, for who decides."""

    way: VerdictWords
    mark: str
    papers: list[PaperRow]


@dataclass(frozen=True)
class Dossier:
    """One person for one vacancy. Without `judged` for who only looks along."""

    application: Application
    occupation: str
    skills: str
    facts: list[Fact]
    explanation: Explanation
    reasons: list[Reason]
    stand: str
    judged: Judged | None

    @property
    def name(self) -> str:
        return str(self.application.professional)


def dossier_of(application: Application) -> Dossier:
    """All that the panel needs, with place of living and papers."""
    subject = Subject(
        application.vacancy,
        application.vacancy.institution,
        application.professional,
        application,
    )
    page = Page(subject)
    facts = profiles.full_profile(application.professional).facts
    return _of(application, facts, Judged(page.best, page.best_mark, page.papers))


def dossiers_of(applications: Iterable[Application]) -> list[Dossier]:
    return [dossier_of(one) for one in applications]


def short_dossier_of(application: Application) -> Dossier:
    """For who says yes or no and decides nothing: no place of living, no distance, no papers."""
    return _of(application, profiles.public_profile(application.professional).facts, None)


def _of(application: Application, facts: list[Fact], judged: Judged | None) -> Dossier:
    profile = profiles.public_profile(application.professional)
    explanation = matching.explain(application.vacancy, application.professional)
    return Dossier(
        application=application,
        occupation=profile.title,
        skills=profile.skills,
        facts=facts,
        explanation=explanation,
        reasons=[
            one.for_hr
            for one in explanation.reasons
            if one.is_asked and (judged or one.key != DISTANCE)
        ],
        stand=stand_of(application, Side.SCHOOL).title,
        judged=judged,
    )
