"""The steps from a yes to an answer, as both sides take them."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import Professional, User
from vacancies.applications import queries
from vacancies.applications.actions.taking import SAY_YES, take, write_down
from vacancies.applications.errors import RefusedError
from vacancies.enums import ApplicationStatus as Status
from vacancies.enums import StepSide
from vacancies.lifecycles import APPLICATION, Side
from vacancies.matching import actions as matching
from vacancies.models import Application, ApplicationStep, Vacancy


@transaction.atomic
def show_interest(
    vacancy: Vacancy, professional: Professional, *, message: str = "", by: User
) -> Application:
    """Say yes: from now on the school sees name and contact, and is told. Twice is once; a yes
    taken back is given again. Raises RefusedError when the vacancy is not open or no name is
    known, IllegalTransitionError after the school's answer."""
    vacancy = Vacancy.objects.select_for_update(of=("self",)).get(pk=vacancy.pk)
    queries.hold(professional)
    if not vacancy.is_open:
        raise RefusedError(_("This vacancy is no longer open."))
    if not professional.user.name:
        raise RefusedError(_("The school wants to know who you are. Write your name first."))
    application, made = Application.objects.get_or_create(
        vacancy=vacancy, professional=professional, defaults={"message": message}
    )
    if not made and application.status == Status.NEW:
        return application
    matching.mark_interested(vacancy, professional, by=by)
    if made:
        first = ApplicationStep(verb=SAY_YES, target=APPLICATION.first, side=StepSide.PROFESSIONAL)
        return write_down(application, first, by=by)
    return take(application, "say_yes_again", side=Side.PROFESSIONAL, by=by, words=message)


@transaction.atomic
def withdraw(application: Application, *, by: User) -> Application:
    """Take the yes back, at any time before a placement: the school no longer sees who it was.
    Raises IllegalTransitionError after an answer."""
    application = take(application, "withdraw", side=Side.PROFESSIONAL, by=by)
    matching.unmark_interested(application.vacancy, application.professional, by=by)
    return application


@transaction.atomic
def talk(application: Application, *, by: User, is_told: bool = True) -> Application:
    """The school wants to talk. Raises IllegalTransitionError unless it waited for an answer.
    `is_told` is False for who tells the professional more than this."""
    return take(application, "talk", side=Side.SCHOOL, by=by, is_told=is_told)


@transaction.atomic
def try_out(application: Application, *, by: User, side: Side) -> Application:
    """A small first step was agreed. Raises IllegalTransitionError after an offer or answer."""
    return take(application, "try_out", side=side, by=by)


@transaction.atomic
def offer(application: Application, *, by: User) -> Application:
    """The school offers the work; who made the offer tells what is in it."""
    return take(application, "offer", side=Side.SCHOOL, by=by)


@transaction.atomic
def accept(application: Application, *, by: User) -> Application:
    """The professional takes the offer. Raises IllegalTransitionError without one."""
    return take(application, "accept", side=Side.PROFESSIONAL, by=by)


@transaction.atomic
def refuse_offer(application: Application, *, by: User) -> Application:
    """The professional does not take this offer; the talk goes on."""
    return take(application, "refuse_offer", side=Side.PROFESSIONAL, by=by)


@transaction.atomic
def take_offer_back(application: Application, *, by: User) -> Application:
    """The school takes its offer back; the talk goes on."""
    return take(application, "take_offer_back", side=Side.SCHOOL, by=by)


@transaction.atomic
def lapse(application: Application) -> Application:
    """Nobody answered the offer in time; who let it lapse tells both. The talk goes on."""
    return take(application, "lapse", side=Side.CLOCK, by=None)


@transaction.atomic
def undo_placement(application: Application, *, by: User, side: Side) -> Application:
    """What was agreed is cancelled before or after its start; the talk goes on."""
    return take(application, "undo_placement", side=side, by=by)


@transaction.atomic
def decline(
    application: Application, *, answer: str = "", by: User | None, side: Side = Side.SCHOOL
) -> Application:
    """Not further with this person; told at once, with what else fits. Raises
    IllegalTransitionError when taken back meanwhile."""
    return take(application, "decline", side=side, by=by, words=answer)


@transaction.atomic
def go_on_after_all(application: Application, *, by: User) -> Application:
    """The school comes back on its no. Raises IllegalTransitionError when there was none."""
    return take(application, "go_on_after_all", side=Side.SCHOOL, by=by)


@transaction.atomic
def answer_all(vacancy: Vacancy) -> None:
    """A vacancy ended: who would wait for nothing hears it. Runs in the transaction that ends it."""
    for application in queries.left_waiting_by(vacancy):
        decline(application, by=None, side=Side.CLOCK)
