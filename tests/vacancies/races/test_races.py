"""Two people act at once: one wins, the other gets a clear answer, nothing is half."""

from datetime import date
from decimal import Decimal
from functools import partial
from types import SimpleNamespace

import pytest
from django.db import connection

from accounts.credentials import actions as papers
from accounts.credentials.kinds import Facts
from accounts.enums import CredentialKind, FunctionKind, Level, Role
from accounts.models import Credential, Institution, Notice
from accounts.organisations import actions as organisations
from accounts.privacy import actions as privacy
from portal.kit import dayparts
from tests import factories
from tests.vacancies.employers.conftest import NONE, OTHER, a_change, an_ask
from tests.vacancies.lifecycles.test_walks import let_start
from tests.vacancies.lifecycles.test_walks_of_training import begun
from tests.vacancies.placement.conftest import TODAY, an_offer, in_days, of_guest
from tests.vacancies.races.racing import races
from tests.vacancies.training.conftest import NEXT_YEAR
from vacancies.applications import actions as talks
from vacancies.applications.history import replayed
from vacancies.employers import actions as employers
from vacancies.employers.errors import Closed
from vacancies.employers.facts import facts_of
from vacancies.employers.parts import digest
from vacancies.enums import MeetingKind
from vacancies.lifecycles import Side
from vacancies.meetings import actions as meetings
from vacancies.meetings import queries as of_meetings
from vacancies.meetings.plan import Plan
from vacancies.models import Application, Meeting, Opinion, Placement, Trajectory, Vacancy
from vacancies.placement import actions as placements
from vacancies.selection import actions as selection
from vacancies.training import actions as training

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite writes one at a time"),
    pytest.mark.django_db(transaction=True),
]
PERSON, SCHOOL = Side.PROFESSIONAL, Side.SCHOOL
TUESDAY, THURSDAY = (dayparts.parse(one) for one in ("tuesday_afternoon", "thursday_evening"))


def a_talk(anna=None, **values):
    """Somebody said yes to a vacancy of a school with two colleagues."""
    school = factories.InstitutionFactory()
    bram, cees = factories.MembershipFactory.create_batch(2, institution=school)
    case = SimpleNamespace(school=school, bram=bram.user, cees=cees.user)
    case.vacancy = factories.VacancyFactory(institution=school, **values)
    case.anna, case.talk = a_yes(case.vacancy, anna)
    return case


def a_yes(vacancy, person=None):
    if person is None:
        person = factories.ProfessionalFactory()
        factories.RouteAnswersFactory(professional=person)
    return person, talks.show_interest(vacancy, person, by=person.user)


def an_offered_talk(**values):
    case = a_talk(**values)
    case.placement = placements.offer(case.talk, offer=an_offer(), by=case.bram)
    return case


def an_asked_employer():
    case = an_offered_talk()
    placements.accept(case.placement, by=case.anna.user)
    case.placement.refresh_from_db()
    case.asked = employers.ask(case.placement, ask=an_ask(), by=case.anna.user)
    return case


def a_meeting(**values):
    case = a_talk(**values)
    case.slots = of_meetings.suggestions(case.talk)
    case.meeting = meetings.propose(
        case.talk, side=SCHOOL, plan=a_plan(case.slots[:2]), by=case.bram
    )
    case.option = case.meeting.options.first().pk
    return case


def a_plan(slots):
    return Plan(kind=MeetingKind.TALK, slots=tuple(slots))


def a_trajectory():
    school = factories.InstitutionFactory()
    esra = factories.ProfessionalFactory(level=Level.NLQF_6)
    bram, cees = factories.MembershipFactory.create_batch(2, institution=school)
    vacancy = factories.VacancyFactory(
        institution=school,
        function_kind=FunctionKind.TEACHER,
        will_train=True,
        starts_on=NEXT_YEAR,
    )
    talk = talks.show_interest(vacancy, esra, by=esra.user)
    row = begun(talk, esra, by=bram.user)
    row.refresh_from_db()
    return SimpleNamespace(row=row, esra=esra, bram=bram.user, cees=cees.user, talk=talk)


def nothing_is_half():
    """Every history leads to its state; talks and placements agree; every step is told once."""
    for model in (Application, Placement, Meeting, Trajectory):
        for row in model.objects.prefetch_related("steps"):
            assert replayed(row.steps.all()) == row.status, row
    for talk in Application.objects.all():
        states = {row.status for row in talk.placements.all()}
        assert (talk.status == "offered") == ("offered" in states)
        assert (talk.status == "placed") == bool(states & {"accepted", "started", "ended"})


def one_wins(build, *late, writes=False):
    """In every race; the other gets one of these answers."""
    for outcome in races(build, writes=writes):
        assert len(outcome.won) == len(outcome.late) == 1, outcome
        assert type(*outcome.late.values()).__name__ in late, outcome
        yield outcome
    nothing_is_half()


def test_two_colleagues_say_no():
    def build():
        case = a_talk()
        return {
            one: partial(talks.decline, case.talk, answer=one, by=getattr(case, one))
            for one in ("bram", "cees")
        }

    for outcome in one_wins(build, "IllegalTransitionError"):
        talk = Application.objects.latest("pk")
        assert talk.messages.get().text == outcome.won[0]
        assert Notice.objects.filter(recipient=talk.professional.user).count() == 1


def test_two_colleagues_offer_to_the_same_person():
    def build():
        case = a_talk(positions=2)
        return {
            one: partial(placements.offer, case.talk, offer=an_offer(), by=getattr(case, one))
            for one in ("bram", "cees")
        }

    for _outcome in one_wins(build, "IllegalTransitionError"):
        assert Application.objects.latest("pk").placements.count() == 1


def test_an_offer_and_a_no():
    """A no after the offer takes the offer along; an offer after the no is too late."""

    def build():
        case = a_talk()
        return {
            "offer": partial(placements.offer, case.talk, offer=an_offer(), by=case.bram),
            "no": partial(talks.decline, case.talk, answer="Nee.", by=case.cees),
        }

    for outcome in races(build):
        assert "no" in outcome.won
        assert Application.objects.latest("pk").status == "declined"
    nothing_is_half()


@pytest.mark.parametrize("end", ["withdraw", "decline", "refuse", "take_back"])
def test_an_offer_accepted_while_it_ends(end):
    def build():
        case = an_offered_talk()
        ends = {
            "withdraw": partial(talks.withdraw, case.talk, by=case.anna.user),
            "decline": partial(talks.decline, case.talk, answer="Nee.", by=case.bram),
            "refuse": partial(placements.refuse, case.placement, by=case.anna.user),
            "take_back": partial(placements.take_back, case.placement, by=case.bram),
        }
        accept = partial(placements.accept, case.placement, by=case.anna.user)
        return {"accept": accept, "end": ends[end]}

    for outcome in one_wins(build, "IllegalTransitionError"):
        talk = Application.objects.latest("pk")
        assert (talk.status == "placed") == (outcome.won == ["accept"])


@pytest.mark.parametrize("other", ["cancel", "cancel at school", "tick", "change"])
def test_the_first_day_while_it_is_called_off(other):
    """Who is called off does not start; who started is not called off, ticked or changed."""

    def build():
        case = a_talk()
        let_start(case.anna, case.school, case.bram)
        offer = an_offer(of_guest(weeks=1), starts_on=TODAY, ends_on=None, answer_by=TODAY)
        row = placements.offer(case.talk, offer=offer, by=case.bram)
        placements.accept(row, by=case.anna.user)
        row.refresh_from_db()
        about = {"side": PERSON, "by": case.anna.user}
        others = {
            "cancel": partial(placements.cancel, row, **about),
            "cancel at school": partial(placements.cancel, row, side=SCHOOL, by=case.cees),
            "tick": partial(placements.tick, row, "employer", is_done=True, **about),
            "change": partial(
                employers.change, row, change=a_change(row, coach="Wim"), by=case.cees,
                version=row.version,
            ),
        }  # fmt: skip
        start = partial(placements.start, row, by=case.bram, version=row.version)
        return {"start": start, "other": others[other]}

    for outcome in races(build):
        assert outcome.won
        assert other == "tick" or len(outcome.late) == 1
    nothing_is_half()


def test_the_last_day_is_told_once():
    """By one of both, or by the clock."""

    def build():
        case = a_talk()
        let_start(case.anna, case.school, case.bram)
        offer = an_offer(of_guest(weeks=1), starts_on=TODAY, ends_on=TODAY, answer_by=TODAY)
        row = placements.offer(case.talk, offer=offer, by=case.bram)
        placements.accept(row, by=case.anna.user)
        placements.start(row, by=case.bram)
        return {
            "person": partial(placements.end, row, side=PERSON, by=case.anna.user),
            "clock": partial(placements.end_by_clock, in_days(2)),
        }

    for outcome in races(build):
        row = Placement.objects.latest("pk")
        assert "person" in outcome.won
        assert row.steps.filter(verb="end").count() == 1
        assert outcome.gave["clock"] == (row.steps.last().side == "clock")
    nothing_is_half()


def test_the_last_position_is_offered_to_two():
    def build():
        case = a_talk()
        _dirk, second = a_yes(case.vacancy)
        return {
            "bram": partial(placements.offer, case.talk, offer=an_offer(), by=case.bram),
            "cees": partial(placements.offer, second, offer=an_offer(), by=case.cees),
        }

    for _outcome in one_wins(build, "RefusedError"):
        assert Vacancy.objects.latest("pk").applications.filter(status="offered").count() == 1


def test_the_last_free_part_is_offered_to_two():
    def build():
        case = a_talk(may_be_shared=True, day_parts_mask=TUESDAY)
        _dirk, second = a_yes(case.vacancy)
        offer = an_offer(day_parts_mask=TUESDAY)
        return {
            "bram": partial(placements.offer, case.talk, offer=offer, by=case.bram),
            "cees": partial(placements.offer, second, offer=offer, by=case.cees),
        }

    for outcome in one_wins(build, "RefusedError"):
        assert all(answer.field == "day_parts" for answer in outcome.late.values())


def test_the_last_two_parts_are_accepted_by_two():
    """Both may; the vacancy closes once, and who still waited hears it once."""

    def build():
        case = a_talk(may_be_shared=True, day_parts_mask=TUESDAY | THURSDAY)
        dirk, second = a_yes(case.vacancy)
        a_yes(case.vacancy)
        one, two = (
            placements.offer(talk, offer=an_offer(day_parts_mask=part), by=case.bram)
            for talk, part in ((case.talk, TUESDAY), (second, THURSDAY))
        )
        return {
            "anna": partial(placements.accept, one, by=case.anna.user),
            "dirk": partial(placements.accept, two, by=dirk.user),
        }

    for outcome in races(build):
        assert len(outcome.won) == 2
        vacancy = Vacancy.objects.latest("pk")
        assert vacancy.status == "closed"
        waited = Application.objects.latest("pk")
        assert waited.steps.filter(verb="decline").count() == 1
    nothing_is_half()


def test_a_part_that_moves_onto_one_that_is_offered():
    def build():
        case = a_talk(may_be_shared=True, day_parts_mask=TUESDAY | THURSDAY)
        _dirk, second = a_yes(case.vacancy)
        first = placements.offer(case.talk, offer=an_offer(day_parts_mask=TUESDAY), by=case.bram)
        moved = a_change(first, day_parts_mask=TUESDAY | THURSDAY)
        return {
            "change": partial(
                employers.change, first, change=moved, by=case.bram, version=first.version
            ),
            "offer": partial(
                placements.offer, second, offer=an_offer(day_parts_mask=THURSDAY), by=case.cees
            ),
        }

    for _outcome in one_wins(build, "RefusedError"):
        masks = Vacancy.objects.latest("pk").applications.values_list(
            "placements__day_parts_mask", flat=True
        )
        assert sorted(mask or 0 for mask in masks) in (
            [0, TUESDAY | THURSDAY],
            sorted([TUESDAY, THURSDAY]),
        )


def test_the_last_interest_while_the_vacancy_fills():
    """Who says yes while the last position is taken hears it, by a refusal or by an answer."""

    def build():
        case = an_offered_talk()
        dirk = factories.ProfessionalFactory()
        return {
            "accept": partial(placements.accept, case.placement, by=case.anna.user),
            "yes": partial(talks.show_interest, case.vacancy, dirk, by=dirk.user),
        }

    for outcome in races(build):
        assert "accept" in outcome.won
        assert not Application.objects.filter(status="new").exists()
    nothing_is_half()


@pytest.mark.parametrize("other", ["refuse", "counter", "agree", "turn_away"])
def test_two_answers_by_the_same_link(other):
    def build():
        asked = an_asked_employer().asked
        about = {"version": asked.version}
        others = {
            "refuse": partial(employers.refuse, asked, name="Piet", ground="law", **about),
            "counter": partial(employers.counter, asked, name="Piet", mask=OTHER, **about),
            "agree": partial(employers.agree, asked, name="Piet", conditions=NONE, **about),
            "turn_away": partial(employers.turn_away, asked, **about),
        }
        agree = partial(employers.agree, asked, name="Jan", conditions=NONE, **about)
        return {"jan": agree, "piet": others[other]}

    for outcome in one_wins(build, "ClosedError"):
        (answer,) = outcome.late.values()
        assert answer.why in (Closed.DONE, Closed.STALE)


@pytest.mark.parametrize("other", ["take_back", "correct", "ask_again", "change", "cancel"])
def test_an_answer_while_the_question_changes(other):
    def build():
        case = an_asked_employer()
        asked, place = case.asked, case.placement
        anna = case.anna.user
        others = {
            "take_back": partial(employers.take_back, asked, by=anna, version=asked.version),
            "correct": partial(
                employers.correct, asked, ask=an_ask(contact_email="piet@lasbedrijf.example"),
                by=anna, version=asked.version,
            ),
            "ask_again": partial(
                employers.ask, place, ask=an_ask(), by=anna, version=asked.version
            ),
            "change": partial(
                employers.change, place, change=a_change(place, day_parts_mask=OTHER),
                by=case.bram, version=place.version,
            ),
            "cancel": partial(placements.cancel, place, by=case.bram, side=SCHOOL),
        }  # fmt: skip
        agree = partial(employers.agree, asked, name="Jan", conditions=NONE, version=asked.version)
        return {"agree": agree, "other": others[other]}

    for outcome in races(build):
        assert outcome.won
        names = {type(answer).__name__ for answer in outcome.late.values()}
        assert names <= {"ClosedError", "StaleError"}
        if other in ("change", "cancel"):
            assert "other" in outcome.won
        else:
            assert len(outcome.won) == 1, outcome
    nothing_is_half()


@pytest.mark.parametrize("other", ["no", "take back"])
def test_a_head_of_department_answers_by_one_link(other):
    """The first answer stands; of a question that was taken back nothing is left."""

    def build():
        case = a_talk()
        opinion = selection.ask(
            case.talk, email=case.bram.email.replace("@", "+hoofd@"), by=case.bram
        )
        others = {
            "no": partial(selection.answer, opinion, is_yes=False, note=""),
            "take back": partial(selection.take_back, opinion, by=case.cees),
        }
        return {
            "yes": partial(selection.answer, opinion, is_yes=True, note=""),
            "other": others[other],
        }

    for outcome in races(build):
        assert len(outcome.won) == 1
        left = list(Opinion.objects.values_list("is_yes", flat=True))
        assert left == {"yes": [True], "other": [False] * (other == "no")}[outcome.won[0]]
        Opinion.objects.all().delete()


def test_a_change_while_the_one_before_is_confirmed():
    """Nobody agrees to what was not shown."""

    def build():
        case = an_asked_employer()
        row = case.placement
        fewer = a_change(row, week_hours=(Decimal(4),))
        employers.change(row, change=fewer, by=case.bram, version=row.version)
        row.refresh_from_db()
        shown = digest(facts_of(row, case.asked), PERSON)
        back = a_change(row, day_parts_mask=OTHER)
        return {
            "confirm": partial(employers.confirm, row, side=PERSON, by=case.anna.user, shown=shown),
            "change": partial(
                employers.change, row, change=back, by=case.cees, version=row.version
            ),
        }

    for outcome in races(build):
        assert "change" in outcome.won
        row = Placement.objects.latest("pk")
        request = row.employer_request
        assert not row.confirmations.filter(
            party="professional", digest=digest(facts_of(row, request), PERSON)
        ).exists()


def test_an_answer_while_the_link_runs_out():
    def build():
        asked = an_asked_employer().asked
        agree = partial(employers.agree, asked, name="Jan", conditions=NONE, version=asked.version)
        return {"agree": agree, "clock": partial(employers.expire_by_clock, in_days(100))}

    for outcome in races(build):
        kept = "agree" in outcome.won
        assert outcome.gave["clock"] == (0 if kept else 1)


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
