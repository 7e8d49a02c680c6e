"""The school makes an offer, or takes it back before the answer."""

from typing import Final

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from portal.kit.day_words import day_parts_text
from portal.kit.dayparts import FULL_WEEK
from portal.kit.templatetags.ui import day
from vacancies.applications import actions as applications
from vacancies.assessment import queries as assessment
from vacancies.assessment.errors import RefusedError
from vacancies.enums import PlacementStatus, VacancyStatus
from vacancies.lifecycles import PLACEMENT, Side
from vacancies.models import Application, Placement, PlannedBlock, Vacancy
from vacancies.placement import notices, queries
from vacancies.placement.actions.moving import held, move, require_side, require_version, write_step
from vacancies.placement.lawful import require_lawful
from vacancies.placement.offer import Offer, rows_of
from vacancies.posting import queries as posting
from vacancies.routes.calendar import plus_years

MOST_BLOCKS: Final = 3
MOST_YEARS: Final = 5
KNOWN: Final = (VacancyStatus.PUBLISHED, VacancyStatus.PAUSED, VacancyStatus.CLOSED)


@transaction.atomic
def offer(application: Application, *, offer: Offer, by: User) -> Placement:
    """Offer somebody the work; the application moves along. Only the law refuses hours.

    Raises RefusedError with the field that cannot be right, IllegalTransitionError when the
    application is past an offer, PermissionDenied to a stranger.
    """
    vacancy = posting.locked(application.vacancy)
    if not assessment.is_recorder(by, vacancy.institution):
        raise PermissionDenied
    application.professional = assessment.locked(application.professional)
    application.vacancy = vacancy
    blocks = checked(application, offer, by)
    applications.offer(application, by=by)
    row = _kept(application, offer)
    for block in blocks:
        block.placement = row
        block.save(force_insert=True)
    write_step(row, "offer", "", side=Side.SCHOOL, by=by)
    notices.offered(row)
    return row


@transaction.atomic
def take_back(
    placement: Placement, *, by: User, reason: str = "", version: int | None = None
) -> Placement:
    """The school withdraws its offer before the answer; the talk goes on."""
    _vacancy, row = held(placement)
    require_side(row, by, Side.SCHOOL)
    if row.status == PlacementStatus.CANCELLED:
        return row
    require_version(row, version)
    move(row, "take_back", side=Side.SCHOOL, by=by, reason=reason)
    applications.take_offer_back(row.application, by=by)
    notices.taken_back(row)
    return row


def checked(application: Application, offer: Offer, by: User) -> list[PlannedBlock]:
    """The blocks of an offer that can be made, unsaved. Raises RefusedError."""
    _require_room(application, offer)
    _require_right_days(offer)
    if offer.fte is not None and not 0 < offer.fte <= 1:
        raise RefusedError(_("Write a share between 0 and 1, such as 0.4."), "fte")
    if not 1 <= len(offer.blocks) <= MOST_BLOCKS:
        raise RefusedError(_("Fill in the hours of at least one route."), "week_hours")
    blocks = [rows_of(hours, offer, application, by) for hours in offer.blocks]
    require_lawful(offer, blocks)
    return [row for rows in blocks for row in rows]


def _kept(application: Application, offer: Offer) -> Placement:
    return Placement.objects.create(
        application=application,
        status=PLACEMENT.first,
        function_kind=offer.blocks[0].function_kind,
        day_parts_mask=offer.day_parts_mask,
        starts_on=offer.starts_on,
        ends_on=offer.ends_on,
        employment_form=offer.employment_form,
        fte=offer.fte,
        has_other_employer=offer.has_other_employer,
        coach=offer.coach,
        coach_hours_week=offer.coach_hours_week,
        message=offer.message,
        answer_by=offer.answer_by,
    )


def _require_room(application: Application, offer: Offer) -> None:
    """Nothing is promised twice."""
    vacancy = application.vacancy
    if vacancy.status not in KNOWN:
        raise RefusedError(_("This vacancy is not open."))
    if not 0 < offer.day_parts_mask <= FULL_WEEK:
        raise RefusedError(_("Choose at least one day-part."), "day_parts")
    if vacancy.may_be_shared:
        _require_free_parts(application, offer.day_parts_mask)
    elif len(_others(application, vacancy)) >= vacancy.positions:
        raise RefusedError(
            _("Every position is filled or offered already. Take an offer back first.")
        )


def _require_free_parts(application: Application, mask: int) -> None:
    taken = mask & queries.day_parts_promised(application)
    if taken:
        text = _("Somebody else has or is offered %(parts)s. Leave that out.")
        raise RefusedError(text % {"parts": day_parts_text(taken)}, "day_parts")


def _others(application: Application, vacancy: Vacancy) -> list[Placement]:
    return [one for one in posting.promised_on(vacancy) if one.application_id != application.pk]


def _require_right_days(offer: Offer) -> None:
    today = timezone.localdate()
    if offer.starts_on < today:
        raise RefusedError(_("This day has passed. Choose a first day from today on."), "starts_on")
    if offer.ends_on and offer.ends_on < offer.starts_on:
        raise RefusedError(_("The last day is before the first day."), "ends_on")
    far = plus_years(today, MOST_YEARS)
    if max(offer.starts_on, offer.ends_on or offer.starts_on) > far:
        name = "starts_on" if offer.starts_on > far else "ends_on"
        raise RefusedError(_("Look at the year: this is too far ahead."), name)
    if not today <= offer.answer_by <= offer.starts_on:
        text = _("Ask the answer between today and the first day, %(day)s.")
        raise RefusedError(text % {"day": day(offer.starts_on)}, "answer_by")
