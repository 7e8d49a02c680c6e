"""What an employer's answer asks of the professional, in the list of everything."""

from datetime import timedelta

from django.utils import timezone

from tests.vacancies.employers.conftest import OTHER, fewer
from vacancies.employers import actions, panels
from vacancies.models import EmployerRequest


def to_do(person):
    return [one.text for one in panels.own_to_do(person)]


def test_while_the_employer_thinks_nothing_is_asked(asked, anna):
    assert to_do(anna) == []


def test_nobody_has_to_ask(accepted, anna):
    assert to_do(anna) == []


def test_a_proposal_is_to_be_seen(asked, anna):
    actions.counter(asked, name="Jan Kuiper", version=asked.version, mask=OTHER, note="")

    assert to_do(anna) == ["See what your employer proposes"]


def test_an_employer_that_did_not_answer_is_asked_again(asked, anna):
    EmployerRequest.objects.update(expires_on=timezone.localdate() - timedelta(days=1))
    actions.expire_by_clock()

    assert to_do(anna) == ["Ask your employer again"]


def test_what_changed_waits_for_a_yes_first(given, anna, bram):
    row = given.placement
    row.refresh_from_db()
    actions.change(row, change=fewer(row), by=bram, version=row.version)

    assert to_do(anna) == ["Look at what was changed, and agree"]
