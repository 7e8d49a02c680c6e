"""An account goes: what was agreed with that person is told to who counts on it."""

from django.utils import translation
from django.utils.translation import gettext as _

from accounts.identity import queries as identity
from accounts.models import Institution, User
from accounts.organisations import queries as organisations
from vacancies.lifecycles import Side
from vacancies.meetings import left_notices, queries
from vacancies.meetings.actions.moving import cancel
from vacancies.models import Meeting


def let_go(user: User) -> None:
    """Runs in the transaction of the deletion, before it. Appointments of a professional go with
    the account; those that a colleague agreed on stay with the school."""
    professional = identity.professional_of(user)
    if professional is not None:
        for meeting in queries.upcoming(queries.of_professional(professional)):
            left_notices.person_left(meeting)
    membership = identity.membership_of(user)
    if membership is not None and membership.is_active:
        _hand_over(user, membership.institution)


def _hand_over(user: User, institution: Institution) -> None:
    """To the colleagues who stay, unless one of them takes part already. Where nobody stays, it is
    cancelled: nobody would open the door."""
    team = {one.pk for one in organisations.recruiters(institution)} - {user.pk}
    for meeting in queries.upcoming(queries.of_school(institution)):
        took_part = queries.colleagues_in(meeting)
        if not team:
            _cancel(meeting, by=user)
        elif user.pk in took_part and not took_part & team:
            left_notices.taken_over(meeting, sorted(team))


def _cancel(meeting: Meeting, *, by: User) -> None:
    with translation.override(meeting.application.professional.user.language):
        reason = _("At the school nobody is left who can receive you.")
    cancel(meeting, sequence=meeting.sequence, side=Side.SCHOOL, reason=reason, by=by)
