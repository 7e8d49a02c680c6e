"""One demand of an open vacancy made softer with a tap, and taken back with another.

The same as an edit of its form: live at once, looked at by a moderator afterwards.
"""

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.identity.gates import MemberRequest, member_required
from accounts.identity.permissions import Permission
from vacancies.models import Vacancy
from vacancies.posting import actions, queries, snapshots, words
from vacancies.posting.errors import PostingError, StaleError
from vacancies.posting.forms import WhenForm
from vacancies.posting.forms.softer import as_sent, soften
from vacancies.posting.snapshots import Snapshot
from vacancies.posting.views import eased
from vacancies.posting.views.editing import explain


@require_POST
@member_required(Permission.VACANCY_WRITE)
def vacancy_ease(request: MemberRequest, code: str) -> HttpResponse:
    """Make one change of the panel, or take the last one back."""
    vacancy = get_object_or_404(queries.managed(request.user), code=code)
    if vacancy.is_open:
        _ease(request, vacancy)
    else:
        messages.info(request, _("This vacancy is not open now. Nothing was changed."))
    return redirect("vacancy_manage", code)


def _ease(request: MemberRequest, vacancy: Vacancy) -> None:
    before = as_sent(vacancy)
    sent = _wanted(request, vacancy, before)
    if sent is None:
        messages.info(request, _("There is nothing left to take back."))
        return
    sent["version"] = request.POST.get("version", "")
    form = WhenForm(vacancy, sent)
    snapshot = snapshots.snapshot_of(vacancy)
    if not form.is_valid():
        _refuse(request, form)
        return
    try:
        now = _write(request, form)
    except StaleError as stale:
        _tell_stale(request, stale)
    except PostingError as refusal:
        explain(form, refusal)
        _refuse(request, form)
    else:
        _tell(request, now, before, snapshot)


def _wanted(request: MemberRequest, vacancy: Vacancy, before: QueryDict) -> QueryDict | None:
    """The form with the change made, or as it was before the last one; None: that is gone."""
    if "undo" not in request.POST:
        return soften(before, request.POST.get("soften", ""))
    last = eased.Eased.of(request, vacancy)
    return QueryDict(last.sent, mutable=True) if last else None


def _write(request: MemberRequest, form: WhenForm) -> Vacancy:
    version = form.cleaned_data["version"]
    return actions.save_section(form.vacancy, form.values(), by=request.user, version=version)


def _tell(request: MemberRequest, now: Vacancy, before: QueryDict, snapshot: Snapshot) -> None:
    eased.forget(request)
    if "undo" in request.POST:
        messages.success(request, _("Taken back. The vacancy stands as it did."))
    elif snapshot == snapshots.snapshot_of(now):
        messages.info(request, _("It stood like this already. Nothing was changed."))
    else:
        eased.remember(request, now, sent=before.urlencode(), snapshot=snapshot)


def _refuse(request: MemberRequest, form: WhenForm) -> None:
    reasons = " ".join(str(error) for errors in form.errors.values() for error in errors)
    text = _("Nothing was changed. %(reasons)s Change it in the form.") % {"reasons": reasons}
    messages.error(request, text)


def _tell_stale(request: MemberRequest, stale: StaleError) -> None:
    text = _("%(name)s changed this vacancy meanwhile (%(when)s). Nothing of yours was changed.")
    said = {"name": stale.by or _("A colleague"), "when": words.saved_text(stale.at)}
    messages.warning(request, text % said)
