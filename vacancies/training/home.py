"""The way of somebody as the own home shows it: how far, what comes, and how the clocks run."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from accounts.models import Professional
from vacancies.enums import TrajectoryStatus as Status
from vacancies.models import Trajectory
from vacancies.routes.words.voice import Voice, day_of, in_running_text
from vacancies.training import queries
from vacancies.training.page import Page


@dataclass(frozen=True)
class Months:
    """Every month of the two clocks in a row, and where one of them stops."""

    stages: tuple[str, ...]
    ends: tuple[int, ...]


class Way:
    """One that runs. What is up to the reader stands in the list above it, and not here again."""

    def __init__(self, row: Trajectory, on: date | None = None) -> None:
        self.row = row
        self.page = Page(row, Voice.PERSON, on)

    @property
    def url(self) -> str:
        return reverse("my_trajectory_at", args=[self.row.public_id])

    @property
    def school(self) -> str:
        return str(self.row.institution)

    @property
    def stand(self) -> str:
        """How far it is."""
        parts = (f"{self.row.get_status_display()}.", self.page.month_line)
        return " ".join(part for part in parts if part)

    @property
    def next(self) -> str:
        """The next day that counts: of somebody else now, or what comes after the own part."""
        page = self.page
        if self.row.status == Status.PAUSED:
            return page.headline
        if page.next_row is None or not page.next_row.is_mine:
            return f"{page.headline}. {page.days_left_line}".strip()
        after = next((one for one in (*page.now, *page.later) if not one.is_mine), None)
        if after is None or after.milestone.due_on is None:
            return ""
        text = (
            _("Meanwhile, up to %(who)s: %(what)s, before %(day)s.")
            if after in page.now
            else _("After that, up to %(who)s: %(what)s, before %(day)s.")
        )
        return text % {
            "who": in_running_text(after.who),
            "what": in_running_text(after.name),
            "day": day_of(after.milestone.due_on),
        }

    @property
    def clock(self) -> str:
        """The clock that stops first, once it runs."""
        if not self.page.clocks_run:
            return ""
        clocks = self.page.plan.clocks
        is_term = clocks.term_ends_on <= clocks.certificate_by
        text = (
            _("The legal term ends on %(day)s: %(left)s.")
            if is_term
            else _("The PDG is agreed before %(day)s: %(left)s.")
        )
        left = self.page.term_left if is_term else self.page.agreement_left
        return text % {"day": day_of(clocks.first), "left": left}

    @cached_property
    def months(self) -> Months | None:
        if not self.page.clocks_run:
            return None
        months = [one for year in self.page.years for one in year.months if one.stage != "empty"]
        ends = tuple(number for number, one in enumerate(months) if one.ends)
        return Months(tuple(one.stage for one in months), ends)


def ways_of(professional: Professional, on: date | None = None) -> list[Way]:
    """What runs, the latest first."""
    today = on or timezone.localdate()
    return [Way(row, today) for row in queries.running_with(professional)]
