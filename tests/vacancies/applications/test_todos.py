"""What HR does next: the list asks it of all rows at once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories
from vacancies.applications import actions, todos
from vacancies.enums import ApplicationStatus
from vacancies.lifecycles import Side
from vacancies.models import Application


def _row(vacancy, **values):
    row = factories.ApplicationFactory(vacancy=vacancy, **values)
    return Application.objects.select_related("vacancy").get(pk=row.pk)


@pytest.mark.parametrize(
    ("days", "rank"), [(-1, todos.LATE), (0, todos.SOON), (7, todos.SOON), (8, todos.WAITS)]
)
def test_an_answer_is_more_urgent_as_its_day_comes_near(vacancy, days, rank):
    day = timezone.localdate() + timedelta(days=days)
    type(vacancy).objects.update(answer_by=day)
    row = _row(vacancy)

    todo = todos.to_do([row])[row.pk]

    assert (todo.rank, todo.due_on) == (rank, day)


def test_a_message_goes_before_the_next_step(vacancy):
    row = _row(vacancy, status=ApplicationStatus.TALKING)
    assert todos.to_do([row])[row.pk].rank == todos.TALKS

    person = row.professional.user
    actions.write(row, side=Side.PROFESSIONAL, text="Wanneer kan ik komen?", by=person)

    assert todos.to_do([row])[row.pk].rank == todos.UNREAD


def test_what_ended_asks_nothing(vacancy):
    row = _row(vacancy, status=ApplicationStatus.DECLINED)

    assert todos.to_do([row]) == {}


@pytest.mark.parametrize("count", [1, 5])
def test_a_list_is_one_query(vacancy, count, django_assert_num_queries):
    rows = [_row(vacancy) for _ in range(count)]

    with django_assert_num_queries(1):
        todos.to_do(rows)
