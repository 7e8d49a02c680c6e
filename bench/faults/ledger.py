"""What the mail server wrote down, read back: the truth about a run."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Taken:
    """A mail that the server took: when, and the numbers of the notices in it."""

    at: float
    message_id: str
    recipient: str
    numbers: tuple[int, ...]


def read(path: Path) -> list[Taken]:
    """All whole lines so far."""
    if not path.exists():
        return []
    whole = path.read_text(encoding="utf-8").rpartition("\n")[0]
    return [taken_of(line) for line in whole.splitlines()]


def taken_of(line: str) -> Taken:
    at, message_id, recipient, numbers = line.split("\t")
    return Taken(
        float(at), message_id, recipient, tuple(int(one) for one in numbers.split(",") if one)
    )


def delivered(mails: Iterable[Taken]) -> set[int]:
    """The numbers of the notices that arrived."""
    return {number for mail in mails for number in mail.numbers}


def repeats(mails: Iterable[Taken]) -> int:
    """How many mails came once more under a Message-ID that had come already."""
    return sum(count - 1 for count in Counter(mail.message_id for mail in mails).values())


def told_twice(mails: Iterable[Taken]) -> list[int]:
    """Notices that came in two different mails: never right."""
    homes: dict[int, set[str]] = defaultdict(set)
    for mail in mails:
        for number in mail.numbers:
            homes[number].add(mail.message_id)
    return sorted(number for number, mails_of in homes.items() if len(mails_of) > 1)


def busiest_second(mails: Sequence[Taken]) -> int:
    """The most mails in any stretch of one second."""
    moments = sorted(mail.at for mail in mails)
    most, start = 0, 0
    for end, moment in enumerate(moments):
        while moments[start] <= moment - 1:
            start += 1
        most = max(most, end - start + 1)
    return most
