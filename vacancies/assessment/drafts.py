"""What goes on a draft for signature: only what is known; the rest stays a line to write on.

The papers are Dutch, whatever language the reader has: they are papers of Dutch law.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from django.utils import timezone, translation

from accounts.enums import CredentialKind
from portal.kit.day_words import day_parts_text
from vacancies.assessment import queries
from vacancies.assessment.queries import Subject
from vacancies.assessment.statement import ALWAYS, IN_TRAINING, PLANS, grounds_of
from vacancies.codes import Decision, Route
from vacancies.models import BoardDecision, PlannedBlock
from vacancies.routes.book import rule_book
from vacancies.routes.verdict import Verdict
from vacancies.routes.words import function_label, route_label
from vacancies.routes.words.sources import source_words
from vacancies.routes.words.voice import day_of, plain

DUTCH: Final = "nl"
TRAINED: Final = Route.SUITABILITY_IN_TRAINING


class Document(StrEnum):
    """The drafts, by the name in the address."""

    STATEMENT = "geschiktheidsverklaring"
    TRAINING_PLAN = "opleidingsplan"
    FTE = "fte-verklaring"


def data_of(document: Document, subject: Subject, on: date | None = None) -> dict[str, Any]:
    """Everything that the template shows, as plain values for JSON."""
    today = on or timezone.localdate()
    with translation.override(DUTCH):
        common = _common(subject, today)
        match document:
            case Document.STATEMENT:
                return common | _statement(subject, today)
            case Document.TRAINING_PLAN:
                return common | _training_plan(subject, today)
            case Document.FTE:
                return common | _fte(subject, today)


def route_of(subject: Subject) -> Route:
    """With the PDG among the papers the statement is for that route, else for the training."""
    papers = subject.professional.credentials
    has_pdg = papers.filter(kind=CredentialKind.PDG).exists()
    return Route.SUITABILITY_WITH_PDG if has_pdg else TRAINED


def _common(subject: Subject, today: date) -> dict[str, Any]:
    school, vacancy = subject.institution, subject.vacancy
    domains = ", ".join(str(domain) for domain in vacancy.domains.all())
    return {
        "person": str(subject.professional.user.name or subject.professional),
        "institution": school.name,
        "institution_line": f"{school.name} (BRIN {school.brin})" if school.brin else school.name,
        "function": function_label(vacancy.function_kind) if vacancy.function_kind else "",
        "subject": " · ".join(part for part in (vacancy.title, domains) if part),
        "made_on": day_of(today),
    }


def _statement(subject: Subject, today: date) -> dict[str, Any]:
    route = route_of(subject)
    case = queries.case_for_statement(subject.professional, subject.institution, route, today)
    grounds = grounds_of(case, route, rule_book())
    asked = [one for one in Decision if one in {*grounds.asked, *grounds.held}]
    newest = _newest(subject)
    signed = newest.get(Decision.STATEMENT_BY)
    return {
        "route": route_label(route),
        "starts_on": _first_day(subject),
        "judgements": _judged(asked, newest),
        "ground": signed.note if signed else "",
        "sources": _sources(route, today),
    }


def _training_plan(subject: Subject, today: date) -> dict[str, Any]:
    verdict = _verdict(subject, today)
    hours = subject.vacancy.coach_hours
    return {
        "starts_on": _first_day(subject),
        "ends_on": _day(verdict.ends_on if verdict else None),
        "pdg_due_on": _day(verdict.pdg_due_on if verdict else None),
        "study_day": "",
        "coaching": f"{plain(hours)} klokuren" if hours else "",
        "judgements": _judged((*ALWAYS, *IN_TRAINING, *PLANS), _newest(subject)),
        "sources": _sources(TRAINED, today),
    }


def _fte(subject: Subject, today: date) -> dict[str, Any]:
    plan = _plan(subject)
    book = rule_book()
    return {
        "fte": _number(plan.fte if plan else None),
        "lesson_hours": _number(plan.lesson_hours if plan else None),
        "week_hours": _number(plan.week_hours if plan else None),
        "weeks": str(plan.weeks) if plan else "",
        "starts_on": _first_day(subject),
        "ends_on": _day(plan.ends_on if plan else None),
        "study_day": "",
        "free": day_parts_text(_free_mask(subject)),
        "least_fte": plain(book.number("pdg_min_fte", today)),
        "least_lessons": plain(book.number("pdg_min_lesson_hours_week", today)),
        "sources": _sources(TRAINED, today),
    }


def _plan(subject: Subject) -> PlannedBlock | None:
    """The hours of the training, or else the first hours planned for this vacancy."""
    plans = queries.plans_of(subject)
    of_training = [one for one in plans if one.route == TRAINED]
    return next(iter(of_training or plans), None)


def _first_day(subject: Subject) -> str:
    plan = _plan(subject)
    return _day(plan.starts_on if plan else subject.vacancy.starts_on)


def _verdict(subject: Subject, today: date) -> Verdict | None:
    """The days of the training route; with hours planned for it, those of the plan."""
    plan = _plan(subject)
    if plan is not None and plan.route == TRAINED:
        return queries.verdict_of(plan, today)
    found = [one for one in queries.verdicts_of(subject, today) if one.route is TRAINED]
    return found[0] if found else None


def _newest(subject: Subject) -> dict[Decision, BoardDecision]:
    found: dict[Decision, BoardDecision] = {}
    for row in queries.decisions_of(subject.institution, subject.professional):
        found.setdefault(Decision(row.kind), row)
    return found


def _judged(
    kinds: Iterable[Decision], newest: dict[Decision, BoardDecision]
) -> list[dict[str, Any]]:
    rows = [(kind, newest.get(kind)) for kind in kinds]
    return [
        {
            "code": str(kind),
            "is_yes": bool(row and row.is_yes),
            "on": _day(row.decided_on) if row and row.is_yes else "",
        }
        for kind, row in rows
    ]


def _free_mask(subject: Subject) -> int:
    week = getattr(subject.professional, "availability", None)
    return week.day_parts_mask if week else 0


def _sources(route: Route, today: date) -> list[str]:
    return [source_words(route, book=rule_book(), on=today).label]


def _day(value: date | None) -> str:
    return day_of(value) if value else ""


def _number(value: Decimal | None) -> str:
    return plain(value) if value is not None else ""
