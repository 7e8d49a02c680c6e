"""Whatever people try on a talk and an offer: no state that the tables do not know, no change that
the history does not tell, and everybody who has to hear of a step hears of it once."""

from collections import Counter

import pytest
from hypothesis.stateful import invariant, rule

from accounts.enums import CredentialKind
from accounts.models import Institution, Notice, Professional, User
from portal.kit.lifecycle import IllegalTransitionError
from tests import factories
from tests.vacancies.lifecycles.walking import Walk, walk
from tests.vacancies.placement.conftest import TODAY, an_offer, in_days, of_guest
from vacancies.applications import actions as talks
from vacancies.codes import Decision
from vacancies.enums import ApplicationStatus, PlacementStatus
from vacancies.lifecycles import APPLICATION, PLACEMENT, Process, Side
from vacancies.models import Application, BoardDecision, Placement
from vacancies.placement import actions as placements

PERSON, SCHOOL = Side.PROFESSIONAL, Side.SCHOOL
HEARD = {  # verb of a talk: who hears of it, beside what the features above tell
    "say_yes": "school",
    "say_yes_again": "school",
    "talk": "person",
    "decline": "person",
    "go_on_after_all": "person",
}
OFFERED = {PlacementStatus.OFFERED}
TAKEN = {PlacementStatus.ACCEPTED, PlacementStatus.STARTED, PlacementStatus.ENDED}


class Talk(Walk):
    """From the first yes on: talking, offering, starting, ending, and back."""

    tries = {
        "say yes": lambda walk, by: walk.say_yes(by),
        "talk": lambda walk, by: talks.talk(walk.talk, by=by),
        "try out": lambda walk, by: talks.try_out(walk.talk, by=by, side=PERSON),
        "try out at school": lambda walk, by: talks.try_out(walk.talk, by=by, side=SCHOOL),
        "decline": lambda walk, by: talks.decline(walk.talk, answer="Dank je.", by=by),
        "go on": lambda walk, by: talks.go_on_after_all(walk.talk, by=by),
        "withdraw": lambda walk, by: talks.withdraw(walk.talk, by=by),
        "undo": lambda walk, by: talks.undo_last_step(walk.talk, reason="A mistake.", by=by),
        "offer": lambda walk, by: walk.offer(by),
        "accept": lambda walk, by: placements.accept(walk.placement, by=by),
        "refuse": lambda walk, by: placements.refuse(walk.placement, by=by),
        "take back": lambda walk, by: placements.take_back(walk.placement, by=by),
        "start": lambda walk, by: placements.start(walk.placement, by=by),
        "cancel": lambda walk, by: placements.cancel(walk.placement, by=by, side=PERSON),
        "cancel at school": lambda walk, by: placements.cancel(walk.placement, by=by, side=SCHOOL),
        "end": lambda walk, by: placements.end(walk.placement, by=by, side=PERSON),
        "end at school": lambda walk, by: placements.end(walk.placement, by=by, side=SCHOOL),
    }
    legal = {
        "talk": (APPLICATION, "talk", SCHOOL),
        "try out": (APPLICATION, "try_out", PERSON),
        "decline": (APPLICATION, "decline", SCHOOL),
        "go on": (APPLICATION, "go_on_after_all", SCHOOL),
        "withdraw": (APPLICATION, "withdraw", PERSON),
        "say yes": (APPLICATION, "say_yes_again", PERSON),
        "offer": (APPLICATION, "offer", SCHOOL),
        "accept": (PLACEMENT, "accept", PERSON),
        "refuse": (PLACEMENT, "refuse", PERSON),
        "take back": (PLACEMENT, "take_back", SCHOOL),
        "start": (PLACEMENT, "start", SCHOOL),
        "cancel": (PLACEMENT, "cancel", PERSON),
        "end at school": (PLACEMENT, "end", SCHOOL),
    }

    def build(self) -> None:
        school = factories.InstitutionFactory()
        anna = factories.ProfessionalFactory(user__name="Anna de Wit")
        factories.RouteAnswersFactory(professional=anna)
        self.people = {
            "person": anna.user,
            "school": factories.MembershipFactory(institution=school).user,
            "stranger": factories.MembershipFactory().user,
            "moderator": factories.UserFactory(is_staff=True),
        }
        let_start(anna, school, self.people["school"])
        vacancy = factories.VacancyFactory(institution=school, positions=2)
        self.pk = talks.show_interest(vacancy, anna, by=anna.user).pk

    def rows(self) -> list[Application | Placement]:
        return [self.talk, *self.talk.placements.order_by("pk")]

    def row_of(self, process: Process) -> Application | Placement | None:
        return self.talk if process is APPLICATION else self.talk.placements.order_by("pk").last()

    @property
    def talk(self) -> Application:
        return Application.objects.get(pk=self.pk)

    @property
    def placement(self) -> Placement:
        found = self.talk.placements.order_by("pk").last()
        if found is None:
            raise IllegalTransitionError("", "offered")
        return found

    def say_yes(self, by: User) -> None:
        """The page says yes for whoever is signed in, never for somebody else."""
        if by == self.people["person"]:
            talks.show_interest(self.talk.vacancy, self.talk.professional, by=by)

    def offer(self, by: User) -> None:
        offer = an_offer(of_guest(weeks=1), starts_on=TODAY, ends_on=None, answer_by=TODAY)
        placements.offer(self.talk, offer=offer, by=by)

    @rule()
    def months_pass_without_an_answer(self) -> None:
        placements.lapse_by_clock(in_days(60))
        self.forget()

    @invariant()
    def talk_and_placement_agree(self) -> None:
        states = [row.status for row in self.talk.placements.order_by("-pk")]
        if self.talk.status == ApplicationStatus.OFFERED:
            assert states[0] in OFFERED
        elif self.talk.status == ApplicationStatus.PLACED:
            assert states[0] in TAKEN
        else:
            assert not OFFERED & set(states)

    @invariant()
    def every_step_is_told_once(self) -> None:
        told = Counter(
            (notice.facts["step"], notice.recipient_id)
            for notice in Notice.objects.all()
            if "step" in notice.facts
        )
        due: Counter[tuple[int, int]] = Counter()
        for step in self.talk.steps.all():
            readers = ["person", "school"] if step.is_undo else [HEARD.get(step.verb)]
            due.update((step.pk, self.people[one].pk) for one in readers if one)
        assert told == due

    @invariant()
    def every_offer_is_told_once(self) -> None:
        told = Notice.objects.filter(kind="offer_made").values_list("facts__placement", flat=True)
        assert sorted(told) == sorted(Placement.objects.values_list("pk", flat=True))


def let_start(anna: Professional, school: Institution, by: User) -> None:
    """All that the law asks of a guest teacher is there."""
    vog = factories.CredentialFactory(
        professional=anna, kind=CredentialKind.VOG, field="", issued_on=in_days(-60)
    )
    factories.CredentialCheckFactory(credential=vog, institution=school, shown_on=in_days(-10))
    BoardDecision.objects.create(
        institution=school,
        professional=anna,
        kind=Decision.SPECIFIC_KNOWLEDGE_JUDGED,
        decided_on=TODAY,
        recorded_by=by,
    )


@pytest.mark.django_db
def test_no_walk_through_talks_and_offers_goes_wrong():
    walk(Talk, examples=15)
