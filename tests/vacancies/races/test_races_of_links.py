"""Two answers by one link, or an answer while the question changes: one counts."""

from decimal import Decimal
from functools import partial

import pytest

from tests.vacancies.employers.conftest import NONE, OTHER, a_change, an_ask
from tests.vacancies.placement.conftest import in_days
from tests.vacancies.races.casting import (
    PERSON,
    RACE,
    SCHOOL,
    a_talk,
    an_asked_employer,
    nothing_is_half,
    one_wins,
)
from tests.vacancies.races.racing import races
from vacancies.employers import actions as employers
from vacancies.employers.errors import Closed
from vacancies.employers.facts import facts_of
from vacancies.employers.parts import digest
from vacancies.models import Opinion, Placement
from vacancies.placement import actions as placements
from vacancies.selection import actions as selection

pytestmark = RACE


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
