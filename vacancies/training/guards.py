"""What a step needs before it can be taken (WEB 4.2.1 lid 2 and 3, 4.2.4, 4.2.5)."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext as _

from vacancies.codes import Need
from vacancies.lifecycles import TRAJECTORY, Side
from vacancies.models import Trajectory
from vacancies.routes.book import rule_book
from vacancies.routes.words import need_label
from vacancies.training import queries, standing
from vacancies.training.errors import RefusedError
from vacancies.training.milestones import JUDGED, LEVEL

STATEMENT: Final = LEVEL | JUDGED | {Need.NO_TEACHER_DIPLOMA, Need.STATEMENT_BY}
CONDUCT: Final = frozenset({Need.VOG_OK, Need.NOT_EXCLUDED})

NEEDED: Final[Mapping[str, frozenset[Need]]] = {
    "issue_statement": STATEMENT,
    "appoint": STATEMENT | CONDUCT | {Need.TERM_LEFT},
    "sign_agreement": frozenset({Need.TRAINING_AGREED}),
    "begin_training": CONDUCT | {Need.TRAINING_PLAN, Need.TRAINING_AGREED},
}


def lacking_for(trajectory: Trajectory, verb: str) -> tuple[Need, ...]:
    """What the law still asks before this step, in the order of the needs."""
    needed = NEEDED.get(verb)
    if not needed:
        return ()
    missing = standing.missing(queries.case_of(trajectory), rule_book())
    return tuple(need for need in Need if need in needed & missing)


def require(trajectory: Trajectory, verb: str, side: Side) -> None:
    """Raises IllegalTransitionError when the table has no such step from here for this side, else
    RefusedError with the names of what is missing."""
    TRAJECTORY.step(verb, trajectory.status, side)
    lacking = lacking_for(trajectory, verb)
    if lacking:
        names = "; ".join(need_label(need) for need in lacking)
        raise RefusedError(_("First this is needed: %(what)s.") % {"what": names})
