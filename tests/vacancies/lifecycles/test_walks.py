"""Random people take random steps, legal and not, on a talk and what is offered in it.

Whatever they try: no state that the tables do not know, no change that the history does not tell,
and everybody who has to hear of a step hears of it once.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from accounts.enums import CredentialKind
from accounts.models import Institution, Notice, Professional, User
from portal.kit.lifecycle import IllegalTransitionError
from tests import factories
from tests.vacancies.placement.conftest import TODAY, an_offer, in_days, of_guest
from vacancies.applications import actions as applications
from vacancies.applications import history
from vacancies.applications.errors import RefusedError as TalkRefusedError
from vacancies.assessment.errors import RefusedError as PlacementRefusedError
from vacancies.codes import Decision
from vacancies.enums import ApplicationStatus, PlacementStatus, StepSide
from vacancies.lifecycles import APPLICATION, PLACEMENT, Process, Side
from vacancies.models import Application, ApplicationStep, BoardDecision, Placement, PlacementStep
from vacancies.placement import actions as offering

REFUSALS = (
    IllegalTransitionError,
    PermissionDenied,
    PlacementRefusedError,
    TalkRefusedError,
)
HEARD = {  # verb of a talk: who hears of it, beside what the features above tell
    "say_yes": Side.SCHOOL,
    "say_yes_again": Side.SCHOOL,
    "talk": Side.PROFESSIONAL,
    "decline": Side.PROFESSIONAL,
    "go_on_after_all": Side.PROFESSIONAL,
}
STANDING = {
    ApplicationStatus.OFFERED: {PlacementStatus.OFFERED},
    ApplicationStatus.PLACED: {
        PlacementStatus.ACCEPTED,
        PlacementStatus.STARTED,
        PlacementStatus.ENDED,
    },
}


@dataclass
class Town:
    """Everybody who could try something, and the one talk it is about."""

    people: dict[str, User]
    application: Application

    @classmethod
    def build(cls) -> "Town":
        school = factories.InstitutionFactory()
        anna = factories.ProfessionalFactory(user__name="Anna de Wit")
        factories.RouteAnswersFactory(professional=anna)
        people = {
            "anna": anna.user,
            "bram": factories.MembershipFactory(institution=school).user,
            "carla": factories.MembershipFactory().user,
            "mo": factories.UserFactory(is_staff=True),
        }
        vacancy = factories.VacancyFactory(institution=school, positions=2)
        _may_start(anna, school, people["bram"])
        return cls(people, applications.show_interest(vacancy, anna, by=anna.user))

    @property
    def latest(self) -> Placement | None:
        return self.application.placements.order_by("-pk").first()

    @property
    def placement(self) -> Placement:
        if self.latest is None:
            raise IllegalTransitionError("", "offered")
        return self.latest

    def offer(self, by: User) -> None:
        offer = an_offer(of_guest(weeks=1), starts_on=TODAY, ends_on=None, answer_by=TODAY)
        offering.offer(self.application, offer=offer, by=by)


def _may_start(anna: Professional, school: Institution, bram: User) -> None:
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
        recorded_by=bram,
    )


Try = Callable[[Town, User], Any]
TRIES: dict[str, Try] = {
    "say yes": lambda town, by: applications.show_interest(
        town.application.vacancy, town.application.professional, by=by
    ),
    "talk": lambda town, by: applications.talk(town.application, by=by),
    "try out": lambda town, by: applications.try_out(
        town.application, by=by, side=Side.PROFESSIONAL
    ),
    "try out at school": lambda town, by: applications.try_out(
        town.application, by=by, side=Side.SCHOOL
    ),
    "decline": lambda town, by: applications.decline(town.application, answer="Dank je.", by=by),
    "go on": lambda town, by: applications.go_on_after_all(town.application, by=by),
    "withdraw": lambda town, by: applications.withdraw(town.application, by=by),
    "undo": lambda town, by: applications.undo_last_step(
        town.application, reason="A mistake.", by=by
    ),
    "offer": lambda town, by: town.offer(by),
    "accept": lambda town, by: offering.accept(town.placement, by=by),
    "refuse": lambda town, by: offering.refuse(town.placement, by=by),
    "take back": lambda town, by: offering.take_back(town.placement, by=by),
    "start": lambda town, by: offering.start(town.placement, by=by),
    "cancel": lambda town, by: offering.cancel(town.placement, by=by, side=Side.PROFESSIONAL),
    "cancel at school": lambda town, by: offering.cancel(town.placement, by=by, side=Side.SCHOOL),
    "end": lambda town, by: offering.end(town.placement, by=by, side=Side.PROFESSIONAL),
    "end at school": lambda town, by: offering.end(town.placement, by=by, side=Side.SCHOOL),
}

LEGAL = {
    "talk": (APPLICATION, "talk", Side.SCHOOL),
    "try out": (APPLICATION, "try_out", Side.PROFESSIONAL),
    "decline": (APPLICATION, "decline", Side.SCHOOL),
    "go on": (APPLICATION, "go_on_after_all", Side.SCHOOL),
    "withdraw": (APPLICATION, "withdraw", Side.PROFESSIONAL),
    "say yes": (APPLICATION, "say_yes_again", Side.PROFESSIONAL),
    "offer": (APPLICATION, "offer", Side.SCHOOL),
    "accept": (PLACEMENT, "accept", Side.PROFESSIONAL),
    "refuse": (PLACEMENT, "refuse", Side.PROFESSIONAL),
    "take back": (PLACEMENT, "take_back", Side.SCHOOL),
    "start": (PLACEMENT, "start", Side.SCHOOL),
    "cancel": (PLACEMENT, "cancel", Side.PROFESSIONAL),
    "end at school": (PLACEMENT, "end", Side.SCHOOL),
}
WHO = {Side.PROFESSIONAL: "anna", Side.SCHOOL: "bram"}


class Walk(RuleBasedStateMachine):
    """One talk, from the first yes on; everything in one transaction that is thrown away."""

    def __init__(self) -> None:
        super().__init__()
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.town = Town.build()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)

    @rule(data=st.data())
    def somebody_goes_on(self, data: st.DataObject) -> None:
        """A step that the tables allow, by who may take it."""
        ways = [
            (what, who)
            for what, (process, verb, side) in LEGAL.items()
            if (who := WHO.get(side)) and self._is_open(process, verb, side)
        ]
        if ways:
            self.somebody_tries(*data.draw(st.sampled_from(ways)))

    def _is_open(self, process: Process, verb: str, side: Side) -> bool:
        row = self.town.application if process is APPLICATION else self.town.latest
        return row is not None and verb in {one.verb for one in process.open_to(row.status, side)}

    @rule(what=st.sampled_from(sorted(TRIES)), who=st.sampled_from(["anna", "bram", "carla", "mo"]))
    def somebody_tries_anything(self, what: str, who: str) -> None:
        self.somebody_tries(what, who)

    def somebody_tries(self, what: str, who: str) -> None:
        if what == "say yes" and who != "anna":
            return  # the page says yes for whoever is signed in, never for somebody else
        before = self._picture()
        try:
            with transaction.atomic():
                TRIES[what](self.town, self.town.people[who])
        except REFUSALS:
            assert self._picture() == before
        else:
            after = self._picture()
            assert who != "carla" or after == before
            assert (after["states"] == before["states"]) or (after["steps"] > before["steps"])
        self.town.application.refresh_from_db()

    def _picture(self) -> dict[str, Any]:
        application = Application.objects.get(pk=self.town.application.pk)
        placements = application.placements.order_by("pk")
        return {
            "states": (application.status, *placements.values_list("status", flat=True)),
            "steps": ApplicationStep.objects.count() + PlacementStep.objects.count(),
            "notices": Notice.objects.count(),
        }

    @invariant()
    def history_leads_to_the_state(self) -> None:
        for row in [self.town.application, *self.town.application.placements.all()]:
            assert history.replayed(row.steps.all()) == row.status

    @invariant()
    def talk_and_placement_agree(self) -> None:
        rows = list(self.town.application.placements.order_by("-pk"))
        wanted = STANDING.get(ApplicationStatus(self.town.application.status))
        if wanted:
            assert rows[0].status in wanted
        else:
            assert not any(row.status in STANDING[ApplicationStatus.OFFERED] for row in rows)

    @invariant()
    def everybody_acted_for_their_own_side(self) -> None:
        people = self.town.people
        allowed = {
            StepSide.PROFESSIONAL: {people["anna"].pk},
            StepSide.SCHOOL: {people["bram"].pk},
            StepSide.MODERATOR: {people["mo"].pk},
        }
        for model in (ApplicationStep, PlacementStep):
            for step in model.objects.exclude(side=StepSide.CLOCK):
                assert step.by_id in allowed[StepSide(step.side)], step

    @invariant()
    def every_step_is_told_once(self) -> None:
        people = self.town.people
        told = Counter(
            (notice.facts["step"], notice.recipient_id)
            for notice in Notice.objects.all()
            if "step" in notice.facts
        )
        due: Counter[tuple[int, int]] = Counter()
        for step in self.town.application.steps.all():
            if step.is_undo:
                due[step.pk, people["anna"].pk] += 1
                due[step.pk, people["bram"].pk] += 1
            elif step.verb in HEARD:
                reader = "bram" if HEARD[step.verb] is Side.SCHOOL else "anna"
                due[step.pk, people[reader].pk] += 1
        assert told == due

    @invariant()
    def every_offer_is_told_once(self) -> None:
        told = Notice.objects.filter(kind="offer_made").values_list("facts__placement", flat=True)
        assert sorted(told) == sorted(Placement.objects.values_list("pk", flat=True))


@pytest.mark.django_db
def test_no_walk_ends_where_the_tables_do_not_lead():
    assert timezone.localdate() == TODAY
    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=40,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
