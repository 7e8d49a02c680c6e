"""What everybody may read of one school."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from accounts.enums import InstitutionStatus
from accounts.models import Institution
from accounts.organisations import queries as organisations
from vacancies.models import Vacancy
from vacancies.selection.speed import Speed, speed_of


@dataclass(frozen=True)
class SchoolPage:
    """A school with where it is and how fast it answers, if enough is known."""

    institution: Institution
    places: Sequence[str]
    speed: Speed | None


def shown() -> QuerySet[Institution]:
    """Schools of which somebody saw that they are one."""
    return Institution.objects.filter(status=InstitutionStatus.VERIFIED)


def page_of(institution: Institution) -> SchoolPage:
    places = dict.fromkeys(row.place.name for row in organisations.locations(institution))
    return SchoolPage(institution, sorted(places), speed_of(institution))


def open_vacancies(institution: Institution) -> QuerySet[Vacancy, int]:
    """The keys of what can be answered now, the newest first."""
    rows = Vacancy.objects.open().filter(institution=institution)
    return rows.order_by("-published_at", "-pk").values_list("pk", flat=True)
