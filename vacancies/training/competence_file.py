"""The competence file of one person at one school (WEB 4.2.3a), in one order: as values for paper
and for machines. Only what this school recorded, saw or agreed; never what somebody answered in a
check-in. The paper is Dutch, as papers of Dutch law are."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from django.utils import timezone, translation

from accounts.models import CredentialCheck
from vacancies.assessment import queries as assessment
from vacancies.assessment.kinds import BY_CODE
from vacancies.codes import Decision, Route
from vacancies.models import BoardDecision, Milestone, Placement, PlannedBlock, Trajectory
from vacancies.routes.words import function_label, route_label
from vacancies.routes.words.voice import Voice, day_of, plain
from vacancies.training import queries, words
from vacancies.training.milestones import Owner

DUTCH: Final = "nl"
FORMAT: Final = "dagdeel.competence-file/1"
TEMPLATE: Final = "bekwaamheidsdossier"
NOT_JUDGED: Final = (Decision.WORKED, Decision.EXTENSION_REASON, Decision.STATEMENT_BY)


def for_machines(row: Trajectory, on: date | None = None) -> dict[str, Any]:
    """With codes and days as ISO 8601; what is not known is null."""
    decisions = _decisions(row)
    return {
        "format": FORMAT,
        "made_on": _iso(on or timezone.localdate()),
        "institution": {"name": row.institution.name, "brin": row.institution.brin},
        "person": {"name": str(row.professional.user.name or row.professional)},
        "trajectory": {"id": str(row.public_id), "status": row.status},
        "appointment": _appointment(row),
        "statement": next(
            (_decision(one) for one in decisions if one.kind == Decision.STATEMENT_BY), None
        ),
        "judgements": [_decision(one) for one in decisions if one.kind not in NOT_JUDGED],
        "papers": [_paper(one) for one in _checks(row)],
        "milestones": [_milestone(one) for one in row.milestones.all()],
        "pauses": [
            {"from": _iso(one.starts_on), "until": _iso(one.ends_on)} for one in row.pauses.all()
        ],
        "terms": {
            "legal_term_ends_on": _iso(row.term_ends_on),
            "certificate_by": _iso(row.certificate_by),
            "extended_until": _iso(row.extended_until),
            "extension_reason": row.extension_reason,
            "agreement_extended_until": _iso(row.agreed_until),
        },
        "steps": [
            {"step": one.verb, "to": one.target, "on": _iso(timezone.localdate(one.at))}
            for one in queries.steps_of(row)
        ],
    }


def for_paper(row: Trajectory, on: date | None = None) -> dict[str, Any]:
    """The same as rows of two texts, for the template."""
    told = for_machines(row, on)
    with translation.override(DUTCH):
        return {
            "person": told["person"]["name"],
            "institution": row.institution.name,
            "made_on": day_of(on or timezone.localdate()),
            "status": str(row.get_status_display()),
            "appointment": _appointment_on_paper(row, told["appointment"]),
            "statement": _decisions_on_paper([told["statement"]] if told["statement"] else []),
            "judgements": _decisions_on_paper(told["judgements"]),
            "papers": [_paper_on_paper(one) for one in _checks(row)],
            "milestones": [_milestone_on_paper(row, one) for one in row.milestones.all()],
            "terms": _terms_on_paper(row),
        }


def _appointment(row: Trajectory) -> dict[str, Any]:
    placement, hours = _placement(row), _hours(row)
    return {
        "appointed_on": _iso(row.appointed_on),
        "planned_from": _iso(row.starts_on),
        "vacancy": row.application.vacancy.title if row.application else "",
        "function": placement.function_kind if placement else None,
        "employment_form": placement.employment_form if placement else None,
        "fte": _text(hours.fte if hours else placement.fte if placement else None),
        "lesson_hours": _text(hours.lesson_hours if hours else None),
        "clock_hours_week": _text(hours.week_hours if hours else None),
        "coach": row.coach,
        "coach_hours_week": _text(row.coach_hours_week),
        "course_provider": row.course_start.course.provider if row.course_start else "",
        "course_starts_on": _iso(row.course_start.starts_on) if row.course_start else None,
    }


def _placement(row: Trajectory) -> Placement | None:
    """The work here: what the trajectory names, else the latest of its application."""
    if row.placement or row.application is None:
        return row.placement
    return row.application.placements.order_by("-pk").first()


def _hours(row: Trajectory) -> PlannedBlock | None:
    blocks = PlannedBlock.objects.counted().filter(
        professional=row.professional_id,
        institution=row.institution_id,
        route=Route.SUITABILITY_IN_TRAINING,
    )
    return blocks.order_by("-starts_on", "-pk").first()


def _decisions(row: Trajectory) -> list[BoardDecision]:
    """The latest first of each kind and route; a later "no" stands in the place of a yes."""
    found: dict[tuple[str, str], BoardDecision] = {}
    for one in assessment.decisions_of(row.institution, row.professional):
        found.setdefault((one.kind, one.route), one)
    order = {str(kind): number for number, kind in enumerate(Decision)}
    return sorted(found.values(), key=lambda one: (order[one.kind], one.route))


def _checks(row: Trajectory) -> list[CredentialCheck]:
    """Papers that this school looked at, the oldest first."""
    rows = CredentialCheck.objects.filter(
        institution=row.institution_id, credential__professional=row.professional_id
    )
    return list(rows.select_related("credential").order_by("shown_on", "pk"))


def _decision(one: BoardDecision) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "route": one.route,
        "is_yes": one.is_yes,
        "decided_on": _iso(one.decided_on),
        "from": _iso(one.starts_on),
        "until": _iso(one.ends_on),
        "ground": one.note,
    }


def _paper(one: CredentialCheck) -> dict[str, Any]:
    return {
        "kind": one.credential.kind,
        "field": one.credential.field,
        "issuer": one.credential.issuer,
        "issued_on": _iso(one.credential.issued_on),
        "shown_on": _iso(one.shown_on),
        "outcome": one.outcome,
    }


def _milestone(one: Milestone) -> dict[str, Any]:
    return {
        "code": one.code,
        "owner": one.owner,
        "is_law": one.is_law,
        "due_on": _iso(one.due_on),
        "done_on": _iso(one.done_on),
        "remark": one.note,
    }


def _appointment_on_paper(row: Trajectory, told: dict[str, Any]) -> list[list[str]]:
    placement, hours = _placement(row), _hours(row)
    coaching = f"{row.coach}, {plain(row.coach_hours_week)} uur per week" if row.coach else ""
    course = row.course_start
    return [
        ["Naam", str(row.professional.user.name or row.professional)],
        ["Instelling", f"{row.institution.name} {row.institution.brin}".strip()],
        ["Functie", function_label(placement.function_kind) if placement else ""],
        ["Vacature", told["vacancy"]],
        ["Dienstverband", str(placement.get_employment_form_display()) if placement else ""],
        ["Benoemd vanaf", _day(row.appointed_on)],
        ["Fte lesgebonden taken", plain(hours.fte) if hours and hours.fte else ""],
        ["Lesuren per week", plain(hours.lesson_hours) if hours and hours.lesson_hours else ""],
        ["Begeleider", coaching],
        [
            "Opleiding",
            f"{course.course.provider}, start {_day(course.starts_on)}" if course else "",
        ],
    ]


def _decisions_on_paper(rows: Iterable[dict[str, Any]]) -> list[list[str]]:
    found = []
    for one in rows:
        name = BY_CODE[Decision(one["kind"])].label
        name = f"{name}, {route_label(one['route'])}" if one["route"] else name
        said = "Ja" if one["is_yes"] else "Nee"
        day = _day(date.fromisoformat(one["decided_on"]))
        ground = f". {one['ground']}" if one["ground"] else ""
        found.append([name, f"{said}, {day}{ground}"])
    return found


def _paper_on_paper(one: CredentialCheck) -> list[str]:
    paper = one.credential
    about = ", ".join(part for part in (paper.field, paper.issuer) if part)
    parts = (about, f"afgegeven {_day(paper.issued_on)}" if paper.issued_on else "")
    seen = f"{one.get_outcome_display().lower()} op {_day(one.shown_on)}"
    return [str(paper.get_kind_display()), "; ".join(part for part in (*parts, seen) if part)]


def _milestone_on_paper(row: Trajectory, one: Milestone) -> list[str]:
    provider = row.course_start.course.provider if row.course_start else ""
    return [
        words.milestone_name(one.code, Voice.SCHOOL),
        row.institution.name
        if one.owner == Owner.SCHOOL
        else words.owner_name(one.owner, Voice.SCHOOL, provider),
        _day(one.due_on),
        _day(one.done_on),
    ]


def _terms_on_paper(row: Trajectory) -> list[list[str]]:
    paused = "; ".join(
        f"{_day(one.starts_on)} tot en met {_day(one.ends_on)}"
        if one.ends_on
        else f"vanaf {_day(one.starts_on)}"
        for one in row.pauses.all()
    )
    return [
        ["Termijn van de wet tot en met", _day(row.term_ends_on)],
        ["Getuigschrift uiterlijk op", _day(row.certificate_by)],
        ["Verlengd tot en met", _day(row.extended_until)],
        ["Reden van de verlenging", row.extension_reason],
        ["Afspraak met de opleiding verlengd tot en met", _day(row.agreed_until)],
        ["Pauzes", paused],
    ]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(day: date | None) -> str:
    return day_of(day) if day else ""


def _text(number: object) -> str | None:
    return str(number) if number is not None else None
