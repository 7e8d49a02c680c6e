"""From a verdict to sentences: the one place where a route is told to a person or a school."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vacancies.codes import Need, Route
from vacancies.routes.facts import Block
from vacancies.routes.rulebook import RuleBook
from vacancies.routes.verdict import Reason, Status, Verdict
from vacancies.routes.words.clocks import TermWords, term_words
from vacancies.routes.words.limits import LimitWords, limit_words
from vacancies.routes.words.needs import NeedWords, need_words
from vacancies.routes.words.routes import RouteWords, route_words
from vacancies.routes.words.sources import SourceWords, source_words
from vacancies.routes.words.voice import (
    Text,
    Voice,
    day_of,
    in_running_text,
    joined,
)
from vacancies.routes.words.warnings import CautionWords, caution_words, reason_words

GROUPS: Final[dict[Status, Text]] = {
    Status.OPEN: gettext_lazy("This is possible now"),
    Status.OPEN_IF: gettext_lazy("This is possible if …"),
    Status.CLOSED: gettext_lazy("This is not possible yet"),
}
SHORT: Final[dict[Status, Text]] = {
    Status.OPEN: gettext_lazy("Possible now"),
    Status.OPEN_IF: gettext_lazy("Possible if …"),
    Status.CLOSED: gettext_lazy("Not possible yet"),
}
FINAL: Final = frozenset({Need.NOT_EXCLUDED, Need.NO_TEACHER_DIPLOMA})
OF_THE_PLAN: Final = frozenset(
    {
        Need.AVG_HOURS,
        Need.TERM_LEFT,
        Need.ONLY_SPECIFIC_PARTS,
        Need.CONTRACT_ONLY,
        Need.NO_TEACHING_WORK,
    }
)


@dataclass(frozen=True, slots=True)
class VerdictWords:
    """A verdict in the active language, for one voice. Lists keep the order of the verdict.

    `heading` ends in "…" where `summary` goes on; `line` is both in one sentence.
    """

    route: RouteWords
    status: Status
    heading: str
    summary: str
    line: str
    missing_person: tuple[NeedWords, ...]
    missing_school: tuple[NeedWords, ...]
    board_judges: tuple[NeedWords, ...]
    warnings: tuple[CautionWords, ...]
    reason: str
    opens_on: str
    limit: LimitWords | None
    term: TermWords | None
    source: SourceWords

    @property
    def missing(self) -> tuple[NeedWords, ...]:
        """All that is missing: the person's part first; what both sign stands there once."""
        rows = (*self.missing_person, *self.missing_school, *self.board_judges)
        return tuple(dict.fromkeys(rows))


def told(
    verdict: Verdict, *, voice: Voice | str, book: RuleBook, on: date, block: Block | None = None
) -> VerdictWords:
    """Say a verdict to the person or to the school, with the numbers of this day.

    With the `block` that was asked, budget and months start on its first day, else on `on`.
    """
    voice = Voice(voice)
    start_on = (block.start_on if block else None) or on
    needs = partial(_needs, voice=voice, book=book, on=on)
    words = partial(need_words, voice=voice, book=book, on=on)
    heading = heading_of(verdict)
    summary = _summary(verdict, voice, [words(need) for need in _in_order(verdict)])
    return VerdictWords(
        route=route_words(verdict.route, voice=voice, book=book, on=on),
        status=verdict.status,
        heading=heading,
        summary=summary,
        line=_line(verdict.status, heading, summary),
        missing_person=needs(verdict.missing_person),
        missing_school=needs(verdict.missing_school),
        board_judges=needs(verdict.board_judges),
        warnings=tuple(
            caution_words(code, voice=voice, book=book, on=on) for code in verdict.warnings
        ),
        reason=reason_words(verdict.reason, voice=voice) if verdict.reason else "",
        opens_on=_opens_on(verdict),
        limit=_limit(verdict, book, start_on),
        term=term_words(
            verdict,
            voice=voice,
            on=on,
            start_on=start_on,
            begins=book.month_day("study_year_start", on),
        ),
        source=source_words(Route(verdict.route), book=book, on=on),
    )


def group_heading(status: Status | str) -> str:
    """The heading above all verdicts of one status."""
    return str(GROUPS[Status(status)])


def status_label(status: Status | str) -> str:
    """The status in two or three words, for the ladder and for lists."""
    return str(SHORT[Status(status)])


def heading_of(verdict: Verdict) -> str:
    """The heading of one verdict: a plan that can change, a fact that stays, or simply not yet."""
    if verdict.status is not Status.CLOSED:
        return group_heading(verdict.status)
    if verdict.codes & FINAL:
        return _("This is not possible, because …")
    if verdict.codes <= OF_THE_PLAN:
        return _("This is not possible in this way, because …")
    return _("This is not possible yet, because …")


def _summary(verdict: Verdict, voice: Voice, missing: list[NeedWords]) -> str:
    if verdict.reason is Reason.NOT_NEEDED:
        return reason_words(verdict.reason, voice=voice)
    if verdict.status is Status.CLOSED:
        return _as_sentence(joined([words.because for words in missing]))
    possible = _possible(voice)
    if verdict.status is Status.OPEN:
        return possible
    return f"{possible} {_still_needed(verdict, voice)}"


def _possible(voice: Voice) -> str:
    if voice is Voice.SCHOOL:
        return _("A possible route. Your school assesses and decides.")
    return _("A possible route for you. The school assesses it.")


def _still_needed(verdict: Verdict, voice: Voice) -> str:
    """How many things are still to be done, and by whom."""
    person = len(verdict.missing_person)
    school = len({*verdict.missing_school, *verdict.board_judges})
    if voice is Voice.SCHOOL:
        of_person = ngettext(
            "%(n)d thing from the professional", "%(n)d things from the professional", person
        )
        of_school = ngettext("%(n)d from your school", "%(n)d from your school", school)
        only_school = ngettext(
            "%(n)d thing from your school", "%(n)d things from your school", school
        )
    else:
        of_person = ngettext("%(n)d thing from you", "%(n)d things from you", person)
        of_school = ngettext("%(n)d from the school", "%(n)d from the school", school)
        only_school = ngettext(
            "%(n)d thing from the school", "%(n)d things from the school", school
        )
    parts = [of_person % {"n": person}] if person else []
    parts += [(of_school if person else only_school) % {"n": school}] if school else []
    return _("Still needed: %(parts)s.") % {"parts": _(" and ").join(parts)}


def _line(status: Status, heading: str, summary: str) -> str:
    """Heading and summary as one text that stands by itself."""
    if status is Status.CLOSED:
        return f"{heading.removesuffix(' …')} {in_running_text(summary)}."
    return summary if status is Status.OPEN_IF else f"{heading}. {summary}"


def _as_sentence(clause: str) -> str:
    return f"{clause[:1].upper()}{clause[1:]}." if clause else ""


def _opens_on(verdict: Verdict) -> str:
    if verdict.opens_on is None:
        return ""
    return _("Possible from %(day)s at the earliest.") % {"day": day_of(verdict.opens_on)}


def _limit(verdict: Verdict, book: RuleBook, start_on: date) -> LimitWords | None:
    if verdict.limit is None:
        return None
    return limit_words(verdict.limit, verdict.remedies, book=book, on=start_on)


def _in_order(verdict: Verdict) -> Iterable[Need]:
    every = (*verdict.missing_person, *verdict.missing_school, *verdict.board_judges)
    return dict.fromkeys(every)


def _needs(
    needs: Iterable[Need], *, voice: Voice, book: RuleBook, on: date
) -> tuple[NeedWords, ...]:
    return tuple(need_words(need, voice=voice, book=book, on=on) for need in needs)
