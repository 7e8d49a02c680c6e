"""Two people act at once on a talk, an offer or a first day: one wins, the other gets a clear answer."""

from functools import partial

import pytest

from accounts.models import Notice
from tests import factories
from tests.vacancies.employers.conftest import a_change
from tests.vacancies.lifecycles.test_walks import let_start
from tests.vacancies.placement.conftest import TODAY, an_offer, in_days, of_guest
from tests.vacancies.races.casting import (
    PERSON,
    RACE,
    SCHOOL,
    THURSDAY,
    TUESDAY,
    a_talk,
    a_yes,
    an_offered_talk,
    nothing_is_half,
    one_wins,
)
from tests.vacancies.races.racing import races
from vacancies.applications import actions as talks
from vacancies.employers import actions as employers
from vacancies.models import Application, Placement, Vacancy
from vacancies.placement import actions as placements

pytestmark = RACE


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
