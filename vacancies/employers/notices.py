"""What professional and school are told about an employer and about what changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.enums import Category
from accounts.notifications.actions import NoticeRow, notify_many
from accounts.notifications.registry import Noted, NoticeItem, NoticeKind
from accounts.organisations import queries as organisations
from vacancies.lifecycles import Side
from vacancies.models import EmployerRequest, Placement

Words = str | Promise
PAGES: Final = {Side.PROFESSIONAL: "my_placement", Side.SCHOOL: "placement"}
TOLD: Final[Mapping[tuple[str, Side], tuple[Words, Words]]] = {
    ("agree", Side.PROFESSIONAL): (
        gettext_lazy("Your employer agrees: %(title)s"),
        gettext_lazy("On the page you see whether there are conditions."),
    ),
    ("agree", Side.SCHOOL): (
        gettext_lazy("The employer agrees: %(title)s"),
        gettext_lazy("On the page you see whether there are conditions."),
    ),
    ("refuse", Side.PROFESSIONAL): (
        gettext_lazy("Your employer does not agree: %(title)s"),
        gettext_lazy("On the page you read the reason, and what you can do."),
    ),
    ("refuse", Side.SCHOOL): (
        gettext_lazy("The employer does not agree: %(title)s"),
        gettext_lazy("Talk with the professional about how to go on."),
    ),
    ("counter", Side.PROFESSIONAL): (
        gettext_lazy("Your employer proposes other day-parts: %(title)s"),
        gettext_lazy("The school sees them too, and can change its offer."),
    ),
    ("counter", Side.SCHOOL): (
        gettext_lazy("The employer proposes other day-parts: %(title)s"),
        gettext_lazy("Do they suit your school? Then change what you agreed."),
    ),
    ("revoke", Side.PROFESSIONAL): (
        gettext_lazy("Your employer took its yes back: %(title)s"),
        gettext_lazy("On the page you read the reason, and what you can do."),
    ),
    ("revoke", Side.SCHOOL): (
        gettext_lazy("The employer took its yes back: %(title)s"),
        gettext_lazy("Talk with the professional about how to go on."),
    ),
    ("expire", Side.PROFESSIONAL): (
        gettext_lazy("No answer of your employer: %(title)s"),
        gettext_lazy("The link no longer works. You can ask again."),
    ),
    ("expire", Side.SCHOOL): (
        gettext_lazy("No answer of the employer: %(title)s"),
        gettext_lazy("The professional can ask again."),
    ),
    ("turn_away", Side.PROFESSIONAL): (
        gettext_lazy("Your mail reached somebody else: %(title)s"),
        gettext_lazy("The address is wiped. Ask again at the right one."),
    ),
    ("take_back", Side.SCHOOL): (
        gettext_lazy("The employer is no longer asked: %(title)s"),
        gettext_lazy("The professional took the question back."),
    ),
}
CHANGED: Final[Mapping[tuple[str, Side], tuple[Words, Words]]] = {
    ("changed", Side.PROFESSIONAL): (
        gettext_lazy("%(school)s changed what it offers you: %(title)s"),
        gettext_lazy("Look what is different, and whether it suits you."),
    ),
    ("confirmed", Side.PROFESSIONAL): (
        gettext_lazy("%(school)s agrees to what was changed: %(title)s"),
        gettext_lazy("You need do nothing."),
    ),
    ("confirmed", Side.SCHOOL): (
        gettext_lazy("The professional agrees to what was changed: %(title)s"),
        gettext_lazy("You need do nothing."),
    ),
}


class EmployerMoved(NoticeKind):
    """To the professional what the employer did; to the school only how it stands."""

    key = "employer_moved"
    category = Category.ANSWER

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        told = list(notices)
        rows = EmployerRequest.objects.select_related(
            "placement__application__vacancy__institution"
        ).in_bulk([notice.facts["request"] for notice in told])
        pairs = [(notice, rows.get(notice.facts["request"])) for notice in told]
        return [
            _item(notice, row.placement, TOLD)
            for notice, row in pairs
            if row is not None and row.status == notice.facts["status"]
        ]


class AgreementChanged(NoticeKind):
    """To the other side: changed, or agreed to what was changed."""

    key = "agreement_changed"
    category = Category.ANSWER

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        told = list(notices)
        rows = Placement.objects.select_related("application__vacancy__institution").in_bulk(
            [notice.facts["placement"] for notice in told]
        )
        pairs = [(notice, rows.get(notice.facts["placement"])) for notice in told]
        return [_item(notice, row, CHANGED) for notice, row in pairs if row is not None]


KINDS: Final[tuple[NoticeKind, ...]] = (EmployerMoved(), AgreementChanged())


def answered(row: EmployerRequest, what: str) -> None:
    """To both, as far as there is something to tell."""
    about = f"{EmployerMoved.key}:{row.pk}:{row.version}"
    facts = {"request": row.pk, "status": str(row.status), "what": what}
    for side in (Side.PROFESSIONAL, Side.SCHOOL):
        if (what, side) in TOLD:
            _tell(EmployerMoved.key, row.placement, side, about, facts)


def taken_back(row: EmployerRequest) -> None:
    """To the school, which counted on an answer."""
    answered(row, "take_back")


def changed(placement: Placement) -> None:
    """To the professional, by each version of the placement once."""
    about = f"{AgreementChanged.key}:changed:{placement.pk}:{placement.version}"
    facts = {"placement": placement.pk, "what": "changed"}
    _tell(AgreementChanged.key, placement, Side.PROFESSIONAL, about, facts)


def confirmed(placement: Placement, by: Side) -> None:
    """To the other side."""
    reader = Side.SCHOOL if by is Side.PROFESSIONAL else Side.PROFESSIONAL
    count = placement.confirmations.count()
    about = f"{AgreementChanged.key}:confirmed:{placement.pk}:{count}"
    facts = {"placement": placement.pk, "what": "confirmed"}
    _tell(AgreementChanged.key, placement, reader, about, facts)


def _tell(
    kind: str, placement: Placement, reader: Side, about: str, facts: dict[str, object]
) -> None:
    is_school = reader is Side.SCHOOL
    school = placement.application.vacancy.institution_id if is_school else None
    rows: Iterable[NoticeRow] = (
        NoticeRow(
            recipient_id=pk,
            dedupe=f"{about}:{pk}",
            target=f"placement:{placement.pk}",
            facts=facts | {"is_school": int(is_school)},
            institution_id=school,
        )
        for pk in _readers(placement, reader)
    )
    notify_many(kind, rows)


def _readers(placement: Placement, reader: Side) -> Iterator[int]:
    if reader is Side.PROFESSIONAL:
        yield placement.application.professional.user_id
    else:
        for user in organisations.recruiters(placement.application.vacancy.institution):
            yield user.pk


def _item(
    notice: Noted, row: Placement, told: Mapping[tuple[str, Side], tuple[Words, Words]]
) -> NoticeItem:
    side = Side.SCHOOL if notice.facts["is_school"] else Side.PROFESSIONAL
    title, line = told[notice.facts["what"], side]
    vacancy = row.application.vacancy
    return NoticeItem(
        notice_id=notice.pk,
        title=str(title) % {"title": vacancy.title, "school": vacancy.institution.name},
        url=reverse(PAGES[side], args=[row.public_id]) + "#werkgever",
        lines=(str(line),),
        action=_("View"),
        rank=1200,
    )
