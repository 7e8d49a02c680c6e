"""The pages of professional and school, and the draft of a lending agreement."""

from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import translation

from tests import factories
from tests.vacancies.assessment.test_documents import HOSTILE, streams
from tests.vacancies.employers.conftest import JAN, OTHER, an_ask, fewer
from vacancies.assessment.errors import RefusedError, StaleError
from vacancies.assessment.typesetting import pdf_of
from vacancies.employers import actions
from vacancies.employers.actions import Terms
from vacancies.employers.actions.answering import Conditions
from vacancies.employers.agreement import agreement_of, data_of
from vacancies.employers.documents import FOLDER, NAME
from vacancies.lifecycles import Side
from vacancies.models import EmployerRequest, LendingTerms, Placement

ASKED = {
    "employer": "Lasbedrijf Kuiper",
    "contact_name": "Jan Kuiper",
    "contact_email": JAN,
    "scope": "side_work",
    "travel": "own",
    "version": "0",
}
MINE = ("my_employer", "my_lending", "my_agreement", "my_agreement_pdf")
SCHOOL = ("placement_change", "placement_lending", "placement_agreement", "placement_agreement_pdf")
TERMS = Terms(
    basis="no_profit_favour",
    admission_number="",
    fee="wage_cost_plus",
    fee_percent=Decimal("4.5"),
    notice_months=2,
    supervised_by="Els de Boer",
    remarks="Op donderdag eerder weg.",
)


def url(name: str, row: Placement) -> str:
    return reverse(name, args=[row.public_id])


def text_of(client, name: str, row: Placement) -> str:
    response = client.get(url(name, row))
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("name", MINE)
def test_what_is_mine_is_mine_alone(asked, name, as_anna, as_bram, client, sign_in):
    dirk = sign_in(factories.ProfessionalFactory(user__name="Dirk Jansen").user)
    where = url(name, asked.placement)

    codes = [one.get(where).status_code for one in (as_anna, as_bram, dirk, client)]

    assert codes == [200, 404, 404, 302]


@pytest.mark.parametrize("name", SCHOOL)
def test_what_is_of_the_school(asked, name, as_anna, as_bram, as_carla, client):
    where = url(name, asked.placement)

    codes = [one.get(where).status_code for one in (as_bram, as_anna, as_carla, client)]

    assert codes == [200, 404, 404, 302]


def test_first_look_and_then_send(accepted, as_anna):
    where = url("my_employer", accepted)
    page = as_anna.post(where, ASKED | {"what": "look"}).content.decode()
    assert "This is what your employer sees" in page
    assert not EmployerRequest.objects.exists()

    as_anna.post(where, ASKED | {"what": "send"})
    assert EmployerRequest.objects.get().contact_email == JAN


def test_what_was_typed_stays(accepted, as_anna):
    wrong = ASKED | {"what": "send", "contact_email": "jan@"}

    page = as_anna.post(url("my_employer", accepted), wrong).content.decode()

    assert "jan@" in page
    assert "error-summary" in page
    assert not EmployerRequest.objects.exists()


def test_mend_and_take_back(asked, as_anna):
    names = {key: ASKED[key] for key in ("contact_name", "contact_email")}
    typed = names | {"employer": "Kuiper", "version": asked.version}
    as_anna.post(url("my_employer_correct", asked.placement), typed)
    assert EmployerRequest.objects.get().employer == "Kuiper"

    as_anna.post(url("my_employer_take_back", asked.placement))
    assert EmployerRequest.objects.get().status == "withdrawn"
    assert "took the question back" in text_of(as_anna, "my_employer", asked.placement)


def test_the_school_sees_how_it_stands_and_not_why(asked, as_anna, as_bram):
    actions.refuse(asked, name="Jan", version=1, ground="planning", note="Te druk bij ons.")

    assert "The employer does not agree." in text_of(as_bram, "placement", asked.placement)
    assert "Te druk bij ons." not in text_of(as_bram, "placement", asked.placement)
    page = text_of(as_anna, "my_employer", asked.placement)
    assert "Te druk bij ons." in page
    assert "Planning is not one of those reasons" in page


def test_a_proposal_is_filled_in_for_the_school(asked, as_anna, as_bram):
    actions.counter(asked, name="Jan", version=1, mask=OTHER)

    assert "The employer can spare" in text_of(as_bram, "placement", asked.placement)
    assert "The employer can spare" in text_of(as_anna, "my_placement", asked.placement)
    response = as_bram.get(url("placement_change", asked.placement) + "?voorstel=1")
    assert response.context["form"].initial["day_parts"] == OTHER


def test_change_and_agree_on_the_pages(given, accepted, bram, as_anna, as_bram):
    groups = {"hours_0": "4", "day_parts": ["4", "11"], "coach": "Els"}
    days = {"starts_on": accepted.starts_on, "ends_on": accepted.ends_on}
    typed = groups | days | {"version": accepted.version}
    as_bram.post(url("placement_change", accepted), typed)
    page = text_of(as_anna, "my_placement", accepted)
    assert "Once you agree, your employer is asked anew" in page

    shown = page.split('name="shown" value="')[1][:64]
    as_anna.post(url("my_placement_confirm", accepted), {"shown": shown})

    assert EmployerRequest.objects.get().status == "asked"
    application = reverse("my_application", args=[accepted.application.public_id])
    assert "You agreed to what was changed." in as_anna.get(application).content.decode()


def test_too_many_hours_stand_beside_their_field(accepted, as_bram):
    typed = {
        "hours_0": "39",
        "day_parts": ["4"],
        "starts_on": accepted.starts_on,
        "ends_on": accepted.ends_on,
        "version": accepted.version,
    }

    response = as_bram.post(url("placement_change", accepted), typed)

    assert list(response.context["form"].errors) == ["hours_0"]


def test_conditions_wait_for_the_school(asked, accepted, as_bram):
    actions.agree(asked, name="Jan", version=1, conditions=Conditions(asks_no_recruiting=True))
    page = text_of(as_bram, "placement", accepted)
    assert "There are conditions. Do you agree?" in page

    shown = page.split('name="shown" value="')[1][:64]
    as_bram.post(url("placement_confirm", accepted), {"shown": shown})
    assert "There are conditions" not in text_of(as_bram, "placement", accepted)


def test_a_page_of_before_agrees_to_nothing(accepted, bram, as_anna):
    actions.change(accepted, change=fewer(accepted), by=bram, version=accepted.version)

    response = as_anna.post(url("my_placement_confirm", accepted), {"shown": "x"}, follow=True)

    assert "Something changed in the meantime" in response.content.decode()


def test_both_fill_in_the_terms_and_nothing_is_overwritten(accepted, anna, bram, carla):
    row = actions.keep_terms(accepted, terms=TERMS, side=Side.SCHOOL, by=bram, version=0)
    with pytest.raises(StaleError):
        actions.keep_terms(accepted, terms=TERMS, side=Side.PROFESSIONAL, by=anna.user, version=0)

    actions.keep_terms(
        accepted, terms=TERMS, side=Side.PROFESSIONAL, by=anna.user, version=row.version
    )
    assert LendingTerms.objects.get().version == 2


def test_a_percentage_has_a_number(accepted, bram, as_bram):
    page = as_bram.post(
        url("placement_lending", accepted),
        {
            "basis": "no_profit_favour",
            "fee": "wage_cost_plus",
            "notice_months": "1",
            "version": "0",
        },
    )

    assert list(page.context["form"].errors) == ["fee_percent"]
    with pytest.raises(RefusedError):
        actions.keep_terms(
            accepted,
            terms=Terms("no_profit_favour", "", "wage_cost_plus", Decimal(0), 1, "", ""),
            side=Side.SCHOOL,
            by=bram,
            version=0,
        )


def test_the_draft_has_what_is_known(accepted, anna, bram):
    accepted.employment_form = "secondment_company"
    accepted.save()
    actions.ask(accepted, ask=an_ask(scope="lending"), by=anna.user)
    actions.keep_terms(accepted, terms=TERMS, side=Side.SCHOOL, by=bram, version=0)
    row = Placement.objects.get(pk=accepted.pk)

    with translation.override("en"):
        draft = agreement_of(row)

    values = {value for clause in draft.clauses for _label, value in clause.rows}
    for known in ("Lasbedrijf Kuiper", "12345678", "Deltion College", "4,5%", "Wim Hoekstra", "5"):
        assert known in values
    assert next(hint.source for hint in draft.hints).startswith("Besluit")
    assert "Op donderdag eerder weg." in draft.clauses[-1].sentences


@pytest.mark.parametrize("hostile", HOSTILE)
def test_the_draft_is_an_accessible_pdf_and_deaf_to_markup(accepted, anna, bram, hostile):
    actions.ask(accepted, ask=an_ask(employer=hostile[:120], scope="lending"), by=anna.user)

    pdf = pdf_of(NAME, data_of(agreement_of(accepted)), folder=FOLDER)

    assert pdf.startswith(b"%PDF-1.7")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in streams(pdf)


def test_the_page_says_it_is_a_draft(accepted, as_anna):
    page = text_of(as_anna, "my_agreement", accepted)

    assert "A draft: it holds only once all three have signed it" in page
