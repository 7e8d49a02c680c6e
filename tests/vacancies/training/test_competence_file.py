"""The competence file (WEB 4.2.3a): ordered, only of the own school or person, recorded."""

import json
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from accounts.models import AuditEvent, CredentialCheck, ProfileView
from tests import factories
from tests.vacancies.training.conftest import PERSON, SCHOOL, TODAY, now
from vacancies.assessment import actions as assessment
from vacancies.assessment.typesetting import pdf_of
from vacancies.models import CheckIn
from vacancies.training import actions, competence_file

ORDER = [
    *("format", "made_on", "institution", "person", "trajectory", "appointment", "statement"),
    *("judgements", "papers", "milestones", "pauses", "terms", "steps"),
]


def test_everything_in_its_order(training):
    told = competence_file.for_machines(training, TODAY)

    assert list(told) == ORDER
    assert told["person"] == {"name": "Esra Aydin"}
    assert told["statement"]["decided_on"] == TODAY.isoformat()
    assert told["statement"]["is_yes"] is True
    assert {one["kind"] for one in told["judgements"]} >= {"training_plan", "training_agreed"}
    assert [one["kind"] for one in told["papers"]] == ["vog"]
    assert told["appointment"]["appointed_on"] == TODAY.isoformat()
    assert told["steps"][-1]["to"] == "in_training"
    dated = [one for one in told["milestones"] if one["done_on"]]
    assert {"statement", "vog_shown", "contract"} <= {one["code"] for one in dated}


def test_a_later_no_stands_in_the_place_of_a_yes(training, bram):
    assessment.record_decision(
        training.professional, institution=training.institution, by=bram,
        kind="training_plan", is_yes=False, decided_on=TODAY, note="Het plan past niet meer.",
    )  # fmt: skip

    told = competence_file.for_machines(training)["judgements"]

    assert [one["is_yes"] for one in told if one["kind"] == "training_plan"] == [False]


def test_an_extension_is_in_it(training, bram):
    training.extended_until, training.extension_reason = date(2031, 7, 31), "Meer tijd nodig."
    training.save()

    terms = competence_file.for_machines(training)["terms"]

    assert terms["extended_until"] == "2031-07-31"
    assert terms["extension_reason"] == "Meer tijd nodig."


def test_what_somebody_answered_is_not_in_it(training):
    CheckIn.objects.filter(week=2).update(note="Ik slaap slecht.", feeling=1)

    assert "slaap" not in json.dumps(competence_file.for_machines(training))
    assert "slaap" not in json.dumps(competence_file.for_paper(training))


def test_papers_that_another_school_saw_are_not_in_it(training, school_b):
    paper = factories.CredentialFactory(professional=training.professional, field="Elders gezien")
    CredentialCheck.objects.create(
        credential=paper, institution=school_b, outcome="seen", shown_on=TODAY
    )

    assert "Elders" not in json.dumps(competence_file.for_machines(training))


@pytest.mark.parametrize("stage", ["begun", "training"])
def test_it_is_an_accessible_pdf(request, stage):
    row = request.getfixturevalue(stage)

    made = pdf_of(competence_file.TEMPLATE, competence_file.for_paper(row))

    assert made.startswith(b"%PDF-")
    assert b"pdfuaid" in made


@pytest.mark.parametrize("form", ["pdf", "json"])
def test_school_and_person_take_it_and_it_is_recorded(sign_in, bram, esra, training, form):
    seen = ProfileView.objects.count()
    for user, name in [(bram, "competence_file"), (esra.user, "my_competence_file")]:
        answer = sign_in(user).get(reverse(name, args=[training.public_id, form]))
        assert answer.status_code == 200
        assert f"bekwaamheidsdossier.{form}" in answer["Content-Disposition"]
        assert "no-store" in answer["Cache-Control"]

    taken = AuditEvent.objects.filter(verb="trajectory.file_exported")
    assert {one.actor for one in taken} == {bram, esra.user}
    assert ProfileView.objects.count() == seen + 1


def test_strangers_get_nothing(client, sign_in, anna, carla, viewer, esra, training):
    ours = reverse("competence_file", args=[training.public_id, "json"])
    mine = reverse("my_competence_file", args=[training.public_id, "json"])

    assert client.get(ours).status_code == client.get(mine).status_code == 302
    for user in (carla, viewer, esra.user):
        assert sign_in(user).get(ours).status_code == 404
    assert sign_in(anna.user).get(mine).status_code == 404
    for side, user in [(SCHOOL, carla), (SCHOOL, viewer), (PERSON, anna.user)]:
        with pytest.raises(PermissionDenied):
            actions.record_export(now(training), "pdf", side=side, by=user)
    assert not AuditEvent.objects.filter(verb="trajectory.file_exported").exists()
