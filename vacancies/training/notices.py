"""What both sides are told about a trajectory: the other one took a step, or days moved."""

from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.enums import Category
from accounts.models import User
from accounts.notifications.actions import NoticeRow, notify_many
from accounts.notifications.registry import Noted, NoticeItem, NoticeKind
from vacancies.enums import ItemOwner, StepSide
from vacancies.models import Trajectory, TrajectoryStep
from vacancies.routes.words.voice import Voice, day_of
from vacancies.training import queries, words

TARGET = "trajectory:{}"


class OfTrajectory(NoticeKind):
    """To the trainee about a school, or to the school about a trajectory; nobody is named in a mail."""

    category = Category.PAPERS
    voice = Voice.PERSON

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        rows = {row.pk: row for row in queries.by_pk(one.facts["trajectory"] for one in notices)}
        told = [(one, rows.get(one.facts["trajectory"])) for one in notices]
        return [item for one, row in told if row and (item := self.item(one, row))]

    @abstractmethod
    def item(self, notice: Noted, row: Trajectory) -> NoticeItem | None: ...

    def url(self, row: Trajectory) -> str:
        name = "trajectory" if self.voice is Voice.SCHOOL else "my_trajectory_at"
        return reverse(name, args=[row.public_id])

    def where(self, row: Trajectory) -> str:
        if self.voice is Voice.SCHOOL:
            vacancy = row.application.vacancy.title if row.application else ""
            return _("Trajectory for “%(title)s”.") % {"title": vacancy} if vacancy else ""
        return _("Your way to the PDG at %(school)s.") % {"school": row.institution.name}


class StepTaken(OfTrajectory):
    """The other side, or the site, took a step."""

    key = "trajectory_step"

    def item(self, notice: Noted, row: Trajectory) -> NoticeItem | None:
        step = next((one for one in row.steps.all() if one.pk == notice.facts["step"]), None)
        if step is None:
            return None
        reason = words.stop_words(step.reason) if step.verb == "stop" else step.reason
        lines = (self.where(row), reason, self.next_line(row, step))
        return NoticeItem(
            notice_id=notice.pk,
            title=words.happened(step.verb, self.voice, is_undo=step.is_undo),
            url=self.url(row),
            lines=tuple(line for line in lines if line),
            action=_("See the timeline"),
        )

    def next_line(self, row: Trajectory, step: TrajectoryStep) -> str:
        is_new = step.verb in ("begin", "take_up_again") and row.status == "orientation"
        return _("Say whether you want this too. Nothing is fixed by it.") if is_new else ""


class StepTakenAtSchool(StepTaken):
    key = "trajectory_step_school"
    category = Category.VACANCY
    voice = Voice.SCHOOL


class DaysMoved(OfTrajectory):
    """Days of milestones moved after the plan was made."""

    key = "trajectory_days"

    def item(self, notice: Noted, row: Trajectory) -> NoticeItem | None:
        milestones = {one.code: one for one in row.milestones.all() if not one.done_on}
        lines = [
            _("%(what)s: %(day)s.")
            % {"what": words.milestone_name(code, self.voice), "day": day_of(one.due_on)}
            for code in notice.facts["codes"]
            if (one := milestones.get(code)) and one.due_on
        ]
        if not lines:
            return None
        return NoticeItem(
            notice_id=notice.pk,
            title=_("Days in the plan moved"),
            url=self.url(row),
            lines=(self.where(row), *lines),
            action=_("See the timeline"),
        )


class DaysMovedAtSchool(DaysMoved):
    key = "trajectory_days_school"
    category = Category.VACANCY
    voice = Voice.SCHOOL


KINDS: tuple[NoticeKind, ...] = (
    StepTaken(),
    StepTakenAtSchool(),
    DaysMoved(),
    DaysMovedAtSchool(),
)


def step_taken(row: Trajectory, step: TrajectoryStep) -> None:
    """Tell who did not take it: the other side, and both when a moderator or the clock did."""
    facts = {"trajectory": row.pk, "step": step.pk}
    key = f"{row.pk}:{step.pk}"
    if step.side != StepSide.PROFESSIONAL:
        _tell(StepTaken.key, row, key, facts, [row.professional.user])
    if step.side != StepSide.SCHOOL:
        readers = queries.readers_at_school(row)
        _tell(StepTakenAtSchool.key, row, key, facts, readers, at_school=True)


def days_moved(row: Trajectory, codes: Sequence[str], *, but: User | None = None) -> None:
    """Tell the owners of these milestones, each once for this version of the plan."""
    owners = {one.code: one.owner for one in row.milestones.all()}
    own = [code for code in codes if owners.get(code) == ItemOwner.PROFESSIONAL]
    others = [code for code in codes if code not in own]
    key = f"{row.pk}:{row.version}"
    if own:
        facts = {"trajectory": row.pk, "codes": own}
        _tell(DaysMoved.key, row, key, facts, [row.professional.user])
    if others:
        facts = {"trajectory": row.pk, "codes": others}
        readers = [user for user in queries.readers_at_school(row) if user != but]
        _tell(DaysMovedAtSchool.key, row, key, facts, readers, at_school=True)


def _tell(
    kind: str,
    row: Trajectory,
    key: str,
    facts: Mapping[str, object],
    readers: Iterable[User],
    *,
    at_school: bool = False,
) -> None:
    notify_many(
        kind,
        (
            NoticeRow(
                recipient_id=user.pk,
                dedupe=f"{kind}:{key}:{user.pk}",
                target=TARGET.format(row.pk),
                facts=dict(facts),
                institution_id=row.institution_id if at_school else None,
            )
            for user in readers
        ),
    )
