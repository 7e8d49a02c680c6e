"""A page in a state that the walk through all pages does not reach."""

from playwright.sync_api import Page

from tests import factories
from tests.browser.conftest import sign_in
from vacancies.matching import actions as matching
from vacancies.models import Match


def test_an_invited_candidate_fits_a_narrow_phone(phone: Page, town: None) -> None:
    bram = factories.MembershipFactory(user__email="bram@deltion.example", user__language="nl").user
    sign_in(phone, bram.email)
    anna = factories.ProfessionalFactory()
    matching.refresh_professional(anna)
    vacancy = factories.VacancyFactory(institution=bram.memberships.get().institution)
    matching.refresh_vacancy(vacancy)
    matching.invite(Match.objects.get(), by=bram)

    phone.set_viewport_size({"width": 320, "height": 640})
    phone.goto(f"/school/vacatures/{vacancy.code}/vakmensen/{anna.public_id}/")

    assert phone.get_by_text("Uitgenodigd op").is_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") == 320
