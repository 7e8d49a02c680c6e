"""What both sides are told about a yes and its answer."""

from collections.abc import Iterable, Sequence, Set

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.enums import Category
from accounts.models import Notice
from accounts.notifications.actions import NoticeRow, notify, notify_many
from accounts.notifications.registry import NoticeItem, NoticeKind
from accounts.organisations import queries as organisations
from vacancies.enums import ApplicationStatus
from vacancies.models import Application


class InterestShown(NoticeKind):
    """To the recruiters: somebody said yes; the name is on the page, not in the mail."""

    key = "interest_shown"
    category = Category.MATCH

    def words(self, notices: Sequence[Notice]) -> list[NoticeItem]:
        rows = _applications(notices, {ApplicationStatus.NEW})
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
        ]


class Answered(NoticeKind):
    """To the professional: the school's answer, in gentle words."""

    key = "application_answered"
    category = Category.ANSWER

    def words(self, notices: Sequence[Notice]) -> list[NoticeItem]:
        answers = {ApplicationStatus.DECLINED, ApplicationStatus.PLACED}
        rows = _applications(notices, answers)
        return [
            _answer_item(notice, row)
            for notice in notices
            if (row := rows.get(notice.facts["application"]))
        ]


KINDS: tuple[NoticeKind, ...] = (InterestShown(), Answered())


def interest_shown(application: Application) -> None:
    """Tell every recruiter and owner of the school once for each yes."""
    institution = application.vacancy.institution
    again = application.updated_at.strftime("%Y%m%d%H%M%S")
    notify_many(
        InterestShown.key,
        (
            NoticeRow(
                recipient_id=user.pk,
                dedupe=f"{InterestShown.key}:{application.pk}:{again}:{user.pk}",
                target=f"application:{application.pk}",
                facts={"application": application.pk},
                institution_id=institution.pk,
            )
            for user in organisations.recruiters(institution)
        ),
    )


def answered(application: Application) -> None:
    notify(
        Answered.key,
        to=application.professional.user,
        dedupe=f"{Answered.key}:{application.pk}:{application.status}",
        target=f"application:{application.pk}",
        facts={"application": application.pk},
    )


def _answer_item(notice: Notice, row: Application) -> NoticeItem:
    names = {"title": row.vacancy.title, "school": row.vacancy.institution.name}
    if row.status == ApplicationStatus.PLACED:
        title = _("%(school)s chose you for %(title)s") % names
        line = _("The school gets in touch about the next steps.")
    else:
        title = _("Not further with %(title)s, %(school)s") % names
        line = _("The school goes on with somebody else, or stops. See what else fits you.")
    answer = tuple(text for text in row.answer.splitlines() if text.strip())
    return NoticeItem(
        notice_id=notice.pk,
        title=title,
        url=reverse("my_applications"),
        lines=(*answer, line),
        action=_("See what fits"),
    )


def _applications(
    notices: Iterable[Notice], states: Set[ApplicationStatus]
) -> dict[int, Application]:
    ids = [notice.facts["application"] for notice in notices]
    rows = Application.objects.filter(pk__in=ids, status__in=states)
    return {row.pk: row for row in rows.select_related("vacancy__institution")}
