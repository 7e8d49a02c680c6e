"""The story of a pair: when it fitted, who was told when, and why not at once. Pure.

Rows that are there become one ordered list of typed events; the words stand apart in
`words/story.py`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from vacancies.matching.events import HURDLES_TO_SCHOOL, Event, Hurdle, Kind, Reader, may_hear
from vacancies.matching.telling import Told, read_of, tellings

OF_VERB: Final = {
    "vacancy.saved": Kind.VACANCY_CHANGED,
    "vacancy.extended": Kind.VACANCY_CHANGED,
    "vacancy.paused": Kind.VACANCY_PAUSED,
    "vacancy.resumed": Kind.VACANCY_RESUMED,
    "vacancy.closed": Kind.VACANCY_CLOSED,
    "vacancy.taken_down": Kind.VACANCY_TAKEN_DOWN,
    "profile.visible": Kind.PROFILE_SHOWN,
    "profile.paused": Kind.PROFILE_PAUSED,
    "profile.resumed": Kind.PROFILE_RESUMED,
    "profile.withdrawn": Kind.PROFILE_WITHDRAWN,
    "profile.hidden_from": Kind.HIDDEN,
    "profile.shown_to": Kind.SHOWN_AGAIN,
    "profile.week_saved": Kind.PROFILE_CHANGED,
    "profile.trade_saved": Kind.PROFILE_CHANGED,
    "profile.place_saved": Kind.PROFILE_CHANGED,
    "profile.functions_saved": Kind.PROFILE_CHANGED,
    "profile.employment_saved": Kind.PROFILE_CHANGED,
    "route_answers.saved": Kind.PROFILE_CHANGED,
    "match.dismissed": Kind.DISMISSED,
    "match.undismissed": Kind.BROUGHT_BACK,
    "match.relevant": Kind.RELEVANT,
    "match.rule_forgotten": Kind.RULE_FORGOTTEN,
}
ONCE_A_DAY: Final = frozenset({Kind.VACANCY_CHANGED, Kind.PROFILE_CHANGED})


@dataclass(frozen=True, slots=True)
class Apart:
    """A time in which the pair did not fit; `keys`: the musts that failed, none if one side was gone."""

    from_at: datetime
    until_at: datetime | None = None
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recorded:
    """An entry of the audit about one of the two sides, or about the match."""

    verb: str
    at: datetime
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """All that is kept about a pair."""

    opened_at: datetime | None = None
    matched_at: datetime | None = None
    seen_at: datetime | None = None
    invited_at: datetime | None = None
    said_yes_at: datetime | None = None
    took_yes_back_at: datetime | None = None
    answered_at: datetime | None = None
    school_told_at: datetime | None = None
    school_mailed_at: datetime | None = None
    told: tuple[Told, ...] = ()
    apart: tuple[Apart, ...] = ()
    recorded: tuple[Recorded, ...] = ()


@dataclass(frozen=True, slots=True)
class Muted:
    """A no to another vacancy that keeps this one from being told."""

    reason: str
    title: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How the two stand today; `fitted`: from when until when and what failed then, if they did.

    `mail_stopped_on`: since when the address takes no mail; `mail_rests_until`: the day of the first
    mail after a pause.
    """

    vacancy_status: str = "published"
    is_active: bool = True
    is_confirmed: bool = True
    visibility: str = "visible"
    is_hidden: bool = False
    musts_failed: int = 0
    is_matched: bool = True
    dismissed_for: str = ""
    muted: Muted | None = None
    wants_mail: bool = True
    mail_stopped_on: date | None = None
    mail_rests_until: date | None = None
    fitted: tuple[datetime, Apart] | None = None


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A hurdle with its number, its code, the moments between which it was not there, the day on
    which it ends or began, and the title of the vacancy that it comes from."""

    kind: Hurdle
    detail: str = ""
    number: int = 0
    between: tuple[datetime, datetime] | None = None
    day: date | None = None
    title: str = ""


def story_of(rows: Rows, *, reader: Reader) -> tuple[Event, ...]:
    """What happened, the first thing first, as far as this reader may know."""
    events = [
        *_moments(rows),
        *_lapses(rows.apart),
        *tellings(rows.told, reader),
        *read_of(rows.told, seen_at=rows.seen_at),
        *_recorded(rows),
    ]
    order = list(Kind)
    events.sort(key=lambda event: (event.at, order.index(event.kind)))
    heard = (_heard(event, reader) for event in events if may_hear(reader, event.kind))
    return tuple(_without_repeats(heard))


def obstacles_of(now: Standing, *, reader: Reader) -> tuple[Obstacle, ...]:
    """Why the pair does not meet, or why no mail comes, as far as this reader may know."""
    return tuple(
        one for one in _obstacles(now) if reader != Reader.SCHOOL or one.kind in HURDLES_TO_SCHOOL
    )


def _heard(event: Event, reader: Reader) -> Event:
    """What a mail server said is left out for all but a moderator."""
    return event if reader == Reader.DESK else replace(event, said="")


def _moments(rows: Rows) -> Iterator[Event]:
    moments = (
        (rows.opened_at, Kind.VACANCY_OPENED),
        (rows.matched_at, Kind.MATCHED),
        (rows.seen_at, Kind.SEEN),
        (rows.invited_at, Kind.INVITED),
        (rows.said_yes_at, Kind.SAID_YES),
        (rows.took_yes_back_at, Kind.TOOK_YES_BACK),
        (rows.answered_at, Kind.ANSWERED),
        (rows.school_told_at, Kind.SCHOOL_TOLD),
        (rows.school_mailed_at, Kind.SCHOOL_MAILED),
    )
    yield from (Event(at, kind) for at, kind in moments if at)


def fitted_before(matched_at: datetime, apart: Iterable[Apart]) -> tuple[datetime, Apart] | None:
    """Since when a pair fitted that fits no more, and how that ended; None while it fits."""
    since = matched_at
    for one in apart:
        if one.until_at is None:
            return since, one
        since = one.until_at
    return None


def _lapses(apart: Iterable[Apart]) -> Iterator[Event]:
    for one in apart:
        yield Event(one.from_at, Kind.LAPSED, ",".join(one.keys))
        if one.until_at:
            yield Event(one.until_at, Kind.FITS_AGAIN)


def _recorded(rows: Rows) -> Iterator[Event]:
    """What the audit says since the vacancy opened: before that, nothing could match."""
    for one in rows.recorded:
        kind = OF_VERB.get(one.verb)
        if kind and rows.opened_at and one.at >= rows.opened_at:
            yield Event(one.at, kind, one.detail)


def _without_repeats(events: Iterable[Event]) -> Iterator[Event]:
    """Many small changes on a day, with nothing between, are one."""
    before: Event | None = None
    for event in events:
        again = (
            before is not None
            and event.kind in ONCE_A_DAY
            and before.kind == event.kind
            and before.at.date() == event.at.date()
        )
        if not again:
            yield event
        before = event


def _obstacles(now: Standing) -> Iterator[Obstacle]:
    if now.vacancy_status == "paused":
        yield Obstacle(Hurdle.VACANCY_PAUSED)
    elif now.vacancy_status != "published":
        yield Obstacle(Hurdle.VACANCY_NOT_OPEN)
    yield from _obstacles_of_person(now)
    if now.musts_failed:
        yield Obstacle(Hurdle.BELOW_MUSTS, number=now.musts_failed)
    if now.fitted and now.fitted[1].keys:
        since, apart = now.fitted
        yield Obstacle(Hurdle.LAPSED, ",".join(apart.keys), between=(since, apart.from_at))
    if now.dismissed_for:
        yield Obstacle(Hurdle.DISMISSED, now.dismissed_for)
    if now.muted:
        yield Obstacle(Hurdle.MUTED, now.muted.reason, day=now.muted.until, title=now.muted.title)
    yield from _obstacles_to_mail(now)
    if not now.is_matched and _could_meet(now):
        yield Obstacle(Hurdle.NOT_MATCHED_YET)


def _obstacles_of_person(now: Standing) -> Iterator[Obstacle]:
    if not now.is_active:
        yield Obstacle(Hurdle.ACCOUNT_OFF)
    elif not now.is_confirmed:
        yield Obstacle(Hurdle.ACCOUNT_UNCONFIRMED)
    if now.visibility == "draft":
        yield Obstacle(Hurdle.PROFILE_DRAFT)
    elif now.visibility == "paused":
        yield Obstacle(Hurdle.PROFILE_PAUSED)
    if now.is_hidden:
        yield Obstacle(Hurdle.HIDDEN)


def _obstacles_to_mail(now: Standing) -> Iterator[Obstacle]:
    """An address that takes no mail comes first: what somebody wants does not matter then."""
    if now.mail_stopped_on:
        yield Obstacle(Hurdle.NO_ADDRESS, day=now.mail_stopped_on)
    elif not now.wants_mail:
        yield Obstacle(Hurdle.NO_MAIL)
    elif now.mail_rests_until:
        yield Obstacle(Hurdle.MAIL_RESTS, day=now.mail_rests_until)


def _could_meet(now: Standing) -> bool:
    is_shown = now.is_active and now.is_confirmed and now.visibility == "visible"
    return (
        now.vacancy_status == "published"
        and is_shown
        and not now.is_hidden
        and not now.musts_failed
    )
