"""What the pages show, gathered and worded: steps, tabs, states, the timeline."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import AuditEvent
from portal.kit.templatetags.ui import moment
from vacancies.enums import Strength
from vacancies.enums import VacancyStatus as Status
from vacancies.models import Vacancy
from vacancies.posting import hooks, law_words, queries, words
from vacancies.posting.completeness import Missing, beyond_the_law, impossible_routes
from vacancies.posting.forms import RoutesForm, SectionForm, WhenForm
from vacancies.posting.lifecycle import LIVE, WRITING
from vacancies.posting.sections import Section
from vacancies.posting.snapshots import Change, only_what_differs
from vacancies.posting.texts import TEXTS

SECTIONS: Final[Mapping[Section, str | Promise]] = {
    Section.WORK: _("The work"),
    Section.WHEN: _("When, and what you ask"),
    Section.ROUTE: _("Route"),
    Section.TERMS: _("Pay and contract"),
    Section.PLANNING: _("Planning"),
    Section.CHECK: _("Check"),
}
GO_ON: Final[Mapping[Section, str | Promise]] = {
    Section.WORK: _("Go on to the day-parts"),
    Section.WHEN: _("Go on to the routes"),
    Section.ROUTE: _("Go on to the pay"),
    Section.TERMS: _("Go on to the planning"),
    Section.PLANNING: _("Go on to the check"),
}
STRENGTH_TITLES: Final[Mapping[str, str | Promise]] = {
    Strength.MUST: _("This is a must"),
    Strength.WISH: _("This is a wish"),
    Strength.LEARN: _("You learn this here"),
}
FEW_MATCHES: Final = 5  # with fewer an open vacancy shows by itself what would bring more
MILESTONES: Final = frozenset({"vacancy.approved", "vacancy.closed", "vacancy.taken_down"})


@dataclass(frozen=True)
class StepLink:
    """A section in the line of steps."""

    label: str
    url: str
    current: bool


@dataclass(frozen=True)
class Tab:
    """A state to look at in the list, with how many there are."""

    label: str
    url: str
    count: int
    current: bool


@dataclass(frozen=True)
class Moment:
    """A line of the timeline."""

    when: str
    text: str
    state: str = ""


def next_section(section: Section) -> Section:
    """The section after this one; after the last one the last."""
    order = list(Section)
    return order[min(order.index(section) + 1, len(order) - 1)]


def steps_of(vacancy: Vacancy, current: Section) -> list[StepLink]:
    return [
        StepLink(
            str(label),
            reverse("vacancy_edit", args=[vacancy.code, section.value]),
            section == current,
        )
        for section, label in SECTIONS.items()
    ]


def edit_page(form: SectionForm, section: Section) -> dict[str, Any]:
    """What a section shows, whether just opened or sent back with errors."""
    vacancy = form.vacancy
    found = queries.wording_hits(typed(form.data)) if form.is_bound else queries.wording_of(vacancy)
    hits = [hit for hit in found if hit.section == section]
    return {
        "form": form,
        "vacancy": vacancy,
        "section": section.value,
        "heading": SECTIONS[section],
        "steps": steps_of(vacancy, section),
        "go_on": GO_ON[section],
        "is_live": vacancy.status in LIVE,
        "saved": words.saved_text(queries.last_edit(vacancy).at),
        "part": f"vacancies/posting/_section_{section.value}.html",
        "hits": hits,
        "is_blocked": any(hit.blocks for hit in hits),
        "pay": queries.pay_of(vacancy) if section == Section.TERMS else None,
        "reach": hooks.reach.ask(form.typed()) if isinstance(form, WhenForm) else None,
        **law_panel(form),
    }


def law_panel(form: SectionForm) -> dict[str, Any]:
    """What the choice of routes means in law, as typed; `problems` cannot go together."""
    if not isinstance(form, RoutesForm):
        return {}
    vacancy, today = form.as_typed(), timezone.localdate()
    found = [*impossible_routes(vacancy), *beyond_the_law(vacancy, today)]
    return {
        "meaning": law_words.meaning_of(vacancy, today),
        "problems": [item.text for item in found if item.field != "coach_hours"]
        if vacancy.function_kind
        else [],
    }


def typed(sent: Mapping[str, Any]) -> dict[str, str]:
    """The texts as they were sent, whether saved or not."""
    texts = {name: str(sent.get(name, "")) for name in TEXTS}
    return {**texts, "reasons": str(sent.get("dutch_reason", ""))}


def check_page(vacancy: Vacancy) -> dict[str, Any]:
    """What is missing, which words may hurt, and the facts in short."""
    hits = queries.wording_of(vacancy)
    missing = missing_by_section(vacancy)
    is_live = vacancy.status in LIVE
    return {
        "vacancy": vacancy,
        "steps": steps_of(vacancy, Section.CHECK),
        "is_live": is_live,
        "saved": words.saved_text(queries.last_edit(vacancy).at),
        "missing": missing,
        "missing_count": sum(len(items) for _label, _url, items in missing),
        "rehearsal": None if missing or is_live else hooks.rehearsal.ask(vacancy),
        "hits": hits,
        "hits_linked": [(hit, _address(vacancy, hit.section)) for hit in hits],
        "is_blocked": any(hit.blocks for hit in hits),
        "pay": queries.pay_of(vacancy),
        "demands": demand_pairs(vacancy),
        "routes": law_words.names_of(vacancy.routes_mask),
        "section": Section.CHECK.value,
        "heading": SECTIONS[Section.CHECK],
    }


def missing_by_section(vacancy: Vacancy) -> list[tuple[str, str, list[Missing]]]:
    """What is missing under the name and address of each section."""
    groups: dict[Section, list[Missing]] = {}
    for item in queries.missing(vacancy):
        groups.setdefault(item.section, []).append(item)
    return [
        (str(SECTIONS[section]), _address(vacancy, section), items)
        for section, items in groups.items()
    ]


def manage_page(vacancy: Vacancy) -> dict[str, Any]:
    """State, what happens now, numbers and history of one vacancy."""
    return {
        "vacancy": vacancy,
        "now": words.NEXT_STEPS[vacancy.status],
        "is_live": vacancy.status in LIVE,
        "is_writing": vacancy.status in WRITING,
        "pay": queries.pay_of(vacancy),
        "demands": demand_pairs(vacancy),
        "routes": law_words.names_of(vacancy.routes_mask),
        "numbers": queries.numbers_of(vacancy),
        "heard": queries.heard_of([vacancy])[vacancy.pk],
        "changes": changes_of(vacancy) if vacancy.review_since else [],
        "moments": moments_of(vacancy),
        "filled": words.filled(vacancy, queries.cover_of(vacancy)),
        "days_left": (vacancy.closes_on - timezone.localdate()).days if vacancy.closes_on else None,
    }


def changes_of(vacancy: Vacancy) -> list[Change]:
    """What a moderator still looks at; of the demands only the lines that differ."""
    return [only_what_differs(change) for change in queries.changes_since_approval(vacancy)]


def open_reach(vacancy: Vacancy, matches: int, *, unfolded: bool) -> dict[str, Any]:
    """The panel of an open vacancy: there by itself with few matches, else once asked for."""
    if not vacancy.is_open:
        return {}
    if matches >= FEW_MATCHES and not unfolded:
        return {"is_reach_folded": True}
    asked = hooks.Typed(vacancy, tuple(queries.demands_of(vacancy)))
    return {"reach": hooks.reach.ask(asked)}


def demand_pairs(vacancy: Vacancy) -> list[tuple[str, str]]:
    """What is asked and how firmly, in words."""
    rows = queries.demands_of(vacancy)
    return [(words.demand_text(row), str(row.get_strength_display())) for row in rows]


def demand_groups(vacancy: Vacancy) -> list[tuple[str, list[str]]]:
    """What is asked, under the heading of how firmly."""
    groups: dict[str, list[str]] = {}
    for row in queries.demands_of(vacancy):
        groups.setdefault(str(STRENGTH_TITLES[row.strength]), []).append(words.demand_text(row))
    return list(groups.items())


def moments_of(vacancy: Vacancy) -> list[Moment]:
    """The history in words, the latest first."""
    shown = [event for event in queries.events_of(vacancy) if words.event_words(event.verb)]
    return [_moment(event) for event in shown]


def list_tabs(counts: Mapping[str, int], current: str) -> list[Tab]:
    """All, and each state in use."""
    base = reverse("school_vacancies")
    tabs = [Tab(gettext("All"), base, sum(counts.values()), current not in Status.values)]
    for status in queries.STATES_IN_ORDER:
        if counts.get(status):
            url = f"{base}?staat={status.value}"
            tabs.append(Tab(str(status.label), url, counts[status], status == current))
    return tabs


def _moment(event: AuditEvent) -> Moment:
    who = _actor(event)
    text = words.event_words(event.verb)
    state = "done" if event.verb in MILESTONES else ""
    return Moment(moment(event.at), f"{text}, {who}" if who else text, state)


def _actor(event: AuditEvent) -> str:
    """A colleague by name; a moderator by the role only."""
    if event.actor is None:
        return ""
    if event.actor.is_staff:
        return gettext("by a moderator")
    return event.actor.name or gettext("a colleague")


def _address(vacancy: Vacancy, section: Section) -> str:
    return reverse("vacancy_edit", args=[vacancy.code, section.value])
