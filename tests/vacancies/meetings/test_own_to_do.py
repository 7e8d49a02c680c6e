"""What a proposal of the school asks of the professional, in the list of everything."""

from datetime import timedelta

from django.utils import timezone

from tests.vacancies.meetings.conftest import propose_others
from vacancies.lifecycles import Side
from vacancies.meetings import panels
from vacancies.models import MeetingOption


def to_do(person):
    return list(panels.own_to_do(person))


def test_times_of_the_school_are_to_be_chosen(proposed, anna):
    (todo,) = to_do(anna)

    assert (todo.text, todo.rank) == ("Choose a time", panels.CHOOSE)
    assert str(proposed.public_id) in todo.url


def test_times_that_passed_ask_for_others(proposed, anna):
    then = timezone.now() - timedelta(days=2)
    for number, option in enumerate(proposed.options.all()):
        starts_at = then + timedelta(hours=number)
        MeetingOption.objects.filter(pk=option.pk).update(
            starts_at=starts_at, ends_at=starts_at + timedelta(minutes=30)
        )

    assert [one.text for one in to_do(anna)] == ["Propose other times"]


def test_own_times_and_an_appointment_ask_nothing(proposed, planned, anna):
    propose_others(proposed, planned(2, 4), anna.user, side=Side.PROFESSIONAL)
    assert to_do(anna) == []


def test_an_appointment_asks_nothing(agreed, anna):
    assert to_do(anna) == []
