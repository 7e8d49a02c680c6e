"""No more mails a second than the server may get, counted where the server counts."""

import time

import pytest

from accounts.notifications import pace
from accounts.notifications.pace import Slots


class Clock:
    """A steady clock that moves only when somebody sleeps, or a mail takes its time."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(pace, "time", clock)
    pace._answered.clear()
    yield clock
    pace._answered.clear()


def send(clock: Clock, slots: Slots, takes_s: list[float]) -> list[float]:
    """The moments of the answers: the latest at which the server counts a mail."""
    answered = []
    for seconds in takes_s:
        if slots.wait():
            clock.sleep(seconds)
            answered.append(clock.now)
    return answered


def most_in_a_second(moments: list[float]) -> int:
    return max(sum(start <= one < start + 1 for one in moments) for start in moments)


def test_without_a_limit_nobody_waits():
    began = time.monotonic()
    slots = Slots(0, 0, 3)

    assert all(slots.wait() for _mail in range(500))
    assert time.monotonic() - began < 1


def test_mails_leave_at_the_pace(clock):
    answered = send(clock, Slots(1000.0, 10, 30), [0.001] * 30)

    assert len(answered) == 30
    assert answered[-1] == pytest.approx(1002.9, abs=0.11)
    assert most_in_a_second(answered) == 10


@pytest.mark.parametrize("slow", [0.0, 0.05, 0.099, 0.25])
def test_a_late_answer_is_followed_by_no_burst(clock, slow):
    """Every seventh mail takes longer; no second sees more than ten."""
    takes = [slow if number % 7 == 0 else 0.001 for number in range(100)]

    answered = send(clock, Slots(1000.0, 10, 100), takes)

    assert most_in_a_second(answered) <= 10
    assert len(answered) >= 60


def test_the_next_batch_remembers_the_last(clock):
    first = send(clock, Slots(1000.0, 10, 10), [0.001] * 9 + [0.099])
    second = send(clock, Slots(clock.now, 10, 10), [0.001] * 10)

    assert most_in_a_second(first + second) <= 10


def test_moments_that_passed_are_gone(clock):
    slots = Slots(1000.0, 10, 10)
    clock.sleep(0.55)

    assert len(send(clock, slots, [0.001] * 10)) == 5
    assert not slots.wait()
