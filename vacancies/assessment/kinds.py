"""What a school records about a person: each kind with its question. One table.

Judgements and signatures take the name that the need has everywhere else.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vacancies.codes import Decision, Need, Route
from vacancies.routes.catalogue import rules_for
from vacancies.routes.words import need_label
from vacancies.routes.words.sources import needs_of

Words = str | Promise


class Group(StrEnum):
    """In which part of the page a kind stands."""

    JUDGEMENT = "judgement"
    SIGNATURE = "signature"
    EXEMPTION = "exemption"
    EXTENSION = "extension"
    EARLIER = "earlier"


GROUP_NAMES: Final[dict[Group, Words]] = {
    Group.JUDGEMENT: _("Judgements of your school"),
    Group.SIGNATURE: _("Papers and signatures"),
    Group.EXEMPTION: _("Exemption"),
    Group.EXTENSION: _("Extension"),
    Group.EARLIER: _("Earlier work here"),
}


@dataclass(frozen=True)
class Kind:
    """One thing to record. `slug` stands in the address; `routes`: for which of these it holds.

    `about` names the numbers of the law; `spoken` fills them in.
    """

    code: Decision
    group: Group
    slug: str
    question: Words
    about: Words = ""
    own_label: Words = ""
    routes: tuple[Route, ...] = ()
    has_period: bool = False

    @property
    def label(self) -> str:
        return str(self.own_label) or need_label(Need(self.code))

    @property
    def need(self) -> Need | None:
        """Under which code it is missing in a verdict; None for time already worked."""
        if self.code in (Decision.EFFORT_BY_BOARD, Decision.EFFORT_BY_PERSON):
            return Need.EFFORT_STATEMENT
        return None if self.code is Decision.WORKED else Need(self.code)


JUDGEMENT, SIGNATURE, EXEMPTION, EXTENSION, EARLIER = Group
EXEMPTIONS: Final = (Route.TEMPORARY_EXEMPTION_TEACHER, Route.INSTRUCTOR_TEMPORARY_EXEMPTION)
WITH_TERM: Final = (Route.SUITABILITY_IN_TRAINING, *EXEMPTIONS)

KINDS: Final = (
    Kind(
        Decision.SPECIFIC_KNOWLEDGE_JUDGED, JUDGEMENT, "kennis-uit-werk",
        _("Does your school judge that the knowledge from work is enough for these lessons?"),
        _("For guest teachers from practice. The board judges; a talk with a teacher of the"
          " subject is often enough."),
    ),
    Kind(
        Decision.LEVEL_JUDGED, JUDGEMENT, "hbo-niveau",
        _("Does your school judge that training and practice together make an hbo-like level?"),
        _("Only for somebody without a diploma of hbo or university, after"
          " %(practice_years_min)s in the occupation."),
    ),
    Kind(
        Decision.FOREIGN_LEVEL_EQUAL, JUDGEMENT, "buitenlands-niveau",
        _("Does your school judge that the diploma from abroad equals a Dutch one of hbo?"),
        _("Not needed when there is a rating of the diploma."),
    ),
    Kind(
        Decision.LEVEL_BASIS, JUDGEMENT, "associate-degree",
        _("Does your school judge that the Associate degree counts as a diploma of hbo?"),
        _("The law does not say it in so many words. Write down why."),
    ),
    Kind(
        Decision.RELEVANCE_JUDGED, JUDGEMENT, "past-bij-het-werk",
        _("Does your school judge that training and experience fit this work?"),
    ),
    Kind(
        Decision.SUBJECT_JUDGED, JUDGEMENT, "vakkennis",
        _("Does your school judge that this person knows the subject and fits the profession?"),
    ),
    Kind(
        Decision.TEACH_JUDGED, JUDGEMENT, "kan-lesgeven",
        _("Does your school judge that this person can teach in a responsible way from day one?"),
        _("Watch a trial lesson first."),
    ),
    Kind(
        Decision.REACH_JUDGED, JUDGEMENT, "haalt-het-niveau",
        _("Does your school judge that this person learns to teach at the full level in time?"),
        _("Within %(reach_level_within)s of the appointment. Weigh study time, coaching and earlier"
          " training."),
    ),
    Kind(
        Decision.STATEMENT_BY, SIGNATURE, "geschiktheidsverklaring",
        _("Did the board of your school sign the suitability statement?"),
        _("A statement of another school does not count here."),
    ),
    Kind(
        Decision.TRAINING_PLAN, SIGNATURE, "opleidingsplan",
        _("Is the plan for training and coaching fixed and signed?"),
    ),
    Kind(
        Decision.TRAINING_AGREED, SIGNATURE, "opleidingsafspraak",
        _("Did your school, a hogeschool or university and the professional sign the agreement?"),
    ),
    Kind(
        Decision.NAMED_TEACHER, SIGNATURE, "verantwoordelijke-docent",
        _("Did your school name a teacher who stays responsible for these lessons?"),
        _("Write the name as the ground. You can also write it with the planned hours."),
    ),
    Kind(
        Decision.INSTR_DECLARATION, SIGNATURE, "instructeursverklaring",
        _("Did the board declare in writing that this person already instructed in time?"),
    ),
    Kind(
        Decision.SBB_RECOGNITION, SIGNATURE, "sbb-erkenning",
        _("Did your school see that SBB recognises the company for this course?"),
    ),
    Kind(
        Decision.EXEMPTION_DECISION, EXEMPTION, "ontheffing",
        _("Did the board decide on a temporary exemption for this period?"),
        _("An extension is a new decision with its own period."),
        routes=EXEMPTIONS, has_period=True,
    ),
    Kind(
        Decision.EXTENSION_REASON, EXTENSION, "reden-verlenging",
        _("Does your school see a reason to extend the period?"),
        _("Write the reason as the ground, also with a yes: the law asks the school to keep it."),
        routes=WITH_TERM,
    ),
    Kind(
        Decision.EFFORT_BY_BOARD, EXTENSION, "inspanning-school",
        _("Did the board sign the statement about working on a diploma?"),
        own_label=_("Statement to work on a diploma: signed by the school"),
        routes=(Route.TEMPORARY_EXEMPTION_TEACHER,),
    ),
    Kind(
        Decision.EFFORT_BY_PERSON, EXTENSION, "inspanning-vakmens",
        _("Did the professional sign the statement about working on a diploma?"),
        own_label=_("Statement to work on a diploma: signed by the professional"),
        routes=(Route.TEMPORARY_EXEMPTION_TEACHER,),
    ),
    Kind(
        Decision.WORKED, EARLIER, "eerdere-periode",
        _("Did this person already work at your school under this route?"),
        _("Earlier periods count in the term of a route. Hours planned here are added by"
          " themselves once they begin."),
        own_label=_("Earlier period worked here"), routes=tuple(Route), has_period=True,
    ),
)  # fmt: skip

BY_CODE: Final = {kind.code: kind for kind in KINDS}
BY_SLUG: Final = {kind.slug: kind for kind in KINDS}
NEEDS_GROUND: Final = frozenset({Decision.EXTENSION_REASON, Decision.NAMED_TEACHER})


def routes_for(kind: Kind, function: str) -> tuple[Route, ...]:
    """The routes of a teaching function for which this can be recorded."""
    opened = [rule.code for rule in rules_for(function)]
    return tuple(route for route in kind.routes if route in opened)


def kinds_for(function: str) -> tuple[Kind, ...]:
    """What can be recorded for a teaching function: what one of its routes asks."""
    needs = {need for rule in rules_for(function) for need in needs_of(rule)}
    terms = {rule.code for rule in rules_for(function) if rule.term}
    return tuple(
        kind
        for kind in KINDS
        if (kind.need is None or kind.need in needs)
        and (kind.group is not EXTENSION or terms & set(kind.routes))
    )
