from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import Client

from accounts.enums import InstitutionStatus
from accounts.models import Competence, Domain, Institution, Place, User
from accounts.organisations import actions as organisations
from accounts.taxonomy.queries import competences_like, places_starting_with
from portal.reference.files import BadFileError
from portal.reference.loading import load_all
from tests.portal.reference.conftest import Rewrite
from vacancies.models import PayStep, PayTable, RuleConstant, WordingException, WordingRule

pytestmark = pytest.mark.django_db

PLACES = "accounts/reference/places.csv"
DOMAINS = "accounts/reference/domains.csv"
COMPETENCES = "accounts/reference/competences.csv"
SCHOOLS = "accounts/reference/institutions.csv"
STEPS = "vacancies/reference/pay_steps.csv"
RULES = "vacancies/reference/wording.csv"


def changes(root: Path) -> list[str]:
    return [str(table) for table in load_all(root) if table.changed or table.kept]


def test_load_reference_fills_an_empty_site(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_reference")

    assert "places: 2465 added, 0 renewed" in capsys.readouterr().out
    assert Place.objects.count() == 2465
    assert Domain.objects.count() == 16
    assert Competence.objects.count() >= 400
    assert PayStep.objects.get(scale="LB", step=12).gross_month == 5495
    assert WordingRule.objects.filter(code="age-upper-limit", level="B").exists()
    assert WordingException.objects.filter(pattern="hij of zij").exists()
    assert RuleConstant.objects.filter(name="practice_years_min", value="3").exists()


def test_load_reference_again_changes_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    call_command("load_reference")
    history = Competence.history.count()
    capsys.readouterr()

    call_command("load_reference")

    assert capsys.readouterr().out == "Reference data is up to date.\n"
    assert Competence.history.count() == history


def test_loaded_rows_are_found_by_typing(files: Path) -> None:
    load_all(files)

    assert [place.name for place in places_starting_with("zwol")] == ["Zwolle"]
    assert competences_like("metselaar")[0].code == "bricklaying"


def test_schools_come_verified_with_domain_and_one_location(files: Path) -> None:
    load_all(files)

    school = Institution.objects.get(slug="deltion-college")
    assert school.status == InstitutionStatus.VERIFIED
    assert [row.domain for row in school.mail_domains.all()] == ["deltion.nl"]
    assert [(row.name, row.place.name) for row in school.locations.all()] == [("Zwolle", "Zwolle")]


def test_a_changed_file_renews_rows_and_keeps_their_history(files: Path, rewrite: Rewrite) -> None:
    load_all(files)
    rewrite(COMPETENCES, "Metselen", "Metselwerk")

    assert changes(files) == ["competences: 0 added, 1 renewed"]
    row = Competence.objects.get(code="bricklaying")
    assert row.name_nl == "Metselwerk"
    assert [record.name_nl for record in row.history.all()] == ["Metselwerk", "Metselen"]
    assert "metselwerk" in row.search


def test_a_row_that_a_person_changed_stays(files: Path, rewrite: Rewrite, desk: Client) -> None:
    load_all(files)
    rule = WordingRule.objects.get(code="age-young-team")
    page = f"/beheer/vacancies/wordingrule/{rule.pk}/change/"
    fields = ("code", "level", "ground", "pattern", "neutral_nl", "neutral_en")
    typed = {name: getattr(rule, name) for name in fields}
    desk.post(page, {**typed, "neutral_nl": "Beschrijf het werk.", "is_active": "on"})
    rewrite(RULES, "Beschrijf het werk: ", "Schrijf op: ")

    assert changes(files) == ["wording rules: 0 added, 0 renewed, 1 kept as a person changed them"]
    rule.refresh_from_db()
    assert rule.neutral_nl == "Beschrijf het werk."


def test_a_row_that_a_person_deleted_stays_away(files: Path, mo: User) -> None:
    load_all(files)
    row = WordingException.objects.get(pattern="hij of zij")
    row._history_user = mo
    row.delete()

    assert changes(files) == [
        "wording exceptions: 0 added, 0 renewed, 1 kept as a person changed them"
    ]
    assert not WordingException.objects.filter(pattern="hij of zij").exists()


def test_a_school_that_a_person_changed_stays(files: Path, rewrite: Rewrite, mo: User) -> None:
    load_all(files)
    school = Institution.objects.get(slug="deltion-college")
    organisations.suspend(school, reason="Geen antwoord op vragen", by=mo)
    rewrite(SCHOOLS, "25PJ", "25PK")

    assert changes(files) == ["institutions: 0 added, 0 renewed, 1 kept as a person changed them"]
    school.refresh_from_db()
    assert (school.status, school.brin) == (InstitutionStatus.SUSPENDED, "25PJ")


def test_new_rows_are_added_and_absent_ones_stay(files: Path, rewrite: Rewrite) -> None:
    load_all(files)
    path = files / STEPS
    new = "\n".join(
        f"2026-03-01,LB,{step},{4000 + step},Cao mbo 2026,,draft" for step in range(1, 3)
    )
    path.write_text(path.read_text("utf-8").splitlines()[0] + "\n" + new + "\n", "utf-8")

    assert changes(files) == ["pay tables: 1 added, 0 renewed", "pay steps: 2 added, 0 renewed"]
    assert PayTable.objects.count() == 2
    assert PayStep.objects.count() == 101


@pytest.mark.parametrize(
    ("name", "before", "after", "told"),
    [
        (PLACES, "52.51250", "noord", "places.csv, row 3, column lat: 'noord' is not a number"),
        (PLACES, "NL-OV", "OV", "places.csv, row 3, column province: 'OV' is not NL-GR, NL-FR"),
        (DOMAINS, "crebo_code", "crebo", "domains.csv, row 1, column crebo_code: is not in the f"),
        (DOMAINS, "wood,79010", "wood,790100", "domains.csv, row 3, column crebo_code: Ensure"),
        (COMPETENCES, "construction,Metselen", "stone,Metselen", "row 2, column domain: 'stone'"),
        (COMPETENCES, "pointing-of-brickwork", "bricklaying", "row 3, column code: is in the file"),
        (SCHOOLS, "Deltion College", "", "institutions.csv, row 3, column name: is empty"),
        (SCHOOLS, "Zwolle", "Zwol", "row 3, column place: 'Zwol' is not in places.csv"),
        (STEPS, "LB,3,4036", "LB,3,3036", "row 4, column gross_month: 3036 is less than step 2"),
        (STEPS, "LB,3,4036", "LB,1,4036", "row 4, column step: 1 comes after 2"),
        (STEPS, "2025-01-01,LB,1", "1-1-2025,LB,1", "row 2, column valid_from: '1-1-2025' is not"),
        (RULES, "jong team|", "|", "wording.csv, row 2, column pattern: has an alternative"),
        (RULES, "age-young-team,W", "age-young-team,W,X", "row 2: has too many or too few cells"),
    ],
)
def test_a_wrong_cell_is_named_and_nothing_is_loaded(
    files: Path, rewrite: Rewrite, name: str, before: str, after: str, told: str
) -> None:
    rewrite(name, before, after)

    with pytest.raises(BadFileError) as caught:
        load_all(files)

    assert told in str(caught.value)
    assert not Place.objects.exists()


def test_the_bit_of_a_domain_never_changes(files: Path, rewrite: Rewrite) -> None:
    load_all(files)
    rewrite(DOMAINS, "infrastructure,0", "infrastructure,40")

    with pytest.raises(BadFileError, match="the bit of construction is 0 and never changes"):
        load_all(files)


def test_a_missing_file_is_told(files: Path, settings: object) -> None:
    (files / PLACES).unlink()
    settings.BASE_DIR = files  # type: ignore[attr-defined]

    with pytest.raises(CommandError, match=r"places\.csv, row 0: the file is not there"):
        call_command("load_reference")


def test_every_pay_scale_of_the_files_rises() -> None:
    load_all(settings.BASE_DIR)

    for table in PayTable.objects.all():
        for scale in {step.scale for step in table.steps.all()}:
            amounts = [row.gross_month for row in table.steps.filter(scale=scale)]
            assert amounts == sorted(amounts)
