from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest
from django.utils import timezone

from accounts.enums import InstitutionStatus
from tests import course_factories, factories
from vacancies.feeds import queries

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_feed_is_valid_atom_of_open_vacancies_newest_first(client, db):
    now = timezone.now()
    factories.VacancyFactory(title="Oud", published_at=now - timedelta(days=2))
    new = factories.VacancyFactory(title="Nieuw & <fris>", published_at=now)
    factories.DraftFactory(title="Concept")

    response = client.get("/vacatures/feed.atom")
    root = ET.fromstring(response.content)

    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    entries = root.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [
        f"Nieuw & <fris>, {new.institution.name}",
        f"Oud, {entries[1].find(f'{ATOM}author').findtext(f'{ATOM}name')}",
    ]
    assert entries[0].findtext(f"{ATOM}id") == f"http://testserver{new.get_absolute_url()}"
    assert root.findtext(f"{ATOM}id")
    assert root.findtext(f"{ATOM}updated")
    for entry in entries:
        assert entry.findtext(f"{ATOM}updated")
        assert entry.find(f"{ATOM}link").get("href").startswith("http://testserver/vacatures/")


def test_feed_of_a_domain_has_only_its_vacancies(client, db):
    care = factories.DomainFactory(code="care", crebo_code="79140", name_nl="Zorg", name_en="Care")
    factories.VacancyFactory(title="Docent zorg", domains=[care])
    factories.VacancyFactory(title="Docent lassen")

    root = ET.fromstring(client.get("/vacatures/domein/care/feed.atom").content)

    assert root.findtext(f"{ATOM}title") == "Dagdeel: new vacancies in Care"
    assert len(root.findall(f"{ATOM}entry")) == 1


def test_feed_of_an_unknown_domain_is_not_found(client, db):
    assert client.get("/vacatures/domein/toveren/feed.atom").status_code == 404


@pytest.mark.parametrize("address", ["/vacatures/feed.atom", "/sitemap.xml"])
def test_nothing_new_answers_304(client, db, address):
    vacancy = factories.VacancyFactory()
    etag = client.get(address)["ETag"]

    assert client.get(address, headers={"If-None-Match": etag}).status_code == 304

    vacancy.save()
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 200


def locations(response):
    return [row.text for row in ET.fromstring(response.content).iter(f"{MAP}loc")]


def test_sitemap_has_the_pages_and_the_open_vacancies(client, db):
    vacancy = factories.VacancyFactory()
    draft = factories.DraftFactory(slug="concept")

    response = client.get("/sitemap.xml")

    found = locations(response)
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    assert f"http://testserver{vacancy.get_absolute_url()}" in found
    assert f"http://testserver{draft.get_absolute_url()}" not in found
    assert "http://testserver/vacatures/" in found


def test_sitemap_has_a_page_for_each_course_on_offer(client, db):
    course = course_factories.CourseFactory()
    gone = course_factories.CourseFactory(valid_to=date(2024, 1, 1))
    etag = client.get("/sitemap.xml")["ETag"]

    found = locations(client.get("/sitemap.xml"))

    assert f"http://testserver{course.get_absolute_url()}" in found
    assert f"http://testserver{gone.get_absolute_url()}" not in found
    assert "http://testserver/opleidingen/subsidie/" in found
    course_factories.CourseFactory()
    assert client.get("/sitemap.xml", headers={"If-None-Match": etag}).status_code == 200


def test_sitemap_has_a_page_for_each_school_that_was_verified(client, db):
    known = factories.InstitutionFactory(slug="deltion")
    factories.InstitutionFactory(slug="nieuw", status=InstitutionStatus.PENDING)
    etag = client.get("/sitemap.xml")["ETag"]

    found = locations(client.get("/sitemap.xml"))

    assert "http://testserver/scholen/deltion/" in found
    assert "http://testserver/scholen/nieuw/" not in found
    assert client.get("/scholen/deltion/").status_code == 200
    known.status = InstitutionStatus.SUSPENDED
    known.save()
    assert client.get("/sitemap.xml", headers={"If-None-Match": etag}).status_code == 200


def test_many_vacancies_make_an_index_of_sitemaps(client, db, monkeypatch):
    monkeypatch.setattr(queries, "PER_SITEMAP", 2)
    factories.VacancyFactory.create_batch(3)

    index = locations(client.get("/sitemap.xml"))
    parts = [locations(client.get(f"/sitemap-{n}.xml")) for n in (1, 2)]

    assert index == ["http://testserver/sitemap-1.xml", "http://testserver/sitemap-2.xml"]
    assert len([url for part in parts for url in part if "/gastdocent" in url]) == 3
    assert client.get("/sitemap-3.xml").status_code == 404
    assert client.get("/sitemap-0.xml").status_code == 404
