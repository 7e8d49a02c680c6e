"""On which judgements a suitability statement rests (WEB 4.2.4), and what rules it out. Pure.

The answer is the engine's: the verdict of a school that has everything else on paper.
"""

from dataclasses import dataclass, replace
from typing import Final

from vacancies.codes import Decision, Need, Route
from vacancies.routes.catalogue import RULE_OF
from vacancies.routes.engine import judge
from vacancies.routes.facts import Case, Record
from vacancies.routes.rulebook import RuleBook
from vacancies.routes.verdict import Status

ALWAYS: Final = (Decision.RELEVANCE_JUDGED, Decision.SUBJECT_JUDGED)
IN_TRAINING: Final = (Decision.TEACH_JUDGED, Decision.REACH_JUDGED)
ABOUT_LEVEL: Final = (
    Decision.LEVEL_JUDGED,
    Decision.FOREIGN_LEVEL_EQUAL,
    Decision.LEVEL_BASIS,
)
STATEMENT_ROUTES: Final = (Route.SUITABILITY_IN_TRAINING, Route.SUITABILITY_WITH_PDG)
PLANS: Final = (Decision.TRAINING_PLAN, Decision.TRAINING_AGREED)
BESIDE: Final = frozenset({Need.VOG_OK, Need.NOT_EXCLUDED, Need.TERM_LEFT})


@dataclass(frozen=True, slots=True)
class Grounds:
    """`asked`: judgements to be recorded with the statement; `held`: already there, with a yes.

    `obstacles`: facts that leave no room for a statement. `level_open`: on which diploma the level
    rests is not known, so the ground has to tell.
    """

    asked: tuple[Decision, ...]
    held: tuple[Decision, ...]
    obstacles: tuple[Need, ...]
    level_open: bool


def grounds_of(case: Case, route: Route, book: RuleBook) -> Grounds:
    """What has to be judged before this board can sign for this route."""
    needed = ALWAYS + (IN_TRAINING if route is Route.SUITABILITY_IN_TRAINING else ())
    judged = latest(case)
    verdict = judge([RULE_OF[route]], _with_all_but_level(case, needed, judged), book)[0]
    left = verdict.codes - BESIDE
    judging = left & set(verdict.board_judges) | (left - {Need.LEVEL_BASIS})
    about_level = tuple(one for one in ABOUT_LEVEL if Need(one) in judging or judged.get(one))
    every = needed + about_level
    closed = verdict.status is Status.CLOSED
    order = (*verdict.missing_person, *verdict.missing_school, *verdict.board_judges)
    return Grounds(
        asked=tuple(one for one in every if not judged.get(one)),
        held=tuple(one for one in every if judged.get(one)),
        obstacles=tuple(need for need in order if need in left) if closed else (),
        level_open=Need.LEVEL_BASIS in left and Need.LEVEL_BASIS in verdict.missing_person,
    )


def latest(case: Case) -> dict[Decision, bool]:
    """The newest yes or no of each kind by the day of the case."""
    records = sorted(case.board.records, key=lambda record: record.on)
    return {one.kind: one.yes for one in records if one.on <= case.on}


def _with_all_but_level(
    case: Case, needed: tuple[Decision, ...], judged: dict[Decision, bool]
) -> Case:
    """The same, with every signature and judgement a yes; a "no" about the level is asked anew."""
    given = (*needed, *PLANS, Decision.STATEMENT_BY)
    level = tuple(one for one in ABOUT_LEVEL if judged.get(one))
    records = tuple(Record(kind, case.on) for kind in (*given, *level))
    return replace(case, board=replace(case.board, records=records))
