"""What the law asks besides papers."""

from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.audit import actions as audit
from accounts.credentials import hooks, queries
from accounts.credentials.errors import RefusedError
from accounts.models import Professional, RouteAnswers, User

NOT_TO_COME = ("papers_told_on", "no_ban_declared_on", "practice_since", "instructor_since")


class Answers(TypedDict, total=False):
    """Columns of `RouteAnswers`; what is left out stays as it is, None is: not told."""

    papers_told_on: date | None
    no_ban_declared_on: date | None
    practice_since: date | None
    instructor_since: date | None
    course_kind: str
    course_until: date | None


@transaction.atomic
def answer(professional: Professional, *, by: User, **said: Unpack[Answers]) -> RouteAnswers:
    """Keep these answers. The same again changes nothing.

    Raises RefusedError for a day to come or half a course, PermissionDenied to a stranger. That a
    judge excluded somebody is never kept: the declaration that none did is there, or is not.
    """
    owner = Professional.objects.select_for_update(of=("self",)).get(pk=professional.pk)
    queries.require_owner(owner, by)
    row = queries.answers_of(owner)
    changed = [name for name, value in said.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, said[name])  # type: ignore[literal-required]
    _require_right(row)
    if changed:
        row.save()
        audit.record("route_answers.saved", owner, by=by, detail={"changed": changed})
        hooks.changed.fire(owner)
    return row


def _require_right(row: RouteAnswers) -> None:
    today = timezone.localdate()
    for name in NOT_TO_COME:
        if (day := getattr(row, name)) and day > today:
            raise RefusedError(_("This day is still to come."), name)
    if row.course_kind and not row.course_until:
        raise RefusedError(_("Tell until when the course takes."), "course_until")
    if row.course_until and not row.course_kind:
        raise RefusedError(_("Choose which course it is."), "course_kind")
