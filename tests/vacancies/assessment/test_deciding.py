"""What a school records: once, never changed, only of who said yes, only by who may."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from accounts.credentials import actions as papers
from accounts.enums import CredentialKind
from accounts.models import AuditEvent, RouteAnswers
from tests import factories
from vacancies.applications import actions as applications
from vacancies.assessment import actions, queries
from vacancies.assessment.errors import RefusedError
from vacancies.codes import Decision, Need, Route
from vacancies.models import BoardDecision
from vacancies.routes.verdict import Status

TODAY = timezone.localdate()
TRAINED = Route.SUITABILITY_IN_TRAINING


def decide(anna, school, by, **facts):
    values = {
        "kind": Decision.SPECIFIC_KNOWLEDGE_JUDGED,
        "is_yes": True,
        "decided_on": TODAY,
    }
    return actions.record_decision(anna, institution=school, by=by, **(values | facts))


def sign(anna, school, by, **values):
    judged = values.pop("judged", list(Decision))
    return actions.record_statement(
        anna,
        institution=school,
        route=values.pop("route", TRAINED),
        decided_on=values.pop("decided_on", TODAY),
        judged=judged,
        by=by,
        **values,
    )


def test_a_judgement_is_kept_with_who_and_when(application, anna, school_a, bram):
    row = decide(anna, school_a, bram, note="  Talked with  Wim. ")

    assert (row.is_yes, row.decided_on, row.note) == (True, TODAY, "Talked with Wim.")
    assert row.recorded_by == bram
    event = AuditEvent.objects.get(verb="suitability.recorded")
    assert event.detail == {
        "institution": school_a.pk,
        "kind": "specific_knowledge_judged",
        "yes": True,
        "route": "",
    }


def test_a_no_closes_until_judged_anew(application, vacancy, anna, school_a, bram):
    subject = queries.subject_of(vacancy, anna)

    def guest():
        found = queries.verdicts_of(subject)
        return next(one for one in found if one.route is Route.GUEST_TEACHER_SIX_HOURS)

    assert Need.SPECIFIC_KNOWLEDGE_JUDGED in guest().board_judges

    decide(anna, school_a, bram, is_yes=False, note="Too little time in the trade.")
    assert guest().status is Status.CLOSED

    decide(anna, school_a, bram)
    assert Need.SPECIFIC_KNOWLEDGE_JUDGED not in guest().codes
    assert BoardDecision.objects.count() == 2


def test_a_no_needs_a_ground(application, anna, school_a, bram):
    with pytest.raises(RefusedError) as refusal:
        decide(anna, school_a, bram, is_yes=False)

    assert refusal.value.field == "note"
    assert not BoardDecision.objects.exists()


@pytest.mark.parametrize("kind", [Decision.EXTENSION_REASON, Decision.NAMED_TEACHER])
def test_what_the_law_asks_in_writing_is_written(application, anna, school_a, bram, kind):
    route = str(TRAINED) if kind == Decision.EXTENSION_REASON else ""

    with pytest.raises(RefusedError, match="in writing"):
        decide(anna, school_a, bram, kind=kind, route=route)


@pytest.mark.parametrize(
    ("decided_on", "words"),
    [
        (TODAY + timedelta(days=1), "still to come"),
        (date(TODAY.year - 61, 1, 1), "too long ago"),
        (None, "Fill in the day"),
    ],
)
def test_a_day_that_cannot_be_right(application, anna, school_a, bram, decided_on, words):
    with pytest.raises(RefusedError, match=words) as refusal:
        decide(anna, school_a, bram, decided_on=decided_on)

    assert refusal.value.field == "decided_on"


def test_a_stranger_and_a_viewer_record_nothing(application, anna, school_a, carla, viewer, mo):
    for user in (carla, viewer, mo, anna.user):
        with pytest.raises(PermissionDenied):
            decide(anna, school_a, user)
        with pytest.raises(PermissionDenied):
            sign(anna, school_a, user)


def test_nobody_is_judged_before_the_yes_or_after_it_was_taken_back(
    application, vacancy, anna, school_a, bram, olga
):
    dirk = factories.ProfessionalFactory()
    applications.withdraw(application, by=anna.user)

    for person in (dirk, anna):
        with pytest.raises(PermissionDenied):
            decide(person, school_a, olga)


def test_no_other_school_judges_for_us(application, anna, school_b, bram, carla):
    for user in (bram, carla):
        with pytest.raises(PermissionDenied):
            decide(anna, school_b, user)


EXEMPTION = {
    "kind": Decision.EXEMPTION_DECISION,
    "route": str(Route.TEMPORARY_EXEMPTION_TEACHER),
    "starts_on": date(2027, 1, 4),
    "ends_on": date(2029, 1, 3),
}


def test_an_exemption_of_two_years_is_kept(application, anna, school_a, bram):
    row = decide(anna, school_a, bram, **EXEMPTION)

    assert (row.starts_on, row.ends_on) == (date(2027, 1, 4), date(2029, 1, 3))


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"ends_on": date(2029, 1, 4)}, "ends_on"),
        ({"ends_on": date(2027, 1, 3)}, "ends_on"),
        ({"starts_on": None}, "starts_on"),
        ({"ends_on": None}, "ends_on"),
        ({"route": ""}, "route"),
        ({"route": str(TRAINED)}, "route"),
        ({"kind": "nonsense"}, "kind"),
    ],
)
def test_an_exemption_that_cannot_be(application, anna, school_a, bram, changed, field):
    with pytest.raises(RefusedError) as refusal:
        decide(anna, school_a, bram, **(EXEMPTION | changed))

    assert refusal.value.field == field


def test_an_earlier_period_is_over(application, anna, school_a, bram):
    facts = {
        "kind": Decision.WORKED,
        "route": str(Route.GUEST_TEACHER_SIX_HOURS),
        "starts_on": TODAY - timedelta(days=400),
    }

    with pytest.raises(RefusedError, match="time that is over"):
        decide(anna, school_a, bram, **facts, ends_on=TODAY + timedelta(days=1))
    assert decide(anna, school_a, bram, **facts, ends_on=TODAY).ends_on == TODAY


def test_an_earlier_period_taken_back_counts_no_more(application, vacancy, anna, school_a, bram):
    period = {
        "kind": Decision.WORKED,
        "route": str(TRAINED),
        "starts_on": TODAY - timedelta(days=900),
        "ends_on": TODAY - timedelta(days=500),
    }
    decide(anna, school_a, bram, **period)
    case = queries.case_of(queries.subject_of(vacancy, anna), TODAY)
    assert len(case.board.periods) == 1

    decide(anna, school_a, bram, **period, is_yes=False, note="It was somebody else.")
    case = queries.case_of(queries.subject_of(vacancy, anna), TODAY)
    assert case.board.periods == ()


def test_the_statement_brings_the_judgements_it_rests_on(application, anna, school_a, bram):
    row = sign(anna, school_a, bram, note="Trial lesson on Monday.")

    assert (row.kind, row.route) == (Decision.STATEMENT_BY, TRAINED)
    assert set(BoardDecision.objects.values_list("kind", flat=True)) == {
        "level_judged",
        "relevance_judged",
        "subject_judged",
        "teach_judged",
        "reach_judged",
        "statement_by",
    }
    assert set(BoardDecision.objects.values_list("is_yes", "decided_on")) == {(True, TODAY)}


def test_what_was_judged_before_is_not_asked_again(application, anna, school_a, bram):
    decide(anna, school_a, bram, kind=Decision.TEACH_JUDGED, decided_on=TODAY - timedelta(days=9))

    sign(anna, school_a, bram, judged=set(Decision) - {Decision.TEACH_JUDGED})

    assert BoardDecision.objects.filter(kind=Decision.TEACH_JUDGED).count() == 1


def test_a_no_of_before_is_asked_again(application, anna, school_a, bram):
    decide(anna, school_a, bram, kind=Decision.LEVEL_JUDGED, is_yes=False, note="Not yet.")

    with pytest.raises(RefusedError) as refusal:
        sign(anna, school_a, bram, judged=set(Decision) - {Decision.LEVEL_JUDGED})

    assert refusal.value.field == "level_judged"


def test_all_or_nothing(application, anna, school_a, bram):
    with pytest.raises(RefusedError):
        sign(anna, school_a, bram, judged=[Decision.RELEVANCE_JUDGED])

    assert not BoardDecision.objects.exists()


def test_with_a_diploma_of_hbo_the_level_is_not_judged(application, anna, school_a, bram):
    factories.CredentialFactory(professional=anna, kind=CredentialKind.HIGHER_DIPLOMA)

    sign(anna, school_a, bram, judged=set(Decision) - {Decision.LEVEL_JUDGED})

    assert not BoardDecision.objects.filter(kind=Decision.LEVEL_JUDGED).exists()


def test_with_a_pdg_less_is_judged(application, anna, school_a, bram):
    factories.CredentialFactory(professional=anna, kind=CredentialKind.PDG)
    factories.CredentialFactory(professional=anna, kind=CredentialKind.HIGHER_DIPLOMA)

    sign(
        anna,
        school_a,
        bram,
        route=Route.SUITABILITY_WITH_PDG,
        judged=[Decision.RELEVANCE_JUDGED, Decision.SUBJECT_JUDGED],
    )

    assert BoardDecision.objects.count() == 3


@pytest.mark.parametrize(
    ("kind", "route"),
    [
        (CredentialKind.TEACHER_DIPLOMA, TRAINED),
        (CredentialKind.HIGHER_DIPLOMA, Route.SUITABILITY_WITH_PDG),
    ],
)
def test_a_statement_without_room_in_the_law(application, anna, school_a, bram, kind, route):
    factories.CredentialFactory(professional=anna, kind=kind)

    with pytest.raises(RefusedError, match="no room"):
        sign(anna, school_a, bram, route=route)


def with_an_associate_degree(anna):
    anna.level, anna.years_experience = 5, None
    anna.save()
    factories.CredentialFactory(professional=anna, kind=CredentialKind.ASSOCIATE_DEGREE)


def test_a_statement_says_whether_an_associate_degree_counts(application, anna, school_a, bram):
    with_an_associate_degree(anna)

    sign(anna, school_a, bram)

    assert BoardDecision.objects.filter(kind=Decision.LEVEL_BASIS, is_yes=True).exists()


def test_a_level_nobody_told_needs_a_ground(application, anna, school_a, bram):
    anna.level, anna.years_experience = None, None
    anna.save()
    RouteAnswers.objects.filter(professional=anna).update(papers_told_on=None)

    with pytest.raises(RefusedError, match="which diploma"):
        sign(anna, school_a, bram)


def test_an_associate_degree_nobody_judged_is_no_basis(application, anna, school_a, bram):
    with_an_associate_degree(anna)

    with pytest.raises(RefusedError):
        sign(anna, school_a, bram, judged=set(Decision) - {Decision.LEVEL_BASIS})


def test_a_statement_goes_with_its_judgements(application, anna, school_a, bram):
    with pytest.raises(RefusedError, match="judgements"):
        decide(anna, school_a, bram, kind=Decision.STATEMENT_BY)

    sign(anna, school_a, bram)
    decide(anna, school_a, bram, kind=Decision.STATEMENT_BY, is_yes=False, note="Taken back.")


def test_a_statement_for_another_route_is_refused(application, anna, school_a, bram):
    with pytest.raises(RefusedError):
        sign(anna, school_a, bram, route=Route.QUALIFIED_TEACHER)


def test_all_seven_and_the_vog_open_the_training(application, vacancy, vog, anna, school_a, bram):
    papers.mark_seen(vog, institution=school_a, shown_on=TODAY, by=bram)
    sign(anna, school_a, bram)
    for kind in (Decision.TRAINING_PLAN, Decision.TRAINING_AGREED):
        decide(anna, school_a, bram, kind=kind)

    found = queries.verdicts_of(queries.subject_of(vacancy, anna))
    training = next(one for one in found if one.route is TRAINED)
    assert training.status is Status.OPEN
