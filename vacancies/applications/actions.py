from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.audit import actions as audit
from accounts.models import Professional, User
from vacancies.applications import notices, queries
from vacancies.applications.lifecycle import LIFECYCLE
from vacancies.enums import ApplicationStatus as Status
from vacancies.matching import actions as matching
from vacancies.models import Application, SavedVacancy, Vacancy


class RefusedError(Exception):
    """The step cannot be done; the text says why, for the person who asked."""


@transaction.atomic
def show_interest(
    vacancy: Vacancy, professional: Professional, *, message: str = "", by: User
) -> Application:
    """Say yes: from now on the school sees name and contact, and is told. Twice is once; a yes
    taken back is given again. Raises RefusedError when the vacancy is not open or no name is
    known, IllegalTransitionError after the school's answer."""
    vacancy = Vacancy.objects.select_for_update(of=("self",)).get(pk=vacancy.pk)
    if not vacancy.is_open:
        raise RefusedError(_("This vacancy is no longer open."))
    if not professional.user.name:
        raise RefusedError(_("The school wants to know who you are. Write your name first."))
    application, made = Application.objects.get_or_create(
        vacancy=vacancy, professional=professional, defaults={"message": message}
    )
    if not made and application.status == Status.NEW:
        return application
    if not made:
        _move(application, Status.NEW)
        application.message = message
        application.save(update_fields=["message"])
    matching.mark_interested(vacancy, professional, by=by)
    audit.record("application.made", application, by=by)
    notices.interest_shown(application)
    return application


@transaction.atomic
def withdraw(application: Application, *, by: User) -> Application:
    """Take the yes back: the school no longer sees who it was. Raises IllegalTransitionError
    after an answer."""
    application = queries.locked(application)
    _move(application, Status.WITHDRAWN)
    matching.unmark_interested(application.vacancy, application.professional, by=by)
    audit.record("application.withdrawn", application, by=by)
    return application


@transaction.atomic
def decline(application: Application, *, answer: str = "", by: User | None) -> Application:
    """Not further with this person; told at once, with what else fits. Raises
    IllegalTransitionError when taken back meanwhile."""
    application = queries.locked(application)
    _move(application, Status.DECLINED, answer=answer)
    audit.record("application.declined", application, by=by)
    notices.answered(application)
    return application


@transaction.atomic
def place(application: Application, *, answer: str = "", by: User) -> Application:
    """The school chose this person; told at once. Raises IllegalTransitionError when taken back."""
    application = queries.locked(application)
    _move(application, Status.PLACED, answer=answer)
    audit.record("application.placed", application, by=by)
    notices.answered(application)
    return application


@transaction.atomic
def answer_all(vacancy: Vacancy) -> None:
    """A vacancy ended: whoever still waits hears it. Runs in the transaction that ends it."""
    for application in queries.waiting_on(vacancy):
        decline(application, by=None)


def mark_seen(application: Application, *, by: User) -> None:
    """The school opened it: the professional can see that."""
    if application.seen_at is None:
        application.seen_at = timezone.now()
        application.save(update_fields=["seen_at"])
        audit.record("application.seen", application, by=by)


def save_vacancy(vacancy: Vacancy, professional: Professional) -> None:
    """Keep for later; twice is once."""
    SavedVacancy.objects.get_or_create(vacancy=vacancy, professional=professional)


def forget_vacancy(vacancy: Vacancy, professional: Professional) -> None:
    """No longer keep; twice is once."""
    SavedVacancy.objects.filter(vacancy=vacancy, professional=professional).delete()


def _move(application: Application, wanted: str, *, answer: str = "") -> None:
    LIFECYCLE.require(application.status, wanted)
    application.status = wanted
    application.answer = answer
    application.ended_at = None if wanted == Status.NEW else timezone.now()
    application.save(update_fields=["status", "answer", "ended_at", "updated_at"])
