"""The answer of the check as a page shows it: functions by status, nearest first, and a ladder."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.enums import Level
from accounts.profiles.words import FUNCTIONS as EXPLAINED
from vacancies.routes import words
from vacancies.routes.check import EXEMPTIONS, Answers, block_of, nearness, verdicts_of
from vacancies.routes.facts import Function
from vacancies.routes.rulebook import RuleBook
from vacancies.routes.verdict import Status, Verdict
from vacancies.routes.words import NeedWords, VerdictWords, Voice
from vacancies.routes.words.voice import clock_hours, day_of, weeks

SHOWN_AT_ONCE: Final = 4
MARKS: Final = {Status.OPEN: "met", Status.OPEN_IF: "partly", Status.CLOSED: "missing"}
CLASSES: Final = {Status.OPEN: "open", Status.OPEN_IF: "if", Status.CLOSED: "closed"}
LADDER: Final = (
    Function.PRACTICE_COACH,
    Function.GUEST_TEACHER,
    Function.INSTRUCTOR,
    Function.TEACHER,
)
AS: Final[dict[Function, str | Promise]] = {
    Function.PRACTICE_COACH: gettext_lazy("a practice coach"),
    Function.GUEST_TEACHER: gettext_lazy("a guest teacher"),
    Function.INSTRUCTOR: gettext_lazy("an instructor"),
    Function.TEACHER: gettext_lazy("a teacher"),
    Function.CONTRACT_TRAINER: gettext_lazy("a trainer in company courses"),
    Function.WORKPLACE_TRAINER: gettext_lazy("a workplace trainer"),
    Function.OTHER_STAFF: gettext_lazy("a supporter of students and teachers"),
}


@dataclass(frozen=True, slots=True)
class RouteRow:
    """One verdict in words, as the page lays it out."""

    told: VerdictWords

    @property
    def mark(self) -> str:
        return MARKS[self.told.status]

    @property
    def first(self) -> tuple[NeedWords, ...]:
        return self.told.missing[:SHOWN_AT_ONCE]

    @property
    def more(self) -> tuple[NeedWords, ...]:
        return self.told.missing[SHOWN_AT_ONCE:]

    @property
    def is_up_to_school(self) -> bool:
        """Nothing is asked of the person any more; a school still has to do its part."""
        return self.told.status is Status.OPEN_IF and not self.told.missing_person


@dataclass(frozen=True, slots=True)
class FunctionRow:
    """A function: its best route, what a smaller plan would open, and the other routes."""

    function: Function
    label: str
    best: RouteRow
    over: tuple[RouteRow, ...]
    others: tuple[RouteRow, ...]
    is_exception: bool


@dataclass(frozen=True, slots=True)
class Group:
    """All functions of one status."""

    status: Status
    heading: str
    rows: tuple[FunctionRow, ...]

    @property
    def mark(self) -> str:
        return MARKS[self.status]

    @property
    def css(self) -> str:
        return CLASSES[self.status]


@dataclass(frozen=True, slots=True)
class Tread:
    """One step of the ladder; `is_start`: here the small first step is."""

    label: str
    what: str
    css: str
    mark: str
    status: str
    step: str
    is_start: bool
    is_asked: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything on the page of the answer."""

    title: str
    recap: str
    gaps: tuple[tuple[str, str], ...]
    groups: tuple[Group, ...]
    ladder: tuple[Tread, ...]
    on: date

    @property
    def rows(self) -> tuple[FunctionRow, ...]:
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def said(self) -> str:
        """One line for who hears that the answer changed."""
        return ". ".join(
            f"{group.heading.removesuffix(' …')}: {', '.join(row.label for row in group.rows)}"
            for group in self.groups
        )


def outcome_of(answers: Answers, *, on: date, book: RuleBook, banned: bool = False) -> Outcome:
    """Judge every function that is asked or on the ladder, and say it."""

    def near(function: Function) -> tuple[int, bool, bool, int]:
        """Who does not know what to do reads the ladder first."""
        rank, is_exception, codes = nearness(found[function][0])
        return rank, is_exception, not answers.functions and function not in LADDER, codes

    judge = partial(verdicts_of, answers, on=on, book=book, banned=banned)
    found = {one: judge(one) for one in dict.fromkeys((*answers.asked, *LADDER))}
    rows = [_row(one, found[one], answers, on, book) for one in sorted(answers.asked, key=near)]
    groups = tuple(
        Group(status, words.group_heading(status), tuple(of_status))
        for status, of_status in groupby(rows, key=lambda row: row.best.told.status)
    )
    return Outcome(
        title=_title(rows[0]),
        recap=recap_of(answers),
        gaps=tuple(gaps_of(answers, banned=banned)),
        groups=groups,
        ladder=_ladder(found, answers, on, book),
        on=on,
    )


def route_row(
    verdict: Verdict, answers: Answers, function: Function, on: date, book: RuleBook
) -> RouteRow:
    """A verdict in words, said to the person."""
    block = block_of(answers, function)
    return RouteRow(words.told(verdict, voice=Voice.PERSON, book=book, on=on, block=block))


def recap_of(answers: Answers) -> str:
    """What was told, in two short sentences."""
    have = [str(Level(answers.level).label)] if answers.level else []
    if answers.since:
        have.append(_("practice since %(year)d") % {"year": answers.since.year})
    elif answers.years is not None:
        years = answers.years
        have.append(
            ngettext("%(n)d year of practice", "%(n)d years of practice", years) % {"n": years}
        )
    want = (
        [_("%(hours)s a week") % {"hours": clock_hours(answers.week_hours)}]
        if answers.week_hours
        else []
    )
    want += [weeks(answers.weeks)] if answers.weeks else []
    want += [_("from %(day)s") % {"day": day_of(answers.start_on)}] if answers.start_on else []
    said = [_("You have: %(what)s.") % {"what": ", ".join(have)}] if have else []
    said += [_("You want: %(what)s.") % {"what": ", ".join(want)}] if want else []
    return " ".join(said)


def gaps_of(answers: Answers, *, banned: bool = False) -> Iterable[tuple[str, str]]:
    """What was not told and would make the answer sharper: the question and what it is about."""
    if answers.level is None:
        yield "level", _("your highest diploma")
    if answers.papers is None:
        yield "papers", _("which papers to teach you have")
    if answers.abroad is None:
        yield "abroad", _("whether you have a diploma from abroad")
    if answers.years is None and answers.since is None:
        yield "years", _("how long you have done this work")
    if answers.clock_hours_year is None:
        yield "week_hours", _("how many hours and weeks you want")
    if answers.has_vog is None:
        yield "vog", _("whether you have a VOG")
    if not answers.declares_no_ban and not banned:
        yield "ban", _("whether a judge barred you")


def _row(
    function: Function, verdicts: Sequence[Verdict], answers: Answers, on: date, book: RuleBook
) -> FunctionRow:
    said = [route_row(one, answers, function, on, book) for one in verdicts]
    best, *rest = said
    over = tuple(row for row in rest if row.told.limit and row.told.limit.is_over)
    return FunctionRow(
        function=function,
        label=words.function_label(function),
        best=best,
        over=over,
        others=tuple(row for row in rest if row not in over),
        is_exception=verdicts[0].route in EXEMPTIONS,
    )


def _title(nearest: FunctionRow) -> str:
    """The answer in one sentence: it never says more than that a route is possible."""
    what = {"function": AS[nearest.function]}
    if nearest.best.told.status is Status.OPEN:
        return _("Yes, there is a possible route. You can begin as %(function)s.") % what
    if nearest.best.told.status is Status.OPEN_IF:
        return _("There is a possible route. You could begin as %(function)s.") % what
    return _("There is no route yet. Here is what would open one.")


def _ladder(
    found: dict[Function, tuple[Verdict, ...]], answers: Answers, on: date, book: RuleBook
) -> tuple[Tread, ...]:
    best = {one: found[one][0] for one in LADDER}
    reachable = [one for one in LADDER if best[one].status is not Status.CLOSED]
    treads = []
    for function in LADDER:
        verdict = best[function]
        route = words.route_words(verdict.route, voice=Voice.PERSON, book=book, on=on)
        treads.append(
            Tread(
                label=words.function_label(function),
                what=str(EXPLAINED[function]),
                css=CLASSES[verdict.status],
                mark=MARKS[verdict.status],
                status=words.status_label(verdict.status),
                step=route.next_step,
                is_start=function in reachable[:1],
                is_asked=function in (answers.functions or ()),
            )
        )
    return tuple(treads)
