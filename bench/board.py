"""How long the board of HR takes with two hundred trajectories, and how many queries.

    .venv/bin/python bench/board.py --trajectories 200

Prints both; exits 1 where there are too many queries. `bench/README.md` explains.
"""

from __future__ import annotations

import statistics
import sys
from datetime import timedelta

from measuring import milliseconds, options_of, verdict
from scratch import scratch_database

MOST_QUERIES = 5
PHASES = ("matched", "suitability_check", "appointed", "in_training", "paused")


def main() -> int:
    options = options_of(__doc__)
    options.add_argument("--trajectories", type=int, default=200)
    options.add_argument("--rounds", type=int, default=7)
    chosen = options.parse_args()
    with scratch_database(chosen.database) as vendor:
        return measure(vendor, chosen.trajectories, chosen.rounds)


def measure(vendor: str, count: int, rounds: int) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    load(count)
    with CaptureQueriesContext(connection) as told:
        shown = read()
    took = [milliseconds(read)[0] for _round in range(rounds)]
    middle = statistics.median(took)
    print(f"{vendor}: {shown} trajectories, {len(told)} queries, {middle:.0f} ms (median)")
    return verdict(problems(shown, count, len(told)))


def problems(shown: int, count: int, queries: int) -> list[str]:
    found = []
    if shown != count:
        found.append(f"{shown} of {count} are shown")
    if queries > MOST_QUERIES:
        found.append(f"{queries} queries, at most {MOST_QUERIES}")
    return found


def read() -> int:
    """The board as the page reads it."""
    from django.utils import timezone

    from accounts.models import Institution
    from vacancies.training.board import Asked, Board

    board = Board(Institution(pk=1), Asked(), timezone.localdate())
    assert board.total
    return sum(len(one.entries) for one in board.sections)


def load(count: int) -> None:
    """One school with so many people on the way, spread over the phases."""
    from django.utils import timezone

    from accounts.models import Institution, Professional, User
    from vacancies.models import Milestone, Trajectory
    from vacancies.training.milestones import MILESTONES

    today = timezone.localdate()
    school = Institution.objects.create(
        pk=1, name="School", slug="school", kind="roc", holiday_region="north"
    )
    users = User.objects.bulk_create(
        User(email=f"p{number}@example.org", name=f"Person {number}") for number in range(count)
    )
    people = Professional.objects.bulk_create(Professional(user=user) for user in users)
    rows = Trajectory.objects.bulk_create(
        Trajectory(
            professional=person,
            institution=school,
            status=PHASES[number % len(PHASES)],
            holiday_region="north",
            starts_on=today,
        )
        for number, person in enumerate(people)
    )
    Milestone.objects.bulk_create(
        Milestone(
            trajectory=row,
            code=rule.code,
            owner=rule.owner,
            order=order,
            due_on=today + timedelta(days=5 * order + number % 30),
        )
        for number, row in enumerate(rows)
        for order, rule in enumerate(MILESTONES, start=1)
    )


if __name__ == "__main__":
    sys.exit(main())
