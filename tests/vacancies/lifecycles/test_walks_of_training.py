"""Whatever people try on a trajectory: the tables hold, the history tells, nobody hears twice."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis.stateful import invariant

from accounts.credentials import actions as papers
from accounts.enums import CredentialKind, FunctionKind, Level
from accounts.models import Credential, Notice, Professional, User
from tests import factories
from tests.vacancies.lifecycles.walking import Walk, walk
from tests.vacancies.training.conftest import NEXT_YEAR, TODAY, fix_plan, sign_statement
from vacancies.applications import actions as talks
from vacancies.enums import StepSide, StopReason, TrajectoryStatus
from vacancies.lifecycles import TRAJECTORY, Process, Side
from vacancies.models import Application, Trajectory
from vacancies.training import actions

PERSON, SCHOOL = Side.PROFESSIONAL, Side.SCHOOL
LONG_AGO = TODAY - timedelta(days=20)


class Training(Walk):
    """From orientation to the certificate, with pauses, an extension, stopping and beginning anew."""

    tries = {
        "match": lambda walk, by: walk.take("match", by, PERSON),
        "match at school": lambda walk, by: walk.take("match", by, SCHOOL),
        "begin check": lambda walk, by: walk.take("begin_check", by, SCHOOL),
        "issue": lambda walk, by: walk.take("issue_statement", by, SCHOOL),
        "refuse": lambda walk, by: actions.refuse_statement(
            walk.row, reason="Not yet.", by=by, seen=walk.row.version
        ),
        "appoint": lambda walk, by: actions.appoint(
            walk.row, appointed_on=TODAY, is_signed=True, by=by, seen=walk.row.version
        ),
        "apply": lambda walk, by: walk.take("apply", by, PERSON),
        "admit": lambda walk, by: walk.take("admit", by, SCHOOL),
        "reject": lambda walk, by: walk.take("reject", by, SCHOOL, reason="Full."),
        "agree": lambda walk, by: actions.sign_agreement(
            walk.row, signed_on=TODAY, by=by, seen=walk.row.version
        ),
        "begin": lambda walk, by: walk.take("begin_training", by, PERSON),
        "pause": lambda walk, by: actions.pause(
            walk.row, starts_on=TODAY, by=by, seen=walk.row.version
        ),
        "resume": lambda walk, by: actions.resume(walk.row, on=TODAY, by=by, seen=walk.row.version),
        "extend": lambda walk, by: actions.extend(
            walk.row,
            until=(walk.row.term_ends_on or TODAY) + timedelta(days=100),
            reason="Longer.",
            by=by,
            seen=walk.row.version,
        ),
        "obtain": lambda walk, by: actions.obtain(
            walk.row, issued_on=TODAY, issuer="Hogeschool", by=by, seen=walk.row.version
        ),
        "stop": lambda walk, by: actions.stop(
            walk.row, reason=StopReason.HOME, side=PERSON, by=by, seen=walk.row.version
        ),
        "stop at school": lambda walk, by: actions.stop(
            walk.row, reason=StopReason.SCHOOL, side=SCHOOL, by=by, seen=walk.row.version
        ),
        "again": lambda walk, by: actions.take_up_again(
            walk.row, starts_on=NEXT_YEAR, side=PERSON, by=by, seen=walk.row.version
        ),
        "undo": lambda walk, by: actions.undo_last_step(walk.row, reason="A mistake.", by=by),
    }
    legal = {
        "match": (TRAJECTORY, "match", PERSON),
        "begin check": (TRAJECTORY, "begin_check", SCHOOL),
        "issue": (TRAJECTORY, "issue_statement", SCHOOL),
        "appoint": (TRAJECTORY, "appoint", SCHOOL),
        "apply": (TRAJECTORY, "apply", PERSON),
        "admit": (TRAJECTORY, "admit", SCHOOL),
        "agree": (TRAJECTORY, "sign_agreement", SCHOOL),
        "begin": (TRAJECTORY, "begin_training", PERSON),
        "pause": (TRAJECTORY, "pause", SCHOOL),
        "extend": (TRAJECTORY, "extend", SCHOOL),
        "obtain": (TRAJECTORY, "obtain", SCHOOL),
        "again": (TRAJECTORY, "take_up_again", PERSON),
    }

    def build(self) -> None:
        school = factories.InstitutionFactory()
        esra = factories.ProfessionalFactory(user__name="Esra Aydin", level=Level.NLQF_6)
        bram = factories.MembershipFactory(institution=school).user
        self.people = {
            "person": esra.user,
            "school": bram,
            "stranger": factories.MembershipFactory().user,
            "moderator": factories.UserFactory(is_staff=True),
        }
        vacancy = factories.VacancyFactory(
            institution=school,
            function_kind=FunctionKind.TEACHER,
            will_train=True,
            starts_on=NEXT_YEAR,
        )
        application = talks.show_interest(vacancy, esra, by=esra.user)
        self.pk = begun(application, esra, by=bram).pk

    def rows(self) -> list[Trajectory]:
        return [self.row]

    def row_of(self, process: Process) -> Trajectory:
        return self.row

    @property
    def row(self) -> Trajectory:
        return Trajectory.objects.get(pk=self.pk)

    def take(self, verb: str, by: User, side: Side, reason: str = "") -> None:
        row = self.row
        actions.take(row, verb, side=side, by=by, seen=row.version, reason=reason)

    @invariant()
    def every_step_is_told_once_to_who_did_not_take_it(self) -> None:
        notices = Notice.objects.filter(kind__startswith="trajectory_step")
        told = Counter((one.facts["step"], one.recipient_id) for one in notices)
        due: Counter[tuple[int, int]] = Counter()
        for step in self.row.steps.all():
            own = {StepSide.PROFESSIONAL: "person", StepSide.SCHOOL: "school"}.get(step.side)
            readers = {"person", "school"} - {own}
            due.update((step.pk, self.people[one].pk) for one in readers)
        assert told == due

    @invariant()
    def the_certificate_is_a_paper_of_its_owner(self) -> None:
        has_paper = Credential.objects.filter(kind=CredentialKind.PDG).exists()
        assert has_paper or self.row.status != TrajectoryStatus.PDG_OBTAINED

    @invariant()
    def one_pause_runs_while_it_is_paused(self) -> None:
        running = self.row.pauses.filter(ends_on=None).count()
        assert running == (self.row.status == TrajectoryStatus.PAUSED)


def begun(application: Application, esra: Professional, *, by: User) -> Trajectory:
    """All that the law asks is there, so that every step can be taken."""
    factories.RouteAnswersFactory(professional=esra)
    factories.CredentialFactory(
        professional=esra, kind=CredentialKind.HIGHER_DIPLOMA, issued_on=date(2019, 7, 1)
    )
    vog = factories.CredentialFactory(
        professional=esra, kind=CredentialKind.VOG, field="", issued_on=LONG_AGO
    )
    school = application.vacancy.institution
    papers.mark_seen(vog, institution=school, shown_on=TODAY, by=by)
    row = actions.begin(application, starts_on=NEXT_YEAR, side=SCHOOL, by=by)
    sign_statement(row, by)
    fix_plan(row, by)
    return row


@pytest.mark.django_db
def test_no_walk_through_a_trajectory_goes_wrong():
    walk(Training, examples=12)
