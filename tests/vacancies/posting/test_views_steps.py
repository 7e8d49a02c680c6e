from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.vacancies.posting.pages import edit, text_of
from vacancies.enums import VacancyStatus
from vacancies.models import Vacancy
from vacancies.posting import actions


def test_check_lists_what_is_missing_with_links(as_bram, draft):
    text = text_of(as_bram.get(edit(draft, "controleren")))

    assert f"{edit(draft, 'werk')}#id_function_kind" in text
    assert "Choose a closing date." in text


def test_send_in(as_bram, whole):
    response = as_bram.post(edit(whole, "controleren"), follow=True)

    assert Vacancy.objects.get().status == VacancyStatus.SUBMITTED
    assert "Sent in." in text_of(response)


def test_send_in_of_half_a_vacancy_stays(as_bram, draft):
    response = as_bram.post(edit(draft, "controleren"))

    assert Vacancy.objects.get().status == VacancyStatus.DRAFT
    assert "It cannot be sent in yet." in text_of(response)


def test_send_in_with_blocked_words_asks_for_a_ground(as_bram, whole, bram, work, rules):
    Vacancy.objects.update(body="Je moedertaal is Nederlands.")
    url = edit(whole, "controleren")

    refused = as_bram.post(url, {"ground": "n.v.t."})
    assert "ground" in refused.context["form"].errors

    as_bram.post(url, {"ground": "Het vak is Nederlands voor schrijvers."})
    assert Vacancy.objects.get().wording_ground == "Het vak is Nederlands voor schrijvers."


@pytest.mark.parametrize(
    ("name", "data", "status"),
    [
        ("vacancy_pause", {}, VacancyStatus.PAUSED),
        ("vacancy_close", {"outcome": "filled_here"}, VacancyStatus.CLOSED),
    ],
)
def test_step_asks_and_then_does(as_bram, published, name, data, status):
    url = reverse(name, args=[published.code])

    assert as_bram.get(url).status_code == 200
    assert Vacancy.objects.get().status == VacancyStatus.PUBLISHED
    assert as_bram.post(url, data).url == reverse("vacancy_manage", args=[published.code])
    assert Vacancy.objects.get().status == status


def test_step_in_the_wrong_state_is_told(as_bram, draft):
    response = as_bram.post(reverse("vacancy_pause", args=[draft.code]), follow=True)

    assert "That is no longer possible. The state is now: Draft." in text_of(response)


@pytest.mark.parametrize("outcome", ["", "expired", "lost"])
def test_close_needs_an_outcome(as_bram, published, outcome):
    url = reverse("vacancy_close", args=[published.code])

    response = as_bram.post(url, {"outcome": outcome})

    assert "outcome" in response.context["form"].errors
    assert Vacancy.objects.get().is_open


def test_extend_says_what_is_wrong(as_bram, published):
    url = reverse("vacancy_extend", args=[published.code])

    response = as_bram.post(url, {"closes_on": "2999-01-01"})

    assert "at most 90 days" in response.context["form"].errors["closes_on"][0]


def test_extend_and_resume(as_bram, published, bram):
    later = published.closes_on + timedelta(days=5)
    actions.pause(published, by=bram)

    as_bram.post(reverse("vacancy_extend", args=[published.code]), {"closes_on": later.isoformat()})
    as_bram.post(reverse("vacancy_resume", args=[published.code]))

    fresh = Vacancy.objects.get()
    assert (fresh.closes_on, fresh.status) == (later, VacancyStatus.PUBLISHED)


def test_resume_after_closing_asks_to_extend(as_bram, published, bram):
    actions.pause(published, by=bram)
    Vacancy.objects.update(closes_on=timezone.localdate() - timedelta(days=1))

    response = as_bram.post(reverse("vacancy_resume", args=[published.code]))

    assert response.url == reverse("vacancy_extend", args=[published.code])


def test_copy_opens_the_new_draft(as_bram, published):
    response = as_bram.post(reverse("vacancy_copy", args=[published.code]))

    draft = Vacancy.objects.get(status=VacancyStatus.DRAFT)
    assert response.url == reverse("vacancy_manage", args=[draft.code])


def test_take_back(as_bram, sent):
    as_bram.post(reverse("vacancy_take_back", args=[sent.code]))

    assert Vacancy.objects.get().status == VacancyStatus.DRAFT


def test_discard_throws_a_draft_away(as_bram, whole):
    as_bram.post(reverse("vacancy_discard", args=[whole.code]))

    assert not Vacancy.objects.exists()


def test_discard_of_an_open_vacancy_is_refused(as_bram, published):
    as_bram.post(reverse("vacancy_discard", args=[published.code]))

    assert Vacancy.objects.get().is_open
