"""An account goes while offers and placements stand."""

from accounts.models import Notice
from accounts.privacy.actions import delete_account
from portal.kit import dayparts
from tests.vacancies.placement.conftest import PART, an_offer
from vacancies.enums import VacancyStatus
from vacancies.models import Placement, VacancyFacts
from vacancies.placement import actions, left_notices


def told(bram):
    """What the notice about somebody who left says."""
    [notice] = Notice.objects.filter(kind="professional_left", recipient=bram)
    [item] = left_notices.ProfessionalLeft().words([notice])
    return item


def test_a_shared_vacancy_is_open_again(application, vacancy, anna, bram):
    vacancy.may_be_shared = True
    vacancy.day_parts_mask = PART | dayparts.parse("monday_evening")
    vacancy.day_parts_needed = 3
    vacancy.save()
    actions.accept(actions.offer(application, offer=an_offer(), by=bram), by=anna.user)
    left = VacancyFacts.objects.get(pk=vacancy.pk).day_parts_mask
    assert left == dayparts.parse("monday_evening")

    delete_account(anna.user, by=anna.user)

    vacancy.refresh_from_db()
    assert vacancy.status == VacancyStatus.PUBLISHED
    assert VacancyFacts.objects.get(pk=vacancy.pk).day_parts_mask == vacancy.day_parts_mask
    assert not Placement.objects.exists()


def test_the_school_hears_it_without_a_name(accepted, anna, bram, vacancy):
    delete_account(anna.user, by=anna.user)

    item = told(bram)
    assert vacancy.title in item.title
    assert "going to work with you" in item.lines[0]
    assert "Anna" not in f"{item.title} {item.lines}"


def test_an_offer_is_off(offered, anna, bram, as_bram):
    delete_account(anna.user, by=anna.user)

    assert "Your offer is off" in told(bram).lines[0]
    assert "Your offer is off" in as_bram.get("/mijn/berichten/").content.decode()


def test_work_that_runs_ends(started, anna, bram):
    delete_account(anna.user, by=anna.user)

    assert told(bram)
    assert not Placement.objects.exists()


def test_a_yes_that_nobody_read_goes_without_a_word(application, anna, bram):
    delete_account(anna.user, by=anna.user)

    assert not Notice.objects.filter(kind="professional_left").exists()
