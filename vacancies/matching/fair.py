"""Fair share among schools where few fit on a page: nobody drowns the others, nothing is lost."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from typing import Final, TypeVar

IN_A_ROUND: Final = 3  # of one school, before the others had their turn
AT_ONCE_A_DAY: Final = 3  # mails about one school, before its next ones wait for the daily mail

Row = TypeVar("Row")


def shared(rows: Iterable[Row], *, of: Callable[[Row], Hashable]) -> list[Row]:
    """The same rows in rounds: each school gives its best three, then its next three, and so on.

    Inside a round the given order stays, best first. So the first ten hold at most three of one
    school as long as others have something to show, and the same rows always come out the same.
    """
    given: Counter[Hashable] = Counter()
    turns: list[tuple[int, Row]] = []
    for row in rows:
        turns.append((given[of(row)] // IN_A_ROUND, row))
        given[of(row)] += 1
    return [row for _turn, row in sorted(turns, key=lambda turn: turn[0])]
