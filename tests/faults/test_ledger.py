"""What is counted is counted right: a harness that sees nothing proves nothing."""

import pytest

from bench.faults import ledger
from bench.faults.ledger import Taken


def taken(at: float, message_id: str, *numbers: int) -> Taken:
    return Taken(at, message_id, "anna@example.org", numbers)


def test_half_a_line_is_not_read_yet(tmp_path):
    path = tmp_path / "ledger.tsv"
    path.write_text("1.5\tone@x\tanna@example.org\t0000001,0000002\n2.5\ttwo@x\tan")

    assert ledger.read(path) == [Taken(1.5, "one@x", "anna@example.org", (1, 2))]


def test_no_ledger_is_no_mail(tmp_path):
    assert ledger.read(tmp_path / "none.tsv") == []


def test_delivered_are_the_notices_not_the_mails():
    assert ledger.delivered([taken(1, "one", 1, 2), taken(2, "two", 3)]) == {1, 2, 3}


def test_repeats_are_mails_under_a_known_name():
    mails = [taken(1, "one", 1), taken(2, "one", 1), taken(3, "one", 1), taken(4, "two", 2)]

    assert ledger.repeats(mails) == 2
    assert ledger.told_twice(mails) == []


def test_a_notice_in_two_mails_is_told_twice():
    assert ledger.told_twice([taken(1, "one", 1, 7), taken(2, "two", 7)]) == [7]


@pytest.mark.parametrize(
    ("moments", "most"),
    [((), 0), ((1.0,), 1), ((1.0, 2.0, 3.0), 1), ((1.0, 1.5, 1.99, 2.1), 3), ((0.9, 1.1, 2.2), 2)],
)
def test_busiest_second_slides(moments, most):
    assert ledger.busiest_second([taken(at, str(at), 1) for at in moments]) == most
