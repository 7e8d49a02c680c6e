"""What brings about a mail of the gallery where the database holds none of its kind that is true.

Each calls what the site itself calls, on the first row that fits; where there is none, nothing
happens. All of it is done in a transaction that the caller rolls back.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Final, TypedDict

from django.db.models import QuerySet
from django.utils import timezone

from accounts.credentials import notices as papers
from accounts.credentials.calendar import Term
from accounts.models import Consent, Credential, Institution, MailRhythm, Membership, News, User
from accounts.notifications.actions import notify
from accounts.organisations import notices as schools
from vacancies.employers import notices as employers
from vacancies.enums import (
    ApplicationStatus,
    MeetingKind,
    MeetingStatus,
    PlacementStatus,
    SubsidyStatus,
    VacancyStatus,
)
from vacancies.lifecycles import Side
from vacancies.matching.better import KIND as BETTER
from vacancies.meetings import actions as meetings
from vacancies.meetings import left_notices as left_meetings
from vacancies.meetings import notices as appointments
from vacancies.meetings.plan import Plan
from vacancies.meetings.queries import suggestions
from vacancies.models import (
    Application,
    CheckIn,
    Match,
    Meeting,
    Opinion,
    Placement,
    SubsidyCase,
    Vacancy,
)
from vacancies.placement import left_notices as left_people
from vacancies.placement import notices as placements
from vacancies.posting import notices as posting
from vacancies.posting.better import Better, code_of
from vacancies.selection import notices as selection
from vacancies.selection.promises import FIRST
from vacancies.training import care, care_notices
from vacancies.training import notices as training
from vacancies.training.grants import notices as grants


class Mover(TypedDict):
    """Who takes a step of a meeting."""

    side: Side
    by: User


ONE: Final = slice(0, 1)
SOON: Final = timedelta(days=20)
BEST_SCALE: Final = "LC"
REASON: Final = "Ik moet die middag zelf inspringen."
HEAD: Final = "hoofd@school.example"


def better_terms() -> None:
    for match in Match.objects.current().select_related("professional__user")[ONE]:
        facts = {"match": match.pk, "better": [code_of(Better.PAY, BEST_SCALE)]}
        notify(BETTER, to=match.professional.user, dedupe=f"gallery:{match.pk}", facts=facts)


def of_consent() -> None:
    for consent in Consent.objects.filter(withdrawn_at=None).select_related("user")[ONE]:
        facts = {"consent": consent.pk}
        notify("consent_ends", to=consent.user, dedupe=f"gallery:{consent.pk}", facts=facts)


def of_silence(kind: str) -> None:
    """A year without a sign."""
    for match in Match.objects.current().select_related("professional__user")[ONE]:
        reader = match.professional.user
        MailRhythm.objects.update_or_create(user=reader, defaults={"touched_at": None})
        notify(kind, to=reader, dedupe=f"gallery:{kind}")


def of_news() -> None:
    for news in News.objects.exclude(published_at=None)[ONE]:
        for colleague in Membership.objects.active().select_related("user")[ONE]:
            facts = {"news": news.pk}
            notify("news", to=colleague.user, dedupe=f"gallery:{news.pk}", facts=facts)


def of_paper(term: Term) -> None:
    papers.tell(term, Credential.objects.filter(valid_until__isnull=False)[ONE])


def of_colleague() -> None:
    for colleague in Membership.objects.active().select_related("user", "institution")[ONE]:
        schools.colleague_welcome(colleague)


def of_school() -> None:
    for school in Institution.objects.filter(memberships__in=Membership.objects.active())[ONE]:
        schools.school_verified(school)


def of_vacancy(kind: type[posting.OfVacancy], status: VacancyStatus) -> None:
    for vacancy in Vacancy.objects.filter(status=status)[ONE]:
        if kind is posting.VacancyClosingSoon:
            vacancy.closes_on = timezone.localdate() + timedelta(days=3)
        posting.tell(kind, vacancy, once="gallery")


def of_waiting() -> None:
    for application in _new()[ONE]:
        vacancy = application.vacancy
        vacancy.answer_by = vacancy.answer_by or timezone.localdate() + SOON
        vacancy.save(update_fields=["answer_by"])
        selection.answers_due(vacancy, FIRST)


def of_late_answer() -> None:
    selection.answers_late(_new()[ONE])


def of_opinion() -> None:
    for application in _new()[ONE]:
        until = timezone.now() + SOON
        row = Opinion.objects.create(application=application, email=HEAD, expires_at=until)
        selection.given(row)


def of_person_left() -> None:
    for application in Application.objects.filter(status=ApplicationStatus.PLACED)[ONE]:
        left_people.left(application)


def of_offer() -> None:
    for placement in Placement.objects.filter(status=PlacementStatus.OFFERED)[ONE]:
        placements.waits(placement)


def of_agreement() -> None:
    for placement in Placement.objects.filter(status=PlacementStatus.ACCEPTED)[ONE]:
        employers.changed(placement)


def of_meeting(told: Callable[[Meeting], object]) -> None:
    for meeting in Meeting.objects.filter(status=MeetingStatus.AGREED)[ONE]:
        told(meeting)


def called_off(meeting: Meeting) -> None:
    meetings.cancel(meeting, reason=REASON, sequence=meeting.sequence, **_person(meeting))


def moved(meeting: Meeting) -> None:
    plan = Plan(kind=MeetingKind(meeting.kind), slots=tuple(suggestions(meeting.application)[:2]))
    meetings.propose_others(
        meeting, plan=plan, reason=REASON, sequence=meeting.sequence, **_person(meeting)
    )


def taken_over(meeting: Meeting) -> None:
    school = meeting.application.vacancy.institution
    left_meetings.taken_over(meeting, [one.user_id for one in school.memberships.active()])


def of_check_in(*, is_read: bool) -> None:
    asked = CheckIn.objects.filter(side=Side.SCHOOL, answered_at__isnull=not is_read)
    for one in asked.select_related("trajectory")[ONE]:
        one.due_on = timezone.localdate()
        one.save(update_fields=["due_on"])
        row = care.of_row(one.trajectory)
        other = next(mine for mine in care.check_ins_of(row) if mine.side != one.side)
        if is_read:
            care_notices.answered(row, other)
        else:
            care_notices.check_ins_asked(row, timezone.localdate())


def of_days() -> None:
    for one in CheckIn.objects.select_related("trajectory")[ONE]:
        row = care.of_row(one.trajectory)
        training.days_moved(row, [mark.code for mark in row.milestones.all() if not mark.done_on])


def of_grant() -> None:
    cases = SubsidyCase.objects.filter(status=SubsidyStatus.TO_REQUEST)
    grants.closing([(case, 4) for case in cases.select_related("trajectory")[ONE]])


CAUSES: Final[dict[str, Callable[[], object]]] = {
    "agreement_changed": of_agreement,
    "alert_ask": partial(of_silence, "alert_ask"),
    "alert_stopped": partial(of_silence, "alert_stopped"),
    "answer_late": of_late_answer,
    "answers_due": of_waiting,
    BETTER: better_terms,
    "check_in_read_school": partial(of_check_in, is_read=True),
    "check_in_school": partial(of_check_in, is_read=False),
    "colleague_welcome": of_colleague,
    "consent_ends": of_consent,
    "grant_closes": of_grant,
    "meeting_cancelled": partial(of_meeting, called_off),
    "meeting_moved": partial(of_meeting, moved),
    "meeting_person_left": partial(of_meeting, left_meetings.person_left),
    "meeting_taken_over": partial(of_meeting, taken_over),
    "meeting_tomorrow": partial(of_meeting, appointments.remind),
    "news": of_news,
    "offer_waits": of_offer,
    "opinion_given": of_opinion,
    "paper_runs_out_in_a_month": partial(of_paper, Term.MONTH),
    "paper_runs_out_in_a_week": partial(of_paper, Term.WEEK),
    "paper_runs_out_in_three_months": partial(of_paper, Term.QUARTER),
    "professional_left": of_person_left,
    "school_verified": of_school,
    "trajectory_days_school": of_days,
    "vacancy_closing_soon": partial(
        of_vacancy, posting.VacancyClosingSoon, VacancyStatus.PUBLISHED
    ),
    "vacancy_expired": partial(of_vacancy, posting.VacancyExpired, VacancyStatus.CLOSED),
}


def bring_about(kind: str) -> None:
    """A notice of this kind, if there is anything for it to be about."""
    CAUSES.get(kind, lambda: None)()


def _new() -> QuerySet[Application]:
    found = Application.objects.filter(status=ApplicationStatus.NEW)
    return found.select_related("vacancy__institution", "professional__user")


def _person(meeting: Meeting) -> Mover:
    return {"side": Side.PROFESSIONAL, "by": meeting.application.professional.user}
