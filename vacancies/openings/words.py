"""The words for a change: what it is, and what to do when somebody wants it."""

from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accounts.enums import CredentialKind, DutchLevel, EmploymentForm, FunctionKind
from accounts.profiles.checklist import STEP_OF
from portal.kit.day_words import day_part_name
from vacancies.matching.unlock import Kind
from vacancies.matching.words.case import small
from vacancies.openings.queries import Opening


@dataclass(frozen=True, slots=True)
class Link:
    """A page on which to go on."""

    url: str
    text: str


@dataclass(frozen=True, slots=True)
class Advice:
    """What a change asks of somebody; `button` keeps it, where it is a plain fact of the profile."""

    text: str
    button: str = ""
    links: tuple[Link, ...] = ()


def label(opening: Opening) -> str:
    """The change in a few words: "Woensdagmiddag erbij"."""
    change, changed = opening.change, opening.changed
    match change.kind:
        case Kind.DAY_PART:
            return _("%(day_part)s as well") % {"day_part": capfirst(day_part_name(change.number))}
        case Kind.DISTANCE:
            farthest = changed.max_distance_m // 1_000
            words = _("%(km)d km farther, up to %(farthest)d km")
            return words % {"km": change.number, "farthest": farthest}
        case Kind.HOURS_MORE:
            return _("Up to %(hours)s hours a week") % {"hours": _hours(changed.hours_max)}
        case Kind.HOURS_LESS:
            return _("From %(hours)s hours a week") % {"hours": _hours(changed.hours_min)}
        case _:
            return _named(opening)


def _named(opening: Opening) -> str:
    change = opening.change
    match change.kind:
        case Kind.FUNCTION:
            name = FunctionKind(FunctionKind.values[change.number]).label
            return _("Also as: %(name)s") % {"name": small(name)}
        case Kind.EMPLOYMENT:
            name = EmploymentForm(EmploymentForm.values[change.number]).label
            return _("Also employed like this: %(name)s") % {"name": small(name)}
        case Kind.COMPETENCE:
            return _("Also able to do: %(name)s") % {"name": small(opening.of)}
        case Kind.TRAINING:
            return _("A PDG course beside your work")
        case Kind.PAPER:
            return _("With one paper more: %(name)s") % {"name": small(_paper(change.value))}
        case _:
            return _("Dutch at level %(level)s") % {"level": DutchLevel(change.number).label}


def advice(opening: Opening) -> Advice:
    """What it asks, and how to go on."""
    kind = opening.change.kind
    if kind is Kind.PAPER:
        return _advice_on_paper()
    if kind is Kind.DUTCH:
        step = Link(_step("language"), _("Look at my level of Dutch"))
        return Advice(_("A level more takes time. Is it there already? Change it."), links=(step,))
    said = {
        Kind.DAY_PART: (_("Are you really free then?"), _("Put this in my week")),
        Kind.DISTANCE: (_("Do you want to travel this far?"), _("Keep this distance")),
        Kind.HOURS_MORE: (_("Do you have these hours?"), _("Keep these hours")),
        Kind.HOURS_LESS: (_("Is a smaller job fine too?"), _("Keep these hours")),
        Kind.FUNCTION: (_("Do you want to do this work too?"), _("Add this function")),
        Kind.EMPLOYMENT: (_("Is this way of working fine too?"), _("Add this to my profile")),
        Kind.COMPETENCE: (_("Can you do this, and did you not tell yet?"), _("Yes, add this")),
        Kind.TRAINING: (
            _("You learn to teach while you work. The school judges first whether it suits you."),
            _("Yes, I want to learn to teach"),
        ),
    }
    return Advice(*said[kind])


def _advice_on_paper() -> Advice:
    return Advice(
        _(
            "You need this paper first. The check tells what it asks of you. Do you have it already?"
        ),
        links=(
            Link(reverse("credentials"), _("Add it to my papers")),
            Link(reverse("route_check"), _("Do the check")),
        ),
    )


def _paper(code: str) -> str:
    return str(CredentialKind(code).label)


def _step(key: str) -> str:
    return reverse("profile_step", args=[STEP_OF[key]])


def _hours(tenths: int) -> str:
    hours = Decimal(tenths) / 10
    return number_format(hours, decimal_pos=1 if hours % 1 else 0)
