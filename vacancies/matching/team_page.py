"""Samen één vacature, as its page shows it: the team, who does what, what stays open, who else."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict

from vacancies.matching import rows, teams
from vacancies.matching import team_words as words
from vacancies.matching.parts import Part, parts_of
from vacancies.matching.rows import CandidateRow
from vacancies.matching.team import LARGEST, Shared, Team, team_of
from vacancies.matching.team_search import best_team, other_teams
from vacancies.matching.team_todo import Chair, Todo, todos_of
from vacancies.models import Match, Vacancy

LETTERS: Final = "abc"
NO_PARTS: Final = dict.fromkeys(LETTERS, 0)
OTHERS_SHOWN: Final = 2
MOST_REFUSED: Final = 30


@dataclass(frozen=True)
class Wanted:
    """Whom HR keeps in the team and whom it leaves out, as the address says it."""

    kept: tuple[UUID, ...] = ()
    without: tuple[UUID, ...] = ()

    @classmethod
    def of(cls, given: QueryDict) -> "Wanted":
        """What cannot be a person is passed over."""
        without = tuple(_uuids(given.getlist("zonder")))[:MOST_REFUSED]
        kept = [one for one in _uuids(given.getlist("met")) if one not in without]
        return cls(tuple(kept)[:LARGEST], without)

    @property
    def query(self) -> str:
        pairs = [("met", one) for one in self.kept] + [("zonder", one) for one in self.without]
        return urlencode(pairs)

    def __bool__(self) -> bool:
        return bool(self.kept or self.without)


@dataclass(frozen=True)
class Seat:
    """One member of the team: no name, a letter."""

    letter: str
    row: CandidateRow
    mask: int
    hours: str
    elsewhere_mask: int
    swap: str

    @property
    def is_told(self) -> bool:
        return self.row.interested or self.row.match.invited_at is not None

    @property
    def masks(self) -> dict[str, int]:
        """The own part, for a small drawing."""
        return NO_PARTS | {self.letter: self.mask}

    @property
    def day_parts(self) -> str:
        return words.day_parts(self.mask)


@dataclass(frozen=True)
class Other:
    """Another team, to look at."""

    title: str
    text: str
    query: str
    masks: dict[str, int]
    open_mask: int


@dataclass(frozen=True)
class TeamPage:
    """All that the page shows; without seats nobody fits."""

    title: str
    lead: str
    asked_mask: int
    masks: dict[str, int]
    seats: tuple[Seat, ...] = ()
    bar: tuple[float, ...] = ()
    hours: str = ""
    hours_asked: str = ""
    hours_each: str = ""
    todos: tuple[Todo, ...] = ()
    others: tuple[Other, ...] = ()
    is_whole: bool = False
    is_chosen: bool = False

    @property
    def to_invite(self) -> int:
        return sum(not seat.is_told for seat in self.seats)

    @property
    def invite_label(self) -> str:
        return words.invite_label(self.to_invite, len(self.seats))


def page_of(vacancy: Vacancy, wanted: Wanted) -> TeamPage:
    """The best team with whom HR keeps and without whom it leaves out."""
    asked = teams.asked_of(vacancy)
    pool = teams.pool_of(vacancy, without=wanted.without)
    kept = teams.members_of(vacancy, wanted.kept) if wanted.kept else []
    team = best_team(asked, pool, kept=kept)
    if team is None:
        return TeamPage(words.nobody(), "", asked.day_parts_mask, NO_PARTS, is_chosen=bool(wanted))
    everyone = [*pool, *(one for one in kept if one not in pool)]
    others = other_teams(asked, everyone, team)[:OTHERS_SHOWN]
    shown = {one.id: one for every in (team, *others) for one in every.members}
    matches = {one.professional_id: one for one in teams.matches_of(vacancy, [*shown.values()])}
    return _page(vacancy, asked, team, others, matches, wanted)


def invitations(vacancy: Vacancy, wanted: Wanted) -> list[tuple[Match, int]]:
    """The matches of the people chosen, each with their part; none when somebody no longer fits."""
    asked, members = teams.asked_of(vacancy), teams.members_of(vacancy, wanted.kept)
    if not members or len(members) != len(set(wanted.kept)):
        return []
    parts = parts_of(asked, team_of(asked, members).members)
    matches = teams.matches_of(vacancy, [part.member for part in parts])
    return [(match, part.mask) for match, part in zip(matches, parts, strict=True)]


def _page(
    vacancy: Vacancy,
    asked: Shared,
    team: Team,
    others: Sequence[Team],
    matches: dict[int, Match],
    wanted: Wanted,
) -> TeamPage:
    parts = parts_of(asked, team.members)
    hours = [part.hours for part in parts]
    chairs = [
        Chair(letter.upper(), matches[part.member.id], part)
        for letter, part in zip(LETTERS, parts, strict=False)
    ]
    return TeamPage(
        title=words.title(asked, team),
        lead=words.lead(asked, team, is_chosen=bool(wanted)),
        asked_mask=_asked_to_show(asked, team),
        masks=_masks(parts),
        seats=_seats(parts, matches, wanted),
        bar=tuple(one / 10 for one in hours),
        hours=words.hours_of(sum(hours), asked),
        hours_asked=words.hours_asked(asked),
        hours_each=words.hours_each(hours),
        todos=tuple(todos_of(vacancy, asked, team, chairs)),
        others=tuple(_other(asked, team, one, matches) for one in others),
        is_whole=team.is_whole,
        is_chosen=bool(wanted),
    )


def _seats(parts: Sequence[Part], matches: dict[int, Match], wanted: Wanted) -> tuple[Seat, ...]:
    shown = [matches[part.member.id] for part in parts]
    ids = [match.professional.public_id for match in shown]
    return tuple(
        Seat(
            letter=letter,
            row=row,
            mask=part.mask,
            hours=words.clock_hours(part.hours),
            elsewhere_mask=row.explanation.free_mask & ~part.mask,
            swap=Wanted(
                tuple(one for one in ids if one != own),
                (*wanted.without, own)[-MOST_REFUSED:],
            ).query,
        )
        for letter, row, part, own in zip(
            LETTERS, rows.candidate_rows(shown), parts, ids, strict=False
        )
    )


def _other(asked: Shared, team: Team, other: Team, matches: dict[int, Match]) -> Other:
    ids = [matches[one.id].professional.public_id for one in other.members]
    return Other(
        title=words.title(asked, other),
        text=words.compared(asked, other, team),
        query=Wanted(tuple(ids)).query,
        masks=_masks(parts_of(asked, other.members)),
        open_mask=_asked_to_show(asked, other),
    )


def _masks(parts: Iterable[Part]) -> dict[str, int]:
    return NO_PARTS | {letter: part.mask for letter, part in zip(LETTERS, parts, strict=False)}


def _asked_to_show(asked: Shared, team: Team) -> int:
    """What is asked; of a team that has enough only what it covers, for nothing stays open."""
    return asked.day_parts_mask if team.lacking else team.covered_mask


def _uuids(texts: Iterable[str]) -> Iterable[UUID]:
    for text in texts:
        try:
            yield UUID(text)
        except ValueError:
            continue
