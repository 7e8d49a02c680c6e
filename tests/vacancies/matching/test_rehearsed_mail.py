"""The mail about a draft: real words, and nothing that leads anywhere or to anybody."""

import pytest
from django.core import mail as sent
from django.urls import reverse

from accounts.enums import Role
from accounts.models import Mail, Notice, Professional, User
from tests import factories
from vacancies.enums import DismissReason, VacancyStatus
from vacancies.matching import actions, rehearsed_mail
from vacancies.models import CandidateFacts, Match, VacancyFacts
from vacancies.posting.actions import create_draft

ANSWERS = {"en": "Hello,", "nl": "Dag,"}
WEEKS = {
    "en": "you are free on 2 of the 4 day-parts asked",
    "nl": "je bent vrij op 2 van de 4 gevraagde dagdelen",
}
FREE = "tuesday_afternoon thursday_evening"


@pytest.fixture
def draft(school_a):
    """A draft with nothing missing."""
    return factories.VacancyFactory(
        institution=school_a, status=VacancyStatus.DRAFT, published_at=None, pay_scale_max="LC"
    )


@pytest.fixture
def six(draft):
    """Six whom it fits, with names and addresses that must not be seen."""
    people = [
        factories.ProfessionalFactory(
            user__name=f"Geheim {number}",
            user__email=f"geheim{number}@example.org",
            phone="0612345678",
        )
        for number in range(6)
    ]
    for person in people:
        actions.refresh_professional(person)
    return people


def page(vacancy):
    return reverse("vacancy_mail", args=[vacancy.code])


def sheet(vacancy, language="en"):
    return reverse("vacancy_mail_sheet", args=[vacancy.code, language])


def counts():
    models = (User, Professional, CandidateFacts, VacancyFacts, Match, Mail, Notice)
    return [model.objects.count() for model in models]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_mail_is_whole_and_in_its_language(draft, six, language):
    found = rehearsed_mail.mail_of(draft, language)

    assert not found.is_made_up
    assert found.subject.startswith(draft.title)
    assert draft.institution.name in found.subject
    assert ANSWERS[language] in found.html
    assert draft.title in found.html
    assert WEEKS[language] in found.html


def test_nothing_in_it_says_who_it_is_or_leads_anywhere(draft, six):
    html = rehearsed_mail.mail_of(draft, "nl").html

    assert "Geheim" not in html
    assert "example.org" not in html
    assert "invalid" not in html
    assert "0612345678" not in html
    assert str(draft.get_absolute_url()) not in html
    assert "http" not in html.replace("http-equiv", "")
    assert set(href_of(html)) == {"#"}


def href_of(html):
    return [part.partition('"')[0] for part in html.split('href="')[1:]]


def test_nothing_is_stored_and_nothing_sent(draft, six):
    before = counts()

    rehearsed_mail.mail_of(draft, "nl")

    assert counts() == before
    assert sent.outbox == []


@pytest.mark.parametrize("fitting", [0, 4])
def test_too_few_get_a_made_up_reader(draft, fitting, as_bram):
    for number in range(fitting):
        person = factories.ProfessionalFactory(max_distance_km=7 + number, day_parts=FREE)
        actions.refresh_professional(person)
    before = counts()

    found = rehearsed_mail.mail_of(draft, "en")
    text = as_bram.get(page(draft)).content.decode()

    assert found.is_made_up
    assert "is made up from what you ask" in text
    assert counts() == before


def test_who_would_not_be_told_lends_nothing_to_the_mail(draft, six, school_b):
    refused = factories.VacancyFactory(institution=school_b, pay_scale_max="LC")
    for person in six[:2]:
        match = Match.objects.create(vacancy=refused, professional=person, score=50, rule_version=1)
        actions.dismiss(match, reason=DismissReason.PAY, by=person.user)

    assert rehearsed_mail.mail_of(draft, "nl").is_made_up


def test_a_made_up_reader_meets_every_demand(draft):
    factories.RequirementFactory(vacancy=draft, kind="level", value=4)
    factories.RequirementFactory(vacancy=draft, kind="experience", value=3)

    html = rehearsed_mail.mail_of(draft, "en").html

    assert "missing:" not in html
    assert "you are free on all 4 day-parts that are asked" in html


def test_a_vacancy_that_was_open_before_keeps_its_matches_as_they_are(draft, six):
    pair = Match.objects.create(
        vacancy=draft, professional=six[0], score=1, rule_version=1, is_current=False
    )

    rehearsed_mail.mail_of(draft, "nl")

    pair.refresh_from_db()
    assert (pair.score, pair.is_current) == (1, False)


def test_the_page_frames_a_sheet_that_can_do_nothing(as_bram, draft, six):
    text = as_bram.get(f"{page(draft)}?taal=en").content.decode()
    answer = as_bram.get(sheet(draft))

    assert f'<iframe class="mail-frame mt-5" sandbox src="{sheet(draft)}"' in text
    assert draft.title in text
    policy = answer.headers["Content-Security-Policy"]
    assert "sandbox" in policy
    assert "allow-" not in policy
    assert "script-src" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'self'" in policy
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "<script" not in answer.content.decode()


def test_a_draft_that_is_not_whole_says_what_to_do(as_bram, bram, school_a):
    empty = create_draft(school_a, by=bram, title="Gastdocent lassen")

    assert "As soon as nothing is missing" in as_bram.get(page(empty)).content.decode()
    assert as_bram.get(sheet(empty)).status_code == 404


def test_another_language_than_ours_is_not_found(as_bram, draft):
    assert as_bram.get(sheet(draft, "fr")).status_code == 404
    assert as_bram.get(f"{page(draft)}?taal=fr").status_code == 200


@pytest.mark.parametrize("address", [page, sheet])
def test_colleagues_read_it_and_nobody_else(
    address, draft, as_olga, as_carla, as_anna, client, sign_in, school_a
):
    viewer = sign_in(factories.MembershipFactory(institution=school_a, role=Role.VIEWER).user)

    assert as_olga.get(address(draft)).status_code == 200
    assert [one.get(address(draft)).status_code for one in (as_carla, as_anna, viewer)] == [404] * 3
    assert client.get(address(draft)).url.startswith(reverse("account_login"))
