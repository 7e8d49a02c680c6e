"""What both sides are told about an offer and a placement; never the name of somebody."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.enums import Category
from accounts.notifications.actions import NoticeRow, notify_many
from accounts.notifications.registry import Noted, NoticeItem, NoticeKind
from accounts.organisations import queries as organisations
from portal.kit.templatetags.ui import day
from vacancies.enums import PlacementStatus as Status
from vacancies.lifecycles import Side
from vacancies.models import Placement
from vacancies.placement import lapsing

Words = str | Promise
PAGES: Final = {Side.PROFESSIONAL: "my_placement", Side.SCHOOL: "placement"}


class OfferMade(NoticeKind):
    """To the professional: there is an offer, and until when it waits."""

    key = "offer_made"
    category = Category.ANSWER
    weight = 5

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        return [
            NoticeItem(
                notice_id=notice.pk,
                title=_("%(school)s offers you work: %(title)s") % _names(row),
                url=_page(row, Side.PROFESSIONAL),
                lines=(_before(row),),
                asked=row.day_parts_mask,
                action=_("Read the offer"),
                rank=2000,
            )
            for notice, row in _still(notices, Status.OFFERED)
        ]


class OfferWaits(NoticeKind):
    """To the professional: the day before which the school wants to know is near."""

    key = "offer_waits"
    category = Category.ANSWER

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        return [
            NoticeItem(
                notice_id=notice.pk,
                title=_("%(school)s would like to know: %(title)s") % _names(row),
                url=_page(row, Side.PROFESSIONAL),
                lines=(*_until(row), _("Need more time, or in doubt? Write to the school.")),
                action=_("Read the offer"),
                rank=1500,
            )
            for notice, row in _still(notices, Status.OFFERED)
        ]


class OfferAnswered(NoticeKind):
    """To the recruiters: yes or no; who it is stands on the page."""

    key = "offer_answered"
    category = Category.ANSWER

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        told: dict[str, tuple[Words, Words]] = {
            Status.ACCEPTED: (
                gettext_lazy("Your offer is accepted: %(title)s"),
                gettext_lazy("Now the start check: see what must be there before the first day."),
            ),
            Status.REFUSED: (
                gettext_lazy("Your offer is not accepted: %(title)s"),
                gettext_lazy("The talk goes on. On the page you see whether a reason was given."),
            ),
        }
        return [
            NoticeItem(
                notice_id=notice.pk,
                title=str(told[row.status][0]) % _names(row),
                url=_page(row, Side.SCHOOL),
                lines=(str(told[row.status][1]),),
                action=_("To the placement"),
                rank=1000,
            )
            for notice, row in _still(notices, *told)
        ]


class PlacementMoved(NoticeKind):
    """To the other side, or to both: taken back, lapsed, called off, started or over."""

    key = "placement_moved"
    category = Category.ANSWER

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        return [
            NoticeItem(
                notice_id=notice.pk,
                title=str(TOLD[notice.facts["what"]][0]) % _names(row),
                url=_page(row, _reader_of(notice)),
                lines=(str(TOLD[notice.facts["what"]][1]),),
            )
            for notice, row in _still(notices, Status.CANCELLED, Status.STARTED, Status.ENDED)
            if notice.facts["status"] == row.status
        ]


TOLD: Final[dict[str, tuple[Words, Words]]] = {
    "taken_back": (
        gettext_lazy("%(school)s took its offer back: %(title)s"),
        gettext_lazy("You can still talk. Ask the school why."),
    ),
    "lapsed_for_person": (
        gettext_lazy("The offer of %(school)s lapsed: %(title)s"),
        gettext_lazy(
            "The school got no answer in time. Do you still want it? Write to the school."
        ),
    ),
    "lapsed_for_school": (
        gettext_lazy("Your offer lapsed: %(title)s"),
        gettext_lazy("No answer came in time. The day-parts are free again. You can offer anew."),
    ),
    "called_off_by_school": (
        gettext_lazy("%(school)s calls it off: %(title)s"),
        gettext_lazy("You do not start there. On the page you see whether a reason was given."),
    ),
    "called_off_by_person": (
        gettext_lazy("Called off: %(title)s"),
        gettext_lazy("The professional does not start. The day-parts are open again."),
    ),
    "started": (
        gettext_lazy("You have started: %(title)s, %(school)s"),
        gettext_lazy("The school noted your first day. Is something not right? Write to them."),
    ),
    "ended_by_school": (
        gettext_lazy("The school ended your placement: %(title)s"),
        gettext_lazy("On the page you see from when, and whether a reason was given."),
    ),
    "ended_by_person": (
        gettext_lazy("The professional stops: %(title)s"),
        gettext_lazy("On the page you see from when, and whether a reason was given."),
    ),
    "over": (
        gettext_lazy("The placement is over: %(title)s, %(school)s"),
        gettext_lazy("The last day that was agreed has passed."),
    ),
}
KINDS: Final[tuple[NoticeKind, ...]] = (
    OfferMade(),
    OfferWaits(),
    OfferAnswered(),
    PlacementMoved(),
)


def offered(placement: Placement) -> None:
    _tell(OfferMade.key, placement, Side.PROFESSIONAL)


def waits(placement: Placement) -> None:
    """Once an offer, whoever asks again."""
    _tell(OfferWaits.key, placement, Side.PROFESSIONAL)


def answered(placement: Placement) -> None:
    _tell(OfferAnswered.key, placement, Side.SCHOOL)


def taken_back(placement: Placement) -> None:
    _moved(placement, Side.PROFESSIONAL, "taken_back")


def lapsed(placement: Placement) -> None:
    """Told to both."""
    _moved(placement, Side.PROFESSIONAL, "lapsed_for_person")
    _moved(placement, Side.SCHOOL, "lapsed_for_school")


def called_off(placement: Placement, *, side: Side) -> None:
    """Told to the other side."""
    if side == Side.SCHOOL:
        _moved(placement, Side.PROFESSIONAL, "called_off_by_school")
    else:
        _moved(placement, Side.SCHOOL, "called_off_by_person")


def started(placement: Placement) -> None:
    _moved(placement, Side.PROFESSIONAL, "started")


def ended(placement: Placement, *, side: Side) -> None:
    """Told to the other side; by the clock to both."""
    if side == Side.CLOCK:
        _moved(placement, Side.PROFESSIONAL, "over")
        _moved(placement, Side.SCHOOL, "over")
    elif side == Side.SCHOOL:
        _moved(placement, Side.PROFESSIONAL, "ended_by_school")
    else:
        _moved(placement, Side.SCHOOL, "ended_by_person")


def _moved(placement: Placement, reader: Side, what: str) -> None:
    _tell(PlacementMoved.key, placement, reader, what)


def _tell(kind: str, placement: Placement, reader: Side, what: str = "") -> None:
    school = placement.application.vacancy.institution if reader == Side.SCHOOL else None
    facts = {
        "placement": placement.pk,
        "status": str(placement.status),
        "what": what,
        "is_school": int(reader == Side.SCHOOL),
    }
    about = f"{kind}:{placement.pk}:{placement.version}" if what else f"{kind}:{placement.pk}"
    notify_many(
        kind,
        (
            NoticeRow(
                recipient_id=pk,
                dedupe=f"{about}:{pk}",
                target=f"placement:{placement.pk}",
                facts=facts,
                institution_id=school.pk if school else None,
            )
            for pk in _readers(placement, reader)
        ),
    )


def _readers(placement: Placement, reader: Side) -> Iterator[int]:
    if reader == Side.PROFESSIONAL:
        yield placement.application.professional.user_id
    else:
        for user in organisations.recruiters(placement.application.vacancy.institution):
            yield user.pk


def _reader_of(notice: Noted) -> Side:
    return Side.SCHOOL if notice.facts["is_school"] else Side.PROFESSIONAL


def _still(notices: Iterable[Noted], *states: str) -> list[tuple[Noted, Placement]]:
    """Those of which the placement is still in such a state."""
    told = list(notices)
    rows = Placement.objects.select_related("application__vacancy__institution")
    found = rows.in_bulk([notice.facts["placement"] for notice in told])
    pairs = [(notice, found.get(notice.facts["placement"])) for notice in told]
    return [(notice, row) for notice, row in pairs if row is not None and row.status in states]


def _page(row: Placement, reader: Side) -> str:
    return reverse(PAGES[reader], args=[row.public_id])


def _names(row: Placement) -> dict[str, str]:
    vacancy = row.application.vacancy
    return {"title": vacancy.title, "school": vacancy.institution.name}


def _before(row: Placement) -> str:
    if row.answer_by is None:
        return _("The school would like your answer.")
    return _("The school would like your answer before %(day)s.") % {"day": day(row.answer_by)}


def _until(row: Placement) -> tuple[str, ...]:
    """Before which day the school asks an answer, and when none comes."""
    if row.answer_by is None:
        return (_before(row),)
    last = day(lapsing.last_day(row.answer_by))
    return _before(row), _("Without an answer the offer lapses after %(day)s.") % {"day": last}
