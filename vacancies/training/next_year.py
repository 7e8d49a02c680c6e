"""What the next school year asks of a school: what runs out, what is to be decided, who is ready."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from accounts.models import Institution
from vacancies.applications import queries as applications
from vacancies.codes import Decision, Need, Route, routes_of
from vacancies.enums import PlacementStatus
from vacancies.enums import TrajectoryStatus as Status
from vacancies.models import BoardDecision, CandidateFacts, Placement, Trajectory
from vacancies.placement import queries as placements
from vacancies.placement.coming import Year, year_of
from vacancies.placement.offer import week_hours_of
from vacancies.placement.words import hours
from vacancies.routes.book import rule_book
from vacancies.routes.calendar import DAY, plus_years, study_year_of
from vacancies.routes.words import function_label, need_label, route_label
from vacancies.routes.words.voice import day_of
from vacancies.training import care, queries
from vacancies.training.milestones import Code

TEACHES: Final = (PlacementStatus.ACCEPTED, PlacementStatus.STARTED)


@dataclass(frozen=True)
class RunsOut:
    """Something with a last day. `decide_by`: before which day somebody has to say what follows."""

    on: date
    name: str
    what: str
    url: str
    decide: str
    decide_by: date


@dataclass(frozen=True)
class ToPlan:
    """Somebody in class without a last day, whose hours of a next study year are still to plan."""

    name: str
    what: str
    year: str
    url: str
    plan_url: str


@dataclass(frozen=True)
class Ready:
    """What somebody can do as it stands today, and what comes before the year begins."""

    name: str
    url: str
    now: tuple[str, ...]
    if_judged: tuple[str, ...]
    coming: str


class NextYear:
    """Built once for a request; each part is read when the template asks."""

    def __init__(self, school: Institution, today: date) -> None:
        self.school = school
        self.today = today
        begins = rule_book().month_day("study_year_start", today)
        self.first = plus_years(study_year_of(today, begins), 1)
        self.last = plus_years(self.first, 1) - DAY

    @property
    def label(self) -> str:
        return f"{self.first.year}–{self.last.year}"

    @cached_property
    def everything(self) -> list[RunsOut]:
        """Up to the end of the next school year, the first day first."""
        found = [*self._clocks(), *self._placements(), *self._decisions()]
        return sorted(found, key=lambda one: (one.on, one.name, one.what))

    @property
    def before(self) -> list[RunsOut]:
        return [one for one in self.everything if one.on < self.first]

    @property
    def after(self) -> list[RunsOut]:
        return [one for one in self.everything if one.on >= self.first]

    @property
    def to_decide(self) -> list[RunsOut]:
        """What somebody has to say something about before the year begins, the soonest first."""
        found = [one for one in self.everything if one.decide and one.decide_by < self.first]
        return sorted(found, key=lambda one: (one.decide_by, one.name))

    @cached_property
    def to_plan(self) -> list[ToPlan]:
        """In a constant number of queries, by name."""
        rows = placements.of_school(self.school, PlacementStatus.STARTED)
        found = [_to_plan(row, year) for row in rows if (year := year_of(row, self.today))]
        return sorted(found, key=lambda one: one.name)

    @cached_property
    def ready(self) -> list[Ready]:
        """Everybody with a trajectory here, by name; what stopped is not asked."""
        rows = [one for one in self._rows if one.status not in (Status.ORIENTATION, Status.STOPPED)]
        facts = CandidateFacts.objects.filter(
            professional__in=[one.professional_id for one in rows]
        )
        masks = {one.professional_id: one for one in facts}
        found = [self._ready(row, masks.get(row.professional_id)) for row in rows]
        return sorted(found, key=lambda one: one.name)

    @cached_property
    def _rows(self) -> list[Trajectory]:
        return list(queries.trajectories_of(self.school))

    def _clocks(self) -> Iterator[RunsOut]:
        for row in self._rows:
            if row.status in queries.ENDED or not row.appointed_on:
                continue
            decide_by = self._extension_day(row)
            for day, what in (
                (row.term_ends_on, _("Legal term of the suitability statement")),
                (row.certificate_by, _("Agreement on the PDG")),
            ):
                if day and day <= self.last:
                    decide = _("Will the PDG be there in time, or do you extend?")
                    by = min(day, decide_by or day)
                    yield RunsOut(day, str(row.professional), what, _page(row), decide, by)

    def _extension_day(self, row: Trajectory) -> date | None:
        milestones = {one.code: one.due_on for one in row.milestones.all() if not one.done_on}
        return milestones.get(Code.EXTENSION)

    def _placements(self) -> Iterator[RunsOut]:
        rows = Placement.objects.filter(
            application__vacancy__institution=self.school,
            status__in=TEACHES,
            ends_on__range=(self.today, self.last),
        )
        for one in rows.select_related("application__professional__user"):
            what = _("Placement: %(what)s") % {"what": function_label(one.function_kind)}
            name = str(one.application.professional)
            url = reverse("placement", args=[one.public_id])
            assert one.ends_on is not None
            yield RunsOut(one.ends_on, name, what, url, _("Does it go on?"), one.ends_on)

    def _decisions(self) -> Iterator[RunsOut]:
        """Exemptions and other decisions with a last day, of people who may still be shown here."""
        shown = applications.shown_to(self.school)
        rows = BoardDecision.objects.filter(
            Q(professional__in=shown) | Q(professional__in=queries.running_at(self.school)),
            institution=self.school,
            is_yes=True,
            ends_on__range=(self.today, self.last),
        ).exclude(kind=Decision.WORKED)
        pages = {one.professional_id: _page(one) for one in self._rows}
        for one in rows.select_related("professional__user").distinct():
            what = need_label(Need(one.kind))
            if one.route:
                what = f"{what}, {route_label(Route(one.route))}"
            url = pages.get(one.professional_id, "")
            assert one.ends_on is not None
            yield RunsOut(
                one.ends_on, str(one.professional), what, url, _("What follows it?"), one.ends_on
            )

    def _ready(self, row: Trajectory, facts: CandidateFacts | None) -> Ready:
        now = routes_of(facts.routes_open_mask) if facts else []
        if_judged = routes_of(facts.routes_open_if_mask) if facts else []
        return Ready(
            name=str(row.professional),
            url=_page(row),
            now=tuple(route_label(one) for one in now),
            if_judged=tuple(route_label(one) for one in if_judged if one not in now),
            coming=self._coming(row),
        )

    def _coming(self, row: Trajectory) -> str:
        if row.status == Status.PDG_OBTAINED:
            return _("The PDG is there.")
        if row.status in care.RESTING:
            return _("Stands still now.")
        rows = {one.code: one for one in row.milestones.all()}
        due_on = rows[Code.CERTIFICATE].due_on if Code.CERTIFICATE in rows else None
        if due_on is None:
            return ""
        text = (
            _("PDG planned before %(day)s: in time.")
            if due_on < self.first
            else _("PDG planned before %(day)s.")
        )
        return text % {"day": day_of(due_on)}


def _to_plan(row: Placement, year: Year) -> ToPlan:
    return ToPlan(
        name=str(row.application.professional),
        what=f"{row.application.vacancy.title}, {hours(week_hours_of(list(row.blocks.all())))}",
        year=year.label,
        url=reverse("placement", args=[row.public_id]),
        plan_url=reverse("placement_year", args=[row.public_id]),
    )


def _page(row: Trajectory) -> str:
    return reverse("trajectory", args=[row.public_id])
