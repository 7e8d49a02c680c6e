import json

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Competence, Place, User
from accounts.taxonomy.queries import competences_like, places_starting_with
from tests import factories
from tests.desk import constant, faults, page, pay_table, wording_rule
from vacancies.models import PayTable, Report, RuleConstant, WordingException, WordingRule
from vacancies.posting.queries import pay_for

pytestmark = pytest.mark.django_db

CSV, JSON = "0", "1"


def imported(desk: Client, model: type, text: str, resource: str = "") -> str:
    """Import a CSV file and confirm it; the last page in words."""
    file = SimpleUploadedFile("rows.csv", text.encode(), "text/csv")
    typed = {"import_file": file, "format": CSV}
    preview = desk.post(
        page(model, "import"), {**typed, "resource": resource} if resource else typed
    )
    assert faults(preview) == []
    if "confirm_form" not in preview.context or not preview.context["confirm_form"]:
        return preview.content.decode()
    confirm = preview.context["confirm_form"].initial
    done = desk.post(page(model, "process_import"), confirm, follow=True)
    assert faults(done) == []
    return done.content.decode()


def test_competences_are_imported_and_found_at_once(desk: Client) -> None:
    factories.DomainFactory(code="construction")
    text = (
        "code,domain,name_nl,name_en,synonyms,is_active\n"
        "bricklaying,construction,Metselen,Bricklaying,metselaar|metselwerk,1\n"
    )

    imported(desk, Competence, text)

    assert [row.code for row in competences_like("metselwerk")] == ["bricklaying"]
    assert Competence.objects.get().history.get().history_user.email == "mo@dagdeel.example"


def test_an_import_of_an_unknown_domain_is_told_and_changes_nothing(desk: Client) -> None:
    text = "code,domain,name_nl,name_en,synonyms,is_active\nx,stone,Metselen,Bricklaying,,1\n"

    assert "We know no domain with the code “stone”." in imported(desk, Competence, text)
    assert not Competence.objects.exists()


def test_an_imported_pattern_without_letters_is_refused(desk: Client) -> None:
    text = (
        "code,level,ground,pattern,neutral_nl,neutral_en,is_active\n"
        "all,W,age,*,Beschrijf het werk.,Describe the work.,1\n"
    )

    assert "Each alternative needs at least one letter." in imported(desk, WordingRule, text)
    assert not WordingRule.objects.exists()


def test_a_place_gets_its_spot_on_the_plane_and_is_found(desk: Client) -> None:
    text = (
        "code,name,aliases,municipality,province,labour_region,population,latitude,longitude\n"
        "zwolle,Zwolle,,Zwolle,NL-OV,5,129840,52.5125,6.09444\n"
    )

    imported(desk, Place, text)

    [place] = places_starting_with("zwol")
    assert (place.rd_x, place.rd_y) == pytest.approx((202_900, 503_000), abs=1500)


@pytest.mark.parametrize(("chosen", "kind"), [(CSV, "text/csv"), (JSON, "application/json")])
def test_the_list_is_exported(desk: Client, chosen: str, kind: str) -> None:
    wording_rule(1)

    response = desk.post(page(WordingRule, "export"), {"format": chosen, "resource": ""})

    assert response.headers["Content-Type"].startswith(kind)
    assert b"rule-1" in response.content
    if chosen == JSON:
        assert json.loads(response.content)[0]["code"] == "rule-1"


def test_chosen_rows_are_exported(desk: Client) -> None:
    chosen, _other = wording_rule(1), wording_rule(2)

    form = desk.post(
        page(WordingRule, "changelist"),
        {"action": "export_admin_action", "_selected_action": [chosen.pk]},
    )

    assert faults(form) == []
    assert "1 row is chosen." in form.content.decode()


def test_an_edit_is_remembered_and_can_be_turned_back(desk: Client, mo: User) -> None:
    rule = wording_rule(1)
    fields = ("code", "level", "ground", "pattern", "neutral_nl", "neutral_en")
    typed = {name: getattr(rule, name) for name in fields} | {"is_active": "on"}

    desk.post(page(WordingRule, "change", rule.pk), {**typed, "neutral_nl": "Noem het werk."})

    history = desk.get(page(WordingRule, "history", rule.pk)).content.decode()
    latest, first = rule.history.all()
    assert latest.history_user == mo
    assert "Noem het werk." in history
    assert "Mo Aziz" in history

    desk.post(page(WordingRule, "simple_history", rule.pk, first.pk), typed)

    rule.refresh_from_db()
    assert rule.neutral_nl == "Beschrijf het werk."


def test_a_pattern_without_letters_is_refused(desk: Client) -> None:
    response = desk.post(page(WordingException, "add"), {"pattern": "*|#"})

    assert "Each alternative needs at least one letter." in response.content.decode()
    assert faults(response) == []


def test_a_competence_edited_is_found_under_its_new_word(desk: Client) -> None:
    row = factories.CompetenceFactory(name_nl="Lassen", name_en="Welding", code="welding")
    typed = {
        "code": row.code,
        "domain": row.domain_id,
        "name_nl": "Lassen",
        "name_en": "Welding",
        "synonyms": "laswerk",
        "is_active": "on",
    }

    desk.post(page(Competence, "change", row.pk), typed)

    assert competences_like("laswerk") == [row]


def steps(table: PayTable, *amounts: int) -> dict[str, object]:
    rows = list(table.steps.order_by("step"))
    typed: dict[str, object] = {
        "cao": "mbo",
        "status": "draft",
        "valid_from": f"{table.valid_from}",
        "source_title": "Cao mbo",
        "steps-TOTAL_FORMS": len(rows),
        "steps-INITIAL_FORMS": len(rows),
    }
    for number, (row, amount) in enumerate(zip(rows, amounts, strict=True)):
        typed |= {
            f"steps-{number}-id": row.pk,
            f"steps-{number}-table": table.pk,
            f"steps-{number}-scale": row.scale,
            f"steps-{number}-step": row.step,
            f"steps-{number}-gross_month": amount,
        }
    return typed


def test_a_pay_table_that_falls_is_refused(desk: Client) -> None:
    table = pay_table(1)

    response = desk.post(page(PayTable, "change", table.pk), steps(table, 3000, 2900))

    assert "step 2 earns less than the step before" in response.content.decode()
    assert faults(response) == []


def test_an_edited_pay_table_counts_at_once(desk: Client) -> None:
    cache.clear()
    table = pay_table(1)
    terms = ("LB", "LB", 4, 4, timezone.localdate(), 0)
    before = pay_for(*terms)

    response = desk.post(page(PayTable, "change", table.pk), steps(table, 4000, 5000))

    after = pay_for(*terms)
    assert response.status_code == 302
    assert before is not None
    assert after is not None
    assert after.month_max > before.month_max


def test_constants_are_confirmed_from_the_list(desk: Client, mo: User) -> None:
    row, other = constant(1), constant(2)

    desk.post(page(RuleConstant, "changelist"), {"action": "confirm", "_selected_action": [row.pk]})

    row.refresh_from_db()
    other.refresh_from_db()
    assert (row.confirmed_on, row.confirmed_by) == (timezone.localdate(), mo)
    assert other.confirmed_on is None


def test_pay_tables_are_confirmed_from_the_list(desk: Client, mo: User) -> None:
    table = pay_table(1)

    desk.post(page(PayTable, "changelist"), {"action": "confirm", "_selected_action": [table.pk]})

    table.refresh_from_db()
    assert (table.status, table.confirmed_by) == ("confirmed", mo)


def test_rows_deleted_from_the_list_keep_their_history(desk: Client, mo: User) -> None:
    row = WordingException.objects.create(pattern="hij of zij")

    desk.post(
        page(WordingException, "changelist"),
        {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"},
    )

    assert not WordingException.objects.exists()
    assert WordingException.history.first().history_user == mo


def test_a_report_is_handled(desk: Client, mo: User) -> None:
    report = Report.objects.create(vacancy=factories.VacancyFactory(), reason="incorrect")

    response = desk.post(reverse("admin:vacancies_report_handle", args=[report.pk]), follow=True)

    report.refresh_from_db()
    assert report.handled_by == mo
    assert "The report is handled." in response.content.decode()


@pytest.mark.parametrize("number", ["abc", "a%20b", "²"])
def test_the_history_of_no_row_is_not_found(desk: Client, number: str) -> None:
    competence = factories.CompetenceFactory()
    base = page(Competence, "changelist")

    assert desk.get(f"{base}{number}/history/").status_code == 404
    assert desk.get(f"{base}{competence.pk}/history/{number}/").status_code == 404


def test_an_export_by_an_unknown_filter_is_refused(desk: Client) -> None:
    assert desk.get(page(Competence, "export"), {"nothing": "1"}).status_code == 400
