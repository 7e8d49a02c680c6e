"""What both sides are told about a yes, its steps and its messages; never the name of somebody.

A small first step, an offer and a placement are told by the features that know what is in them.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, cast

from django.db.models import Max
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.enums import Category
from accounts.notifications.actions import NoticeRow, notify_many
from accounts.notifications.registry import Noted, NoticeItem, NoticeKind
from accounts.organisations import queries as organisations
from vacancies.applications import queries
from vacancies.enums import ApplicationStatus
from vacancies.lifecycles import Side
from vacancies.models import Application, ApplicationStep, Message

STEPS: Final = {
    (Side.PROFESSIONAL, "talk"): (
        gettext_lazy("%(school)s wants to talk with you"),
        gettext_lazy("About %(title)s. Read what the next step is."),
    ),
    (Side.PROFESSIONAL, "go_on_after_all"): (
        gettext_lazy("%(school)s goes on with you after all"),
        gettext_lazy("About %(title)s. The school comes back on its answer."),
    ),
    (Side.PROFESSIONAL, "undo"): (
        gettext_lazy("A step was taken back: %(title)s"),
        gettext_lazy("A moderator did this and tells both of you why."),
    ),
    (Side.SCHOOL, "undo"): (
        gettext_lazy("A step was taken back: %(title)s"),
        gettext_lazy("A moderator did this and tells both of you why."),
    ),
    (Side.SCHOOL, "withdraw"): (
        gettext_lazy("Interest in %(title)s taken back"),
        gettext_lazy("This professional goes no further. Name and contact are no longer shown."),
    ),
}


class InterestShown(NoticeKind):
    """To the recruiters: somebody said yes; the name is on the page, not in the mail."""

    key = "interest_shown"
    category = Category.MATCH

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        rows = _applications(notices)
        return [
            NoticeItem(
                notice_id=notice.pk,
                title=_("Interest in %(title)s") % {"title": row.vacancy.title},
                url=reverse("application", args=[row.public_id]),
                lines=(_("A professional wants to get to know you and shares name and contact."),),
                action=_("See who it is"),
                rank=1000,
            )
            for notice in notices
            if (row := rows.get(notice.facts["application"]))
            and row.status == ApplicationStatus.NEW
        ]


class Answered(NoticeKind):
    """To the professional: the school's no, in its own words, and what else fits."""

    key = "application_answered"
    category = Category.ANSWER

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        rows = _applications(notices)
        answers = Message.objects.in_bulk([notice.facts.get("message", 0) for notice in notices])
        return [
            _answer_item(notice, row, answers.get(notice.facts.get("message", 0)))
            for notice in notices
            if (row := rows.get(notice.facts["application"]))
            and row.status == ApplicationStatus.DECLINED
        ]


class StepTaken(NoticeKind):
    """To either side: the other moved on, or a moderator took a step back."""

    key = "application_moved"
    category = Category.ANSWER

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        rows = ApplicationStep.objects.select_related("application__vacancy__institution")
        latest = Max("application__steps__pk")
        steps = rows.annotate(latest=latest).in_bulk([notice.facts["step"] for notice in notices])
        return [
            _step_item(notice, step)
            for notice in notices
            if (step := steps.get(notice.facts["step"])) and step.latest == step.pk
        ]


class Written(NoticeKind):
    """To either side: the other wrote. What was written is on the page only."""

    key = "application_message"
    category = Category.ANSWER

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        ids = [notice.facts["message"] for notice in notices]
        unread = Message.objects.filter(read_at=None)
        rows = unread.select_related("application__vacancy__institution").in_bulk(ids)
        return [
            _message_item(notice, row)
            for notice in notices
            if (row := rows.get(notice.facts["message"]))
        ]


KINDS: tuple[NoticeKind, ...] = (InterestShown(), Answered(), StepTaken(), Written())


def moved(application: Application, step: ApplicationStep, answer: Message | None) -> None:
    """Tell whoever did not take this step, where nobody above knows more of it."""
    if step.is_undo:
        _tell(StepTaken.key, application, Side.PROFESSIONAL, {"step": step.pk})
        _tell(StepTaken.key, application, Side.SCHOOL, {"step": step.pk})
    elif step.target == ApplicationStatus.NEW:
        _tell(InterestShown.key, application, Side.SCHOOL, {"step": step.pk})
    elif step.verb == "decline":
        facts = {"step": step.pk} | ({"message": answer.pk} if answer else {})
        _tell(Answered.key, application, Side.PROFESSIONAL, facts)
    elif step.verb == "withdraw":
        if application.seen_at:
            _tell(StepTaken.key, application, Side.SCHOOL, {"step": step.pk})
    elif (Side.PROFESSIONAL, step.verb) in STEPS:
        _tell(StepTaken.key, application, Side.PROFESSIONAL, {"step": step.pk})


def written(message: Message) -> None:
    """Tell the other side, once until it read what was there."""
    reader = Side.SCHOOL if message.side == Side.PROFESSIONAL else Side.PROFESSIONAL
    first = queries.unread_by(message.application, reader).earliest("pk")
    _tell(Written.key, message.application, reader, {"message": first.pk})


def _tell(kind: str, application: Application, reader: Side, facts: dict[str, int]) -> None:
    about = facts.get("step") or facts["message"]
    school = application.vacancy.institution if reader == Side.SCHOOL else None
    told = facts | {"application": application.pk, "is_school": int(reader == Side.SCHOOL)}
    notify_many(
        kind,
        (
            NoticeRow(
                recipient_id=pk,
                dedupe=f"{kind}:{application.pk}:{about}:{pk}",
                target=f"application:{application.pk}",
                facts=told,
                institution_id=school.pk if school else None,
            )
            for pk in _readers(application, reader)
        ),
    )


def _readers(application: Application, reader: Side) -> Iterator[int]:
    if reader == Side.PROFESSIONAL:
        yield application.professional.user_id
    else:
        for user in organisations.recruiters(application.vacancy.institution):
            yield user.pk


def _reader_of(notice: Noted) -> Side:
    return Side.SCHOOL if notice.facts.get("is_school") else Side.PROFESSIONAL


def _page(application: Application, reader: Side) -> str:
    if reader == Side.PROFESSIONAL:
        return reverse("my_application", args=[application.public_id])
    if application.status == ApplicationStatus.WITHDRAWN:
        return reverse("applications")
    return reverse("application", args=[application.public_id])


def _names(application: Application) -> dict[str, str]:
    vacancy = application.vacancy
    return {"title": vacancy.title, "school": vacancy.institution.name}


def _answer_item(notice: Noted, row: Application, answer: Message | None) -> NoticeItem:
    words = answer.text.splitlines() if answer else []
    return NoticeItem(
        notice_id=notice.pk,
        title=_("Not further with %(title)s, %(school)s") % _names(row),
        url=_page(row, Side.PROFESSIONAL),
        lines=(
            *(text for text in words if text.strip()),
            _("The school goes on with somebody else, or stops. See what else fits you."),
        ),
        action=_("See what fits"),
    )


def _step_item(notice: Noted, step: ApplicationStep) -> NoticeItem:
    reader, names = _reader_of(notice), _names(step.application)
    title, line = STEPS[reader, "undo" if step.is_undo else step.verb]
    return NoticeItem(
        notice_id=notice.pk,
        title=cast(str, title) % names,
        url=_page(step.application, reader),
        lines=(cast(str, line) % names,),
    )


def _message_item(notice: Noted, message: Message) -> NoticeItem:
    reader, names = _reader_of(notice), _names(message.application)
    if reader == Side.SCHOOL:
        title = _("A message about %(title)s") % names
        line = _("A professional you are in contact with wrote to you.")
    else:
        title = _("%(school)s wrote to you") % names
        line = _("About %(title)s.") % names
    return NoticeItem(
        notice_id=notice.pk,
        title=title,
        url=_page(message.application, reader) + "#gesprek",
        lines=(line,),
        action=_("Read and answer"),
    )


def _applications(notices: Iterable[Noted]) -> dict[int, Application]:
    rows = Application.objects.select_related("vacancy__institution")
    return rows.in_bulk([notice.facts["application"] for notice in notices])
