"""What the owners of a school are told: a grant closes soon and nobody asked it yet."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.enums import Category
from accounts.notifications.actions import NoticeRow, notify_many
from accounts.notifications.registry import Noted, NoticeItem, NoticeKind
from portal.kit.templatetags.ui import day, money
from vacancies.enums import SubsidyStatus
from vacancies.models import SubsidyCase
from vacancies.training.grants import queries


class GrantCloses(NoticeKind):
    """No longer true once somebody asked it, or decided not to. Nobody is named in the mail."""

    key = "grant_closes"
    category = Category.VACANCY

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        cases = queries.by_pk(notice.facts["case"] for notice in notices)
        return [
            _item(notice, case)
            for notice in notices
            if (case := cases.get(notice.facts["case"])) and case.status == SubsidyStatus.TO_REQUEST
        ]


def closing(due: Sequence[tuple[SubsidyCase, int]]) -> int:
    """One notice for each owner and each step of the countdown, however often it is asked."""
    owners = queries.owners(case.trajectory.institution_id for case, _number in due)
    rows = [
        NoticeRow(
            recipient_id=owner.pk,
            dedupe=f"{GrantCloses.key}:{case.pk}:{case.closes_on:%Y%m%d}:{number}:{owner.pk}",
            target=f"subsidy:{case.pk}",
            facts={"case": case.pk},
            institution_id=case.trajectory.institution_id,
        )
        for case, number in due
        for owner in owners.get(case.trajectory.institution_id, [])
    ]
    notify_many(GrantCloses.key, rows)
    return len(rows)


def _item(notice: Noted, case: SubsidyCase) -> NoticeItem:
    words = {"grant": case.scheme, "day": day(case.closes_on), "amount": money(case.scheme.amount)}
    lines = [_("The last day to ask is %(day)s.") % words]
    if case.scheme.amount:
        lines.append(_("It is about at most %(amount)s for one trainee of your school.") % words)
    lines.append(_("Compare the day and the amount with the official text: both can change."))
    return NoticeItem(
        notice_id=notice.pk,
        title=_("%(grant)s: ask before %(day)s") % words,
        url=reverse("trajectory_course", args=[case.trajectory.public_id]),
        lines=tuple(lines),
        action=_("See what is needed"),
    )


KINDS: tuple[NoticeKind, ...] = (GrantCloses(),)
