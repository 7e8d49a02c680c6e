import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.enums import EmploymentForm, Level, mask_of
from portal.kit import dayparts
from tests import factories
from vacancies.enums import Outcome, RequirementKind, Strength, VacancyStatus
from vacancies.models import PayStep, PayTable, Report, SavedVacancy
from vacancies.showcase import page
from vacancies.showcase.job_posting import employment_types

HIDDEN = (
    VacancyStatus.DRAFT,
    VacancyStatus.SUBMITTED,
    VacancyStatus.RETURNED,
)


@pytest.fixture
def pay_table(db):
    table = PayTable.objects.create(
        valid_from="2025-01-01", status="confirmed", source_title="Cao mbo 2025"
    )
    for scale, step, amount in (("LB", 1, 3713), ("LC", 12, 6210)):
        PayStep.objects.create(table=table, scale=scale, step=step, gross_month=amount)


@pytest.fixture
def vacancy(pay_table):
    row = factories.VacancyFactory(
        institution__name="Deltion College",
        institution__prep_factor="0.6",
        institution__website="https://www.deltion.nl/",
        ends_on=None,
        contract_length="",
        contact_phone="038 850 30 00",
    )
    factories.RequirementFactory(vacancy=row, kind=RequirementKind.EXPERIENCE, value=3)
    factories.RequirementFactory(vacancy=row, kind=RequirementKind.LEVEL, value=Level.NLQF_3)
    factories.RequirementFactory(
        vacancy=row, kind=RequirementKind.LANGUAGE, value=4, strength=Strength.WISH
    )
    factories.RequirementFactory(
        vacancy=row,
        kind=RequirementKind.COMPETENCE,
        value=None,
        strength=Strength.LEARN,
        competence=factories.CompetenceFactory(name_en="Leading a group"),
    )
    return row


def closed(**values):
    return factories.VacancyFactory(
        status=VacancyStatus.CLOSED,
        outcome=Outcome.NOBODY_FOUND,
        closed_at=timezone.now(),
        **values,
    )


def text(response):
    return response.content.decode().replace("\u00a0", " ")


def test_page_shows_the_work_the_week_the_demands_and_the_pay(client, vacancy):
    html = text(client.get(vacancy.get_absolute_url()))

    assert "Gastdocent lassen" in html
    assert "The school asks 4 day-parts. 2 of them are enough." in html
    assert "Je geeft twee keer per week praktijkles" in html
    assert "At least 3 years of work in this trade." in html
    assert "Education at level mbo 3 or higher." in html
    assert "Dutch at level B2 or higher." in html
    assert "Leading a group." in html
    assert "A certificate of conduct (VOG)" in html
    assert "€ 716 – € 1,198" in html
    assert 'Scale LB–LC. Source: <span lang="nl">Cao mbo 2025</span>.' in html
    assert "Everybody gets an answer, also when it is no." in html
    assert "We lezen alles en bellen binnen een week." in html
    assert "Own contract with the school" in html
    assert "wim@deltion.example" in html


def test_wrong_slug_moves_for_good_to_the_right_address(client, vacancy):
    response = client.get(f"/vacatures/oud-{vacancy.code}/")

    assert response.status_code == 301
    assert response["Location"] == vacancy.get_absolute_url()


def test_code_alone_moves_to_the_right_address(client, vacancy):
    assert client.get(f"/vacatures/{vacancy.code}/")["Location"] == vacancy.get_absolute_url()


@pytest.mark.parametrize("status", HIDDEN)
def test_what_never_was_open_is_not_found(client, as_bram, school_a, status):
    draft = factories.DraftFactory(status=status, institution=school_a)

    assert client.get(draft.get_absolute_url()).status_code == 404
    assert as_bram.get(draft.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("address", ["niets", "vacature-ffffffff", "x" * 200])
def test_unknown_address_is_not_found(client, db, address):
    assert client.get(f"/vacatures/{address}/").status_code == 404


def test_closed_vacancy_is_gone_with_alternatives_of_its_domain_nearby(client, db):
    care = factories.DomainFactory(code="care", crebo_code="79140", name_nl="Zorg", name_en="Care")
    far = factories.PlaceFactory(name="Maastricht", latitude=50.8514, longitude=5.691)
    factories.VacancyFactory(title="Docent zorg", domains=[care])
    factories.VacancyFactory(title="Docent ver", locations=[factories.LocationFactory(place=far)])
    factories.VacancyFactory(title="Docent dichtbij")

    response = client.get(closed().get_absolute_url())

    assert response.status_code == 410
    assert "This vacancy is closed" in text(response)
    assert [row.title for row in response.context["rows"]] == ["Docent dichtbij"]


def test_alternatives_fall_back_to_the_domain_and_to_the_newest(db):
    far = factories.PlaceFactory(name="Maastricht", latitude=50.8514, longitude=5.691)
    gone = closed()
    factories.VacancyFactory(title="Ver", locations=[factories.LocationFactory(place=far)])

    assert [row.title for row in page.alternatives(gone)] == ["Ver"]
    assert [row.title for row in page.alternatives(None)] == ["Ver"]


def test_closed_vacancy_without_alternatives_says_what_to_do(client, db):
    response = client.get(closed().get_absolute_url())

    assert response.status_code == 410
    assert "Nothing is open now" in text(response)


def test_vacancy_that_was_taken_down_is_gone_without_its_title(client, db):
    taken = factories.VacancyFactory(status=VacancyStatus.TAKEN_DOWN, title="Jonge lasser")

    response = client.get(taken.get_absolute_url())

    assert response.status_code == 410
    assert "Jonge lasser" not in text(response)


def test_paused_vacancy_says_so_and_is_not_indexed(client, vacancy):
    vacancy.status = VacancyStatus.PAUSED
    vacancy.save()

    html = text(client.get(vacancy.get_absolute_url()))

    assert "This vacancy is paused" in html
    assert '<meta name="robots" content="noindex">' in html
    assert "ld+json" not in html
    assert "I am interested" not in html


def test_professional_sees_how_it_fits(as_anna, vacancy):
    html = text(as_anna.get(vacancy.get_absolute_url()))

    assert "You can do exactly 2." in html
    assert "Tuesday afternoon, free, asked" in html
    assert "less than 1 km from you." in html
    assert "12 years" in html


def test_professional_sees_what_was_kept_and_said(as_anna, anna, vacancy):
    SavedVacancy.objects.create(professional=anna, vacancy=vacancy)
    assert "No longer keep it" in text(as_anna.get(vacancy.get_absolute_url()))

    vacancy.applications.create(professional=anna)
    html = text(as_anna.get(vacancy.get_absolute_url()))

    assert "You said yes to this vacancy." in html
    assert "I am interested" not in html


def test_recruiter_sees_the_way_to_manage_only_the_own_vacancy(as_bram, as_carla, school_a):
    own = factories.VacancyFactory(institution=school_a)

    assert "Manage this vacancy" in text(as_bram.get(own.get_absolute_url()))
    stranger = text(as_carla.get(own.get_absolute_url()))
    assert "Manage this vacancy" not in stranger
    assert "I am interested" not in stranger


def test_contact_is_for_who_signed_in_when_agencies_are_not_wanted(client, as_anna, vacancy):
    vacancy.no_acquisition = True
    vacancy.save()

    hidden = text(client.get(vacancy.get_absolute_url()))
    shown = text(as_anna.get(vacancy.get_absolute_url()))

    assert "wim@deltion.example" not in hidden
    assert "to see whom you can call or write." in hidden
    assert "wim@deltion.example" in shown


def test_page_without_pay_scale_says_to_ask(client, vacancy):
    vacancy.pay_scale_min = vacancy.pay_scale_max = ""
    vacancy.save()

    html = text(client.get(vacancy.get_absolute_url()))

    assert "The school did not name a scale." in html


def test_unknown_preparation_is_an_estimate(client, vacancy):
    vacancy.institution.prep_factor = None
    vacancy.institution.save()

    assert "An estimate:" in text(client.get(vacancy.get_absolute_url()))


@pytest.mark.parametrize(
    ("free", "values", "answer"),
    [
        ("", {}, "You did not fill in your week yet."),
        ("saturday_morning", {}, "You can do none of them yet."),
        ("tuesday_afternoon", {}, "You can do 1. That is not enough yet."),
        ("tuesday_afternoon", {"may_be_shared": True}, "You can do 1."),
        ("tuesday_afternoon thursday_evening", {}, "You can do exactly 2."),
        ("monday_evening tuesday_afternoon thursday_evening", {}, "You can do 3."),
        (
            "tuesday_afternoon thursday_evening",
            {"fixed_mask": dayparts.parse("friday_afternoon")},
            "You can do 2, but not every day-part that is required.",
        ),
    ],
)
def test_answer_says_what_the_reader_can(db, free, values, answer):
    row = factories.VacancyFactory(**values)

    assert page.answer(row, dayparts.parse(free)) == answer


@pytest.mark.parametrize(
    ("values", "question"),
    [
        ({}, "The school asks 4 day-parts. 2 of them are enough."),
        ({"day_parts_needed": 4}, "The school asks 4 day-parts."),
        (
            {"may_be_shared": True},
            "The school asks 4 day-parts. You may share them with other professionals.",
        ),
        ({"day_parts_mask": 1, "day_parts_needed": 1}, "The school asks 1 day-part."),
    ],
)
def test_question_says_how_many_are_enough(db, values, question):
    assert page.question(factories.VacancyFactory(**values)) == question


def posting_of(client, vacancy):
    html = client.get(vacancy.get_absolute_url()).content.decode()
    [script] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    return json.loads(script)


def test_job_posting_has_what_google_requires(client, vacancy):
    posting = posting_of(client, vacancy)

    location = vacancy.locations.get()
    location.address, location.postcode = "Mozartlaan 15", "8031 AA"
    location.save()
    posting = posting_of(client, vacancy)
    address = posting["jobLocation"][0]["address"]
    assert posting["@type"] == "JobPosting"
    assert posting["title"] == "Gastdocent lassen"
    assert posting["description"].startswith("<p>Leer studenten")
    assert posting["datePosted"] == timezone.localtime(vacancy.published_at).isoformat()
    assert posting["validThrough"].startswith(f"{vacancy.closes_on}T23:59")
    assert posting["employmentType"] == ["PART_TIME"]
    assert posting["hiringOrganization"] == {
        "@type": "Organization",
        "name": "Deltion College",
        "sameAs": "https://www.deltion.nl/",
    }
    assert address == {
        "@type": "PostalAddress",
        "streetAddress": "Mozartlaan 15",
        "postalCode": "8031 AA",
        "addressLocality": "Zwolle",
        "addressRegion": "Overijssel",
        "addressCountry": "NL",
    }
    assert posting["baseSalary"]["value"]["unitText"] == "MONTH"
    assert posting["baseSalary"]["currency"] == "EUR"
    assert posting["baseSalary"]["value"]["minValue"] == pytest.approx(716.24, abs=1)
    assert posting["identifier"] == {
        "@type": "PropertyValue",
        "name": "Deltion College",
        "value": vacancy.code,
    }
    assert posting["directApply"] is True
    assert posting["url"] == f"http://testserver{vacancy.get_absolute_url()}"
    assert posting["experienceRequirements"]["monthsOfExperience"] == 36
    assert posting["educationRequirements"]["credentialCategory"] == "professional certificate"


def test_job_posting_never_ends_its_script_element(client, vacancy):
    vacancy.title = "Docent </script><script>alert(1)</script> & meer"
    vacancy.save()

    posting = posting_of(client, vacancy)

    assert posting["title"] == "Docent </script><script>alert(1)</script> & meer"
    assert "<script>alert(1)" not in client.get(vacancy.get_absolute_url()).content.decode()


def test_job_posting_description_escapes_what_hr_typed(client, vacancy):
    vacancy.body = "<img src=x onerror=alert(1)>"
    vacancy.save()

    assert "&lt;img src=x" in posting_of(client, vacancy)["description"]


@pytest.mark.parametrize(
    ("values", "types"),
    [
        ({}, ["PART_TIME"]),
        ({"hours_max": 36}, ["FULL_TIME"]),
        ({"contract_length": "temporary"}, ["PART_TIME", "TEMPORARY"]),
        ({"ends_on": timezone.localdate() + timedelta(days=230)}, ["PART_TIME", "TEMPORARY"]),
        (
            {"employment_mask": mask_of(EmploymentForm, ["self_employed"])},
            ["PART_TIME", "CONTRACTOR"],
        ),
    ],
)
def test_employment_types(db, values, types):
    row = factories.VacancyFactory(**{"ends_on": None, "contract_length": "", **values})

    assert employment_types(row) == types


def test_report_is_kept_without_a_name(client, vacancy):
    url = f"{vacancy.get_absolute_url()}melden/"

    assert client.get(url).status_code == 200
    response = client.post(url, {"reason": "discrimination", "text": "Alleen jonge mensen."})

    assert response["Location"] == vacancy.get_absolute_url()
    report = Report.objects.get()
    assert (report.vacancy, report.reason, report.text) == (
        vacancy,
        "discrimination",
        "Alleen jonge mensen.",
    )


def test_report_without_a_reason_keeps_the_text_and_says_so(client, vacancy):
    response = client.post(f"{vacancy.get_absolute_url()}melden/", {"text": "Klopt niet"})

    assert response.status_code == 200
    assert "Choose what is wrong." in text(response)
    assert "Klopt niet" in text(response)
    assert not Report.objects.exists()


def test_many_reports_in_an_hour_are_refused(client, vacancy):
    url = f"{vacancy.get_absolute_url()}melden/"
    for _ in range(5):
        client.post(url, {"reason": "fraud"})

    response = client.post(url, {"reason": "fraud", "text": "Nog een"})

    assert response.status_code == 429
    assert "Nog een" in text(response)
    assert Report.objects.count() == 5


def test_report_on_what_is_not_open_is_not_found(client, db):
    url = f"{closed().get_absolute_url()}melden/"

    assert client.get(url).status_code == 404


def test_moments_tell_closing_answer_and_start(db):
    today = timezone.localdate()
    row = factories.VacancyFactory(closes_on=today - timedelta(days=1))

    found = page.moments(row)

    assert [moment.state for moment in found] == ["done", "", "", ""]
    assert [moment.text for moment in found] == [
        "The vacancy closes.",
        "We lezen alles en bellen binnen een week.",
        "Everybody gets an answer, also when it is no.",
        "First day of work.",
    ]
