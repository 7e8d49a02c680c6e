"""A statement that PostgreSQL works on while one goes on; on SQLite it is never sent."""

import pytest
from django.db import DataError, connection
from psycopg.pq import TransactionStatus

from accounts.notifications import ahead

pytestmark = pytest.mark.django_db


def test_its_row_comes_back_as_text():
    asked = ahead.ask("SELECT $1::text, $2::bigint + 1, NULL", ["één", "41"])

    assert asked.row() == ("één", "42", "")


def test_no_row_is_none():
    assert ahead.ask("SELECT 1 WHERE $1::text = ''", ["something"]).row() is None


def test_it_is_under_way_until_its_row_is_fetched():
    connection.ensure_connection()
    line = connection.connection.pgconn

    asked = ahead.ask("SELECT $1::text", ["a"])

    assert line.transaction_status == TransactionStatus.ACTIVE
    asked.row()
    assert line.transaction_status != TransactionStatus.ACTIVE


def test_the_same_statement_is_planned_once():
    twice = "SELECT $1::text || $1::text"

    for word in ("one", "two"):
        assert ahead.ask(twice, [word]).row() == (word * 2,)

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement = %s", [twice])
        assert cursor.fetchone() == (1,)


def test_its_error_is_one_of_djangos():
    asked = ahead.ask("SELECT 1 / $1::int", ["0"])

    with pytest.raises(DataError):
        asked.row()


def test_what_cannot_be_planned_is_not_sent():
    assert ahead.ask("SELECT nothing FROM nowhere", []) is None


@pytest.mark.django_db(transaction=True)
def test_nothing_is_sent_over_a_connection_that_is_gone():
    connection.ensure_connection()
    connection.connection.close()

    assert ahead.ask("SELECT $1::text", ["a"]) is None

    connection.close()
    assert ahead.ask("SELECT $1::text", ["a"]) is None
