import pytest
from django.test import Client
from django.urls import reverse

from accounts.audit.queries import timeline
from accounts.enums import InstitutionStatus
from accounts.models import Institution, Membership, Notice, User
from accounts.organisations import actions as organisations
from tests import factories
from tests.desk import faults
from vacancies.enums import VacancyStatus

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked() -> Institution:
    """A school that somebody with a free address asked for."""
    asker = factories.UserFactory(name="Ilse Vos", email="ilse@gmail.com")
    membership = organisations.request_institution(
        name="Bouwmensen Twente",
        kind="company_trade_school",
        holiday_region="north",
        website="https://www.bouwmensen.example",
        by=asker,
    )
    return membership.institution


def url(school: Institution, page: str = "change") -> str:
    return reverse(f"admin:accounts_institution_{page}", args=[school.pk])


def page(desk: Client, school: Institution) -> str:
    response = desk.get(url(school))
    assert faults(response) == []
    return response.content.decode()


def test_a_free_address_speaks_against_a_school(desk: Client, asked: Institution) -> None:
    text = page(desk, asked)

    assert "A mail service for everyone: it says nothing about the school." in text
    assert "No BRIN told." in text
    assert "Mail domains: none yet" in text


def test_an_address_at_the_website_speaks_for_a_school(desk: Client, asked: Institution) -> None:
    User.objects.filter(pk=asked.requested_by_id).update(email="ilse@bouwmensen.example")

    assert "The address is at the domain of the website." in page(desk, asked)


def test_a_brin_of_another_school_is_told(
    desk: Client, asked: Institution, school_a: Institution
) -> None:
    Institution.objects.filter(pk=school_a.pk).update(other_brins="25PJ")
    Institution.objects.filter(pk=asked.pk).update(brin="25PJ")

    assert "has this BRIN already." in page(desk, asked)


def test_verifying_tells_the_colleagues(desk: Client, asked: Institution, mo: User) -> None:
    response = desk.post(url(asked, "verify"))

    asked.refresh_from_db()
    assert response.headers["Location"] == url(asked)
    assert asked.status == InstitutionStatus.VERIFIED
    assert Notice.objects.get(kind="school_verified").recipient == asked.requested_by
    assert timeline(asked)[0].actor == mo


def test_suspending_needs_a_reason(desk: Client, school_a: Institution) -> None:
    response = desk.post(url(school_a, "suspend"), {"reason": ""})

    school_a.refresh_from_db()
    assert "Write the reason in a sentence." in response.content.decode()
    assert school_a.status == InstitutionStatus.VERIFIED


def test_suspending_pauses_open_vacancies_and_verifying_clears_the_reason(
    desk: Client, school_a: Institution
) -> None:
    vacancy = factories.VacancyFactory(institution=school_a)

    desk.post(url(school_a, "suspend"), {"reason": "Geen antwoord op vragen."})

    vacancy.refresh_from_db()
    assert vacancy.status == VacancyStatus.PAUSED
    assert "Suspended: Geen antwoord op vragen." in page(desk, school_a)

    desk.post(url(school_a, "verify"))

    school_a.refresh_from_db()
    assert (school_a.status, school_a.status_reason) == (InstitutionStatus.VERIFIED, "")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "Write a mail domain like deltion.nl."),
        ("wim@deltion.nl", "without a name before it"),
        ("deltion", "without a name before it"),
        ("gmail.com", "This is a mail service for everyone"),
    ],
)
def test_a_wrong_mail_domain_is_refused(
    desk: Client, school_a: Institution, typed: str, told: str
) -> None:
    response = desk.post(url(school_a, "add_domain"), {"domain": typed}, follow=True)

    assert told in response.content.decode()
    assert not school_a.mail_domains.exists()


def test_a_mail_domain_is_added_and_removed(desk: Client, school_a: Institution) -> None:
    desk.post(url(school_a, "add_domain"), {"domain": "@Deltion.NL"})

    [domain] = school_a.mail_domains.all()
    assert domain.domain == "deltion.nl"

    desk.post(url(school_a, "remove_domain"), {"domain": domain.pk})
    desk.post(url(school_a, "remove_domain"), {"domain": domain.pk})

    assert not school_a.mail_domains.exists()


def facts(school: Institution, **changed: object) -> dict[str, object]:
    return {
        "version": school.version,
        "name": school.name,
        "kind": school.kind,
        "holiday_region": school.holiday_region,
        **changed,
    }


def test_the_facts_of_a_school_can_be_corrected(desk: Client, school_a: Institution) -> None:
    desk.post(url(school_a, "edit"), facts(school_a, brin="25PJ"))

    school_a.refresh_from_db()
    assert (school_a.brin, school_a.version) == ("25PJ", 2)


def test_a_wrong_fact_is_told_beside_the_field(desk: Client, school_a: Institution) -> None:
    response = desk.post(url(school_a, "edit"), facts(school_a, brin="PJ25"))

    text = response.content.decode()
    assert "A BRIN is two digits and two capitals, like 25PJ." in text
    assert 'value="PJ25"' in text
    assert faults(response) == []


def test_facts_that_changed_meanwhile_are_not_overwritten(
    desk: Client, school_a: Institution
) -> None:
    stale = facts(school_a, name="Deltion")
    Institution.objects.filter(pk=school_a.pk).update(name="Deltion Zwolle", version=2)

    response = desk.post(url(school_a, "edit"), stale, follow=True)

    school_a.refresh_from_db()
    assert school_a.name == "Deltion Zwolle"
    assert "A colleague changed this while you were typing." in response.content.decode()


def test_who_waits_is_let_in_and_told(desk: Client, school_a: Institution) -> None:
    newcomer = factories.UserFactory(email="carla@outlook.com")
    member = organisations.join(school_a, by=newcomer)

    desk.post(reverse("admin:accounts_membership_approve", args=[member.pk]))

    member.refresh_from_db()
    assert member.is_active
    assert Notice.objects.filter(kind="colleague_welcome", recipient=newcomer).exists()


def test_the_last_owner_stays(desk: Client, olga: User) -> None:
    member = Membership.objects.get(user=olga)

    response = desk.post(reverse("admin:accounts_membership_end", args=[member.pk]), follow=True)

    member.refresh_from_db()
    assert member.is_active
    assert "A school needs an owner." in response.content.decode()


def test_a_stranger_decides_nothing(as_bram: Client, asked: Institution) -> None:
    for step in ("verify", "suspend", "edit", "add_domain", "remove_domain"):
        assert as_bram.post(url(asked, step), {"reason": "Nee."}).status_code in (302, 403)

    asked.refresh_from_db()
    assert asked.status == InstitutionStatus.PENDING


def test_an_unknown_row_is_not_found(desk: Client) -> None:
    assert desk.get("/beheer/accounts/institution/999/change/").status_code == 404
    assert desk.post("/beheer/accounts/institution/999/verify/").status_code == 404
