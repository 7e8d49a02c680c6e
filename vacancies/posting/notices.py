"""What HR is told about the own vacancies: returned, open, closing soon, expired, taken down."""

from abc import abstractmethod
from collections.abc import Sequence

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.enums import Category
from accounts.models import AuditEvent
from accounts.notifications.actions import NoticeRow, notify_many
from accounts.notifications.registry import Noted, NoticeItem, NoticeKind
from vacancies.enums import VacancyStatus as Status
from vacancies.models import Vacancy
from vacancies.posting import queries


class OfVacancy(NoticeKind):
    """About one vacancy; no longer true when the vacancy left the states that it is about."""

    category = Category.VACANCY
    states: frozenset[str] = frozenset()

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        rows = queries.by_pk(notice.facts["vacancy"] for notice in notices)
        return [
            self.item(notice, rows[pk])
            for notice in notices
            if (pk := notice.facts["vacancy"]) in rows and rows[pk].status in self.states
        ]

    def item(self, notice: Noted, vacancy: Vacancy) -> NoticeItem:
        return NoticeItem(
            notice_id=notice.pk,
            title=self.title(vacancy),
            url=self.url(vacancy),
            lines=self.lines(vacancy),
            action=self.action(),
        )

    @abstractmethod
    def title(self, vacancy: Vacancy) -> str: ...

    @abstractmethod
    def lines(self, vacancy: Vacancy) -> tuple[str, ...]: ...

    def action(self) -> str:
        return _("View the vacancy")

    def url(self, vacancy: Vacancy) -> str:
        return reverse("vacancy_manage", args=[vacancy.code])

    def more_url(self) -> str:
        return reverse("school_vacancies")


class VacancyPublished(OfVacancy):
    key = "vacancy_published"
    states = frozenset({Status.PUBLISHED, Status.PAUSED})

    def title(self, vacancy: Vacancy) -> str:
        return _("“%(title)s” is open") % {"title": vacancy.title}

    def lines(self, vacancy: Vacancy) -> tuple[str, ...]:
        return (_("Everybody can find it now. Professionals who fit are told."),)


class VacancyReturned(OfVacancy):
    key = "vacancy_returned"
    states = frozenset({Status.RETURNED})

    def title(self, vacancy: Vacancy) -> str:
        return _("A question about “%(title)s”") % {"title": vacancy.title}

    def lines(self, vacancy: Vacancy) -> tuple[str, ...]:
        return (vacancy.return_reason, _("Change the text and send it in again."))

    def action(self) -> str:
        return _("Change the vacancy")


class VacancyTakenDown(OfVacancy):
    key = "vacancy_taken_down"
    states = frozenset({Status.TAKEN_DOWN})

    def title(self, vacancy: Vacancy) -> str:
        return _("“%(title)s” was taken down") % {"title": vacancy.title}

    def lines(self, vacancy: Vacancy) -> tuple[str, ...]:
        return (vacancy.return_reason,)


class VacancyClosingSoon(OfVacancy):
    key = "vacancy_closing_soon"
    states = frozenset({Status.PUBLISHED})

    def title(self, vacancy: Vacancy) -> str:
        return _("“%(title)s” closes on %(day)s") % {
            "title": vacancy.title,
            "day": date_format(vacancy.closes_on or vacancy.created_at, "j F"),
        }

    def lines(self, vacancy: Vacancy) -> tuple[str, ...]:
        return (
            _("Still looking? Choose a later closing date. Found somebody? Close it."),
            _("Everybody who showed interest gets an answer when it closes."),
        )


class VacancyExpired(OfVacancy):
    key = "vacancy_expired"
    states = frozenset({Status.CLOSED})

    def title(self, vacancy: Vacancy) -> str:
        return _("The closing date of “%(title)s” has passed") % {"title": vacancy.title}

    def lines(self, vacancy: Vacancy) -> tuple[str, ...]:
        return (_("The vacancy is closed. You can copy it to begin again."),)


KINDS = (
    VacancyPublished,
    VacancyReturned,
    VacancyTakenDown,
    VacancyClosingSoon,
    VacancyExpired,
)


def tell(kind: type[OfVacancy], vacancy: Vacancy, *, once: AuditEvent | str) -> None:
    """Tell recruiters and owners of the school; `once` is what they are told of only once."""
    mark = once.pk if isinstance(once, AuditEvent) else once
    notify_many(
        kind.key,
        (
            NoticeRow(
                recipient_id=user.pk,
                dedupe=f"{kind.key}:{vacancy.pk}:{mark}:{user.pk}",
                target=f"vacancy:{vacancy.pk}",
                facts={"vacancy": vacancy.pk},
                institution_id=vacancy.institution_id,
            )
            for user in queries.colleagues_to_tell(vacancy)
        ),
    )
