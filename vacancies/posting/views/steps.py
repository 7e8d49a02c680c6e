"""Pause, resume, extend, close, copy, take back, discard: a question first, then the action."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.identity.gates import AnyView, MemberRequest, member_required
from accounts.identity.permissions import Permission
from accounts.models import User
from portal.kit.forms import sent_in
from portal.kit.lifecycle import IllegalTransitionError
from vacancies.models import Vacancy
from vacancies.posting import actions, queries
from vacancies.posting.errors import ClosingDateError, InstitutionNotVerifiedError
from vacancies.posting.forms import CloseForm, ConfirmForm, ExtendForm

Words = str | Promise
Run = Callable[[Vacancy, User, dict[str, Any]], Vacancy | None]


@dataclass(frozen=True)
class Step:
    """One question: what it does in words, its form, and what the button starts."""

    title: Words
    text: Words
    button: Words
    done: Words
    run: Run
    form: type[ConfirmForm] = ConfirmForm
    is_harsh: bool = False


PAUSE: Final = Step(
    title=_("Pause this vacancy?"),
    text=_(
        "Nobody finds it any more and nobody new is told. "
        "Interest that came in stays. You can open it again until the closing date."
    ),
    button=_("Pause"),
    done=_("The vacancy is paused."),
    run=lambda vacancy, by, said: actions.pause(vacancy, by=by),
)
RESUME: Final = Step(
    title=_("Open this vacancy again?"),
    text=_("Everybody can find it again from now on."),
    button=_("Open again"),
    done=_("The vacancy is open again."),
    run=lambda vacancy, by, said: actions.resume(vacancy, by=by),
)
EXTEND: Final = Step(
    title=_("Keep this vacancy open longer?"),
    text=_("Choose a new closing date. The day on which everybody has an answer moves along."),
    button=_("Move the closing date"),
    done=_("The closing date has moved."),
    run=lambda vacancy, by, said: actions.extend(vacancy, by=by, closes_on=said["closes_on"]),
    form=ExtendForm,
)
CLOSE: Final = Step(
    title=_("Close this vacancy?"),
    text=_("It ends now. Everybody who showed interest and has no answer yet gets one."),
    button=_("Close"),
    done=_("The vacancy is closed."),
    run=lambda vacancy, by, said: actions.close(vacancy, by=by, outcome=said["outcome"]),
    form=CloseForm,
    is_harsh=True,
)
COPY: Final = Step(
    title=_("Copy this vacancy?"),
    text=_("You get a new draft with the same text and demands. You choose new dates."),
    button=_("Copy"),
    done=_("This is the copy. Choose new dates and send it in."),
    run=lambda vacancy, by, said: actions.copy(vacancy, by=by),
)
TAKE_BACK: Final = Step(
    title=_("Take this vacancy back?"),
    text=_("It becomes a draft again. Change what you want and send it in once more."),
    button=_("Take back"),
    done=_("It is a draft again."),
    run=lambda vacancy, by, said: actions.take_back(vacancy, by=by),
)
DISCARD: Final = Step(
    title=_("Throw this draft away?"),
    text=_("The text is gone for good. Nobody has seen it."),
    button=_("Throw away"),
    done=_("The draft is thrown away."),
    run=lambda vacancy, by, said: actions.discard(vacancy, by=by),
    is_harsh=True,
)


def question(step: Step) -> AnyView:
    """The view of a step: GET asks, POST does."""

    @member_required(Permission.VACANCY_WRITE)
    def view(request: MemberRequest, code: str) -> HttpResponse:
        vacancy = get_object_or_404(queries.managed(request.user), code=code)
        form = step.form(vacancy, sent_in(request))
        if request.method == "POST" and form.is_valid():
            return _do(request, step, vacancy, form.cleaned_data)
        context = {"vacancy": vacancy, "step": step, "form": form}
        return render(request, "vacancies/posting/step.html", context)

    return view


def _do(request: MemberRequest, step: Step, vacancy: Vacancy, said: dict[str, Any]) -> HttpResponse:
    try:
        row = step.run(vacancy, request.user, said)
    except IllegalTransitionError as refusal:
        state = Vacancy(status=refusal.current).get_status_display()
        text = gettext("That is no longer possible. The state is now: %(state)s.") % {
            "state": state
        }
        messages.warning(request, text)
        return redirect("vacancy_manage", vacancy.code)
    except InstitutionNotVerifiedError:
        messages.warning(request, gettext("Your school may not publish now. Ask us why."))
        return redirect("vacancy_manage", vacancy.code)
    except ClosingDateError:
        messages.warning(request, gettext("The closing date has passed. Choose a later one first."))
        return redirect("vacancy_extend", vacancy.code)
    messages.success(request, str(step.done))
    return redirect("vacancy_manage", row.code) if row else redirect("school_vacancies")


pause = question(PAUSE)
resume = question(RESUME)
extend = question(EXTEND)
close = question(CLOSE)
copy = question(COPY)
take_back = question(TAKE_BACK)
discard = question(DISCARD)
