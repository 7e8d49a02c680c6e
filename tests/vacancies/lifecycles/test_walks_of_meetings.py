"""Whatever both sides and the clock do with appointments: the tables hold, the history tells, one
proposal waits at most, and everybody hears of each step and each morning once."""

from collections import Counter
from datetime import timedelta
from itertools import count

import pytest
from django.utils import timezone
from hypothesis.stateful import invariant

from accounts.models import Notice
from tests import factories
from tests.vacancies.lifecycles.walking import Walk, Who, clock, user, walk
from vacancies.applications import actions as talks
from vacancies.enums import ApplicationStatus, MeetingKind, MeetingStatus, StepSide
from vacancies.lifecycles import MEETING, Process, Side
from vacancies.meetings import actions, queries
from vacancies.meetings.plan import Plan
from vacancies.models import Application, Meeting

PERSON, SCHOOL = Side.PROFESSIONAL, Side.SCHOOL
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
GONE = (ApplicationStatus.DECLINED, ApplicationStatus.WITHDRAWN)


class Appointments(Walk):
    """Proposed, chosen, moved, called off, held, and what happens to them when the talk ends."""

    others = ("clock",)
    tries = {
        "propose": lambda walk, by: walk.propose(by, PERSON),
        "propose at school": lambda walk, by: walk.propose(by, SCHOOL),
        "propose again": lambda walk, by: walk.propose(by, SCHOOL, again=True),
        "choose": lambda walk, by: walk.choose(by, PERSON),
        "choose at school": lambda walk, by: walk.choose(by, SCHOOL),
        "choose by an old page": lambda walk, by: walk.choose(by, PERSON, older=1),
        "choose what is not there": lambda walk, by: walk.choose(by, PERSON, option=0),
        "move": lambda walk, by: walk.propose_others(by, PERSON),
        "move at school": lambda walk, by: walk.propose_others(by, SCHOOL),
        "move without a word": lambda walk, by: walk.propose_others(by, SCHOOL, reason=""),
        "cancel": lambda walk, by: walk.cancel(by, PERSON),
        "cancel at school": lambda walk, by: walk.cancel(by, SCHOOL),
        "cancel without a word": lambda walk, by: walk.cancel(by, PERSON, reason=""),
        "the eve comes": lambda walk, by: walk.come(by, DAY),
        "it is held": lambda walk, by: walk.come(by, -DAY),
        "remind": lambda walk, by: clock(by) and actions.remind(),
        "withdraw": lambda walk, by: talks.withdraw(walk.talk, by=user(by)),
        "say yes": lambda walk, by: walk.say_yes(by),
        "decline": lambda walk, by: talks.decline(walk.talk, answer="Nee.", by=user(by)),
        "go on": lambda walk, by: talks.go_on_after_all(walk.talk, by=user(by)),
    }
    legal = {
        "choose": (MEETING, "agree", PERSON),
        "choose at school": (MEETING, "agree", SCHOOL),
        "move": (MEETING, "move", PERSON),
        "move at school": (MEETING, "propose_others", SCHOOL),
        "cancel at school": (MEETING, "cancel", SCHOOL),
        "the eve comes": (MEETING, "cancel", Side.CLOCK),
    }

    def build(self) -> None:
        school = factories.InstitutionFactory()
        anna = factories.ProfessionalFactory(user__name="Anna de Wit")
        self.people = {
            "person": anna.user,
            "school": factories.MembershipFactory(institution=school).user,
            "stranger": factories.MembershipFactory().user,
            "moderator": factories.UserFactory(is_staff=True),
        }
        vacancy = factories.VacancyFactory(institution=school)
        self.pk = talks.show_interest(vacancy, anna, by=anna.user).pk
        self.slots = queries.suggestions(self.talk)
        self.turns = count()
        self.reminded: set[tuple[int, int]] = set()
        self.propose(self.people["school"], SCHOOL)

    def rows(self) -> list[Application | Meeting]:
        return [self.talk, *self.meetings]

    def row_of(self, process: Process) -> Meeting:
        return self.known()[-1]

    @property
    def talk(self) -> Application:
        return Application.objects.select_related("vacancy", "professional__user").get(pk=self.pk)

    @property
    def meetings(self) -> list[Meeting]:
        return list(self.talk.meetings.order_by("pk"))

    @property
    def latest(self) -> Meeting:
        return self.meetings[-1]

    def plan(self, turn: int) -> Plan:
        first = turn % (len(self.slots) - 1)
        return Plan(kind=MeetingKind.SHADOW_DAY, slots=tuple(self.slots[first : first + 2]))

    def propose(self, by: Who, side: Side, *, again: bool = False) -> None:
        """Times that nobody proposed before, or those of the first proposal."""
        plan = self.plan(0 if again else next(self.turns))
        actions.propose(self.talk, side=side, plan=plan, by=user(by))

    def choose(self, by: Who, side: Side, *, older: int = 0, option: int | None = None) -> None:
        row = self.latest
        if option is None:
            option = row.options.values_list("pk", flat=True)[0]
        seen = row.sequence - older
        actions.take(row, option=option, sequence=seen, side=side, by=user(by))

    def propose_others(self, by: Who, side: Side, reason: str = "Toets.") -> None:
        row, plan = self.latest, self.plan(next(self.turns))
        seen = row.sequence
        actions.propose_others(row, side=side, plan=plan, sequence=seen, reason=reason, by=user(by))

    def cancel(self, by: Who, side: Side, reason: str = "Ziek.") -> None:
        row = self.latest
        actions.cancel(row, sequence=row.sequence, side=side, reason=reason, by=user(by))

    def say_yes(self, by: Who) -> None:
        """The page says yes for whoever is signed in, never for somebody else."""
        if user(by) == self.people["person"]:
            talks.show_interest(self.talk.vacancy, self.talk.professional, by=user(by))

    def come(self, by: Who, ahead: timedelta) -> None:
        """The day of what is agreed comes near, or has gone by; reminders go out, twice."""
        clock(by)
        now = timezone.now()
        agreed = Meeting.objects.filter(pk=self.latest.pk, status=MeetingStatus.AGREED)
        noon = timezone.localtime(now).replace(hour=12, minute=0) + ahead
        agreed.update(starts_at=noon, ends_at=noon + HOUR, agreed_at=now - DAY)
        if ahead == DAY:
            self.reminded |= set(agreed.values_list("pk", "sequence"))
        assert actions.remind() == actions.remind()

    @invariant()
    def one_proposal_waits_at_most(self) -> None:
        waiting = [row for row in self.known()[1:] if row.status == MeetingStatus.PROPOSED]
        assert len(waiting) <= 1

    @invariant()
    def nothing_comes_of_a_talk_that_ended(self) -> None:
        if self.known()[0].status in GONE:
            now = timezone.now()
            assert not [
                row
                for row in self.known()[1:]
                if row.status == MeetingStatus.PROPOSED
                or (row.status == MeetingStatus.AGREED and row.ends_at and row.ends_at > now)
            ]

    @invariant()
    def a_time_stands_as_long_as_it_is_agreed(self) -> None:
        for row in self.known()[1:]:
            assert (row.agreed_at is None) == (row.starts_at is None)
            assert row.starts_at is None or row.status != MeetingStatus.PROPOSED
            assert bool(row.cancelled_by) == (row.status == MeetingStatus.CANCELLED)
            assert row.sequence == row.steps.count()

    @invariant()
    def every_step_is_told_once(self) -> None:
        notices = Notice.objects.filter(kind__startswith="meeting_").exclude(
            kind="meeting_tomorrow"
        )
        told = Counter((one.facts["step"], one.recipient_id) for one in notices)
        due: Counter[tuple[int, int]] = Counter()
        for row in self.known()[1:]:
            for step in row.steps.all():
                others = {"person", "school"} - {
                    {StepSide.PROFESSIONAL: "person", StepSide.SCHOOL: "school"}.get(step.side)
                }
                if step.verb in ("agree", "move") or step.source == MeetingStatus.AGREED:
                    others = {"person", "school"}
                elif step.side == StepSide.CLOCK:
                    others = set()  # a proposal that ends with its talk needs no words
                due.update((step.pk, self.people[one].pk) for one in others)
        assert told == due

    @invariant()
    def both_are_reminded_once(self) -> None:
        notices = Notice.objects.filter(kind="meeting_tomorrow")
        told = Counter(
            (one.facts["meeting"], one.facts["sequence"], one.recipient_id) for one in notices
        )
        both = {self.people["person"].pk, self.people["school"].pk}
        assert told == Counter((*about, one) for about in self.reminded for one in both)


@pytest.mark.django_db
def test_no_walk_through_appointments_goes_wrong():
    walk(Appointments, examples=12)
