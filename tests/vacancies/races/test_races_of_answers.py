"""Two answers to one match from a mail, or an answer while it is matched anew: nothing is half."""

from functools import partial

import pytest

from tests import factories
from tests.vacancies.races.casting import RACE
from tests.vacancies.races.racing import races
from vacancies.enums import DismissReason, MatchState
from vacancies.matching import actions
from vacancies.models import Match, Muting

pytestmark = RACE


def two_matches():
    """Of one person, both told of and not mailed yet: a no to the first silences the second."""
    anna = factories.ProfessionalFactory()
    actions.refresh_professional(anna)
    vacancies = [factories.VacancyFactory(pay_scale_max="LB") for _one in range(2)]
    for vacancy in vacancies:
        actions.refresh_vacancy(vacancy)
    return Match.objects.filter(professional=anna, vacancy__in=vacancies).order_by("pk")


@pytest.mark.parametrize("other", ["no", "yes", "match"])
def test_an_answer_while_something_else_happens(other):
    matches = []

    def build():
        matches[:] = first, second = list(two_matches())
        person = first.professional.user
        others = {
            "no": partial(actions.dismiss, first, reason=DismissReason.NOT_NOW, by=person),
            "yes": partial(actions.mark_relevant, first, by=person),
            "match": partial(actions.refresh_vacancy, second.vacancy),
        }
        no = partial(actions.dismiss, first, reason=DismissReason.PAY, by=person)
        return {"no for the pay": no, other: others[other]}

    for outcome in races(build, writes=True):
        assert outcome.late == {}
        first = Match.objects.get(pk=matches[0].pk)
        rules = list(Muting.objects.filter(match=first).values_list("reason", flat=True))
        aside = first.state == MatchState.DISMISSED
        assert rules == ([first.dismiss_reason] if aside else [])
        assert aside or other == "yes"
