"""What somebody is told about the own papers: one runs out soon."""

from collections.abc import Iterable, Sequence

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.credentials import queries
from accounts.credentials.calendar import Term
from accounts.enums import Category
from accounts.models import Credential
from accounts.notifications.actions import NoticeRow, notify_many
from accounts.notifications.registry import Noted, NoticeItem, NoticeKind


class PaperRunsOut(NoticeKind):
    """No longer true once the paper is gone or has another last day."""

    category = Category.PAPERS
    term: Term

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        rows = queries.by_pk(notice.facts["paper"] for notice in notices)
        return [
            self._item(notice, paper)
            for notice in notices
            if (paper := rows.get(notice.facts["paper"])) and _last_day(paper) == notice.facts["on"]
        ]

    def _item(self, notice: Noted, paper: Credential) -> NoticeItem:
        day = date_format(paper.valid_until or paper.created_at, "j F Y")
        return NoticeItem(
            notice_id=notice.pk,
            title=_("%(paper)s runs out on %(day)s") % {"paper": paper.field or paper, "day": day},
            url=reverse("credential", args=[paper.public_id]),
            lines=(
                _("Do you have a newer one? Change the last day, and choose the new file."),
                _("Without it, vacancies that ask for it may no longer fit."),
            ),
            action=_("Look at this paper"),
        )

    def more_url(self) -> str:
        return reverse("credentials")


class RunsOutInThreeMonths(PaperRunsOut):
    key = "paper_runs_out_in_three_months"
    term = Term.QUARTER


class RunsOutInAMonth(PaperRunsOut):
    key = "paper_runs_out_in_a_month"
    term = Term.MONTH


class RunsOutInAWeek(PaperRunsOut):
    key = "paper_runs_out_in_a_week"
    term = Term.WEEK


KINDS: tuple[PaperRunsOut, ...] = (RunsOutInThreeMonths(), RunsOutInAMonth(), RunsOutInAWeek())


def tell(term: Term, papers: Iterable[Credential]) -> None:
    """Tell each owner once for this term before this last day."""
    kind = next(kind for kind in KINDS if kind.term == term)
    notify_many(
        kind.key,
        (
            NoticeRow(
                recipient_id=paper.professional.user_id,
                dedupe=f"{kind.key}:{paper.pk}:{_last_day(paper)}",
                target=f"credential:{paper.pk}",
                facts={"paper": paper.pk, "on": _last_day(paper)},
            )
            for paper in papers
        ),
    )


def _last_day(paper: Credential) -> str:
    return paper.valid_until.isoformat() if paper.valid_until else ""
