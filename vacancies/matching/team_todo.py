"""What the school still has to do for a team: what is done, what is under way, what is to do.

The routes are judged for the hours of the own part, as the page of each person has them for all.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from portal.kit.day_words import day_parts_text
from vacancies.codes import Need, Route, routes_of
from vacancies.enums import MatchState
from vacancies.matching.parts import Part
from vacancies.matching.team import Shared, Team
from vacancies.models import Match, PlannedBlock, Vacancy
from vacancies.routes.queries import block_of, verdicts
from vacancies.routes.verdict import Status, Verdict
from vacancies.routes.words import need_label, route_label

DONE, UNDER_WAY, TO_DO = "met", "partly", "missing"
WORDS: dict[str, str | Promise] = {
    DONE: gettext_lazy("Done"),
    UNDER_WAY: gettext_lazy("Under way"),
    TO_DO: gettext_lazy("To do"),
}


@dataclass(frozen=True)
class Todo:
    """One thing, with the state of its mark."""

    state: str
    text: str

    @property
    def word(self) -> str:
        return str(WORDS[self.state])


@dataclass(frozen=True)
class Chair:
    """A member of the team: letter, match and own part."""

    letter: str
    match: Match
    part: Part


def todos_of(vacancy: Vacancy, asked: Shared, team: Team, chairs: Sequence[Chair]) -> list[Todo]:
    """For this team, what is done first."""
    found = [*_routes(vacancy, chairs), *_answers(chairs), *_open(asked, team)]
    return sorted(found, key=lambda todo: list(WORDS).index(todo.state))


def _answers(chairs: Iterable[Chair]) -> Iterator[Todo]:
    said: dict[str, list[str]] = {DONE: [], UNDER_WAY: [], TO_DO: []}
    for chair in chairs:
        invited = UNDER_WAY if chair.match.invited_at else TO_DO
        state = DONE if chair.match.state == MatchState.INTERESTED else invited
        said[state].append(chair.letter)
    if yes := said[DONE]:
        words = ngettext("%(letters)s said yes.", "%(letters)s said yes.", len(yes))
        yield Todo(DONE, words % {"letters": _joined(yes)})
    if silent := said[UNDER_WAY]:
        words = ngettext(
            "%(letters)s is invited. There is no answer yet.",
            "%(letters)s are invited. There is no answer yet.",
            len(silent),
        )
        yield Todo(UNDER_WAY, words % {"letters": _joined(silent)})
    if waiting := said[TO_DO]:
        yield Todo(TO_DO, _("invite %(letters)s.") % {"letters": _joined(waiting)})


def _open(asked: Shared, team: Team) -> Iterator[Todo]:
    if team.lacking:
        left = day_parts_text(asked.day_parts_mask & ~team.covered_mask)
        words = _("find somebody for what is open, or ask fewer day-parts. Open: %(day_parts)s.")
        yield Todo(TO_DO, words % {"day_parts": left})
    if not team.fits_hours:
        yield Todo(TO_DO, _("ask other hours, or agree on hours with the team."))


def _routes(vacancy: Vacancy, chairs: Sequence[Chair]) -> Iterator[Todo]:
    planned = set(
        PlannedBlock.objects.filter(vacancy=vacancy).values_list("professional", flat=True)
    )
    ready = [one.letter for one in chairs if one.match.professional_id in planned]
    if ready:
        yield Todo(DONE, _("hours are planned for %(letters)s.") % {"letters": _joined(ready)})
    best = {one.letter: _best(vacancy, one) for one in chairs if one.letter not in ready}
    yield from _teacher(vacancy, best.values())
    yield from _possible(best)
    yield from _missing(best)


def _best(vacancy: Vacancy, chair: Chair) -> Verdict:
    """The nearest way that the vacancy accepts, for the hours of the own part."""
    block = block_of(vacancy, week_hours=Decimal(chair.part.hours) / 10)
    found = verdicts(
        chair.match.professional,
        vacancy=vacancy,
        institution=vacancy.institution,
        on=timezone.localdate(),
        block=block,
    )
    accepted = routes_of(vacancy.routes_mask)
    return next((one for one in found if one.route in accepted), found[0])


def _teacher(vacancy: Vacancy, best: Iterable[Verdict]) -> Iterator[Todo]:
    guests = any(one.route == Route.GUEST_TEACHER_SIX_HOURS for one in best)
    if guests and vacancy.named_teacher:
        words = _("%(teacher)s is named as the teacher who stays responsible.")
        yield Todo(DONE, words % {"teacher": vacancy.named_teacher})


def _possible(best: Mapping[str, Verdict]) -> Iterator[Todo]:
    routes: dict[Route, list[str]] = {}
    for letter, verdict in best.items():
        if verdict.status is Status.OPEN:
            routes.setdefault(verdict.route, []).append(letter)
    for route, letters in routes.items():
        words = _("a route is possible for %(letters)s: %(route)s.")
        yield Todo(DONE, words % {"letters": _joined(letters), "route": route_label(route)})


def _missing(best: Mapping[str, Verdict]) -> Iterator[Todo]:
    """What the routes ask of the school, once for all whom it concerns."""
    needs: dict[Need, list[str]] = {}
    for letter, verdict in best.items():
        for need in verdict.missing_school if verdict.status is Status.OPEN_IF else ():
            needs.setdefault(need, []).append(letter)
    for need, letters in needs.items():
        words = _("%(what)s, for %(letters)s.")
        yield Todo(
            TO_DO, words % {"what": _uncapped(need_label(need)), "letters": _joined(letters)}
        )
    waiting = {letter: one for letter, one in best.items() if one.status is Status.OPEN_IF}
    if judged := [letter for letter, one in waiting.items() if one.board_judges]:
        words = _("give your school's judgement on %(letters)s.")
        yield Todo(TO_DO, words % {"letters": _joined(judged)})
    if own := [letter for letter, one in waiting.items() if one.missing_person]:
        words = ngettext(
            "%(letters)s still arranges something for the route.",
            "%(letters)s still arrange something for the route.",
            len(own),
        )
        yield Todo(UNDER_WAY, words % {"letters": _joined(own)})
    if none := [letter for letter, one in best.items() if one.status is Status.CLOSED]:
        words = _("look for a route for %(letters)s. None is possible in this way.")
        yield Todo(TO_DO, words % {"letters": _joined(none)})


def _joined(letters: list[str]) -> str:
    return get_text_list(letters, _("and"))


def _uncapped(name: str) -> str:
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
