"""Meetings, trajectories, papers and accounts that two change at once: one wins, nothing is half."""

from datetime import date
from functools import partial

import pytest

from accounts.credentials import actions as papers
from accounts.credentials.kinds import Facts
from accounts.enums import CredentialKind, FunctionKind, Level, Role
from accounts.models import Credential, Institution
from accounts.organisations import actions as organisations
from accounts.privacy import actions as privacy
from tests import factories
from tests.vacancies.placement.conftest import an_offer, in_days
from tests.vacancies.races.casting import (
    PERSON,
    RACE,
    SCHOOL,
    a_meeting,
    a_plan,
    a_talk,
    a_trajectory,
    an_offered_talk,
    nothing_is_half,
    one_wins,
)
from tests.vacancies.races.racing import races
from tests.vacancies.training.conftest import NEXT_YEAR
from vacancies.applications import actions as talks
from vacancies.meetings import actions as meetings
from vacancies.meetings import queries as of_meetings
from vacancies.models import Application, Meeting
from vacancies.placement import actions as placements
from vacancies.training import actions as training

pytestmark = RACE


@pytest.mark.parametrize("other", ["move", "cancel", "withdraw", "decline", "take other"])
def test_a_meeting_is_chosen_while_it_changes(other):
    def build():
        case = a_meeting()
        row = case.meeting
        about = {"sequence": row.sequence, "by": case.bram, "side": SCHOOL}
        anna = {"sequence": row.sequence, "by": case.anna.user, "side": PERSON}
        others = {
            "move": partial(meetings.propose_others, row, plan=a_plan(case.slots[2:4]), **about),
            "cancel": partial(meetings.cancel, row, **about),
            "withdraw": partial(talks.withdraw, case.talk, by=case.anna.user),
            "decline": partial(talks.decline, case.talk, answer="Nee.", by=case.bram),
            "take other": partial(meetings.take, row, option=row.options.last().pk, **anna),
        }
        return {
            "take": partial(meetings.take, row, option=case.option, **anna),
            "other": others[other],
        }

    for outcome in races(build):
        row = Meeting.objects.latest("pk")
        if other in ("withdraw", "decline"):
            assert "other" in outcome.won
            assert row.status == "cancelled"
        else:
            assert len(outcome.won) == 1
        assert {type(one).__name__ for one in outcome.late.values()} <= {
            "StaleError",
            "RefusedError",
        }
    nothing_is_half()


def test_two_schools_at_the_same_time():
    """Somebody can be at one school only: of two choices of one time the second is refused."""

    def build():
        one = a_meeting()
        two = a_meeting(anna=one.anna)
        return {
            str(nth): partial(
                meetings.take, case.meeting, option=case.option, sequence=case.meeting.sequence,
                side=PERSON, by=one.anna.user,
            )
            for nth, case in enumerate((one, two))
        }  # fmt: skip

    for outcome in one_wins(build, "RefusedError", writes=True):
        assert all(answer.field == "option" for answer in outcome.late.values())


def test_two_proposals_cross():
    def build():
        case = a_talk()
        slots = of_meetings.suggestions(case.talk)
        return {
            "school": partial(
                meetings.propose, case.talk, side=SCHOOL, plan=a_plan(slots[:2]), by=case.bram
            ),
            "person": partial(
                meetings.propose, case.talk, side=PERSON, plan=a_plan(slots[2:4]),
                by=case.anna.user,
            ),
        }  # fmt: skip

    list(one_wins(build, "RefusedError"))


def test_a_trajectory_is_begun_by_both():
    def build():
        case = a_talk(function_kind=FunctionKind.TEACHER, will_train=True, starts_on=NEXT_YEAR)
        factories.CredentialFactory(
            professional=case.anna, kind=CredentialKind.HIGHER_DIPLOMA, issued_on=date(2019, 7, 1)
        )
        type(case.anna).objects.filter(pk=case.anna.pk).update(level=Level.NLQF_6)
        return {
            side: partial(training.begin, case.talk, starts_on=NEXT_YEAR, side=side, by=by)
            for side, by in ((PERSON, case.anna.user), (SCHOOL, case.bram))
        }

    for outcome in races(build):
        one, two = outcome.gave.values()
        assert one.pk == two.pk
    nothing_is_half()


def test_the_same_step_of_a_trajectory_twice():
    def build():
        case = a_trajectory()
        return {
            one: partial(
                training.take, case.row, "match", side=PERSON, by=case.esra.user,
                seen=case.row.version,
            )
            for one in ("tab", "other tab")
        }  # fmt: skip

    list(one_wins(build, "StaleError"))


def test_the_same_milestone_twice():
    def build():
        case = a_trajectory()
        row = case.row
        code = row.milestones.filter(owner="school", done_on=None, code="contract").get().code
        return {
            one: partial(training.mark_done, row, code, side=SCHOOL, by=getattr(case, one))
            for one in ("bram", "cees")
        }

    for outcome in races(build):
        assert sorted(outcome.gave.values()) == [False, True]


def test_a_step_and_a_stop():
    def build():
        case = a_trajectory()
        about = {"side": PERSON, "by": case.esra.user, "seen": case.row.version}
        return {
            "match": partial(training.take, case.row, "match", **about),
            "stop": partial(training.stop, case.row, reason="home", **about),
        }

    list(one_wins(build, "StaleError"))


def test_a_paper_changes_while_a_school_looks():
    """The school records the certificate while its owner mends or removes the same paper."""

    def build():
        case = a_trajectory()
        paper = factories.CredentialFactory(
            professional=case.esra, kind=CredentialKind.PDG, issued_on=date(2025, 7, 1)
        )
        facts = Facts(issuer="Hogeschool", issued_on=date(2025, 7, 2))
        return {
            "school": partial(
                papers.record_obtained, case.esra, CredentialKind.PDG, facts,
                institution=case.talk.vacancy.institution, shown_on=in_days(0), by=case.bram,
            ),
            "owner": partial(papers.remove, paper, by=case.esra.user),
        }  # fmt: skip

    for outcome in races(build):
        assert len(outcome.won) == 2
        assert Credential.objects.filter(kind=CredentialKind.PDG).count() <= 1
        Credential.objects.filter(kind=CredentialKind.PDG).delete()


def test_an_offer_accepted_while_its_time_runs_out():
    """The clock finds nothing to do after a yes, and a yes after the clock is too late."""

    def build():
        case = an_offered_talk()
        accept = partial(placements.accept, case.placement, by=case.anna.user)
        return {"accept": accept, "clock": partial(placements.lapse_by_clock, in_days(60))}

    for outcome in races(build):
        assert outcome.gave["clock"] == ("accept" in outcome.late)
    nothing_is_half()


@pytest.mark.parametrize("way", ["leave", "account"])
def test_two_owners_leave_a_school(way):
    """One of them stays: colleagues are never left without an owner."""

    def build():
        school = factories.InstitutionFactory()
        factories.MembershipFactory(institution=school)
        owners = factories.MembershipFactory.create_batch(2, institution=school, role=Role.OWNER)
        olga, otto = owners
        if way == "account":
            return {
                str(one.pk): partial(privacy.delete_account, one.user, by=one.user)
                for one in owners
            }
        return {
            "olga": partial(organisations.end_member, olga, by=olga.user),
            "otto": partial(organisations.change_role, otto, role=Role.VIEWER, by=otto.user),
        }

    for _outcome in one_wins(build, "LastOwnerError", "RefusedError", writes=way == "leave"):
        assert Institution.objects.latest("pk").memberships.owners().count() == 1


@pytest.mark.parametrize("other", ["offer", "accept", "take_back", "talk", "propose", "interest"])
def test_a_person_leaves_while_somebody_acts(other):
    def build():
        case = an_offered_talk() if other in ("accept", "take_back") else a_talk(positions=2)
        anna = case.anna.user
        slots = of_meetings.suggestions(case.talk)[:2]
        second = factories.VacancyFactory(institution=case.school)
        others = {
            "offer": partial(placements.offer, case.talk, offer=an_offer(), by=case.bram),
            "talk": partial(talks.talk, case.talk, by=case.bram),
            "propose": partial(
                meetings.propose, case.talk, side=SCHOOL, plan=a_plan(slots), by=case.bram
            ),
            "interest": partial(talks.show_interest, second, case.anna, by=anna),
        }
        if other in ("accept", "take_back"):
            others |= {
                "accept": partial(placements.accept, case.placement, by=anna),
                "take_back": partial(placements.take_back, case.placement, by=case.bram),
            }
        return {"leave": partial(privacy.delete_account, anna, by=anna), "other": others[other]}

    for outcome in races(build):
        assert "leave" in outcome.won
    nothing_is_half()
    assert not Application.objects.exists()
