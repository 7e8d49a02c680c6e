"""Whether a match is relevant, from a mail: one tap with scripts, one more without."""

from playwright.sync_api import Page, expect

from tests import factories
from vacancies.enums import MatchState
from vacancies.matching import actions as matching
from vacancies.matching.tokens import Answer, answer_path
from vacancies.models import Match


def told() -> Match:
    anna = factories.ProfessionalFactory(user__language="nl")
    matching.refresh_professional(anna)
    matching.refresh_vacancy(factories.VacancyFactory(pay_scale_max="LB"))
    return Match.objects.get(professional=anna)


def test_yes_and_no_from_a_mail(phone: Page, town: None, request) -> None:
    match = told()

    phone.goto(answer_path(match.pk, Answer.YES))
    if "without" in request.node.callspec.id:
        phone.get_by_role("button", name="Ja, dit past").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Dank je, goed om te weten")
    match.refresh_from_db()
    assert match.state == MatchState.SEEN

    phone.get_by_role("link", name="Bij nader inzien niet voor mij").click()
    phone.get_by_role("button", name="Het betaalt te weinig").click()
    expect(phone.locator("main")).to_contain_text("schaal LB of minder")

    phone.get_by_role("button", name="Maak dit ongedaan").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Terug bij je matches")
