"""A world with one of everything, and what opens each address in it."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from accounts.credentials import actions as papers
from accounts.credentials import files
from accounts.enums import Category, EmploymentForm, FunctionKind, Role
from accounts.models import (
    Credential,
    Institution,
    Invitation,
    Membership,
    News,
    Notice,
    Professional,
    User,
)
from accounts.notifications import alert_notices as alerts
from accounts.notifications import tokens
from accounts.profiles import hooks as profile
from accounts.profiles import renewal
from accounts.profiles.actions import give_consent
from portal.kit.tokens import digest_of
from tests import course_factories, desk, factories
from tests.papers import upload
from vacancies.applications import actions as applications
from vacancies.codes import Route
from vacancies.employers import actions as employers
from vacancies.employers.links import token_of as employer_token
from vacancies.enums import MeetingKind
from vacancies.lifecycles import Side
from vacancies.matching import actions as matching
from vacancies.matching import tokens as relevance
from vacancies.meetings import queries as meetings
from vacancies.meetings.actions import make_feed, propose, take
from vacancies.meetings.plan import Plan
from vacancies.meetings.tokens import token_of
from vacancies.models import (
    Application,
    CheckIn,
    Course,
    EmployerRequest,
    HelpTask,
    Match,
    Meeting,
    Message,
    MessageTemplate,
    Muting,
    Opinion,
    Placement,
    PlannedBlock,
    Trajectory,
    Vacancy,
)
from vacancies.placement import actions as placements
from vacancies.placement.offer import Hours, Offer
from vacancies.posting import hooks as posting
from vacancies.routes.check import Answers
from vacancies.routes.packing import pack
from vacancies.selection import links
from vacancies.training import actions as trajectories

PEOPLE = ("anonymous", "anna", "dirk", "bram", "carla", "mo")


@dataclass(frozen=True)
class World:
    """Everything that is here is anna's or of bram's school; dirk and carla are strangers to it."""

    anna: Professional
    vacancy: Vacancy
    draft: Vacancy
    shared: Vacancy
    match: Match
    rule: Muting
    application: Application
    message: Message
    notice: Notice
    news: News
    colleague: Membership
    invitation: Invitation
    paper: Credential
    plan: PlannedBlock
    placement: Placement
    employer: EmployerRequest
    meeting: Meeting
    trajectory: Trajectory
    course: Course
    template: MessageTemplate
    opinion: Opinion
    clients: dict[str, Client]

    def arguments(self, name: str) -> dict[str, object]:
        """What fills in the parameters of the address with this name. A new address with a
        parameter that is not here needs a line here."""
        common: dict[str, object] = {
            "code": self.vacancy.code,
            "address": f"{self.vacancy.slug}-{self.vacancy.code}",
            "slug": self.vacancy.slug,
            "public_id": self.application.public_id,
            "number": 1,
            "kind": "login_code",
            "language": "nl",
        }
        return common | self._special().get(name, {})

    def _special(self) -> dict[str, dict[str, object]]:
        school = self.vacancy.institution
        location = self.vacancy.locations.get()
        return {
            "school_join_one": {"slug": school.slug},
            **{key: {"pk": location.pk} for key in ("location", "location_close")},
            "colleague": {"pk": self.colleague.pk, "step": "rol"},
            "credential": {"public_id": self.paper.public_id},
            "credential_remove": {"public_id": self.paper.public_id},
            "credential_file": {"public_id": self.paper.public_id},
            "credential_file_for_school": {"public_id": self.paper.public_id},
            "invitation_revoke": {"pk": self.invitation.pk},
            "invitation": {"token": self.invitation.token},
            "profile_step": {"slug": "plaats"},
            "notice": {"pk": self.notice.pk},
            "news_item": {"pk": self.news.pk},
            "my_match": {"pk": self.match.pk},
            "match_dismiss": {"pk": self.match.pk},
            "match_undismiss": {"pk": self.match.pk},
            "relevance": {"token": relevance.token_for(self.match.pk, relevance.Answer.NO)},
            "consent_renew": {"token": _renewal_of(self.anna)},
            "keep_alerts": {"token": alerts.keep_path(self.anna.user_id).split("/")[-2]},
            "mail_rule_forget": {"pk": self.rule.pk},
            "team": {"code": self.shared.code},
            "team_invite": {"code": self.shared.code},
            "candidate": {"code": self.vacancy.code, "public_id": self.anna.public_id},
            "candidate_invite": {"code": self.vacancy.code, "public_id": self.anna.public_id},
            **self._of_assessment(),
            **self._of_placement(),
            **self._of_employers(),
            **self._of_meetings(),
            **self._of_selection(),
            **self._of_training(),
            "my_message_file": {"public_id": self.message.public_id},
            "message_file": {"public_id": self.message.public_id},
            "opening": {"key": "dagdeel-7"},
            "opening_keep": {"key": "dagdeel-7"},
            "unsubscribe": {"token": tokens.token_for(self.anna.user_id, [(Category.MATCH, None)])},
            "domain_feed": {"code": "technology"},
            "course": {"code": self.course.code},
            "vacancy_edit": {"code": self.draft.code, "section": "werk"},
            "route_check_result": {"code": pack(Answers())},
            "route_check_keep": {"code": pack(Answers())},
        }

    def _of_assessment(self) -> dict[str, dict[str, object]]:
        person = {"code": self.vacancy.code, "public_id": self.anna.public_id}
        plan = {"plan_id": self.plan.public_id}
        return {
            "assessment": person,
            "assessment_record": person | {"kind": "vakkennis"},
            "assessment_statement": person,
            "assessment_paper": person | {"paper_id": self.paper.public_id},
            "assessment_plan": person,
            "assessment_plan_change": person | plan,
            "assessment_plan_cancel": person | plan,
            "assessment_document": person | {"document": "opleidingsplan"},
        }

    def _of_training(self) -> dict[str, dict[str, object]]:
        own = {"public_id": self.trajectory.public_id}
        return {
            "my_trajectory_at": own,
            "my_trajectory_course": own,
            "my_trajectory_parts": own,
            "trajectory_course": own,
            "trajectory_parts": own,
            "grant_papers": own | {"pk": 1},
            "grant_step": own | {"pk": 1},
            "my_trajectory_step": own | {"slug": "stoppen"},
            "my_milestone": own | {"code": "vog_requested"},
            "trajectory": own,
            "trajectory_step": own | {"slug": "stoppen"},
            "trajectory_milestone": own | {"code": "contract"},
            "trajectory_agreements": own,
            "my_competence_file": own | {"form": "json"},
            "competence_file": own | {"form": "json"},
            "my_check_in": own | {"week": 2},
            "trajectory_check_in": own | {"week": 2},
            "trajectory_help": own | {"task_id": self.trajectory.help_tasks.get().pk},
        }

    def _of_selection(self) -> dict[str, dict[str, object]]:
        return {
            "message_template": {"pk": self.template.pk},
            "message_template_remove": {"pk": self.template.pk},
            "opinion": {"token": "house-opinion"},
            "school": {"slug": self.vacancy.institution.slug},
            "opinion_take_back": {
                "public_id": self.application.public_id,
                "pk": self.opinion.pk,
            },
        }

    def _of_meetings(self) -> dict[str, dict[str, object]]:
        own = {"public_id": self.meeting.public_id}
        steps = ("", "_take", "_other", "_cancel", "_file")
        named = {f"{side}{step}": own for side in ("meeting", "my_meeting") for step in steps}
        feed = make_feed(self.anna.user)
        return named | {"agenda_feed": {"token": token_of(feed)}}

    def _of_employers(self) -> dict[str, dict[str, object]]:
        own = {"public_id": self.placement.public_id}
        link = {"token": employer_token(self.employer)}
        mine = ("my_employer", "my_employer_correct", "my_employer_take_back")
        agreed = ("my_placement_confirm", "my_lending", "my_agreement", "my_agreement_pdf")
        school = ("placement_change", "placement_year", "placement_confirm", "placement_lending")
        drafts = ("placement_agreement", "placement_agreement_pdf")
        names = (*mine, *agreed, *school, *drafts)
        return dict.fromkeys(names, own) | {"employer_page": link, "employer_answer": link}

    def _of_placement(self) -> dict[str, dict[str, object]]:
        own = {"public_id": self.placement.public_id}
        return {
            "placement": own,
            "placement_step": own | {"step": "intrekken"},
            "placement_tick": own | {"item": "contract"},
            "my_placement": own,
            "my_placement_step": own | {"step": "aannemen"},
            "my_placement_hours": own,
            "my_placement_tick": own | {"item": "employer"},
        }


@pytest.fixture
def world(db, anna, bram, carla, mo, school_a, sign_in, settings) -> World:
    settings.STAFF_SECOND_FACTOR = False
    dirk = factories.ProfessionalFactory(user__name="Dirk Jansen", place__name="Deventer")
    vacancy = factories.VacancyFactory(institution=school_a)
    profile.changed.fire(anna)
    posting.changed.fire(vacancy)
    matching.refresh_vacancy(vacancy)
    shared = factories.VacancyFactory(institution=school_a, title="Samen", may_be_shared=True)
    matching.refresh_vacancy(shared)
    match = Match.objects.get(professional=anna, vacancy=vacancy)
    application = applications.show_interest(vacancy, anna, by=anna.user)
    placement = _placement_of(anna, bram, school_a)
    people = {"anna": anna.user, "dirk": dirk.user, "bram": bram, "carla": carla, "mo": mo}
    return World(
        anna=anna,
        vacancy=vacancy,
        shared=shared,
        draft=factories.DraftFactory(institution=school_a),
        match=match,
        rule=_rule_of(anna, shared),
        application=application,
        message=_message_in(application),
        notice=_notice_of(anna),
        news=desk.news(published_at=timezone.now()),
        colleague=factories.MembershipFactory(institution=school_a, role=Role.VIEWER),
        invitation=_invitation(bram, school_a),
        paper=_paper_of(anna),
        plan=_plan_with(anna, vacancy),
        placement=placement,
        employer=_asked_about(placement),
        meeting=_meeting_of(application, bram),
        trajectory=_trajectory_of(application, bram),
        course=course_factories.CourseStartFactory().course,
        template=MessageTemplate.objects.create(institution=school_a, name="Dank", text="Hoi"),
        opinion=_opinion_on(application),
        clients={name: sign_in(user) for name, user in people.items()} | {"anonymous": Client()},
    )


def _trajectory_of(application: Application, bram: User) -> Trajectory:
    """A proposal, with the questions of a week and something to help with."""
    row = trajectories.begin(
        application, starts_on=application.vacancy.starts_on, side=Side.SCHOOL, by=bram
    )
    today = timezone.localdate()
    for side in (Side.PROFESSIONAL, Side.SCHOOL):
        CheckIn.objects.create(trajectory=row, week=2, side=side, due_on=today)
    HelpTask.objects.create(trajectory=row, signal="silent-2-school", owner=bram, opened_on=today)
    return row


def _renewal_of(anna: Professional) -> str:
    given = anna.user.consents.first() or give_consent(anna.user, "profile", by=anna.user)
    return renewal.renew_path(given).split("/")[-2]


def _rule_of(anna: Professional, shared: Vacancy) -> Muting:
    """What anna said no to."""
    match = Match.objects.get(professional=anna, vacancy=shared)
    return Muting.objects.create(professional=anna, match=match, reason="too_far", distance_m=9000)


def _paper_of(anna: Professional) -> Credential:
    paper = factories.CredentialFactory(professional=anna)
    return papers.attach(paper, files.accepted(upload()), by=anna.user)


def _message_in(application: Application) -> Message:
    return applications.write(
        application,
        side=Side.PROFESSIONAL,
        text="Mag ik komen kijken?",
        file=files.accepted(upload()),
        by=application.professional.user,
    )


def _plan_with(anna: Professional, vacancy: Vacancy) -> PlannedBlock:
    return PlannedBlock.objects.create(
        institution=vacancy.institution,
        professional=anna,
        vacancy=vacancy,
        function_kind=FunctionKind.GUEST_TEACHER,
        route=Route.GUEST_TEACHER_SIX_HOURS,
        week_hours=4,
        weeks=10,
        starts_on=vacancy.starts_on,
    )


def _placement_of(anna: Professional, bram: User, school: Institution) -> Placement:
    """An offer on a vacancy of its own."""
    vacancy = factories.VacancyFactory(institution=school, title="Aangeboden")
    application = applications.show_interest(vacancy, anna, by=anna.user)
    hours = Hours(
        function_kind=FunctionKind.GUEST_TEACHER,
        route=Route.GUEST_TEACHER_SIX_HOURS,
        week_hours=Decimal(4),
        weeks=4,
        named_teacher="Wim Hoekstra",
    )
    offer = Offer(
        blocks=(hours,),
        day_parts_mask=vacancy.day_parts_mask,
        starts_on=timezone.localdate(),
        ends_on=timezone.localdate() + timedelta(days=400),
        employment_form=EmploymentForm.OWN_CONTRACT,
        answer_by=timezone.localdate(),
        coach="Els de Boer",
        message="We kijken naar je uit.",
    )
    return placements.offer(application, offer=offer, by=bram)


def _opinion_on(application: Application) -> Opinion:
    return Opinion.objects.create(
        application=application,
        email="head@deltion.example",
        token_digest=digest_of("house-opinion"),
        expires_at=timezone.now() + links.TERM,
    )


def _meeting_of(application: Application, bram: User) -> Meeting:
    """A guest lesson that both agreed on."""
    slots = meetings.suggestions(application)[:2]
    plan = Plan(kind=MeetingKind.GUEST_LESSON, slots=tuple(slots), note="Neem je helm mee.")
    row = propose(application, side=Side.SCHOOL, plan=plan, by=bram)
    option = row.options.first()
    return take(
        row,
        option=option.pk,
        sequence=row.sequence,
        side=Side.PROFESSIONAL,
        by=application.professional.user,
    )


def _asked_about(placement: Placement) -> EmployerRequest:
    ask = employers.Ask(
        employer="Lasbedrijf Kuiper",
        contact_name="Jan Kuiper",
        contact_email="jan@lasbedrijf.example",
        scope="lending",
    )
    return employers.ask(placement, ask=ask, by=placement.application.professional.user)


def _notice_of(anna: Professional) -> Notice:
    return Notice.objects.create(
        recipient=anna.user, kind="new_match", category=Category.MATCH, dedupe_key="house"
    )


def _invitation(bram, school) -> Invitation:
    return Invitation.objects.create(
        institution=school,
        email="new@deltion.example",
        role=Role.RECRUITER,
        token="house-token",
        invited_by=bram,
        expires_at=timezone.now() + timedelta(days=14),
    )
