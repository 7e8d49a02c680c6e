"""What both readers hear about the route: possible or not, and that the school decides."""

from django.utils import timezone

from tests import factories
from vacancies.codes import Route, mask_of
from vacancies.matching import queries


def reason(vacancy, person):
    found = queries.explain(vacancy, person).reasons
    return next(one for one in found if one.key == "route")


def accepting(vacancy, *routes):
    vacancy.routes_mask = mask_of(routes)
    vacancy.save()
    return vacancy


def test_a_route_that_still_has_to_be_arranged_is_met_for_half(vacancy, anna):
    found = reason(vacancy, anna)

    assert (found.state, found.won, found.of) == ("partly", 3, 6)
    assert found.text == (
        "route: guest teacher from practice is possible once some things are arranged."
        " The school decides."
    )
    assert found.fact == "Also possible: teacher with a temporary exemption."


def test_a_route_that_is_open_today_is_met(vacancy, anna):
    for kind in ("vog", "teacher_diploma"):
        factories.CredentialFactory(professional=anna, kind=kind, issued_on=timezone.localdate())
    factories.RouteAnswersFactory(professional=anna)

    found = reason(accepting(vacancy, Route.QUALIFIED_TEACHER), anna)

    assert (found.state, found.won) == ("met", 6)
    assert found.text == (
        "route: teacher with a teacher diploma is possible now. The school decides."
    )


def test_papers_that_are_not_told_lead_to_the_papers(vacancy, anna):
    found = reason(accepting(vacancy, Route.QUALIFIED_TEACHER), anna)

    assert (found.state, found.url) == ("unknown", "/mijn/bewijsstukken/")
    assert "The school works with: teacher with a teacher diploma." in found.text


def test_told_papers_that_open_nothing_are_missing(vacancy, anna):
    factories.RouteAnswersFactory(professional=anna)

    found = reason(accepting(vacancy, Route.QUALIFIED_TEACHER), anna)

    assert (found.state, found.url) == ("missing", "")
    assert found.hr_text == (
        "none of your routes is open to this person now: teacher with a teacher diploma."
    )


def test_a_vacancy_without_routes_says_so(vacancy, anna):
    found = reason(accepting(vacancy), anna)

    assert found.text == "the vacancy does not say yet which routes are possible."
