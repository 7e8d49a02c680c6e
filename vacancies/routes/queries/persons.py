"""What professionals told, as a school may read it.

Nothing is guessed: what a row does not tell stays None and is listed as missing. Papers that ran
out, and papers that the asking school did not accept, do not count.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Final

from django.db.models import Q
from django.utils import timezone

from accounts.enums import CheckOutcome
from accounts.models import (
    Credential,
    CredentialCheck,
    Institution,
    Professional,
    RouteAnswers,
)
from vacancies.routes.facts import Paper, PaperKind, Person, Practice

CHUNK: Final = 2_000
KINDS: Final = [str(kind) for kind in PaperKind]
PAPER: Final = ("pk", "professional_id", "kind", "scope", "origin", "issued_on")
ANSWERS: Final = (
    "papers_told_on",
    "no_ban_declared_on",
    "practice_since",
    "instructor_since",
    "course_kind",
    "course_until",
)

PaperRow = tuple[int, int, str, str, str, date | None]


def person_of(
    professional: Professional, institution: Institution | None = None, on: date | None = None
) -> Person:
    """What somebody told, as this school may read it: papers shown to it and not turned down."""
    rows = list(_papers([professional.pk], on or timezone.localdate()))
    checks = _checks(professional, institution) if institution else {}
    told = RouteAnswers.objects.filter(professional=professional).values_list(*ANSWERS).first()
    papers = tuple(
        _paper(row, checks.get(row[0], (None, None))[1])
        for row in rows
        if checks.get(row[0], ("", None))[0] != CheckOutcome.REJECTED
    )
    return _person(professional.level, professional.years_experience, told, papers)


def people_of(ids: Iterable[int], on: date | None = None) -> Iterator[tuple[int, Person]]:
    """Many people as any school would read them, two queries for each two thousand."""
    day = on or timezone.localdate()
    waiting = iter(ids)
    while chunk := list(islice(waiting, CHUNK)):
        papers: dict[int, list[Paper]] = {}
        for row in _papers(chunk, day):
            papers.setdefault(row[1], []).append(_paper(row, None))
        rows = Professional.objects.filter(pk__in=chunk).order_by("pk")
        columns = [f"route_answers__{name}" for name in ANSWERS]
        for pk, level, years, *told in rows.values_list(
            "pk", "level", "years_experience", *columns
        ):
            yield pk, _person(level, years, told, tuple(papers.get(pk, ())))


def _papers(people: list[int], on: date) -> Iterable[PaperRow]:
    """Papers that a rule reads and that have not run out on this day."""
    rows = Credential.objects.filter(professional__in=people, kind__in=KINDS)
    rows = rows.filter(Q(valid_until=None) | Q(valid_until__gte=on)).order_by("pk")
    return rows.values_list(*PAPER)


def _checks(
    professional: Professional, institution: Institution
) -> dict[int, tuple[str, date | None]]:
    """What this school found, and the day on which it saw the paper."""
    rows = CredentialCheck.objects.filter(
        institution=institution, credential__professional=professional
    )
    return {
        pk: (outcome, shown_on)
        for pk, outcome, shown_on in rows.values_list("credential_id", "outcome", "shown_on")
    }


def _paper(row: PaperRow, shown_on: date | None) -> Paper:
    _pk, _professional, kind, scope, origin, issued_on = row
    return Paper(kind, scope, origin, issued_on, shown_on)


def _person(
    level: int | None,
    years: int | None,
    told: Iterable[date | str | None] | None,
    papers: tuple[Paper, ...],
) -> Person:
    answers = dict(zip(ANSWERS, told, strict=True)) if told else {}
    since = answers.get("practice_since")
    return Person(
        papers=papers,
        papers_told=bool(answers.get("papers_told_on")),
        level=level,
        practice=(Practice(since),) if isinstance(since, date) else (),
        practice_years=years,
        declares_no_ban=True if answers.get("no_ban_declared_on") else None,
        instructor_since=_day(answers.get("instructor_since")),
        course_kind=str(answers.get("course_kind") or ""),
        course_until=_day(answers.get("course_until")),
    )


def _day(value: date | str | None) -> date | None:
    return value if isinstance(value, date) else None
