"""What people want by mail, for many of them at once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, NamedTuple

from accounts.enums import Category, Frequency
from accounts.models import MailRhythm, NoticePreference
from accounts.notifications.bulk import among
from accounts.notifications.planning import Wish

DEFAULTS: Final = {
    Category.MATCH: Frequency.DAILY,
    Category.ANSWER: Frequency.AT_ONCE,
    Category.VACANCY: Frequency.AT_ONCE,
    Category.PAPERS: Frequency.AT_ONCE,
    Category.ACCOUNT: Frequency.AT_ONCE,
    Category.NEWS: Frequency.NEVER,
}
NEVER_PAUSED: Final = frozenset({Category.ACCOUNT})


class Choice(NamedTuple):
    """How often somebody chose to get mail, and when that was chosen."""

    frequency: Frequency
    chosen_at: datetime


class Wanted(NamedTuple):
    """A choice to make: mail of this category this often, as a colleague if an institution is given."""

    category: Category
    institution_id: int | None
    frequency: Frequency


class Rhythm(NamedTuple):
    """When the digests of somebody come, and the day until which mail rests."""

    hour: int
    day: int
    paused_until: date | None


@dataclass(frozen=True)
class Choices:
    """What some people chose themselves."""

    rows: dict[tuple[int, str, int | None], Choice]

    def of(self, user_id: int, category: str, institution_id: int | None = None) -> Choice | None:
        """As a colleague of this institution, else in all cases; None: chose nothing."""
        own = self.rows.get((user_id, category, institution_id))
        return own or self.rows.get((user_id, category, None))


@dataclass(frozen=True)
class Wishes:
    """What some people want: what they chose, else what everybody gets at the start."""

    choices: Choices
    rhythms: dict[int, Rhythm]

    def of(self, user_id: int, category: str, institution_id: int | None = None) -> Wish:
        choice = self.choices.of(user_id, category, institution_id)
        frequency = choice.frequency if choice else DEFAULTS[Category(category)]
        rhythm = self.rhythms.get(user_id)
        if rhythm is None:
            return Wish(frequency.value)
        paused_until = None if category in NEVER_PAUSED else rhythm.paused_until
        return Wish(frequency.value, rhythm.hour, rhythm.day, paused_until)


def choices_of(user_ids: Collection[int]) -> Choices:
    """What these people chose: one statement."""
    rows = NoticePreference.objects.filter(user__in=among(user_ids)).values_list(
        "user_id", "category", "institution_id", "frequency", "chosen_at"
    )
    return Choices(
        {
            (user_id, category, institution_id): Choice(Frequency(frequency), chosen_at)
            for user_id, category, institution_id, frequency, chosen_at in rows
        }
    )


def rhythms_of(user_ids: Collection[int]) -> dict[int, Rhythm]:
    """The rhythms of those of these people who chose one: one statement."""
    rows = MailRhythm.objects.filter(user__in=among(user_ids)).values_list(
        "user_id", "digest_hour", "digest_day", "paused_until"
    )
    return {user_id: Rhythm(hour, day, until) for user_id, hour, day, until in rows}


def wishes_for(user_ids: Collection[int]) -> Wishes:
    """What these people want, of every category: two statements."""
    return Wishes(choices_of(user_ids), rhythms_of(user_ids))


def frequencies_for(user_ids: Collection[int]) -> Wishes:
    """How often these people want mail, whenever that comes: one statement."""
    return Wishes(choices_of(user_ids), {})
