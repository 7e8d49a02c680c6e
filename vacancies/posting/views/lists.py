"""The school's own vacancies: all of them, a new one, and one with its numbers."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from accounts.identity.gates import MemberRequest, member_required
from accounts.identity.permissions import Permission, allows
from accounts.notifications.actions import mark_read
from portal.kit.forms import sent_in
from portal.kit.paging import page_of
from vacancies.posting import actions, queries
from vacancies.posting.forms import TitleForm
from vacancies.posting.sections import Section
from vacancies.posting.views.eased import eased_of
from vacancies.posting.views.pages import demand_groups, list_tabs, manage_page, open_reach


@member_required(Permission.VACANCY_SEE)
def school_vacancies(request: MemberRequest) -> HttpResponse:
    status = request.GET.get("staat", "")
    page = page_of(request, queries.vacancies_of(request.institution, status))
    heard = queries.heard_of(page.object_list)
    context = {
        "page": page,
        "rows": [(vacancy, heard[vacancy.pk]) for vacancy in page.object_list],
        "tabs": list_tabs(queries.counts_by_status(request.institution), status),
        "query": f"staat={status}" if status.isidentifier() else "",
        "may_write": may_write(request),
        "institution": request.institution,
    }
    return render(request, "vacancies/posting/list.html", context)


@member_required(Permission.VACANCY_WRITE)
def vacancy_new(request: MemberRequest) -> HttpResponse:
    """A title is enough: from then on it is saved as it goes."""
    form = TitleForm(sent_in(request))
    if request.method == "POST" and form.is_valid():
        title = form.cleaned_data["title"]
        vacancy = actions.create_draft(request.institution, by=request.user, title=title)
        return redirect("vacancy_edit", vacancy.code, Section.WORK.value)
    return render(request, "vacancies/posting/new.html", {"form": form})


@member_required(Permission.VACANCY_SEE)
def vacancy_manage(request: MemberRequest, code: str) -> HttpResponse:
    vacancy = get_object_or_404(queries.managed(request.user), code=code)
    mark_read(request.user, target=f"vacancy:{vacancy.pk}")
    context = {**manage_page(vacancy), "may_write": may_write(request)}
    if context["may_write"]:
        matches, unfolded = context["numbers"].matches, "bereik" in request.GET
        context |= open_reach(vacancy, matches, unfolded=unfolded) | eased_of(request, vacancy)
    return render(request, "vacancies/posting/manage.html", context)


@member_required(Permission.VACANCY_SEE)
def vacancy_preview(request: MemberRequest, code: str) -> HttpResponse:
    """As everybody will see it; an open one is shown where everybody sees it."""
    vacancy = get_object_or_404(queries.managed(request.user), code=code)
    if vacancy.is_open:
        return redirect(vacancy)
    context = {
        "vacancy": vacancy,
        "pay": queries.pay_of(vacancy),
        "groups": demand_groups(vacancy),
    }
    return render(request, "vacancies/posting/preview.html", context)


def may_write(request: MemberRequest) -> bool:
    return allows(request.membership.role, Permission.VACANCY_WRITE)
