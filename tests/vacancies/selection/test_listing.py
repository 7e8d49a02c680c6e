"""The one list of a school: what stands first, what a choice keeps, and who may see it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.enums import EmploymentForm
from accounts.models import AuditEvent
from tests import factories
from vacancies.applications import actions, hooks
from vacancies.applications import queries as applications
from vacancies.applications.hooks import Todo
from vacancies.enums import ApplicationStatus, MeetingKind, StepSide
from vacancies.lifecycles import Side
from vacancies.models import Meeting, Message, Placement, Trajectory
from vacancies.selection import queries
from vacancies.selection.filters import Filters

LIST = "/school/interesse/"
SHEET = "/school/interesse/lijst.csv"


def _text(answer):
    return answer.content.decode()


def _yes(vacancy, name, **values):
    return factories.ApplicationFactory(vacancy=vacancy, professional__user__name=name, **values)


def _names(school, **chosen):
    work = queries.work_of(school, Filters(**chosen))
    return [one.professional.user.name for one in queries.people(work.keys)]


def test_a_late_answer_stands_above_one_with_time(school_a, vacancy):
    late = factories.VacancyFactory(
        institution=school_a, answer_by=timezone.localdate() - timedelta(days=1)
    )
    _yes(vacancy, "Later")
    _yes(late, "Laat")

    assert _names(school_a) == ["Laat", "Later"]


def test_who_has_an_answer_stands_last(school_a, vacancy):
    _yes(vacancy, "Klaar", status=ApplicationStatus.DECLINED)
    _yes(vacancy, "Wacht")

    assert _names(school_a) == ["Wacht", "Klaar"]


def test_who_took_the_yes_back_is_in_no_list(school_a, vacancy):
    _yes(vacancy, "Weg", status=ApplicationStatus.WITHDRAWN)

    assert _names(school_a) == []


def test_an_unread_message_after_a_no_comes_back_on_top(school_a, vacancy):
    declined = _yes(vacancy, "Schreef", status=ApplicationStatus.DECLINED)
    _yes(vacancy, "Praat", status=ApplicationStatus.TALKING)
    by = declined.professional.user
    actions.write(declined, side=Side.PROFESSIONAL, text="Mag ik weten waarom?", by=by)

    assert _names(school_a) == ["Schreef", "Praat"]
    assert _names(school_a, only_unread=True) == ["Schreef"]


def test_the_list_tells_whose_turn_it_is(school_a, vacancy, monkeypatch):
    offered = _yes(vacancy, "Denkt na", status=ApplicationStatus.OFFERED)
    _yes(vacancy, "Wacht")
    waits = Todo(60, "Waits for an answer.", "/", is_ours=False)
    known = hooks.to_do._listeners
    monkeypatch.setattr(hooks.to_do, "_listeners", [*known, lambda rows: {offered.pk: waits}])

    assert _names(school_a, turn="school") == ["Wacht"]
    assert _names(school_a, turn="vakmens") == ["Denkt na"]
    assert _names(school_a) == ["Wacht", "Denkt na"]


def test_choosing_a_vacancy_and_a_state(school_a, vacancy):
    other = factories.VacancyFactory(institution=school_a, title="Samen koken")
    _yes(vacancy, "Las")
    _yes(other, "Kook")
    _yes(other, "Praat", status=ApplicationStatus.TALKING)

    assert _names(school_a, vacancy=other.code, status="talking") == ["Praat"]


def test_the_page_says_what_to_do_first(interest, as_bram):
    page = _text(as_bram.get(LIST))

    assert "First this" in page
    assert "Anna de Wit" in page
    assert 'data-keys="#keys"' in page


def test_a_choice_that_does_not_exist_chooses_nothing(interest, as_bram):
    assert "Anna de Wit" in _text(as_bram.get(LIST, {"vacature": "zzz", "staat": "zzz"}))


def test_a_choice_with_nobody_says_so(interest, as_bram):
    assert "Nobody in this choice" in _text(as_bram.get(LIST, {"staat": "offered"}))


@pytest.mark.parametrize("address", [LIST, SHEET])
def test_only_who_decides_opens_the_list(
    address, interest, as_bram, as_olga, as_viewer, as_carla, as_anna
):
    assert as_bram.get(address).status_code == as_olga.get(address).status_code == 200
    assert as_viewer.get(address).status_code == as_anna.get(address).status_code == 404
    assert "Anna" not in _text(as_carla.get(address))
    assert Client().get(address).status_code == 302


def test_the_list_asks_as_much_for_many_as_for_one(school_a, vacancy, as_bram):
    _yes(vacancy, "Eén")
    _yes(vacancy, "Klaar", status=ApplicationStatus.DECLINED)
    as_bram.get(LIST)
    with CaptureQueriesContext(connection) as few:
        as_bram.get(LIST)
    for _ in range(3):
        other = factories.VacancyFactory(institution=school_a)
        for status in [ApplicationStatus.NEW, ApplicationStatus.DECLINED] * 6:
            factories.ApplicationFactory(vacancy=other, status=status)

    with CaptureQueriesContext(connection) as many:
        as_bram.get(LIST)

    assert len(many) == len(few) <= 18


def test_of_very_many_nobody_else_gets_a_line(school_a, vacancy, monkeypatch):
    """Rows of others are read where naming each would take long; none of them is told."""
    mine = _yes(vacancy, "Praat", status=ApplicationStatus.TALKING)
    other = _yes(vacancy, "Denkt na", status=ApplicationStatus.OFFERED)
    Meeting.objects.create(application=other, kind=MeetingKind.TALK)
    Message.objects.create(application=other, side=StepSide.PROFESSIONAL, text="Hoi")
    Trajectory.objects.create(
        professional=other.professional,
        institution=school_a,
        application=other,
        holiday_region=school_a.holiday_region,
        starts_on=timezone.localdate(),
    )
    Placement.objects.create(
        application=other,
        function_kind=vacancy.function_kind,
        day_parts_mask=1,
        starts_on=timezone.localdate(),
        employment_form=EmploymentForm.OWN_CONTRACT,
    )
    everybody = queries.work_of(school_a, Filters())
    assert everybody.todos[other.pk].url != everybody.todos[mine.pk].url
    monkeypatch.setattr(applications, "MANY", 0)

    chosen = queries.work_of(school_a, Filters(status=ApplicationStatus.TALKING))

    assert (chosen.keys, set(chosen.todos)) == ([mine.pk], {mine.pk})
    assert queries.work_of(school_a, Filters()).keys == everybody.keys


def test_the_file_holds_who_is_in_the_choice(interest, as_bram, school_a, bram):
    answer = as_bram.get(SHEET, {"staat": "new"})

    heading, line = _text(answer).lstrip("\ufeff").splitlines()
    assert heading.startswith('"Name";"E-mail"')
    assert line.startswith('"Anna de Wit";"anna@example.org"')
    assert answer["Content-Disposition"] == 'attachment; filename="interesse.csv"'
    assert "no-store" in answer["Cache-Control"]
    event = AuditEvent.objects.get(verb="application.exported")
    assert (event.target_id, event.actor, event.detail) == (school_a.pk, bram, {"people": 1})


def test_the_file_names_nobody_who_took_the_yes_back(interest, anna, as_bram):
    actions.withdraw(interest, by=anna.user)

    assert "Anna" not in _text(as_bram.get(SHEET))
