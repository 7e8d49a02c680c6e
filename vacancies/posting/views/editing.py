"""The form in five sections: save, go on, stop, and the live helpers beside it."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.identity.gates import MemberRequest, member_required
from accounts.identity.permissions import Permission
from portal.kit.forms import sent_in
from portal.kit.lifecycle import IllegalTransitionError
from vacancies.models import Vacancy
from vacancies.posting import actions, law_words, queries, words
from vacancies.posting.errors import (
    InstitutionNotVerifiedError,
    NotEditableError,
    NotWholeError,
    StaleError,
    WordingBlockedError,
)
from vacancies.posting.forms import SECTION_FORMS, RoutesForm, SectionForm, SubmitForm
from vacancies.posting.lifecycle import EDITABLE, WRITING
from vacancies.posting.sections import Section
from vacancies.posting.views.pages import check_page, edit_page, law_panel, next_section, typed
from vacancies.posting.views.softening import softened

TEXT_MAX = 8000
OWN_AUTOSAVE = timedelta(seconds=5)


@member_required(Permission.VACANCY_WRITE)
def vacancy_edit(request: MemberRequest, code: str, section: str) -> HttpResponse:
    vacancy = get_object_or_404(queries.managed(request.user), code=code)
    if section not in Section._value2member_map_:
        raise Http404
    if vacancy.status not in EDITABLE:
        return _closed_door(request, vacancy)
    if section == Section.CHECK:
        return _check(request, vacancy)
    form = SECTION_FORMS[Section(section)](vacancy, sent_in(request))
    if request.method != "POST":
        return _show(request, form, Section(section))
    if section == Section.WHEN and {"soften", "count"} & request.POST.keys():
        return softened(request, vacancy)
    if "add" in request.POST:
        return _with_more(request, form, Section(section))
    return _save(request, form, Section(section))


def _save(request: MemberRequest, form: SectionForm, section: Section) -> HttpResponse:
    if not form.is_valid():
        return _show(request, form, section)
    try:
        vacancy = _write(request, form, section)
    except StaleError as stale:
        fresh = queries.managed(request.user).get(pk=form.vacancy.pk)
        differing = form.show_again(fresh)
        when = words.saved_text(stale.at)
        return _show(request, form, section, stale=stale, stale_when=when, differing=differing)
    except NotEditableError:
        return _closed_door(request, queries.managed(request.user).get(pk=form.vacancy.pk))
    except (NotWholeError, WordingBlockedError, InstitutionNotVerifiedError) as refusal:
        explain(form, refusal)
        return _show(request, form, section)
    _say_what_followed(request, form.vacancy, vacancy)
    return _saved(request, vacancy, section)


def _write(request: MemberRequest, form: SectionForm, section: Section) -> Vacancy:
    """Save, also when the form's own autosave came in a moment before its button."""
    values, version = form.values(), form.cleaned_data["version"]
    try:
        return actions.save_section(form.vacancy, values, by=request.user, version=version)
    except StaleError as stale:
        mine = (stale.edit.by_pk, stale.edit.section) == (request.user.pk, section.value)
        if not (mine and timezone.now() - stale.at < OWN_AUTOSAVE):
            raise
        return actions.save_section(form.vacancy, values, by=request.user)


def _saved(request: MemberRequest, vacancy: Vacancy, section: Section) -> HttpResponse:
    if request.htmx:  # type: ignore[attr-defined]
        context = {"vacancy": vacancy, "saved": words.saved_text(queries.last_edit(vacancy).at)}
        return render(request, "vacancies/posting/_saved.html", context)
    if "stop" in request.POST:
        messages.success(request, _("“%(title)s” is saved.") % {"title": vacancy.title})
        return redirect("vacancy_manage", vacancy.code)
    return redirect("vacancy_edit", vacancy.code, next_section(section).value)


def _say_what_followed(request: MemberRequest, before: Vacancy, now: Vacancy) -> None:
    """Another function brought its own routes."""
    if before.routes_mask and before.function_kind != now.function_kind:
        messages.info(request, law_words.reset_after_function())


def explain(form: SectionForm, refusal: Exception) -> None:
    """Say in the form why the action refused."""
    if isinstance(refusal, NotWholeError):
        form.add_missing(refusal.missing)
    elif isinstance(refusal, WordingBlockedError):
        form.add_blocked(refusal.hits)
    else:
        form.add_error(
            None, _("Your school is not verified now. Until then an open vacancy stays as it is.")
        )


def _with_more(request: MemberRequest, form: SectionForm, section: Section) -> HttpResponse:
    """The form again with the skills just ticked as lines of the table; nothing is saved."""
    form.without_errors()
    if request.htmx:  # type: ignore[attr-defined]
        typed = request.POST.get("competences_q", "").strip()
        context = {"form": form, "added": True, "query": typed}
        return render(request, "vacancies/posting/_demands.html", context)
    return _show(request, form, section)


def _show(request: MemberRequest, form: SectionForm, section: Section, **more: Any) -> HttpResponse:
    if request.htmx and form.is_searching:  # type: ignore[attr-defined]
        return HttpResponse(status=204)
    context = {**edit_page(form, section), **more}
    if request.htmx and "add" not in request.POST:  # type: ignore[attr-defined]
        return render(request, "vacancies/posting/_not_saved.html", context)
    return render(request, "vacancies/posting/edit.html", context)


def _check(request: MemberRequest, vacancy: Vacancy) -> HttpResponse:
    form = SubmitForm(vacancy, sent_in(request))
    if request.method == "POST" and vacancy.status in WRITING and form.is_valid():
        try:
            actions.submit(vacancy, by=request.user, ground=form.cleaned_data["ground"])
        except WordingBlockedError:
            form.add_error("ground", _("Change the words, or write in one sentence why they stay."))
        except InstitutionNotVerifiedError:
            messages.warning(request, _("Your school may not publish now. Ask us why."))
        except (NotWholeError, IllegalTransitionError):
            messages.warning(request, _("It cannot be sent in yet. Below is what is missing."))
        else:
            messages.success(request, _("Sent in. You get a message as soon as it is open."))
            return redirect("vacancy_manage", vacancy.code)
    context = {**check_page(vacancy), "form": form}
    return render(request, "vacancies/posting/check.html", context)


def _closed_door(request: MemberRequest, vacancy: Vacancy) -> HttpResponse:
    """An honest page: this one cannot be edited now, and what can be done."""
    context = {"vacancy": vacancy}
    return render(request, "vacancies/posting/not_editable.html", context, status=409)


@require_POST
@member_required(Permission.VACANCY_WRITE)
def vacancy_wording(request: MemberRequest, code: str) -> HttpResponse:
    """The words that shut people out in what was just typed."""
    get_object_or_404(queries.managed(request.user), code=code)
    texts = {name: text[:TEXT_MAX] for name, text in typed(request.POST).items()}
    context = {"hits": queries.wording_hits(texts)}
    return render(request, "vacancies/posting/_wording.html", context)


@require_POST
@member_required(Permission.VACANCY_WRITE)
def vacancy_pay(request: MemberRequest, code: str) -> HttpResponse:
    """The amounts of the scales just chosen."""
    vacancy = get_object_or_404(queries.managed(request.user), code=code)
    pay = queries.pay_for(
        request.POST.get("pay_scale_min", "")[:2],
        request.POST.get("pay_scale_max", "")[:2],
        vacancy.hours_min,
        vacancy.hours_max,
        vacancy.starts_on,
        vacancy.institution.prep_factor,
    )
    context = {"pay": pay, "vacancy": vacancy}
    return render(request, "vacancies/posting/_pay.html", context)


@require_POST
@member_required(Permission.VACANCY_WRITE)
def vacancy_law(request: MemberRequest, code: str) -> HttpResponse:
    """What the routes just ticked mean in law."""
    vacancy = get_object_or_404(queries.managed(request.user), code=code)
    context = {**law_panel(RoutesForm(vacancy, request.POST)), "vacancy": vacancy}
    return render(request, "vacancies/posting/_law.html", context)
