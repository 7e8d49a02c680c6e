"""What somebody said no to, and what comes next: end to end, by the rows that are there."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.enums import NoticeState
from accounts.models import Availability, Notice
from tests import factories
from vacancies.enums import DismissReason, MatchState
from vacancies.matching import actions, silence
from vacancies.models import Match, Muting

NEXT_YEAR = timedelta(days=365)


@pytest.fixture
def vacancy(school_a):
    return factories.VacancyFactory(institution=school_a, pay_scale_max="LB")


@pytest.fixture
def refused(match, anna):
    """Makes anna say no for a reason."""

    def make(reason):
        return actions.dismiss(match, reason=DismissReason(reason), by=anna.user)

    return make


def opened(**values):
    vacancy = factories.VacancyFactory(title="Volgende", **{"pay_scale_max": "LB"} | values)
    actions.refresh_vacancy(vacancy)
    return Match.objects.get(vacancy=vacancy)


def heard_of(match):
    match.refresh_from_db()
    notices = Notice.objects.filter(kind="new_matches", target=f"match:{match.pk}")
    assert notices.exists() == (match.state == MatchState.NOTIFIED)
    return notices.exists()


@pytest.mark.parametrize(
    ("reason", "same", "other"),
    [
        ("pay", {}, {"pay_scale_max": "LC"}),
        ("wrong_time", {}, None),
        ("wrong_trade", {}, None),
        ("too_far", {}, None),
        ("not_now", {"pay_scale_max": "LE"}, None),
    ],
)
def test_a_no_silences_what_shares_its_reason_and_nothing_else(refused, reason, same, other):
    rule = refused(reason)

    silent = opened(**same)

    assert not heard_of(silent)
    assert silent.state == MatchState.NEW
    assert silence.silencer_of(silent) == rule
    assert silence.silenced(Match.objects.filter(pk=silent.pk)) == {silent.pk: rule.pk}
    if other:
        assert heard_of(opened(**other))


def test_other_day_parts_are_told(refused, anna, match):
    Availability.objects.filter(professional=anna).update(day_parts_mask=(1 << 18) - 1)
    refused("wrong_time")
    taken = Muting.objects.get().day_parts_mask
    anna.refresh_from_db()
    actions.refresh_professional(anna)

    vacancy = factories.VacancyFactory(day_parts_mask=taken | 1 << 17, day_parts_needed=1)
    actions.refresh_vacancy(vacancy)

    assert heard_of(Match.objects.get(vacancy=vacancy))


def test_of_the_same_trade_is_told_what_asks_another_skill(refused, anna, vacancy):
    skill = factories.CompetenceFactory()
    anna.competences.add(skill)
    refused("wrong_trade")

    quiet, vacancy = opened(), factories.VacancyFactory(title="Anders")
    factories.RequirementFactory(vacancy=vacancy, kind="competence", competence=skill, value=None)
    actions.refresh_vacancy(vacancy)

    assert not heard_of(quiet)
    assert heard_of(Match.objects.get(vacancy=vacancy))


def test_others_hear_as_ever_and_the_school_of_everybody(refused, bram, school_a):
    other = factories.ProfessionalFactory()
    actions.refresh_professional(other)
    refused("pay")

    vacancy = factories.VacancyFactory(institution=school_a, pay_scale_max="LB")
    actions.refresh_vacancy(vacancy)

    told = Notice.objects.filter(kind="new_matches", recipient=other.user)
    assert told.count() == 2
    school = Notice.objects.filter(kind="new_candidates", facts__vacancy=vacancy.pk)
    assert [one.recipient for one in school] == [bram]


def test_what_was_silent_stays_in_the_list_and_is_told_after_an_undo(refused, anna):
    rule = refused("pay")
    silent = opened()
    actions.refresh_vacancy(silent.vacancy)
    assert not heard_of(silent)

    actions.unmute(rule, by=anna.user)

    assert heard_of(silent)
    assert Match.objects.get(muting=None, state="dismissed")


def test_bringing_back_forgets_the_rule(refused, match, anna):
    refused("pay")
    silent = opened()

    actions.undismiss(match, by=anna.user)

    assert heard_of(silent)
    assert not Muting.objects.exists()


def test_after_three_months_the_nightly_check_tells_what_waited(refused, time_machine):
    refused("not_now")
    silent = opened()

    time_machine.move_to(timezone.now() + timedelta(days=95))
    actions.check_projections()

    assert heard_of(silent)


def test_what_waits_for_a_mail_goes_in_none_after_a_no(match, anna):
    waiting, read = opened(), opened()
    Notice.objects.filter(target=f"match:{read.pk}").update(read_at=timezone.now())

    actions.dismiss(match, reason=DismissReason.PAY, by=anna.user)

    assert not heard_of(waiting)
    kept = Notice.objects.get(kind="new_matches", target=f"match:{read.pk}")
    assert kept.state == NoticeState.NOT_WANTED


def test_what_the_vacancy_does_not_tell_teaches_nothing(match, anna):
    match.vacancy.pay_scale_max = ""
    match.vacancy.save()

    assert actions.dismiss(match, reason=DismissReason.PAY, by=anna.user) is None
    assert not Muting.objects.exists()


def test_nobody_with_rules_costs_one_query(match, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert silence.silenced(Match.objects.all()) == {}


def test_a_draft_knows_whom_it_would_not_reach(refused, anna):
    rule = refused("pay")
    draft = factories.VacancyFactory(pay_scale_max="LB")

    assert silence.not_told_of(draft, [anna.pk]) == {anna.pk: rule.pk}
    draft.pay_scale_max = "LC"
    assert silence.not_told_of(draft, [anna.pk]) == {}
    assert silence.not_told_of(draft, []) == {}


@pytest.mark.parametrize(
    "wrong",
    [
        {"reason": "too_far"},
        {"reason": "pay", "pay_scale": "XX"},
        {"reason": "wrong_time", "day_parts_mask": 0},
        {"reason": "not_now", "until": None},
        {"reason": "too_far", "distance_m": 1, "pay_scale": "LB"},
        {"reason": "made_up", "distance_m": 1},
    ],
)
def test_the_database_holds_the_value_of_the_reason_and_no_other(match, anna, wrong):
    with transaction.atomic(), pytest.raises(IntegrityError):
        Muting.objects.create(professional=anna, match=match, **wrong)
