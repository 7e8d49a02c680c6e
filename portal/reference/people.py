"""Places, the taxonomy and the institutions."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from django.utils import timezone

from accounts.audit import actions as audit
from accounts.enums import HolidayRegion, InstitutionKind, InstitutionStatus, Province
from accounts.models import Competence, Domain, Institution, Location, MailDomain, Place
from accounts.taxonomy.folding import SEPARATOR, search_text
from portal.kit.geo import rijksdriehoek
from portal.reference.files import Row, rows_of
from portal.reference.upsert import Entry, Loaded, upsert

PLACES: Final = (
    *("code", "name", "municipality", "province", "labour_region"),
    *("lat", "lon", "population", "aliases"),
)
INSTITUTIONS: Final = (
    *("code", "name", "kind", "brin", "other_brins", "aliases", "place", "province"),
    *("holiday_region", "mail_domains"),
)


def load_places(directory: Path) -> Loaded:
    rows = rows_of(directory / "places.csv", PLACES)
    return upsert(Place, (_place(row) for row in rows), key=["code"])


def load_domains(directory: Path) -> Loaded:
    """The bit of a domain stands in masks: it never changes."""
    bits = dict(Domain.objects.values_list("code", "bit"))
    rows = rows_of(directory / "domains.csv", ["code", "crebo_code", "name_nl", "name_en", "bit"])
    return upsert(Domain, (_domain(row, bits) for row in rows), key=["code"])


def load_competences(directory: Path) -> Loaded:
    domains = dict(Domain.objects.values_list("code", "pk"))
    columns = ["code", "domain", "name_nl", "name_en", "synonyms"]
    rows = rows_of(directory / "competences.csv", columns)
    return upsert(Competence, (_competence(row, domains) for row in rows), key=["code"])


def load_institutions(directory: Path) -> Loaded:
    """Schools come verified, with their mail domains and one location, named after its place."""
    rows = list(rows_of(directory / "institutions.csv", INSTITUTIONS))
    before = set(Institution.objects.values_list("slug", flat=True))
    loaded = upsert(
        Institution, (_institution(row) for row in rows), key=["slug"], has_history=False
    )
    new = [row for row in rows if row.text("code") not in before]
    if new:
        _furnish(new)
    return loaded


def _place(row: Row) -> Entry:
    latitude, longitude = row.degrees("lat"), row.degrees("lon")
    x, y = rijksdriehoek(latitude, longitude)
    names = (row.needed("name"), *row.names("aliases"))
    return Entry(
        row,
        {
            "code": row.needed("code"),
            "name": row.needed("name"),
            "aliases": SEPARATOR.join(row.names("aliases")),
            "search": search_text(*names)[:300],
            "municipality": row.text("municipality"),
            "province": row.choice("province", Province),
            "labour_region": row.whole("labour_region"),
            "population": row.whole("population", 0),
            "latitude": latitude,
            "longitude": longitude,
            "rd_x": x,
            "rd_y": y,
        },
    )


def _domain(row: Row, bits: dict[str, int]) -> Entry:
    code, bit = row.needed("code"), row.number_in("bit")
    if bits.get(code, bit) != bit:
        raise row.wrong("bit", f"the bit of {code} is {bits[code]} and never changes")
    if code not in bits and bit in bits.values():
        raise row.wrong("bit", f"{bit} belongs to another domain already")
    bits[code] = bit
    names = {name: row.needed(name) for name in ("name_nl", "name_en")}
    return Entry(row, {"code": code, "bit": bit, "crebo_code": row.text("crebo_code"), **names})


def _competence(row: Row, domains: dict[str, int]) -> Entry:
    domain = row.needed("domain")
    if domain not in domains:
        raise row.wrong("domain", f"{domain!r} is not in domains.csv")
    names = {name: row.needed(name) for name in ("name_nl", "name_en")}
    return Entry(
        row,
        {
            "code": row.needed("code"),
            "domain_id": domains[domain],
            **names,
            "synonyms": SEPARATOR.join(row.names("synonyms")),
            "search": search_text(*names.values(), *row.names("synonyms"))[:600],
        },
    )


def _institution(row: Row) -> Entry:
    values = {
        "slug": row.needed("code"),
        "name": row.needed("name"),
        "kind": row.choice("kind", InstitutionKind),
        "brin": row.text("brin"),
        "other_brins": row.text("other_brins"),
        "aliases": SEPARATOR.join(row.names("aliases")),
        "holiday_region": row.choice("holiday_region", HolidayRegion),
    }
    at_first = {"status": InstitutionStatus.VERIFIED, "verified_at": timezone.now()}
    return Entry(row, values, at_first)


def _furnish(rows: list[Row]) -> None:
    """Mail domains and the first location of schools that are new."""
    schools = {school.slug: school for school in Institution.objects.all()}
    places = {(place.name, place.province): place for place in Place.objects.order_by("population")}
    MailDomain.objects.bulk_create(list(_mail_domains(rows, schools)), ignore_conflicts=True)
    Location.objects.bulk_create([_location(row, schools, places) for row in rows])
    for row in rows:
        audit.record("institution.loaded", schools[row.text("code")], by=None)


def _mail_domains(rows: list[Row], schools: dict[str, Institution]) -> Iterator[MailDomain]:
    for row in rows:
        for domain in row.names("mail_domains"):
            yield MailDomain(institution=schools[row.text("code")], domain=domain.lower())


def _location(
    row: Row, schools: dict[str, Institution], places: dict[tuple[str, str], Place]
) -> Location:
    place = places.get((row.needed("place"), row.choice("province", Province)))
    if place is None:
        raise row.wrong("place", f"{row.text('place')!r} is not in places.csv")
    return Location(institution=schools[row.text("code")], name=place.name, place=place)
