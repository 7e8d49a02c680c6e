"""To the school: somebody it talked or worked with ended the account; never who it was.

All that was kept goes with the account, so the notice holds itself what it tells.
"""

from collections.abc import Sequence
from typing import Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.enums import Category
from accounts.notifications.actions import NoticeRow, notify_many
from accounts.notifications.registry import Noted, NoticeItem, NoticeKind
from accounts.organisations import queries as organisations
from vacancies.enums import ApplicationStatus
from vacancies.models import Application, Vacancy

GONE: Final = gettext_lazy("The messages, times and offers of this talk are deleted.")
WAS: Final[dict[str, str | Promise]] = {
    ApplicationStatus.OFFERED: gettext_lazy("Your offer is off. The day-parts are free again."),
    ApplicationStatus.PLACED: gettext_lazy(
        "This person was going to work with you, or does so. The site no longer knows of it: agree"
        " with each other how it goes on."
    ),
}


class ProfessionalLeft(NoticeKind):
    """About a talk that was read, an offer or a placement."""

    key = "professional_left"
    category = Category.ANSWER
    weight = 5

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        vacancies = Vacancy.objects.in_bulk({notice.facts["vacancy"] for notice in notices})
        return [
            _item(notice, vacancies[notice.facts["vacancy"]])
            for notice in notices
            if notice.facts["vacancy"] in vacancies
        ]


KINDS: Final[tuple[NoticeKind, ...]] = (ProfessionalLeft(),)


def left(application: Application) -> None:
    """Before the account and the application go."""
    vacancy = application.vacancy
    facts = {"vacancy": vacancy.pk, "was": str(application.status)}
    key = f"{ProfessionalLeft.key}:{application.pk}"
    notify_many(
        ProfessionalLeft.key,
        (
            NoticeRow(
                recipient_id=user.pk,
                dedupe=f"{key}:{user.pk}",
                target=f"application:{application.pk}",
                facts=facts,
                institution_id=vacancy.institution_id,
            )
            for user in organisations.recruiters(vacancy.institution)
        ),
    )


def _item(notice: Noted, vacancy: Vacancy) -> NoticeItem:
    was = WAS.get(notice.facts["was"])
    return NoticeItem(
        notice_id=notice.pk,
        title=_("A professional ended the account: %(title)s") % {"title": vacancy.title},
        url=reverse("vacancy_manage", args=[vacancy.code]),
        lines=tuple(str(line) for line in (was, GONE) if line),
        action=_("To the vacancy"),
        rank=1000,
    )
